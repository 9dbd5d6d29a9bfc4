package io.chargelake.jobs.vehicles.sessions;

import io.chargelake.vehicle.ChargeSession;
import io.chargelake.vehicle.Cycle;
import io.chargelake.vehicle.Drive;
import io.chargelake.vehicle.Event;
import io.chargelake.vehicle.Flag;
import io.chargelake.vehicle.Micro;
import io.chargelake.vehicle.Refusal;
import io.chargelake.vehicle.SessionBlock;
import io.chargelake.vehicle.SessionSink;
import io.chargelake.vehicle.Span;
import io.chargelake.vehicle.Trip;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.unsafe.types.UTF8String;

/** The things of one kind in a block, as rows of {@link Made}. */
final class MadeRows implements SessionSink {
    /** Sets of flags as arrays; most sets occur often. */
    private static final GenericArrayData[] FLAGS = IntStream.range(0, 1 << Flag.values().length)
            .mapToObj(flags -> new GenericArrayData(
                    Flag.codes(flags).stream().map(UTF8String::fromString).toArray()))
            .toArray(GenericArrayData[]::new);

    private final Made.Kind kind;
    private final List<InternalRow> rows = new ArrayList<>();
    private UTF8String vehicle;

    private MadeRows(Made.Kind kind) {
        this.kind = kind;
    }

    static Iterator<InternalRow> of(byte[] block, Made.Kind kind) {
        MadeRows made = new MadeRows(kind);
        for (SessionBlock.OfVehicle of : SessionBlock.of(block).vehicles()) {
            made.vehicle = UTF8String.fromBytes(of.vehicle());
            of.pass(made);
        }
        return made.rows.iterator();
    }

    @Override
    public void trip(Trip trip) {
        add(Made.Kind.TRIP, () -> row(vehicle, trip));
    }

    @Override
    public void session(ChargeSession session) {
        add(Made.Kind.SESSION, () -> row(vehicle, session));
    }

    @Override
    public void cycle(Cycle cycle) {
        add(Made.Kind.CYCLE, () -> row(vehicle, cycle));
    }

    @Override
    public void refused(Event event, Refusal why) {
        add(Made.Kind.REFUSED, () -> row(vehicle, event, why));
    }

    private void add(Made.Kind of, Supplier<Object[]> row) {
        if (of == kind) {
            rows.add(new GenericInternalRow(row.get()));
        }
    }

    private static Object[] row(UTF8String vehicle, Trip trip) {
        return new Object[] {
            text(trip.id()),
            vehicle,
            trip.span().start(),
            trip.span().end(),
            seconds(trip.span()),
            real(trip.distance()),
            real(trip.energy()),
            real(trip.soc().start()),
            real(trip.soc().end()),
            trip.drives(),
            FLAGS[trip.flags()]
        };
    }

    private static Object[] row(UTF8String vehicle, ChargeSession session) {
        ChargeSession.Charged charged = session.charged();
        return new Object[] {
            text(session.id()),
            vehicle,
            session.span().start(),
            session.span().end(),
            seconds(session.span()),
            real(charged.energy()),
            real(session.soc().start()),
            real(session.soc().end()),
            known(charged.powerMean_kw()),
            real(charged.powerMax()),
            text(charged.site().powerType()),
            text(charged.site().zone()),
            session.charges(),
            session.isComplete(),
            FLAGS[session.flags()]
        };
    }

    private static Object[] row(UTF8String vehicle, Cycle cycle) {
        return new Object[] {
            text(cycle.id()),
            vehicle,
            cycle.span().start(),
            cycle.span().end(),
            cycle.closed(),
            real(cycle.energyIn()),
            real(cycle.driven().energy()),
            real(cycle.driven().distance()),
            known(cycle.driven().kwhPer100Km()),
            cycle.driven().trips(),
            real(cycle.parked().socLost()),
            cycle.parked().time() / Micro.ONE
        };
    }

    private static Object[] row(UTF8String vehicle, Event event, Refusal why) {
        return new Object[] {text(event.id()), vehicle, event.span().start(), event instanceof Drive, text(why.code())};
    }

    private static long seconds(Span span) {
        return span.length() / Micro.ONE;
    }

    private static Double real(long amount) {
        return known(Micro.real(amount));
    }

    private static Double known(double value) {
        return Double.isNaN(value) ? null : (Double) value;
    }

    private static UTF8String text(String text) {
        return UTF8String.fromString(text);
    }
}
