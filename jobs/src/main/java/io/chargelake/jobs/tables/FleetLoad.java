package io.chargelake.jobs.tables;

/** What a site draws under a plan, by slot. */
public final class FleetLoad {
    public static final Col STRATEGY = Col.string("strategy").required().means("by which it was planned");
    public static final Col SITE_ID = Col.string("site_id").required().means("site");
    public static final Col SLOT_START = Col.timestamp("slot_start").required().means("when the slot begins");
    public static final Col BASE_KW =
            Col.real("base_kw").required().unit("kW").means("what the site draws apart from vehicles");
    public static final Col SOLAR_KW =
            Col.real("solar_kw").required().unit("kW").means("what its own panels give");
    public static final Col VEHICLES_KW =
            Col.real("vehicles_kw").required().unit("kW").means("what its vehicles draw, less what they give back");
    public static final Col NET_KW =
            Col.real("net_kw").required().unit("kW").means("what the grid sees: base - solar + vehicles");
    public static final Col UNCONTROLLED_KW = Col.real("uncontrolled_kw")
            .required()
            .unit("kW")
            .means("what the grid would see if the same vehicles took as much energy uncontrolled");
    public static final Col LIMIT_KW =
            Col.real("limit_kw").unit("kW").means("what the site may draw; empty where nobody limits it");
    public static final Col PRICE = Col.real("price").required().means("of a kWh, in the tariff's currency");
    public static final Col CONNECTED = Col.integer("connected").required().means("vehicles plugged in");

    public static final Table TABLE = Table.of(
                    "fleet_load",
                    Layer.GOLD,
                    "What sites draw under charging plans, beside uncontrolled charging",
                    STRATEGY,
                    SITE_ID,
                    SLOT_START,
                    BASE_KW,
                    SOLAR_KW,
                    VEHICLES_KW,
                    NET_KW,
                    UNCONTROLLED_KW,
                    LIMIT_KW,
                    PRICE,
                    CONNECTED)
            .byDayOf(SLOT_START)
            .key(STRATEGY, SITE_ID, SLOT_START)
            .clusterBy(STRATEGY, SITE_ID, SLOT_START);

    private FleetLoad() {}
}
