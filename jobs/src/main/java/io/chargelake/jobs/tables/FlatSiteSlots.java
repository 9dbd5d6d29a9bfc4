package io.chargelake.jobs.tables;

/** What sites draw and what their panels give, as files tell it. */
public final class FlatSiteSlots {
    public static final Col SITE_ID = Col.string("site_id").required().means("site");
    public static final Col SLOT_START = Col.timestamp("slot_start").required().means("from when on");
    public static final Col BASE_KW =
            Col.real("base_kw").required().unit("kW").means("what the site draws apart from vehicles");
    public static final Col SOLAR_KW = Col.real("solar_kw").unit("kW").means("what its own panels give (default 0)");

    public static final Table TABLE = Table.of(
                    "flat_site_slots",
                    Layer.RAW,
                    "Load and sun of sites (CSV or Parquet)",
                    SITE_ID,
                    SLOT_START,
                    BASE_KW,
                    SOLAR_KW)
            .key(SITE_ID, SLOT_START);

    private FlatSiteSlots() {}
}
