package io.chargelake.jobs.vehicles.sessions;

import io.chargelake.vehicle.ChargeSession;
import io.chargelake.vehicle.Cycle;
import io.chargelake.vehicle.Drive;
import io.chargelake.vehicle.Event;
import io.chargelake.vehicle.Flag;
import io.chargelake.vehicle.Micro;
import io.chargelake.vehicle.Refusal;
import io.chargelake.vehicle.SessionSink;
import io.chargelake.vehicle.Span;
import io.chargelake.vehicle.Trip;
import java.util.ArrayDeque;
import java.util.stream.IntStream;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.unsafe.types.UTF8String;

/** What builders make, as rows of {@link Made}, waiting to be taken. */
final class MadeRows {
    /** Sets of flags as arrays; most sets occur often. */
    private static final GenericArrayData[] FLAGS = IntStream.range(0, 1 << Flag.values().length)
            .mapToObj(flags -> new GenericArrayData(
                    Flag.codes(flags).stream().map(UTF8String::fromString).toArray()))
            .toArray(GenericArrayData[]::new);

    private final ArrayDeque<InternalRow> rows = new ArrayDeque<>();

    boolean isEmpty() {
        return rows.isEmpty();
    }

    InternalRow next() {
        return rows.remove();
    }

    void read(long records) {
        add(Made.READ, records);
    }

    private void add(int column, Object value) {
        Object[] values = new Object[Made.COLUMNS];
        values[column] = value;
        rows.add(new GenericInternalRow(values));
    }

    private void add(int column, Object[] row) {
        add(column, (Object) new GenericInternalRow(row));
    }

    SessionSink of(UTF8String vehicle) {
        return new SessionSink() {
            @Override
            public void trip(Trip trip) {
                add(Made.TRIP, row(vehicle, trip));
            }

            @Override
            public void session(ChargeSession session) {
                add(Made.SESSION, row(vehicle, session));
            }

            @Override
            public void cycle(Cycle cycle) {
                add(Made.CYCLE, row(vehicle, cycle));
            }

            @Override
            public void refused(Event event, Refusal why) {
                add(Made.REFUSED, row(vehicle, event, why));
            }
        };
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
        return Micro.isKnown(amount) ? (Double) (amount / (double) Micro.ONE) : null;
    }

    private static Double known(double value) {
        return Double.isNaN(value) ? null : (Double) value;
    }

    private static UTF8String text(String text) {
        return UTF8String.fromString(text);
    }
}
