package io.chargelake.jobs.tables;

/**
 * Which master data the polls of a UTC day showed. Joining two such rows is min and max, so any order of deliveries, also repeated
 * ones, ends in the same rows, and the history that is derived from them is the same too. A row a device, day and version: that is
 * less than a hundredth of the facts.
 */
public final class DimensionSeen {
    public static final Col DIMENSION = Col.string("dimension").required().means("name of the dimension");
    public static final Col KEY = Col.string("key").required().means("key of the row in the dimension");
    public static final Col ATTRIBUTES =
            Col.string("attributes").required().means("its other columns as JSON, empty ones left out");
    public static final Col FIRST_SEEN =
            Col.timestamp("first_seen").required().means("first poll of the day that shows them, UTC");
    public static final Col LAST_SEEN =
            Col.timestamp("last_seen").required().means("last poll of the day that shows them, UTC");

    public static final Table TABLE = Table.of(
                    "dimension_seen",
                    Layer.CLEAN,
                    "Master data as the polls of each day showed it; the histories are made from it",
                    DIMENSION,
                    KEY,
                    ATTRIBUTES,
                    FIRST_SEEN,
                    LAST_SEEN)
            .byDayOf(FIRST_SEEN)
            .key(DIMENSION, KEY, ATTRIBUTES, Table.DAY)
            .clusterBy(DIMENSION, KEY);

    private DimensionSeen() {}
}
