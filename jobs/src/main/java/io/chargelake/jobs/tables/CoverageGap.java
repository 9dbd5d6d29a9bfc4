package io.chargelake.jobs.tables;

/** Where people or traffic are far from a charger of a kind: cells of the H3 grid, the weightiest first. */
public final class CoverageGap {
    public static final Col NEED = Col.string("need").required().means("`public`, `fast` (public and fast) or `any`");
    public static final Col RANK = Col.integer("rank").required().means("1 has most weight");
    public static final Col CELL = Col.string("cell").required().means("H3 cell");
    public static final Col LATITUDE =
            Col.real("latitude").required().unit("deg").means("of its centre");
    public static final Col LONGITUDE =
            Col.real("longitude").required().unit("deg").means("of its centre");
    public static final Col WEIGHT = Col.real("weight").required().means("people, traffic, sessions or stations in it");
    public static final Col WEIGHT_BASIS = Col.string("weight_basis")
            .required()
            .means("`file`, `sessions` of the lake, or `stations` where there are neither");
    public static final Col NEAREST_KM = Col.real("nearest_km")
            .unit("km")
            .means("from its centre to the nearest such charger; empty where there is none");
    public static final Col NEAREST_STATION = Col.string("nearest_station").means("source and id of that one");
    public static final Col LIMIT_KM =
            Col.real("limit_km").required().unit("km").means("further is a gap");

    public static final Table TABLE = Table.of(
                    "coverage_gap",
                    Layer.GOLD,
                    "Cells further from a charger than a limit",
                    NEED,
                    RANK,
                    CELL,
                    LATITUDE,
                    LONGITUDE,
                    WEIGHT,
                    WEIGHT_BASIS,
                    NEAREST_KM,
                    NEAREST_STATION,
                    LIMIT_KM)
            .key(NEED, CELL);

    private CoverageGap() {}
}
