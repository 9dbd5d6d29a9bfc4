package io.chargelake.forecast;

import java.util.Arrays;

/**
 * What is known of one device, station or city when an hour begins: its hours come in order of time, and each is told what was before it.
 * Two weeks are remembered hour by hour, all that is longer as sums. Sums are of whole hundred-millionths, so that what leaves a
 * stretch takes away exactly what it brought.
 */
public final class HourHistory {
    /** As far back as single hours are remembered. */
    public static final int REACH = 336;

    private static final int WEEK = 168;
    private static final int DAY_KINDS = 48;
    private static final double WHOLE = 1e8;
    private static final long NEVER = Long.MIN_VALUE;

    private final double[] share = new double[REACH];
    private final double[] out = new double[REACH];
    private final int[] sessions = new int[REACH];
    private final Stretch day = new Stretch(24);
    private final Stretch week = new Stretch(WEEK);
    private final Mean[] ofWeekHour = means(WEEK);
    private final Mean[] ofDayKindHour = means(DAY_KINDS);
    private final Mean before = new Mean();
    private long now = NEVER;
    private boolean isOver;

    public HourHistory() {
        forgetRecent();
    }

    /** Forgets everything; the next hour is the first. */
    public void forget() {
        forgetRecent();
        for (Mean mean : ofWeekHour) {
            mean.clear();
        }
        for (Mean mean : ofDayKindHour) {
            mean.clear();
        }
        before.clear();
        now = NEVER;
    }

    private void forgetRecent() {
        Arrays.fill(share, Double.NaN);
        Arrays.fill(sessions, 0);
        day.clear();
        week.clear();
    }

    /** Lets time pass to the begin of an hour, counted since 1970; it never goes back. */
    public void at(long hour) {
        if (hour < now) {
            throw new IllegalArgumentException("hour " + hour + " comes after " + now);
        }
        if (now != NEVER && hour - now > REACH) {
            forgetRecent();
        } else if (now != NEVER) {
            for (long passing = now; passing < hour; passing++) {
                pass(passing);
            }
        }
        isOver &= hour == now;
        now = hour;
    }

    private void pass(long hour) {
        if (hour != now || !isOver) {
            share[place(hour)] = Double.NaN;
            sessions[place(hour)] = 0;
        }
        day.leaves(hour);
        week.leaves(hour);
    }

    /**
     * What the hour that began last was like, once it is over.
     *
     * @param occupied share of its observed time; NaN where nothing was observed
     * @param outOfService likewise
     */
    public void over(int weekHour, int dayKindHour, double occupied, double outOfService, int sessionsStarted) {
        if (isOver) {
            throw new IllegalStateException("hour " + now + " is over already");
        }
        int place = place(now);
        share[place] = occupied;
        out[place] = outOfService;
        sessions[place] = sessionsStarted;
        if (!Double.isNaN(occupied)) {
            long whole = whole(occupied);
            ofWeekHour[weekHour].add(whole);
            ofDayKindHour[dayKindHour].add(whole);
            before.add(whole);
        }
        day.count(place, 1);
        week.count(place, 1);
        isOver = true;
    }

    private static long whole(double value) {
        return Math.round(value * WHOLE);
    }

    private static int place(long hour) {
        return (int) Math.floorMod(hour, (long) REACH);
    }

    /** The share so many hours before; NaN where it is not known. */
    public double lag(int hours) {
        if (hours < 1 || hours > REACH) {
            throw new IllegalArgumentException("a lag of " + hours + " h: 1 to " + REACH + " are remembered");
        }
        return share[place(now - hours)];
    }

    public Stretch day() {
        return day;
    }

    public Stretch week() {
        return week;
    }

    /** Of this hour of the week in all weeks before. */
    public Mean ofWeekHour(int weekHour) {
        return ofWeekHour[weekHour];
    }

    /** Of this hour on all working days before, or on all weekends. */
    public Mean ofDayKindHour(int dayKindHour) {
        return ofDayKindHour[dayKindHour];
    }

    /** Of all hours before. */
    public Mean before() {
        return before;
    }

    private static Mean[] means(int count) {
        Mean[] means = new Mean[count];
        Arrays.setAll(means, i -> new Mean());
        return means;
    }

    /** A mean of shares. */
    public static final class Mean {
        private long sum;
        private long count;

        private void clear() {
            sum = 0;
            count = 0;
        }

        private void add(long value) {
            sum += value;
            count++;
        }

        public long count() {
            return count;
        }

        /** NaN of nothing. */
        public double value() {
            return count == 0 ? Double.NaN : sum / WHOLE / count;
        }
    }

    /** The last so many hours. */
    public final class Stretch {
        private final int hours;
        private long known;
        private long sum;
        private long squares;
        private long sumOut;
        private long sumSessions;

        private Stretch(int hours) {
            this.hours = hours;
        }

        private void clear() {
            known = 0;
            sum = 0;
            squares = 0;
            sumOut = 0;
            sumSessions = 0;
        }

        /** The hour that is too far back once another has passed. */
        private void leaves(long passed) {
            count(place(passed - hours), -1);
        }

        private void count(int place, int sign) {
            sumSessions += (long) sign * sessions[place];
            if (!Double.isNaN(share[place])) {
                long value = whole(share[place]);
                known += sign;
                sum += sign * value;
                squares += sign * value * value;
                sumOut += sign * whole(out[place]);
            }
        }

        /** NaN where nothing is known. */
        public double mean() {
            return known == 0 ? Double.NaN : sum / WHOLE / known;
        }

        /** Standard deviation; NaN where nothing is known. */
        public double spread() {
            double mean = (double) sum / known;
            return known == 0 ? Double.NaN : Math.sqrt(Math.max(0, (double) squares / known - mean * mean)) / WHOLE;
        }

        /** NaN where nothing is known. */
        public double meanOutOfService() {
            return known == 0 ? Double.NaN : sumOut / WHOLE / known;
        }

        public long sessions() {
            return sumSessions;
        }
    }
}
