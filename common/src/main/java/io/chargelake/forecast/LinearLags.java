package io.chargelake.forecast;

/** Least squares over the standardised hours of a window: the plainest model that can be learnt. */
final class LinearLags {
    private static final double RIDGE = 1e-6;
    private final double[] weights; // the last one stands alone

    private LinearLags(double[] weights) {
        this.weights = weights;
    }

    static LinearLags fit(HourlySeries of, WindowFeatures features, Windows windows) {
        int n = windows.lookback() + 1;
        double[][] moments = new double[n][n + 1];
        double[] row = new double[n];
        for (int i = 0; i < windows.count(); i++) {
            fill(of, features, windows, i, row);
            double truth =
                    features.scale(windows.series()[i]).standard(of.value(windows.series()[i], windows.label(i)));
            for (int a = 0; a < n; a++) {
                for (int b = 0; b < n; b++) {
                    moments[a][b] += row[a] * row[b];
                }
                moments[a][n] += row[a] * truth;
            }
        }
        for (int a = 0; a < n; a++) {
            moments[a][a] += RIDGE * Math.max(1, windows.count());
        }
        return new LinearLags(solved(moments));
    }

    /** Gauss with the greatest pivot; the ridge keeps it from being singular. */
    private static double[] solved(double[][] m) {
        int n = m.length;
        for (int c = 0; c < n; c++) {
            int pivot = c;
            for (int r = c + 1; r < n; r++) {
                pivot = Math.abs(m[r][c]) > Math.abs(m[pivot][c]) ? r : pivot;
            }
            double[] swap = m[c];
            m[c] = m[pivot];
            m[pivot] = swap;
            for (int r = c + 1; r < n; r++) {
                double factor = m[r][c] / m[c][c];
                for (int k = c; k <= n; k++) {
                    m[r][k] -= factor * m[c][k];
                }
            }
        }
        double[] x = new double[n];
        for (int r = n - 1; r >= 0; r--) {
            double rest = m[r][n];
            for (int k = r + 1; k < n; k++) {
                rest -= m[r][k] * x[k];
            }
            x[r] = rest / m[r][r];
        }
        return x;
    }

    double predict(HourlySeries of, WindowFeatures features, Windows windows, int window) {
        double[] row = new double[weights.length];
        fill(of, features, windows, window, row);
        double z = 0;
        for (int i = 0; i < row.length; i++) {
            z += weights[i] * row[i];
        }
        SeriesScale scale = features.scale(windows.series()[window]);
        return scale.mean + scale.deviation * z;
    }

    private static void fill(HourlySeries of, WindowFeatures features, Windows windows, int window, double[] row) {
        int s = windows.series()[window];
        for (int k = 0; k < windows.lookback(); k++) {
            row[k] = features.scale(s).standard(of.value(s, windows.start()[window] + k));
        }
        row[windows.lookback()] = 1;
    }
}
