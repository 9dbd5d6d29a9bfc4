package io.chargelake.jobs.tables;

/** Charging stations as registers know them, whatever the register: those of the last delivery of each source. */
public final class StationRegister {
    public static final Col STATION_ID = Col.string("station_id").required().means("the source's own id");
    public static final Col SOURCE = Col.string("source").required().means("register it comes from");
    public static final Col NAME = Col.string("name");
    public static final Col ADDRESS = Col.string("address").means("street and number");
    public static final Col CITY = Col.string("city");
    public static final Col STATE = Col.string("state").means("state, province or Land as the source writes it");
    public static final Col POSTAL_CODE = Col.string("postal_code");
    public static final Col COUNTRY = Col.string("country").means("ISO 3166 code of two letters");
    public static final Col LATITUDE = Col.real("latitude").unit("deg");
    public static final Col LONGITUDE = Col.real("longitude").unit("deg");
    public static final Col OPERATOR = Col.string("operator").means("who runs it, or the network it belongs to");
    public static final Col ACCESS = Col.string("access").required().means("`public`, `private` or `unknown`");
    public static final Col OPEN_24_7 = Col.bool("open_24_7").means("empty where nothing is said of hours");
    public static final Col STATUS =
            Col.string("status").required().means("`operational`, `planned`, `out_of_service` or `unknown`");
    public static final Col OPENED_ON = Col.date("opened_on");
    public static final Col CONNECTOR_TYPES =
            Col.strings("connector_types").means("distinct, OCPI's words, in order; empty where none is told");
    public static final Col CONNECTORS = Col.integer("connectors").means("plugs and sockets; empty where not told");
    public static final Col MAX_POWER_KW =
            Col.real("max_power_kw").unit("kW").means("of its strongest connector; empty where not told");
    public static final Col FAST_CONNECTORS =
            Col.integer("fast_connectors").means("of 50 kW or more, or what the source counts as fast");
    public static final Col TEXT_RAW =
            Col.string("text_raw").means("texts that were decoded wrongly, as received (JSON); empty where none was");

    public static final Table TABLE = Table.of(
                    "station_register",
                    Layer.CLEAN,
                    "Charging stations of registers, current rows",
                    STATION_ID,
                    SOURCE,
                    NAME,
                    ADDRESS,
                    CITY,
                    STATE,
                    POSTAL_CODE,
                    COUNTRY,
                    LATITUDE,
                    LONGITUDE,
                    OPERATOR,
                    ACCESS,
                    OPEN_24_7,
                    STATUS,
                    OPENED_ON,
                    CONNECTOR_TYPES,
                    CONNECTORS,
                    MAX_POWER_KW,
                    FAST_CONNECTORS,
                    TEXT_RAW)
            .key(SOURCE, STATION_ID);

    private StationRegister() {}
}
