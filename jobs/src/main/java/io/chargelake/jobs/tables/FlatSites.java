package io.chargelake.jobs.tables;

/** Sites at which vehicles stay, as files tell them. */
public final class FlatSites {
    public static final Col SITE_ID = Col.string("site_id").required().means("site");
    public static final Col LIMIT_KW =
            Col.real("limit_kw").required().unit("kW").means("what it may draw or give; empty where nobody limits it");
    public static final Col TRANSFORMER_KVA =
            Col.real("transformer_kva").unit("kVA").means("its own transformer, if it has one");
    public static final Col VOLTAGE_LEVEL =
            Col.string("voltage_level").means("`LV` (400 V), `MV` (20 kV) or `HV` (63 kV) (default LV)");
    public static final Col SHORT_CIRCUIT_MVA = Col.real("short_circuit_mva")
            .unit("MVA")
            .means("what the grid gives into a short circuit there (default: by the transformer's impedance)");

    public static final Table TABLE = Table.of(
                    "flat_sites",
                    Layer.RAW,
                    "Sites at which vehicles stay (CSV or Parquet)",
                    SITE_ID,
                    LIMIT_KW,
                    TRANSFORMER_KVA,
                    VOLTAGE_LEVEL,
                    SHORT_CIRCUIT_MVA)
            .key(SITE_ID);

    private FlatSites() {}
}
