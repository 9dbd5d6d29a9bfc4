package io.chargelake.jobs.generate.status;

import io.chargelake.generate.Seeds;

/**
 * What makes a device useless: outages of hours to weeks, and spells in which a point cannot be reached. An outage lies
 * within one block of four weeks of its device (each device has its own phase), a spell within one day: so both follow
 * from the seed and the time alone, without history.
 */
final class Faults {

    private static final long BLOCK_S = 28L * StatusWorld.DAY_S;
    private static final double OUTAGES_PER_BLOCK = 0.15;
    private static final long SHORTEST_OUTAGE_S = 1_800;
    private static final long LONGEST_OUTAGE_S = 20L * StatusWorld.DAY_S;
    private static final double OUTAGE_MEDIAN_S = 16 * 3_600;
    private static final double OUTAGE_SIGMA = 1.1;
    private static final double OUT_OF_ORDER_SHARE = 0.6;

    private static final double FLAKY_SHARE = 0.08;
    private static final double SPELL_SIGMA = 0.9;
    private static final long SHORTEST_SPELL_S = 600;
    private static final long LONGEST_SPELL_S = 20L * 3_600;

    private final Seeds seeds;

    Faults(Seeds seeds) {
        this.seeds = seeds;
    }

    void outagesOfPoint(int point, long fromS, long toS, Spells out) {
        outages(seeds.stream("outage of point").at(point), fromS, toS, out);
    }

    /** Of one connector alone: only where the point has another, else it is the point's own outage. */
    void outagesOfConnector(int connector, long fromS, long toS, Spells out) {
        outages(seeds.stream("outage of connector").at(connector), fromS, toS, out);
    }

    void unreachable(int point, long epochDay, Spells out) {
        boolean flaky = seeds.stream("flaky").chance(point, FLAKY_SHARE);
        Seeds day = seeds.stream("unreachable").at(point, epochDay);
        if (!day.chance(0, flaky ? 0.5 : 0.03)) {
            return;
        }
        double typicalS = flaky ? 3 * 3_600 : 2_400;
        long durationS = within(SHORTEST_SPELL_S, LONGEST_SPELL_S, day.logNormal(1, typicalS, SPELL_SIGMA));
        long startS = epochDay * StatusWorld.DAY_S + (long) (day.uniform(2) * (StatusWorld.DAY_S - durationS));
        out.add(startS, startS + durationS, DeviceStatus.UNKNOWN);
    }

    private static void outages(Seeds device, long fromS, long toS, Spells out) {
        long phaseS = device.stream("phase").below(0, (int) BLOCK_S);
        long last = Math.floorDiv(toS - 1 - phaseS, BLOCK_S);
        for (long block = Math.floorDiv(fromS - phaseS, BLOCK_S); block <= last; block++) {
            Seeds draw = device.at(block);
            if (draw.chance(0, OUTAGES_PER_BLOCK)) {
                long durationS =
                        within(SHORTEST_OUTAGE_S, LONGEST_OUTAGE_S, draw.logNormal(1, OUTAGE_MEDIAN_S, OUTAGE_SIGMA));
                long startS = phaseS + block * BLOCK_S + (long) (draw.uniform(2) * (BLOCK_S - durationS));
                if (startS < toS && startS + durationS > fromS) {
                    boolean broken = draw.chance(3, OUT_OF_ORDER_SHARE);
                    out.add(startS, startS + durationS, broken ? DeviceStatus.OUTOFORDER : DeviceStatus.INOPERATIVE);
                }
            }
        }
    }

    private static long within(long least, long most, double value) {
        return Math.min(most, Math.max(least, (long) value));
    }
}
