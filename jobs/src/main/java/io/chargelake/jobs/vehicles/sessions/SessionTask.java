package io.chargelake.jobs.vehicles.sessions;

import io.chargelake.vehicle.Charge;
import io.chargelake.vehicle.Drive;
import io.chargelake.vehicle.Event;
import io.chargelake.vehicle.Micro;
import io.chargelake.vehicle.SessionBuilder;
import io.chargelake.vehicle.SessionLimits;
import io.chargelake.vehicle.Soc;
import io.chargelake.vehicle.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;
import scala.Tuple2;

/**
 * Streams the records of one partition, sorted by {@link Records}, through session builders, and packs what they make. Memory: the
 * records of one second of a vehicle, what is open of one vehicle, however many records it has, and the blocks not yet passed on.
 */
record SessionTask(SessionLimits limits, long periodStart, long periodEnd)
        implements FlatMapFunction<Iterator<InternalRow>, Tuple2<Integer, byte[]>> {

    @Override
    public Iterator<Tuple2<Integer, byte[]>> call(Iterator<InternalRow> records) {
        return new Pass(records);
    }

    /** A record and whose it is. */
    private record Owned(UTF8String vehicle, Event event) {
        /** Ids are compared as the contract's references do: by their bytes. */
        static final Comparator<Owned> ORDER = Comparator.<Owned>comparingLong(
                        o -> o.event.span().start())
                .thenComparingLong(o -> o.event.span().end())
                .thenComparing(o -> UTF8String.fromString(o.event.id()))
                .thenComparing(o -> o.event instanceof Charge);
    }

    private final class Pass implements Iterator<Tuple2<Integer, byte[]>> {
        private final Iterator<InternalRow> records;
        private final DayBlocks blocks = new DayBlocks();
        private Iterator<Tuple2<Integer, byte[]>> made = Collections.emptyIterator();

        /** Nearly always of one vehicle: of those that share the digest at hand. */
        private final Map<UTF8String, SessionBuilder> builders = new HashMap<>();

        private final List<Owned> sameKey = new ArrayList<>();
        private UTF8String vehicle;
        private SessionBuilder builder;
        private long key;
        private long read;
        private boolean ended;

        Pass(Iterator<InternalRow> records) {
            this.records = records;
        }

        @Override
        public boolean hasNext() {
            while (!made.hasNext() && !ended) {
                make();
                made = blocks.take(read).iterator();
                read = 0;
            }
            return made.hasNext();
        }

        @Override
        public Tuple2<Integer, byte[]> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return made.next();
        }

        private void make() {
            while (records.hasNext()) {
                take(records.next());
                if (blocks.isFull()) {
                    return;
                }
            }
            settleKey();
            endVehicles();
            ended = true;
        }

        private void take(InternalRow row) {
            read++;
            long next = row.getLong(Records.KEY);
            if (next != key) {
                settleKey();
                if (Records.digest(next) != Records.digest(key)) {
                    endVehicles();
                }
                key = next;
            }
            sameKey.add(new Owned(owner(row), event(row)));
        }

        /** The same object for one vehicle after the other: what a row holds is gone with the next row. */
        private UTF8String owner(InternalRow row) {
            UTF8String id = row.getUTF8String(Records.VEHICLE);
            if (!id.equals(vehicle)) {
                vehicle = id.clone();
                builder = builders.computeIfAbsent(
                        vehicle,
                        v -> new SessionBuilder(limits, new Span(periodStart, periodEnd), blocks.of(v.getBytes())));
            }
            return vehicle;
        }

        private void settleKey() {
            if (sameKey.size() > 1) {
                sameKey.sort(Owned.ORDER);
            }
            for (Owned owned : sameKey) {
                SessionBuilder of = owned.vehicle == vehicle ? builder : builders.get(owned.vehicle);
                of.add(owned.event);
            }
            sameKey.clear();
        }

        private void endVehicles() {
            builders.values().forEach(SessionBuilder::end);
            builders.clear();
            vehicle = null;
        }
    }

    private static Event event(InternalRow row) {
        String id = row.getUTF8String(Records.ID).toString();
        Span span = new Span(row.getLong(Records.START), row.getLong(Records.END));
        Soc soc = new Soc(amount(row, Records.SOC_START), amount(row, Records.SOC_END));
        long energy = amount(row, Records.ENERGY);
        long other = amount(row, Records.DISTANCE_OR_POWER);
        int kind = row.getInt(Records.KIND);
        if (kind == Records.DRIVE) {
            return new Drive(id, span, soc, other, energy);
        }
        var site = new Charge.Site(text(row, Records.POWER_TYPE), text(row, Records.ZONE));
        return new Charge(id, span, soc, energy, other, kind == Records.CHARGE_WITH_DERIVED_END, site);
    }

    private static long amount(InternalRow row, int column) {
        return row.isNullAt(column) ? Micro.UNKNOWN : Micro.of(row.getDouble(column));
    }

    private static String text(InternalRow row, int column) {
        return row.isNullAt(column) ? null : row.getUTF8String(column).toString();
    }
}
