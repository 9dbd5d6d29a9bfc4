package io.chargelake.jobs.vehicles.sessions;

import io.chargelake.vehicle.ChargeSession;
import io.chargelake.vehicle.Cycle;
import io.chargelake.vehicle.Event;
import io.chargelake.vehicle.Micro;
import io.chargelake.vehicle.Refusal;
import io.chargelake.vehicle.SessionBlock;
import io.chargelake.vehicle.SessionSink;
import io.chargelake.vehicle.Span;
import io.chargelake.vehicle.Trip;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import scala.Tuple2;

/** What builders make, in a block for each day on which it begins; refused records in blocks of their own. */
final class DayBlocks {
    private static final long DAY = 24 * Micro.HOUR;

    /** Things before blocks are passed on, some 20 MB. */
    private static final int MOST_THINGS = 250_000;

    /** Far beyond the number of any day. */
    private static final int REFUSED = 1 << 24;

    private final Map<Integer, SessionBlock.Writer> blocks = new TreeMap<>();
    private int things;
    private long sequence;

    /** Whether a block holds refused records; the keys of others are their days since 1970. */
    static boolean isRefused(int key) {
        return key > REFUSED / 2;
    }

    boolean isFull() {
        return things >= MOST_THINGS;
    }

    /**
     * All blocks so far.
     *
     * @param records read to make them
     */
    List<Tuple2<Integer, byte[]>> take(long records) {
        long[] rest = {records};
        List<Tuple2<Integer, byte[]>> taken = blocks.entrySet().stream()
                .map(block -> {
                    long told = rest[0];
                    rest[0] = 0;
                    return new Tuple2<>(block.getKey(), block.getValue().bytes(sequence, told));
                })
                .toList();
        blocks.clear();
        things = 0;
        sequence++;
        return taken;
    }

    /** @param vehicle its id; always the same array */
    SessionSink of(byte[] vehicle) {
        return new SessionSink() {
            @Override
            public void trip(Trip trip) {
                block(0, trip.span()).trip(trip);
            }

            @Override
            public void session(ChargeSession session) {
                block(0, session.span()).session(session);
            }

            @Override
            public void cycle(Cycle cycle) {
                block(0, cycle.span()).cycle(cycle);
            }

            @Override
            public void refused(Event event, Refusal why) {
                block(REFUSED, event.span()).refused(event, why);
            }

            private SessionBlock.Writer block(int kind, Span span) {
                things++;
                int day = Math.toIntExact(Math.floorDiv(span.start(), DAY));
                return blocks.computeIfAbsent(kind + day, key -> new SessionBlock.Writer(day * DAY))
                        .of(vehicle);
            }
        };
    }
}
