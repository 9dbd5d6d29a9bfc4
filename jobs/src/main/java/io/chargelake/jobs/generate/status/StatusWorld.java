package io.chargelake.jobs.generate.status;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * What to generate: UTC days from (inclusive) to (exclusive), polled all at once every {@code pollIntervalS} seconds.
 * {@code damage} is the share of duplicated polls; every other kind of damage is a fixed fraction of it, see
 * {@link Damage}.
 */
public record StatusWorld(
        long seed, LocalDate from, LocalDate to, int points, int connectors, int pollIntervalS, double damage)
        implements Serializable {

    public static final int DEFAULT_POINTS = 2_423;
    public static final int DEFAULT_CONNECTORS = 2_806;
    public static final int DEFAULT_POLL_INTERVAL_S = 600;
    public static final double DEFAULT_DAMAGE = 0.01;

    static final int DAY_S = 86_400;

    /** Rows before 2010 are damage, so the world itself must begin later. */
    private static final LocalDate FIRST_DAY = LocalDate.of(2010, 1, 2);

    private static final LocalDate LAST_DAY = LocalDate.of(2100, 1, 1);
    private static final int MAX_CONNECTORS = 50_000_000;
    private static final int SHORTEST_INTERVAL_S = 60;

    public StatusWorld {
        check(
                !from.isBefore(FIRST_DAY) && !to.isAfter(LAST_DAY),
                "period is " + from + " to " + to + ", allowed is " + FIRST_DAY + " to " + LAST_DAY,
                "--from and --to");
        check(from.isBefore(to), "period is empty (" + from + " to " + to + ", to is exclusive)", "--from and --to");
        check(points >= 1, "there must be at least one point (" + points + ")", "--points");
        check(
                connectors >= points && connectors <= MAX_CONNECTORS,
                "each point needs a connector (" + connectors + ", allowed is " + points + " to " + MAX_CONNECTORS
                        + ")",
                "--connectors");
        check(
                pollIntervalS >= SHORTEST_INTERVAL_S && DAY_S % pollIntervalS == 0,
                "poll interval does not divide the day (" + pollIntervalS + " s, allowed are divisors of " + DAY_S
                        + " from " + SHORTEST_INTERVAL_S + ")",
                "--poll-interval");
        check(damage >= 0 && damage <= 1, "damage is no share (" + damage + ", allowed is 0 to 1)", "--damage");
    }

    public int days() {
        return (int) ChronoUnit.DAYS.between(from, to);
    }

    public int devices() {
        return points + connectors;
    }

    public int pollsPerDay() {
        return DAY_S / pollIntervalS;
    }

    long fromS() {
        return from.toEpochDay() * DAY_S;
    }

    long toS() {
        return to.toEpochDay() * DAY_S;
    }

    private static void check(boolean good, String reason, String option) {
        if (!good) {
            throw new IllegalArgumentException("Cannot generate statuses: " + reason + ", see " + option);
        }
    }
}
