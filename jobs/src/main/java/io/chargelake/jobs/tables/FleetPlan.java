package io.chargelake.jobs.tables;

/** What each vehicle does while it is plugged in, by strategy and slot. */
public final class FleetPlan {
    public static final Col STRATEGY = Col.string("strategy").required().means("by which it was planned");
    public static final Col SITE_ID = Col.string("site_id").required().means("where the vehicle stays");
    public static final Col VEHICLE_ID =
            Col.string("vehicle_id").personal().required().means("vehicle");
    public static final Col SLOT_START = Col.timestamp("slot_start").required().means("when the slot begins");
    public static final Col POWER_KW = Col.real("power_kw")
            .required()
            .unit("kW")
            .means("mean power over the slot at the grid's side of the charger; below 0 where it gives back");
    public static final Col STATE = Col.string("state").required().means("`charge`, `discharge` or `idle`");
    public static final Col SOC = Col.real("soc").required().unit("%").means("state of charge at the slot's end");
    public static final Col REASON = Col.string("reason").required().means("why, see energy.md");

    public static final Table TABLE = Table.of(
                    "fleet_plan",
                    Layer.GOLD,
                    "Charging plans: what each vehicle does in each slot, and why",
                    STRATEGY,
                    SITE_ID,
                    VEHICLE_ID,
                    SLOT_START,
                    POWER_KW,
                    STATE,
                    SOC,
                    REASON)
            .byDayOf(SLOT_START)
            .key(STRATEGY, VEHICLE_ID, SLOT_START)
            .clusterBy(STRATEGY, SITE_ID, VEHICLE_ID, SLOT_START);

    private FleetPlan() {}
}
