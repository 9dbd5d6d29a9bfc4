package io.chargelake.jobs.tables;

/** Dimension: a plug or socket of a charging point. */
public final class Connector {
    public static final Col ID_CONNECTOR = Col.string("id_connector").required().means("connector");
    public static final Col ID_CP = Col.string("id_cp").means("its charging point; empty when only polls are known");
    public static final Col FORMAT = Col.string("format").means("SOCKET or CABLE");
    public static final Col POWER_TYPE = Col.string("power_type").means("AC_1_PHASE, AC_3_PHASE or DC");
    public static final Col AMPERE = Col.integer("ampere").unit("A");
    public static final Col VOLTAGE = Col.integer("voltage").unit("V");
    public static final Col MAX_POWER = Col.integer("max_power").unit("kW");
    public static final Col STANDARD = Col.string("standard").means("connector type, OCPI's words");

    public static final Table TABLE = Table.of(
                    "connector",
                    Layer.CLEAN,
                    "Connectors, current rows",
                    ID_CONNECTOR,
                    ID_CP,
                    FORMAT,
                    POWER_TYPE,
                    AMPERE,
                    VOLTAGE,
                    MAX_POWER,
                    STANDARD)
            .key(ID_CONNECTOR);

    private Connector() {}
}
