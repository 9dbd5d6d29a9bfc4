package io.chargelake.jobs.tables;

/** The best next sites, in the order they were chosen. */
public final class SiteCandidate {
    public static final Col RANK = Col.integer("rank").required().means("1 is built first");
    public static final Col SITE_ID =
            Col.string("site_id").required().means("id in the candidates' file, or an H3 cell");
    public static final Col LATITUDE = Col.real("latitude").required().unit("deg");
    public static final Col LONGITUDE = Col.real("longitude").required().unit("deg");
    public static final Col GAIN = Col.real("gain").required().means("what it adds to the objective");
    public static final Col WEIGHT_SERVED =
            Col.real("weight_served").required().means("weight in its reach that nothing served before");
    public static final Col CELLS_SERVED =
            Col.integer("cells_served").required().means("cells that hold it");
    public static final Col UTILISATION = Col.real("utilisation")
            .means("share of time it is expected to be occupied; empty where only weight counts");
    public static final Col UTILISATION_BASIS = Col.string("utilisation_basis")
            .required()
            .means("`candidates` (their file), `utilization` (stations near it), or `none`");
    public static final Col CUMULATIVE_SHARE = Col.real("cumulative_share")
            .required()
            .means("objective reached with it and those before, of what all candidates together would reach");
    public static final Col NEAREST_KM =
            Col.real("nearest_km").unit("km").means("to the nearest station that meets the need now");
    public static final Col REASON = Col.string("reason").required().means("why it was chosen, in words");
    public static final Col GUARANTEE = Col.string("guarantee").required().means("how good the choice is at least");

    public static final Table TABLE = Table.of(
                    "site_candidate",
                    Layer.GOLD,
                    "Best next sites for charging stations",
                    RANK,
                    SITE_ID,
                    LATITUDE,
                    LONGITUDE,
                    GAIN,
                    WEIGHT_SERVED,
                    CELLS_SERVED,
                    UTILISATION,
                    UTILISATION_BASIS,
                    CUMULATIVE_SHARE,
                    NEAREST_KM,
                    REASON,
                    GUARANTEE)
            .key(RANK);

    private SiteCandidate() {}
}
