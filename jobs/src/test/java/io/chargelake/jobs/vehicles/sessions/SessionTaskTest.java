package io.chargelake.jobs.vehicles.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.chargelake.vehicle.Micro;
import io.chargelake.vehicle.Refusal;
import io.chargelake.vehicle.SessionLimits;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.Test;
import scala.Tuple2;

/** What the order of the shuffle leaves to the reader. */
class SessionTaskTest {
    private static final long MINUTE = 60 * Micro.ONE;
    private static final SessionTask TASK = new SessionTask(SessionLimits.DEFAULTS, -1, Long.MAX_VALUE / 2);

    @Test
    void vehiclesWithTheSameDigestArePartedThoughTheirRecordsComeMixed() {
        List<Tuple2<Integer, byte[]>> made = made(List.of(
                        drive(7, "a", "d1", 0, 10),
                        drive(7, "b", "d2", 5, 20),
                        drive(7, "a", "d3", 15, 30),
                        drive(9, "c", "d4", 2, 8))
                .iterator());
        assertThat(trips(made)).containsExactlyInAnyOrder("a d1 2", "b d2 1", "c d4 1");
        assertThat(tally(made).read()).isEqualTo(4);
    }

    @Test
    void recordsOfTheSameSecondAreTakenInOrderOfEndAndId() {
        List<Tuple2<Integer, byte[]>> made =
                made(List.of(drive(7, "a", "d3", 0, 10), drive(7, "a", "d2", 0, 10), drive(7, "a", "d1", 0, 4))
                        .iterator());
        assertThat(trips(made)).containsExactly("a d2 1");
        assertThat(tally(made).refused()).containsExactly(entry(Refusal.OVERLAP, 2L));
    }

    /** Blocks are passed on while records arrive: a vehicle with very many is never held in memory. */
    @Test
    void aVehicleWithAMillionRecordsStreams() {
        Iterator<InternalRow> records = LongStream.range(0, 1_000_000)
                .mapToObj(i -> drive(7, "a", "d" + i, 30 * i, 30 * i + 10))
                .iterator();
        Iterator<Tuple2<Integer, byte[]>> made = TASK.call(records);
        Tally tally = Tally.of(made.next()._2());
        assertThat(records.next().getLong(Records.START)).isLessThan(30 * 300_000 * MINUTE);
        while (made.hasNext()) {
            tally.plus(Tally.of(made.next()._2()));
        }
        assertThat(tally.read()).isEqualTo(999_999);
        assertThat(tally.accepted()).isEqualTo(999_999);
    }

    private static List<Tuple2<Integer, byte[]>> made(Iterator<InternalRow> records) {
        List<Tuple2<Integer, byte[]>> made = new ArrayList<>();
        TASK.call(records).forEachRemaining(made::add);
        return made;
    }

    private static Tally tally(List<Tuple2<Integer, byte[]>> made) {
        return made.stream().map(block -> Tally.of(block._2())).reduce(new Tally(), Tally::plus);
    }

    private static List<String> trips(List<Tuple2<Integer, byte[]>> made) {
        List<String> trips = new ArrayList<>();
        for (Tuple2<Integer, byte[]> block : made) {
            MadeRows.of(block._2(), Made.Kind.TRIP)
                    .forEachRemaining(trip ->
                            trips.add(trip.getUTF8String(1) + " " + trip.getUTF8String(0) + " " + trip.getInt(9)));
        }
        return trips;
    }

    private static InternalRow drive(long digest, String vehicle, String id, long fromMinute, long toMinute) {
        long key = digest << 36 | fromMinute * 60;
        return new GenericInternalRow(new Object[] {
            key,
            UTF8String.fromString(vehicle),
            UTF8String.fromString(id),
            Records.DRIVE,
            fromMinute * MINUTE,
            toMinute * MINUTE,
            null,
            null,
            1.0,
            1.0,
            null,
            null
        });
    }
}
