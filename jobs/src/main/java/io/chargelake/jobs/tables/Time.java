package io.chargelake.jobs.tables;

/** Dimension: each poll's time, in the calendar of the network's zone. */
public final class Time {
    public static final Col QUERY_TIME = Col.timestamp("query_time").required().means("time of the poll, UTC");
    public static final Col HOUR = Col.integer("hour").means("0-23, local");
    public static final Col DAY_OF_MONTH = Col.integer("day").means("1-31, local");
    public static final Col WEEK = Col.integer("week").means("ISO week, local");
    public static final Col MONTH = Col.integer("month").means("1-12, local");
    public static final Col YEAR = Col.integer("year").means("local");
    public static final Col WEEKDAY = Col.integer("weekday").means("1 (Monday) to 7 (Sunday), local");

    public static final Table TABLE = Table.of(
                    "time",
                    Layer.CLEAN,
                    "Every time a poll was made, in the calendar of the network's zone",
                    QUERY_TIME,
                    HOUR,
                    DAY_OF_MONTH,
                    WEEK,
                    MONTH,
                    YEAR,
                    WEEKDAY)
            .key(QUERY_TIME);

    private Time() {}
}
