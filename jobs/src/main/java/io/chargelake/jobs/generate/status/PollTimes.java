package io.chargelake.jobs.generate.status;

import io.chargelake.generate.Seeds;

/** When the API was asked on a day: each slot's start and a delay of 0 to 20 s. All devices answer in the same second. */
final class PollTimes {

    private static final int LONGEST_DELAY_S = 20;

    private final long dayStartS;
    private final int intervalS;
    private final long[] timeS;

    PollTimes(StatusWorld world, Seeds seeds, long epochDay) {
        dayStartS = epochDay * StatusWorld.DAY_S;
        intervalS = world.pollIntervalS();
        timeS = new long[world.pollsPerDay()];
        Seeds delays = seeds.stream("delay").at(epochDay);
        for (int slot = 0; slot < timeS.length; slot++) {
            timeS[slot] = dayStartS + (long) slot * intervalS + delays.below(slot, LONGEST_DELAY_S + 1);
        }
    }

    int slots() {
        return timeS.length;
    }

    long timeS(int slot) {
        return timeS[slot];
    }

    /** The first slot polled at this second or later; all slots when the day has none. */
    int firstSlotFrom(long second) {
        if (second <= dayStartS) {
            return 0;
        }
        int slot = (int) Math.min((second - dayStartS) / intervalS, timeS.length);
        return slot < timeS.length && timeS[slot] < second ? slot + 1 : slot;
    }
}
