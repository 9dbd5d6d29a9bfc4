package io.chargelake.jobs.tables;

/** How much there is to charge where: people, traffic, anything that can be added up. */
public final class DemandFile {
    public static final Col CELL = Col.string("cell").means("H3 cell; or latitude and longitude");
    public static final Col LATITUDE = Col.real("latitude").unit("deg");
    public static final Col LONGITUDE = Col.real("longitude").unit("deg");
    public static final Col WEIGHT = Col.real("weight").required().means("0 or more");

    public static final Table TABLE = Table.of(
            "demand", Layer.RAW, "Weights of cells or places (CSV or Parquet)", CELL, LATITUDE, LONGITUDE, WEIGHT);

    private DemandFile() {}
}
