package io.chargelake.forecast;

/** Forecasts that need no learning; every model has to be better. Where one looks back further than there is, it is the last observation. */
public enum Baseline {
    LAST_OBSERVATION,
    SAME_HOUR_YESTERDAY,
    SAME_HOUR_LAST_WEEK,
    MEAN_PROFILE;

    private static final int DAY = 24;
    private static final int WEEK = 168;

    /** As tables and options call it. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    double predict(HourlySeries of, WindowFeatures features, Windows windows, int window) {
        int s = windows.series()[window];
        int label = windows.label(window);
        int origin = windows.origin(window);
        double value =
                switch (this) {
                    case LAST_OBSERVATION -> of.value(s, origin);
                    case SAME_HOUR_YESTERDAY -> before(of, s, label, origin, DAY);
                    case SAME_HOUR_LAST_WEEK -> before(of, s, label, origin, WEEK);
                    case MEAN_PROFILE -> features.scale(s).profile(of.hourOfWeek(label));
                };
        return Double.isNaN(value) ? of.value(s, origin) : value;
    }

    private static double before(HourlySeries of, int series, int label, int origin, int period) {
        int hour = label - period;
        while (hour > origin) {
            hour -= period;
        }
        return hour < 0 ? Double.NaN : of.value(series, hour);
    }
}
