package io.chargelake.jobs.generate.status;

import io.chargelake.generate.Seeds;

/**
 * What goes wrong between a device and the raw file, decided for each poll by one hash. Missing polls are part of any
 * real network and do not depend on the damage asked for; everything else is a fraction of it: duplicates 1, conflicts
 * 1/10, late 1/50, and each kind of bad row 1/1000.
 */
final class Damage {

    /** What becomes of the poll itself. */
    enum Fate {
        ON_TIME,
        MISSING,
        LATE,
        NULL_ID,
        UNKNOWN_WORD,
        FAR_FUTURE,
        BEFORE_2010
    }

    /** What is delivered besides, for polls on time. */
    enum Extra {
        NONE,
        DUPLICATE,
        CONFLICT
    }

    private static final double MISSING = 0.003;
    private static final double MISSING_STRETCH = 0.014;
    private static final int SHORTEST_STRETCH_S = 3_600;
    private static final int LONGEST_STRETCH_S = 6 * 3_600;
    private static final double LATE = 1 / 50.0;
    private static final double BAD_ROW = 1 / 1_000.0;
    private static final double CONFLICT = 1 / 10.0;

    /** Both decisions share the hash: the upper half is the fate, the lower the extra. */
    private static final int HALF_BITS = 32;

    private static final double HALF = 1L << HALF_BITS;
    private static final Fate[] IN_ORDER = {
        Fate.MISSING, Fate.LATE, Fate.NULL_ID, Fate.UNKNOWN_WORD, Fate.FAR_FUTURE, Fate.BEFORE_2010
    };

    private final long[] fateBelow = new long[IN_ORDER.length];
    private final long conflictBelow;
    private final long duplicateBelow;

    Damage(double damage) {
        double[] shares = {
            MISSING, damage * LATE, damage * BAD_ROW, damage * BAD_ROW, damage * BAD_ROW, damage * BAD_ROW
        };
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
            sum += shares[i];
            fateBelow[i] = (long) (sum * HALF);
        }
        conflictBelow = (long) (damage * CONFLICT * HALF);
        duplicateBelow = (long) (damage * (1 + CONFLICT) * HALF);
    }

    /** Rows written for each poll, about. */
    static double rowsPerPoll(double damage) {
        return 1 + damage * (1 + CONFLICT);
    }

    Fate fate(long hash) {
        long draw = hash >>> HALF_BITS;
        if (draw >= fateBelow[fateBelow.length - 1]) {
            return Fate.ON_TIME;
        }
        int i = 0;
        while (draw >= fateBelow[i]) {
            i++;
        }
        return IN_ORDER[i];
    }

    Extra extra(long hash) {
        long draw = hash & (1L << HALF_BITS) - 1;
        if (draw >= duplicateBelow) {
            return Extra.NONE;
        }
        return draw < conflictBelow ? Extra.CONFLICT : Extra.DUPLICATE;
    }

    /** The slots that a device does not answer on a day, as from (upper half) and to (lower half); mostly none. */
    static long missingStretch(Seeds deviceDay, StatusWorld world) {
        if (!deviceDay.chance(0, MISSING_STRETCH)) {
            return 0;
        }
        long lengthS = (long) deviceDay.between(1, SHORTEST_STRETCH_S, LONGEST_STRETCH_S);
        int slots = (int) ((lengthS + world.pollIntervalS() - 1) / world.pollIntervalS());
        int from = deviceDay.below(2, world.pollsPerDay() - slots + 1);
        return (long) from << HALF_BITS | from + slots;
    }
}
