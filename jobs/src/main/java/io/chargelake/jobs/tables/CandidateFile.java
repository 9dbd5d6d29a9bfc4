package io.chargelake.jobs.tables;

/** Places where a station could be built. */
public final class CandidateFile {
    public static final Col SITE_ID = Col.string("site_id").required().means("name of the place");
    public static final Col LATITUDE = Col.real("latitude").required().unit("deg");
    public static final Col LONGITUDE = Col.real("longitude").required().unit("deg");
    public static final Col UTILISATION =
            Col.real("utilisation").means("share of time it is expected to be occupied, 0 to 1; of all or of none");

    public static final Table TABLE = Table.of(
                    "candidates",
                    Layer.RAW,
                    "Places where a station could be built (CSV or Parquet)",
                    SITE_ID,
                    LATITUDE,
                    LONGITUDE,
                    UTILISATION)
            .key(SITE_ID);

    private CandidateFile() {}
}
