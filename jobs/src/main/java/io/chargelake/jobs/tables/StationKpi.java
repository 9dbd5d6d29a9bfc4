package io.chargelake.jobs.tables;

/** Figures about the network of charging stations, with what they were divided of. */
public final class StationKpi {
    public static final Col LEVEL =
            Col.string("level").required().means("`all`, `country`, `state`, `city` or `operator`");
    public static final Col KEY = Col.string("key")
            .required()
            .means("which country, state, city or operator; `all`; `unknown` where not told");
    public static final Col DATE = Col.date("date").required().means("day the register stood so");
    public static final Col KPI = Col.string("kpi").required().means("name of the figure, see stations.md");
    public static final Col NUMERATOR = Col.real("numerator").required().means("what is divided");
    public static final Col DENOMINATOR = Col.real("denominator").required().means("by what");
    public static final Col VALUE = Col.real("value").means("numerator / denominator; empty where that is 0");
    public static final Col COUNTRY =
            Col.string("country").required().means("of a state or city, as names repeat; empty text else");
    public static final Col STATE = Col.string("state").required().means("of a city; empty text else");
    public static final Col UNKNOWN =
            Col.bigint("unknown").required().means("stations left out of it, as they are neither yes nor no");
    public static final Col UNKNOWN_SHARE = Col.real("unknown_share").required().means("of the stations");
    public static final Col BASIS = Col.string("basis")
            .required()
            .means("what it rests on, such as `register`, `live`, `history` or `opening dates`");

    public static final Table TABLE = Table.of(
                    "station_kpi",
                    Layer.GOLD,
                    "Figures about charging stations by place and operator",
                    LEVEL,
                    KEY,
                    DATE,
                    KPI,
                    NUMERATOR,
                    DENOMINATOR,
                    VALUE,
                    COUNTRY,
                    STATE,
                    UNKNOWN,
                    UNKNOWN_SHARE,
                    BASIS)
            .byDayOf(DATE)
            .key(LEVEL, COUNTRY, STATE, KEY, DATE, KPI)
            .clusterBy(LEVEL, KPI, KEY);

    private StationKpi() {}
}
