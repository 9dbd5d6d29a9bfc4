package io.chargelake.privacy.request;

/**
 * How far one request may go.
 *
 * @param cells estimated from the period and from how many values each column is expected to have
 */
public record Limits(int dimensions, int measures, long cells) {
    public static final Limits DEFAULT = new Limits(3, 8, 100_000);

    public Limits {
        if (dimensions < 1 || measures < 1 || cells < 1) {
            throw new IllegalArgumentException("Cannot limit requests to nothing (" + dimensions + " dimensions, "
                    + measures + " measures, " + cells + " cells)");
        }
    }
}
