package io.chargelake.generate.vehicle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Why a true session is not complete, by its immediate neighbours and the period; empty when it is. */
public final class SessionFlags {

    /** Fragments this far apart are still one session: so near the period's edge nobody knows what lies beyond. */
    static final long MERGE_GAP_S = 600;

    private static final int AGREE_SOC = 500;

    private SessionFlags() {}

    public static List<String> of(
            Optional<LifeEvent> before, TrueSession session, Optional<LifeEvent> after, long fromS, long toS) {
        List<String> flags = new ArrayList<>();
        if (session.startS() - MERGE_GAP_S <= fromS) {
            flags.add("cut_start");
        }
        if (session.endS() + MERGE_GAP_S >= toS) {
            flags.add("cut_end");
        }
        neighbour(before.map(e -> e instanceof TrueTrip ? e.socEnd() - session.socStart() : null), "before", flags);
        neighbour(after.map(e -> e instanceof TrueTrip ? e.socStart() - session.socEnd() : null), "after", flags);
        return List.copyOf(flags);
    }

    private static void neighbour(Optional<Integer> socDifference, String side, List<String> flags) {
        if (socDifference.isEmpty()) {
            flags.add("no_trip_" + side);
        } else if (Math.abs(socDifference.get()) > AGREE_SOC) {
            flags.add("soc_jump_" + side);
        }
    }
}
