package io.chargelake.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a model is told of a window: its hours, how long it has stood still or gone on evenly, and the habits its series had in the hours
 * that are learnt from. Values are standardised by the series; nothing after the window's last hour is looked at but the calendar.
 */
final class WindowFeatures {
    private static final double EVEN = 1e-6;

    private final HourlySeries of;
    private final SeriesScale[] scales;

    /** @param train hours that are learnt from */
    WindowFeatures(HourlySeries of, int train) {
        this.of = of;
        scales = IntStream.range(0, of.series())
                .mapToObj(s -> new SeriesScale(of, s, train))
                .toArray(SeriesScale[]::new);
    }

    SeriesScale scale(int series) {
        return scales[series];
    }

    static List<String> names(int lookback) {
        var names = new ArrayList<String>();
        for (int back = lookback - 1; back > 0; back--) {
            names.add("change_since_" + back + "h");
        }
        names.addAll(List.of(
                "last",
                "bend",
                "still_h",
                "even_h",
                "zero_share",
                "last_is_zero",
                "mean",
                "spread",
                "highest",
                "lowest",
                "hour_of_day",
                "day_of_week",
                "series_mean",
                "series_deviation",
                "series_variation",
                "series_zero_share",
                "series_same_share",
                "series_step",
                "profile",
                "profile_change",
                "profile_of_day_kind"));
        return List.copyOf(names);
    }

    /** One array a feature. */
    float[][] columns(Windows windows) {
        int features = names(windows.lookback()).size();
        float[][] columns = new float[features][windows.count()];
        float[] row = new float[features];
        for (int i = 0; i < windows.count(); i++) {
            fill(windows, i, row);
            for (int f = 0; f < features; f++) {
                columns[f][i] = row[f];
            }
        }
        return columns;
    }

    float[] row(Windows windows, int window) {
        float[] row = new float[names(windows.lookback()).size()];
        fill(windows, window, row);
        return row;
    }

    private void fill(Windows windows, int window, float[] row) {
        int s = windows.series()[window];
        SeriesScale scale = scales[s];
        int origin = windows.origin(window);
        double[] z = IntStream.range(0, windows.lookback())
                .mapToDouble(k -> scale.standard(of.value(s, windows.start()[window] + k)))
                .toArray();
        double last = z[z.length - 1];
        int f = 0;
        for (int k = 0; k < z.length - 1; k++) {
            row[f++] = (float) (z[k] - last);
        }
        row[f++] = (float) last;
        row[f++] = (float) bend(z, z.length - 1);
        row[f++] = still(z);
        row[f++] = even(z);
        f = spread(z, scale.standard(0), row, f);
        int hour = of.hourOfDay(windows.label(window));
        row[f++] = hour;
        row[f++] = of.dayOfWeek(windows.label(window));
        row[f++] = (float) scale.mean;
        row[f++] = (float) scale.deviation;
        row[f++] = (float) (scale.mean / scale.deviation);
        row[f++] = (float) scale.zeroShare;
        row[f++] = (float) scale.sameShare;
        row[f++] = (float) scale.step;
        row[f++] = (float) scale.hour(hour);
        row[f++] = (float) (scale.hour(hour) - scale.hour(of.hourOfDay(origin)));
        row[f] = (float) scale.hour(hour, of.isWeekend(windows.label(window)));
    }

    private static int spread(double[] z, double zero, float[] row, int at) {
        double sum = 0;
        double squares = 0;
        double high = z[0];
        double low = z[0];
        int zeros = 0;
        for (double value : z) {
            sum += value;
            squares += value * value;
            high = Math.max(high, value);
            low = Math.min(low, value);
            zeros += value == zero ? 1 : 0;
        }
        double mean = sum / z.length;
        int f = at;
        row[f++] = (float) zeros / z.length;
        row[f++] = z[z.length - 1] == zero ? 1 : 0;
        row[f++] = (float) mean;
        row[f++] = (float) Math.sqrt(Math.max(0, squares / z.length - mean * mean));
        row[f++] = (float) high;
        row[f++] = (float) low;
        return f;
    }

    /** How much the step to hour k differs from the one before. */
    private static double bend(double[] z, int k) {
        return k < 2 ? 0 : Math.abs(z[k] - 2 * z[k - 1] + z[k - 2]);
    }

    private static int still(double[] z) {
        int hours = 0;
        for (int k = z.length - 1; k > 0 && z[k] == z[k - 1]; k--) {
            hours++;
        }
        return hours;
    }

    /** Hours of equal steps: some publishers draw straight lines across what was not observed. */
    private static int even(double[] z) {
        int hours = 0;
        for (int k = z.length - 1; k > 1 && bend(z, k) < EVEN; k--) {
            hours++;
        }
        return hours;
    }
}
