package io.chargelake.forecast;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of time in three: hours before {@code validation} are learnt from, those before {@code test} choose, the rest up to {@code end}
 * proves. Slices are cut by whole hours, downwards.
 */
public record Fold(int number, int validation, int test, int end) {
    private static final double TRAIN_SHARE = 0.8;
    private static final double VALIDATION_SHARE = 0.1;

    public Fold {
        if (!(0 < validation && validation < test && test < end)) {
            throw new IllegalArgumentException("Cannot use fold " + number + ": its slices end at " + validation + ", "
                    + test + " and " + end + " (each after the one before)");
        }
    }

    /** Fold f is months 1 to f of the series; at most so many, and no more than there are months. */
    public static List<Fold> monthly(HourlySeries series, int most) {
        var folds = new ArrayList<Fold>();
        YearMonth first = YearMonth.from(series.start());
        for (int f = 1; f <= most; f++) {
            int end = hoursBefore(series, first.plusMonths(f));
            if (f > 1 && end == hoursBefore(series, first.plusMonths(f - 1))) {
                break;
            }
            int validation = (int) (end * TRAIN_SHARE);
            int test = validation + (int) (end * VALIDATION_SHARE);
            if (0 < validation && validation < test && test < end) {
                folds.add(new Fold(f, validation, test, end));
            }
        }
        return List.copyOf(folds);
    }

    private static int hoursBefore(HourlySeries series, YearMonth month) {
        long hours = java.time.temporal.ChronoUnit.HOURS.between(
                series.start(), month.atDay(1).atStartOfDay());
        return (int) Math.min(hours, series.hours());
    }
}
