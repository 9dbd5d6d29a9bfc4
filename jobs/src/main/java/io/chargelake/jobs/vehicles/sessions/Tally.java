package io.chargelake.jobs.vehicles.sessions;

import io.chargelake.vehicle.ChargeSession;
import io.chargelake.vehicle.Cycle;
import io.chargelake.vehicle.Event;
import io.chargelake.vehicle.Refusal;
import io.chargelake.vehicle.SessionBlock;
import io.chargelake.vehicle.SessionSink;
import io.chargelake.vehicle.Trip;
import java.io.Serializable;
import java.util.EnumMap;
import java.util.Map;

/** Where the records that were read went. */
final class Tally implements SessionSink, Serializable {
    private final Map<Refusal, Long> refused = new EnumMap<>(Refusal.class);
    private long read;
    private long accepted;

    static Tally of(byte[] bytes) {
        Tally tally = new Tally();
        SessionBlock block = SessionBlock.of(bytes);
        tally.read(block.records());
        block.vehicles().forEach(vehicle -> vehicle.pass(tally));
        return tally;
    }

    Tally plus(Tally other) {
        read += other.read;
        accepted += other.accepted;
        other.refused.forEach((why, count) -> refused.merge(why, count, Long::sum));
        return this;
    }

    void read(long records) {
        read += records;
    }

    long read() {
        return read;
    }

    /** Records in trips and sessions. */
    long accepted() {
        return accepted;
    }

    Map<Refusal, Long> refused() {
        return refused;
    }

    long refusedRecords() {
        return refused.values().stream().mapToLong(Long::longValue).sum();
    }

    @Override
    public void trip(Trip trip) {
        accepted += trip.drives();
    }

    @Override
    public void session(ChargeSession session) {
        accepted += session.charges();
    }

    @Override
    public void cycle(Cycle cycle) {
        // holds no record that is not in a trip or a session
    }

    @Override
    public void refused(Event event, Refusal why) {
        refused.merge(why, 1L, Long::sum);
    }
}
