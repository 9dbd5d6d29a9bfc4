package io.chargelake.anomaly;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Collection;

/**
 * How often sessions start at devices like these: the shape of the week, common to all, and how rates differ between devices. A device's own
 * rate is drawn towards its peers' by a gamma prior, whose shape and strength come from the devices themselves (method of moments).
 */
public final class Demand implements Serializable {
    private static final long serialVersionUID = 1;

    public static final int WEEK = 168;
    private static final int DAY = 24;

    /** What is usual weighs as much as so many sessions that were expected. */
    private static final double FAMILIAR = 50;

    /** Devices differ at least by so much of their mean rate, however few were seen. */
    private static final double LEAST_VARIATION = 0.05;

    private final double[] shape;
    private final double priorSessions;
    private final double priorHours;

    /** What a device did over all hours: sessions, and available hours weighed by the shape of the week. */
    public record Use(long sessions, double hours) {}

    private Demand(double[] shape, double priorSessions, double priorHours) {
        this.shape = shape;
        this.priorSessions = priorSessions;
        this.priorHours = priorHours;
    }

    /**
     * The shape of the week: how much likelier than on average a session starts.
     *
     * @param sessions by hour of the week, of all devices; {@code hours} they were available
     */
    public static double[] shape(long[] sessions, double[] hours) {
        double all = Arrays.stream(hours).sum();
        double rate = all > 0 ? Arrays.stream(sessions).sum() / all : 0;
        double[] shape = new double[WEEK];
        Arrays.fill(shape, 1);
        if (rate > 0) {
            for (int w = 0; w < WEEK; w++) {
                shape[w] = relative(sessions, hours, w, rate);
            }
        }
        return shape;
    }

    /** Of the hour of the week, drawn to that of its hour of the day, and this to 1. */
    private static double relative(long[] sessions, double[] hours, int week, double rate) {
        long n = 0;
        double h = 0;
        for (int w = week % DAY; w < WEEK; w += DAY) {
            n += sessions[w];
            h += hours[w];
        }
        double ofDay = (n + FAMILIAR) / (h * rate + FAMILIAR);
        return (sessions[week] + FAMILIAR * ofDay) / (hours[week] * rate + FAMILIAR);
    }

    /** @param shape of the week, and {@code uses} of all devices */
    public static Demand of(double[] shape, Collection<Use> uses) {
        double sessions = 0;
        double hours = 0;
        for (Use use : uses) {
            sessions += use.sessions();
            hours += use.hours();
        }
        if (!(hours > 0 && sessions > 0)) {
            return new Demand(shape.clone(), 1, WEEK); // nothing is known: as if one session a week were usual
        }
        double mean = sessions / hours;
        double off = 0;
        double noise = 0;
        for (Use use : uses) {
            if (use.hours() > 0) {
                double rate = use.sessions() / use.hours();
                off += use.hours() * (rate - mean) * (rate - mean);
                noise += mean;
            }
        }
        double variance = Math.max((off - noise) / hours, LEAST_VARIATION * mean * LEAST_VARIATION * mean);
        return new Demand(shape.clone(), mean * mean / variance, mean / variance);
    }

    public double shape(int weekHour) {
        return shape[weekHour];
    }

    /** Sessions a weighed hour, of a device of which so much was seen. */
    public double rate(double sessions, double hours) {
        return (priorSessions + sessions) / (priorHours + hours);
    }

    /**
     * How improbable it is that a device of which so much was seen has no session in so many more weighed hours, as a power of ten: what its
     * rate might be is weighed by how well it is known, so that little history makes for little alarm.
     */
    public double silenceScore(double sessions, double hours, double silentHours) {
        double before = priorHours + hours;
        return (priorSessions + sessions) * Math.log10((before + silentHours) / before);
    }
}
