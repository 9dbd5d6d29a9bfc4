package io.chargelake.jobs.generate.status;

import io.chargelake.generate.Draws;

/**
 * The kind of place decides when cars come and how long they stay. A profile is the relative number of arrivals in
 * each local hour; the figures are those of public AC and DC charging as operators report them, rounded.
 */
enum Place {
    RESIDENTIAL(
            0.40,
            new Profile(2.6, 1, 1, 1, 1, 1, 2, 4, 5, 4, 4, 4, 5, 5, 5, 6, 8, 12, 15, 15, 12, 8, 5, 3, 2),
            new Profile(2.5, 2, 1, 1, 1, 1, 1, 2, 3, 5, 7, 9, 9, 8, 8, 8, 8, 9, 10, 10, 8, 6, 4, 3, 2),
            new Stay(100, 0.8)),
    OFFICE(
            0.20,
            new Profile(3.4, 0.2, 0.2, 0.2, 0.2, 0.5, 2, 8, 18, 16, 9, 6, 6, 7, 7, 5, 4, 3, 2, 1, 1, 1, 0.5, 0.3, 0.2),
            new Profile(0.8, 0.5, 0.2, 0.2, 0.2, 0.2, 1, 2, 3, 5, 6, 7, 7, 7, 7, 6, 6, 5, 4, 3, 2, 2, 1, 1, 0.5),
            new Stay(170, 0.7)),
    SHOPPING(
            0.30,
            new Profile(
                    5.0, 0.2, 0.1, 0.1, 0.1, 0.2, 0.5, 2, 4, 7, 9, 10, 10, 9, 9, 9, 10, 12, 12, 9, 6, 3, 1, 0.6, 0.4),
            new Profile(
                    5.6, 0.4, 0.2, 0.1, 0.1, 0.1, 0.3, 1, 3, 7, 11, 13, 13, 12, 12, 11, 10, 9, 7, 5, 3, 2, 1, 0.8, 0.5),
            new Stay(48, 0.6)),
    MOTORWAY(
            0.10,
            new Profile(11, 1, 1, 1, 1, 2, 4, 6, 7, 7, 7, 8, 9, 9, 9, 9, 10, 10, 9, 7, 5, 4, 3, 2, 2),
            new Profile(13, 2, 1, 1, 1, 1, 2, 3, 5, 7, 10, 12, 12, 11, 11, 11, 11, 11, 10, 8, 6, 4, 3, 3, 2),
            new Stay(28, 0.45));

    private static final Place[] ALL = values();
    static final int COUNT = ALL.length;
    private static final double[] SHARES = {RESIDENTIAL.share, OFFICE.share, SHOPPING.share, MOTORWAY.share};
    private static final Stay OVERNIGHT = new Stay(480, 0.35);
    private static final double OVERNIGHT_SHARE = 0.55;
    private static final int EVENING_FROM = 18;
    private static final int EVENING_TO = 22;
    private static final int SHORTEST_STAY_S = 300;

    private final double share;
    private final Profile workday;
    private final Profile weekend;
    private final Stay stay;

    Place(double share, Profile workday, Profile weekend, Stay stay) {
        this.share = share;
        this.workday = workday;
        this.weekend = weekend;
        this.stay = stay;
    }

    static Place pick(Draws draws) {
        return ALL[draws.weighted(SHARES)];
    }

    static Place of(int index) {
        return ALL[index];
    }

    /** Arrivals per second at a free connector of average popularity. */
    double arrivalRate(int localWeekday, int localHour) {
        return (localWeekday >= 6 ? weekend : workday).perSecond(localHour);
    }

    /** Seconds that a car charges which arrives in this hour. Residents' evening charges last until the morning. */
    long chargingS(Draws draws, int localHour) {
        boolean evening = localHour >= EVENING_FROM && localHour <= EVENING_TO;
        boolean overnight = this == RESIDENTIAL && evening && draws.chance(OVERNIGHT_SHARE);
        Stay typical = overnight ? OVERNIGHT : stay;
        double minutes = draws.logNormal(typical.medianMin, typical.sigma);
        return Math.max(SHORTEST_STAY_S, (long) (minutes * 60));
    }

    private record Stay(double medianMin, double sigma) {}

    /** Arrivals a day, and their weights in the 24 local hours. */
    private static final class Profile {
        private final double[] perSecond = new double[24];

        Profile(double arrivals, double... weights) {
            double sum = 0;
            for (double weight : weights) {
                sum += weight;
            }
            for (int hour = 0; hour < 24; hour++) {
                perSecond[hour] = arrivals * weights[hour] / sum / 3600;
            }
        }

        double perSecond(int hour) {
            return perSecond[hour];
        }
    }
}
