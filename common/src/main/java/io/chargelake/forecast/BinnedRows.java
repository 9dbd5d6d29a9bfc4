package io.chargelake.forecast;

/** Features of rows, by columns and in bins: a byte each. */
final class BinnedRows {
    private final int rows;
    private final Bins[] bins;
    private final byte[][] columns;

    /** @param features of each column, the values of all rows */
    BinnedRows(float[][] features) {
        rows = features[0].length;
        bins = new Bins[features.length];
        columns = new byte[features.length][];
        for (int i = 0; i < features.length; i++) {
            bins[i] = Bins.of(features[i]);
            columns[i] = bins[i].of(features[i], rows);
        }
    }

    int rows() {
        return rows;
    }

    int columns() {
        return columns.length;
    }

    Bins bins(int column) {
        return bins[column];
    }

    byte[] column(int column) {
        return columns[column];
    }
}
