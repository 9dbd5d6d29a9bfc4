package io.chargelake.jobs.profile;

import io.chargelake.profile.ColumnProfile;
import io.chargelake.profile.Quantiles;
import io.chargelake.profile.Suspicion;
import io.chargelake.profile.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** What a column's profile says, in words that the terminal and the page share. */
final class ColumnWords {
    private static final double DAYS_TELL = 3 * 86_400;
    static final String WITHHELD = "names someone: values are not shown";

    static String type(ColumnProfile column) {
        String stored = column.stored();
        boolean isSame = stored.isEmpty() || stored.equals(column.readsAs()) || isText(stored);
        return column.readsAs() + (isSame ? "" : " (" + stored + ")");
    }

    private static boolean isText(String stored) {
        return stored.equals("string") || stored.equals("name");
    }

    static String distinct(ColumnProfile column) {
        ColumnProfile.Variety variety = column.variety();
        return (variety.isExact() ? "" : "~") + Words.count(variety.distinct());
    }

    static String min(ColumnProfile column) {
        return bound(column, ColumnProfile.Numbers::min, ColumnProfile.Times::min, ColumnProfile.Texts::min);
    }

    static String max(ColumnProfile column) {
        return bound(column, ColumnProfile.Numbers::max, ColumnProfile.Times::max, ColumnProfile.Texts::max);
    }

    static String median(ColumnProfile column) {
        return quantiles(column).map(q -> value(column, q.p50())).orElse("");
    }

    /** A number or time of the column; where times lie far apart their days tell enough. */
    static String value(ColumnProfile column, double value) {
        if (!(column.summary().orElse(null) instanceof ColumnProfile.Times times)) {
            return Words.number(value);
        }
        String time = Words.time(value);
        int day = time.indexOf('T');
        return day > 0 && times.max() - times.min() > DAYS_TELL ? time.substring(0, day) : time;
    }

    static Optional<Quantiles> quantiles(ColumnProfile column) {
        return column.summary()
                .flatMap(summary -> summary instanceof ColumnProfile.Numbers numbers
                        ? numbers.quantiles()
                        : summary instanceof ColumnProfile.Times times ? times.quantiles() : Optional.empty());
    }

    private static String bound(
            ColumnProfile column,
            ToDoubleFunction<ColumnProfile.Numbers> ofNumbers,
            ToDoubleFunction<ColumnProfile.Times> ofTimes,
            Function<ColumnProfile.Texts, String> ofTexts) {
        ColumnProfile.Summary summary = column.summary().orElse(null);
        if (summary instanceof ColumnProfile.Numbers numbers) {
            return value(column, ofNumbers.applyAsDouble(numbers));
        }
        if (summary instanceof ColumnProfile.Times times) {
            return value(column, ofTimes.applyAsDouble(times));
        }
        return summary instanceof ColumnProfile.Texts texts ? ofTexts.apply(texts) : "";
    }

    /** How values lie between their bounds, or over the hours of the day. */
    static List<Long> shape(ColumnProfile column) {
        if (column.summary().orElse(null) instanceof ColumnProfile.Times times) {
            return times.hours().stream().anyMatch(count -> count > 0) ? times.hours() : List.of();
        }
        if (column.summary().orElse(null) instanceof ColumnProfile.Numbers numbers) {
            return numbers.histogram()
                    .map(histogram -> Arrays.stream(histogram.counts()).boxed().toList())
                    .orElse(List.of());
        }
        return List.of();
    }

    /** Reasons of the verdict, suspicions, and what else is worth a line. */
    static List<String> remarks(ColumnProfile column) {
        var remarks = new ArrayList<>(column.usability().reasons());
        column.suspicions()
                .unit()
                .filter(unit -> !unit.what().equals(Suspicion.MIXED))
                .ifPresent(unit -> remarks.add("unit " + words(unit)));
        column.suspicions()
                .zone()
                .filter(zone -> !remarks.contains(zone.because()))
                .ifPresent(zone -> remarks.add("zone " + words(zone)));
        if (column.variety().isPersonal()) {
            remarks.add(WITHHELD);
        }
        if (column.variety().distinct() == 1
                && column.variety().isExact()
                && column.missing().given() > 1) {
            remarks.add("the same value throughout");
        }
        return remarks;
    }

    private static String words(Suspicion suspicion) {
        return suspicion.what()
                + (suspicion.isDoubtful()
                        ? "? "
                        : suspicion.strength() == Suspicion.Strength.LIKELY ? ", likely: " : ": ")
                + (suspicion.isDoubtful() ? "(" + suspicion.because() + ")" : suspicion.because());
    }

    private ColumnWords() {}
}
