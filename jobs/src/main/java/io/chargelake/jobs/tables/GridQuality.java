package io.chargelake.jobs.tables;

/** What a plan does to the grid at a site. */
public final class GridQuality {
    public static final Col STRATEGY = Col.string("strategy").required().means("by which it was planned");
    public static final Col SITE_ID = Col.string("site_id").required().means("site");
    public static final Col SLOT_START = Col.timestamp("slot_start").required().means("when the slot begins");
    public static final Col METRIC = Col.string("metric").required().means("name of the figure, see energy.md");
    public static final Col VALUE = Col.real("value").means("empty where its inputs are not known");
    public static final Col LIMIT = Col.real("limit").means("of the standard; empty where there is none");
    public static final Col OK =
            Col.bool("ok").required().means("whether the limit is kept; what is not known breaks none");
    public static final Col FORMULA = Col.string("formula").required().means("by which it is computed");

    public static final Table TABLE = Table.of(
                    "grid_quality",
                    Layer.GOLD,
                    "Power quality at sites under charging plans",
                    STRATEGY,
                    SITE_ID,
                    SLOT_START,
                    METRIC,
                    VALUE,
                    LIMIT,
                    OK,
                    FORMULA)
            .byDayOf(SLOT_START)
            .key(STRATEGY, SITE_ID, SLOT_START, METRIC)
            .clusterBy(STRATEGY, SITE_ID, SLOT_START, METRIC);

    private GridQuality() {}
}
