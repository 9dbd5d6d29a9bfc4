package io.chargelake.jobs.profile;

import io.chargelake.profile.ColumnProfile;
import io.chargelake.profile.Quantiles;
import io.chargelake.profile.Suspicion;
import io.chargelake.profile.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a column's profile says, in words that the terminal and the page share. */
final class ColumnWords {
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
        return column.summary().map(ColumnWords::min).orElse("");
    }

    static String max(ColumnProfile column) {
        return column.summary().map(ColumnWords::max).orElse("");
    }

    static String median(ColumnProfile column) {
        return quantiles(column)
                .map(q -> column.summary().get() instanceof ColumnProfile.Times
                        ? Words.time(q.p50())
                        : Words.number(q.p50()))
                .orElse("");
    }

    static Optional<Quantiles> quantiles(ColumnProfile column) {
        return column.summary()
                .flatMap(summary -> summary instanceof ColumnProfile.Numbers numbers
                        ? numbers.quantiles()
                        : summary instanceof ColumnProfile.Times times ? times.quantiles() : Optional.empty());
    }

    private static String min(ColumnProfile.Summary summary) {
        return summary instanceof ColumnProfile.Numbers numbers
                ? Words.number(numbers.min())
                : summary instanceof ColumnProfile.Times times
                        ? Words.time(times.min())
                        : ((ColumnProfile.Texts) summary).min();
    }

    private static String max(ColumnProfile.Summary summary) {
        return summary instanceof ColumnProfile.Numbers numbers
                ? Words.number(numbers.max())
                : summary instanceof ColumnProfile.Times times
                        ? Words.time(times.max())
                        : ((ColumnProfile.Texts) summary).max();
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
