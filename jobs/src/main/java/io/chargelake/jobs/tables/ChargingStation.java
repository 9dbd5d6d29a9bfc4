package io.chargelake.jobs.tables;

/** Dimension: where charging points stand and who runs them. */
public final class ChargingStation {
    public static final Col ID_CS = Col.integer("id_cs").required().means("station");
    public static final Col NAME = Col.string("name");
    public static final Col ADDRESS = Col.string("address");
    public static final Col CITY = Col.string("city");
    public static final Col POSTAL_CODE = Col.string("postal_code");
    public static final Col COUNTRY = Col.string("country").means("ISO 3166 code as the source gives it");
    public static final Col OWNER = Col.string("owner");
    public static final Col ROAMING = Col.bool("roaming");
    public static final Col LONGITUDE = Col.real("longitude").unit("deg");
    public static final Col LATITUDE = Col.real("latitude").unit("deg");
    public static final Col OPERATOR_NAME = Col.string("operator_name");
    public static final Col OPERATOR_HOTLINE = Col.string("operator_hotline");
    public static final Col OPEN_24_7 = Col.bool("open_24_7");

    public static final Col SOURCE_ID = Col.string("source_id")
            .means("the source's own id, where it is no whole number; id_cs is then negative and derived from it");

    public static final Table TABLE = Table.of(
                    "charging_station",
                    Layer.CLEAN,
                    "Charging stations, current rows",
                    ID_CS,
                    NAME,
                    ADDRESS,
                    CITY,
                    POSTAL_CODE,
                    COUNTRY,
                    OWNER,
                    ROAMING,
                    LONGITUDE,
                    LATITUDE,
                    OPERATOR_NAME,
                    OPERATOR_HOTLINE,
                    OPEN_24_7,
                    SOURCE_ID)
            .key(ID_CS);

    private ChargingStation() {}
}
