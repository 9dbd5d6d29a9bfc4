package io.chargelake.anomaly;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * Watches one device hour by hour, in order of time, and tells silences, sessions that do not end, and flapping. What it knows of an hour's
 * rate it learnt before that hour; its state has a fixed size.
 */
public final class DeviceWatch {
    private static final int DAY = 24;
    private static final int LEAST_FLAPS = 12;

    private final Demand demand;
    private final Thresholds thresholds;
    private final List<Episode> episodes = new ArrayList<>();

    private double sessions;
    private double hours;
    private double occupiedHours;
    private double runHours;

    private long silentSince = -1;
    private double silentHours;
    private int silentClock;
    private long silenceNoticed = -1;

    private long stuckSince = -1;
    private long stuckNoticed = -1;

    private final int[] dayStarts = new int[DAY];
    private final double[] dayHours = new double[DAY];
    private long flappingSince = -1;
    private double flappingScore;
    private int flappingMost;
    private long last = Long.MIN_VALUE;

    public DeviceWatch(Demand demand, Thresholds thresholds) {
        this.demand = demand;
        this.thresholds = thresholds;
    }

    /** @param seen later than all before; hours left out were not observed */
    public void add(HourSeen seen) {
        if (seen.hour() <= last) {
            throw new IllegalArgumentException(
                    "Cannot watch hour " + seen.hour() + " after hour " + last + " (in order of time, each once)");
        }
        forgetDays(seen.hour());
        last = seen.hour();
        double weighed = seen.available_s() * demand.shape(seen.weekHour()) / HourSeen.HOUR_S;
        watchFlapping(seen);
        watchStuck(seen);
        watchSilence(seen, weighed);
    }

    private void watchSilence(HourSeen seen, double weighed) {
        if (seen.sessions() > 0 || seen.occupied_s() > 0) {
            endSilence(OptionalLong.of(seen.hour()));
            sessions += seen.sessions();
            hours += weighed;
            return;
        }
        if (seen.available_s() > 0) {
            silentSince = silentSince < 0 ? seen.hour() : silentSince;
            silentHours += weighed;
            silentClock++;
            if (silenceNoticed < 0 && silence() >= thresholds.silence()) {
                silenceNoticed = seen.hour();
            }
        }
    }

    private double silence() {
        return demand.silenceScore(sessions, hours, silentHours);
    }

    /** A silence that was told is no evidence of the device's rate. */
    private void endSilence(OptionalLong until) {
        if (silenceNoticed >= 0) {
            double rate = sessionsAnHour();
            episodes.add(new Episode(
                    Episode.Kind.SILENT,
                    silentSince,
                    silenceNoticed,
                    until,
                    silence(),
                    rate * silentHours,
                    String.format(
                            Locale.ROOT,
                            "available for %d hours without a session, where %.1f are usual (%.1f a day by its own rate and"
                                    + " its peers'); probability 1e-%.1f",
                            silentClock,
                            rate * silentHours,
                            rate * DAY,
                            silence())));
        } else {
            hours += silentHours;
        }
        silentSince = -1;
        silentHours = 0;
        silentClock = 0;
        silenceNoticed = -1;
    }

    private void watchStuck(HourSeen seen) {
        runHours += seen.occupied_s() * demand.shape(seen.weekHour()) / HourSeen.HOUR_S;
        if (!seen.isOccupiedThroughout() || seen.sessions() > 0) {
            endStuck(OptionalLong.of(seen.hour()));
        }
        if (seen.isOccupiedThroughout()) {
            stuckSince = stuckSince < 0 ? seen.hour() : stuckSince;
            if (stuckNoticed < 0 && seen.hour() - stuckSince + 1 >= thresholds.stuck_h()) {
                stuckNoticed = seen.hour();
            }
        }
    }

    private void endStuck(OptionalLong until) {
        if (stuckNoticed >= 0) {
            long lasted = until.orElse(last + 1) - stuckSince;
            episodes.add(new Episode(
                    Episode.Kind.STUCK_OCCUPIED,
                    stuckSince,
                    stuckNoticed,
                    until,
                    thresholds.silence() * lasted / thresholds.stuck_h(),
                    sessionsAnHour() * lasted,
                    String.format(
                            Locale.ROOT,
                            "occupied for %d hours without a break, where no session lasts %d",
                            lasted,
                            thresholds.stuck_h())));
        }
        occupiedHours += stuckNoticed < 0 ? runHours : 0; // what was stuck tells nothing of sessions
        runHours = 0;
        stuckSince = -1;
        stuckNoticed = -1;
    }

    private void watchFlapping(HourSeen seen) {
        int slot = (int) Math.floorMod(seen.hour(), (long) DAY);
        dayStarts[slot] = seen.sessions();
        dayHours[slot] = demand.shape(seen.weekHour()) * (HourSeen.HOUR_S - seen.unknown_s()) / HourSeen.HOUR_S;
        int starts = 0;
        double weighed = 0;
        for (int h = 0; h < DAY; h++) {
            starts += dayStarts[h];
            weighed += dayHours[h];
        }
        double score = starts < LEAST_FLAPS ? 0 : PoissonTail.score(starts, demand.rate(sessions, hours) * weighed);
        if (score >= thresholds.flapping()) {
            flappingSince = flappingSince < 0 ? seen.hour() : flappingSince;
            flappingScore = Math.max(flappingScore, score);
            flappingMost = Math.max(flappingMost, starts);
        } else {
            endFlapping(OptionalLong.of(seen.hour()));
        }
    }

    private void endFlapping(OptionalLong until) {
        if (flappingSince >= 0) {
            episodes.add(new Episode(
                    Episode.Kind.FLAPPING,
                    flappingSince,
                    flappingSince,
                    until,
                    flappingScore,
                    0,
                    String.format(
                            Locale.ROOT,
                            "up to %d sessions began within 24 hours, where %.1f are usual",
                            flappingMost,
                            sessionsADay())));
        }
        flappingSince = -1;
        flappingScore = 0;
        flappingMost = 0;
    }

    /** Hours that were left out have no sessions. */
    private void forgetDays(long hour) {
        long from = Math.max(last + 1, hour - DAY);
        for (long h = from; last != Long.MIN_VALUE && h < hour; h++) {
            dayStarts[(int) Math.floorMod(h, (long) DAY)] = 0;
            dayHours[(int) Math.floorMod(h, (long) DAY)] = 0;
        }
    }

    /** All that was told; what still lasts has no end. To be asked once, after the last hour. */
    public List<Episode> episodes() {
        endSilence(OptionalLong.empty());
        endStuck(OptionalLong.empty());
        endFlapping(OptionalLong.empty());
        return List.copyOf(episodes);
    }

    /** Sessions a day, as far as they are known now. */
    public double sessionsADay() {
        return sessionsAnHour() * DAY;
    }

    /** Of the time it works: while it is occupied none can start. */
    private double sessionsAnHour() {
        double available = hours + occupiedHours > 0 ? hours / (hours + occupiedHours) : 1;
        return demand.rate(sessions, hours) * available;
    }
}
