package io.chargelake.jobs.tables;

/** How many devices will be occupied in the hours to come, by the last forecast of each level. */
public final class OccupancyForecast {
    public static final Col LEVEL = Col.string("level").required().means("`connector`, `point`, `station` or `city`");
    public static final Col KEY = Col.string("key").required().means("id of the device or station, or name");
    public static final Col MADE_AT =
            Col.timestamp("made_at").required().means("begin of the first hour that was not known");
    public static final Col HOUR = Col.timestamp("hour").required().means("begin of the hour, UTC");
    public static final Col HORIZON_H =
            Col.integer("horizon_h").required().unit("h").means("1 is the first hour that was not known");
    public static final Col VALUE = Col.real("value").required().means("devices occupied, mean of the hour");
    public static final Col P10 = Col.real("p10").required().means("one of ten hours will be below");
    public static final Col P90 = Col.real("p90").required().means("one of ten hours will be above");
    public static final Col MODEL = Col.string("model").required().means("name and version of the model");
    public static final Col DEVICES = Col.integer("devices").required().means("devices there are");

    public static final Table TABLE = Table.of(
                    "occupancy_forecast",
                    Layer.GOLD,
                    "Forecasts of occupied devices",
                    LEVEL,
                    KEY,
                    MADE_AT,
                    HOUR,
                    HORIZON_H,
                    VALUE,
                    P10,
                    P90,
                    MODEL,
                    DEVICES)
            .byDayOf(HOUR)
            .key(LEVEL, KEY, MADE_AT, HOUR);

    private OccupancyForecast() {}
}
