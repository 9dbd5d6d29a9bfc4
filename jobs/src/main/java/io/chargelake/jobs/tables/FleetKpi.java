package io.chargelake.jobs.tables;

/** Figures about plans, of a site or of all. */
public final class FleetKpi {
    public static final Col STRATEGY = Col.string("strategy").required().means("by which it was planned");
    public static final Col LEVEL = Col.string("level").required().means("`all` or `site`");
    public static final Col KEY = Col.string("key").required().means("which site; `all`");
    public static final Col KPI = Col.string("kpi").required().means("name of the figure, see energy.md");
    public static final Col VALUE = Col.real("value").means("empty where it can't be said, infinite for never");
    public static final Col UNIT =
            Col.string("unit").required().means("`kWh`, `kW`, `share`, the currency; empty text for numbers of things");
    public static final Col FROM_TIME = Col.timestamp("from_time").required().means("when the planned time begins");

    public static final Table TABLE = Table.of(
                    "fleet_kpi",
                    Layer.GOLD,
                    "Figures about charging plans; savings are those against uncontrolled charging of as much energy",
                    STRATEGY,
                    LEVEL,
                    KEY,
                    KPI,
                    VALUE,
                    UNIT,
                    FROM_TIME)
            .byDayOf(FROM_TIME)
            .key(STRATEGY, LEVEL, KEY, KPI, FROM_TIME)
            .clusterBy(STRATEGY, LEVEL, KEY, KPI);

    private FleetKpi() {}
}
