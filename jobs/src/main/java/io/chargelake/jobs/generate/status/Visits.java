package io.chargelake.jobs.generate.status;

import io.chargelake.generate.Draws;
import java.util.Arrays;

/**
 * The cars that come to one connector on one UTC day, drawn from that day's seed alone. A renewal process: the next car
 * comes at the hour's rate once the last one has left, so visits of a day never overlap. A visit that begins before noon
 * ends by midnight and any other by noon of the next day: so yesterday's last visit decides how much of today is taken,
 * and no day before yesterday matters.
 */
final class Visits {

    private static final long NOON_S = StatusWorld.DAY_S / 2;
    private static final long TURNAROUND_S = 120;

    /** The last spill-over must leave room for the next car before noon, or it could chain into a third day. */
    private static final long LATEST_END_S = StatusWorld.DAY_S + NOON_S - 600;

    private static final double RESERVED_SHARE = 0.06;
    private static final double OVERSTAY_SHARE = 0.05;

    private long[] reservedS = new long[16];
    private long[] startS = new long[16];
    private long[] endS = new long[16];
    private long[] leftS = new long[16];
    private int size;

    /** Replaces the visits by those of a day. Cost: one step an hour and two an arrival. */
    void draw(Draws draws, Demand demand, Place place, double popularity) {
        size = 0;
        double[] rates = demand.perSecond(place);
        double freeS = 0;
        double arrivalS = nextArrival(freeS, draws.exponential(1), rates, popularity);
        while (arrivalS < StatusWorld.DAY_S) {
            long start = (long) arrivalS;
            long limit = (start < NOON_S ? StatusWorld.DAY_S : LATEST_END_S) - start;
            long charging = fit(place.chargingS(draws, demand.localHour(start)), limit, draws);
            long reserved = draws.chance(RESERVED_SHARE) ? (long) draws.between(300, 1_800) : 0;
            long overstay = draws.chance(OVERSTAY_SHARE) ? (long) draws.between(600, 5_400) : 0;
            long left = start + charging + Math.min(overstay, limit - charging);
            add(demand.dayStartS, Math.max((long) freeS, start - reserved), start, start + charging, left);
            freeS = left + TURNAROUND_S;
            arrivalS = nextArrival(freeS, draws.exponential(1), rates, popularity);
        }
    }

    int size() {
        return size;
    }

    /** When the reservation began that the visit came with; its start when there was none. */
    long reservedS(int i) {
        return reservedS[i];
    }

    long startS(int i) {
        return startS[i];
    }

    /** The end of charging. */
    long endS(int i) {
        return endS[i];
    }

    /** When the car was gone: later than the end when it blocked the place afterwards. */
    long leftS(int i) {
        return leftS[i];
    }

    /** When the connector is free for another car; 0 when nobody came. */
    long freeS() {
        return size == 0 ? 0 : leftS[size - 1] + TURNAROUND_S;
    }

    private static double nextArrival(double fromS, double hazard, double[] rates, double factor) {
        double t = fromS;
        double left = hazard;
        while (t < StatusWorld.DAY_S) {
            int hour = (int) (t / 3_600);
            double rate = rates[hour] * factor;
            double hourEnd = (hour + 1) * 3_600.0;
            if (rate * (hourEnd - t) >= left) {
                return t + left / rate;
            }
            left -= rate * (hourEnd - t);
            t = hourEnd;
        }
        return t;
    }

    /** A stay too long for the limit becomes a shorter one, spread out so that no hour of the day collects them. */
    private static long fit(long durationS, long limitS, Draws draws) {
        return durationS <= limitS ? durationS : Math.max(1, (long) (limitS * draws.between(0.6, 1)));
    }

    private void add(long dayStartS, long reserved, long start, long end, long left) {
        if (size == startS.length) {
            reservedS = Arrays.copyOf(reservedS, 2 * size);
            startS = Arrays.copyOf(startS, 2 * size);
            endS = Arrays.copyOf(endS, 2 * size);
            leftS = Arrays.copyOf(leftS, 2 * size);
        }
        reservedS[size] = dayStartS + reserved;
        startS[size] = dayStartS + start;
        endS[size] = dayStartS + end;
        leftS[size++] = dayStartS + left;
    }
}
