package io.chargelake.jobs.tables;

/** How far each model was from what then came, beside forecasts that need no model. */
public final class BacktestScore {
    public static final Col SERIES =
            Col.string("series").required().means("file or level of the lake that was forecast");
    public static final Col MODEL = Col.string("model")
            .required()
            .means("a model, or `last_observation`, `same_hour_yesterday`, `same_hour_last_week`, `mean_profile`");
    public static final Col HORIZON_H =
            Col.integer("horizon_h").required().unit("h").means("hours from the last one known to the one forecast");
    public static final Col MAE = Col.real("mae").required().means("mean absolute error, in the series' unit");
    public static final Col RMSE = Col.real("rmse").required().means("root of the mean squared error");
    public static final Col RAE = Col.real("rae")
            .means("sum of absolute errors by that of the truth from its mean; empty where it never changes");
    public static final Col WAPE =
            Col.real("wape").means("sum of absolute errors by that of the truth; empty where that is 0");
    public static final Col COVERAGE_80 =
            Col.real("coverage_80").means("share of truths within the interval of 80 %; empty without one");
    public static final Col N = Col.bigint("n").required().means("forecasts");

    public static final Table TABLE = Table.of(
                    "backtest_score",
                    Layer.GOLD,
                    "Errors of forecasts, by model and horizon",
                    SERIES,
                    MODEL,
                    HORIZON_H,
                    MAE,
                    RMSE,
                    RAE,
                    WAPE,
                    COVERAGE_80,
                    N)
            .key(SERIES, MODEL, HORIZON_H);

    private BacktestScore() {}
}
