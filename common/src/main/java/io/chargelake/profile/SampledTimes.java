package io.chargelake.profile;

import java.util.List;

/** Times of sampled rows, read in the order that their columns' dates have. */
record SampledTimes(List<ColumnSketch> columns) {
    private static final double SECONDS_AN_HOUR = 3_600;

    double seconds(RowSample.Sampled row, int column) {
        double read = row.cell(column);
        ColumnSketch sketch = columns.get(column);
        return Double.isNaN(read) || !sketch.hasTimes()
                ? Double.NaN
                : sketch.timeStats().numbers().meant(read);
    }

    /** NaN where one of both is missing. */
    double hours(RowSample.Sampled row, Roles.TimeSpan span) {
        return (seconds(row, span.end()) - seconds(row, span.start())) / SECONDS_AN_HOUR;
    }
}
