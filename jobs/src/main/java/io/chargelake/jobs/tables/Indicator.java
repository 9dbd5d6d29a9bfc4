package io.chargelake.jobs.tables;

/** A figure about trips, charge sessions or cycles of a local day, weekday, month or year. */
public final class Indicator {
    /** The dimension whose rows are about single vehicles. */
    public static final String VEHICLE = "vehicle";

    public static final Col PERIOD = Col.string("period").required().means("`day`, `weekday`, `month` or `year`");
    public static final Col PERIOD_START = Col.date("period_start")
            .required()
            .means("first local day; of a weekday, the first such day of its year, for all such days of it");
    public static final Col DIMENSION =
            Col.string("dimension").required().means("`all`, `vehicle`, `vehicle_type`, `battery_type` or `model`");
    public static final Col KEY =
            Col.string("key").required().means("which vehicle, type or model; `all`; `unknown` where not told");
    public static final Col INDICATOR =
            Col.string("indicator").required().means("name of the figure, see indicators.md");
    public static final Col UNIT = Col.string("unit").required().means("unit of the value");
    public static final Col VALUE = Col.real("value").required().means("the figure");
    public static final Col N = Col.bigint("n").required().means("trips, sessions or cycles it was made of");

    public static final Table TABLE = Table.of(
                    "indicator",
                    Layer.GOLD,
                    "Indicators of vehicles by local periods",
                    PERIOD,
                    PERIOD_START,
                    DIMENSION,
                    KEY,
                    INDICATOR,
                    UNIT,
                    VALUE,
                    N)
            .byDayOf(PERIOD_START)
            .key(PERIOD, PERIOD_START, DIMENSION, KEY, INDICATOR)
            .clusterBy(DIMENSION, INDICATOR, KEY)
            .personalWhere(DIMENSION, VEHICLE);

    private Indicator() {}
}
