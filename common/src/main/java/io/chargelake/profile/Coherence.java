package io.chargelake.profile;

import io.chargelake.profile.TableProfile.Incoherence;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoublePredicate;
import java.util.function.Predicate;

/** What columns say of each other: the sampled rows in which they contradict. */
final class Coherence {
    private static final double WEEK_H = 7 * 24;
    private static final double SECONDS_AN_HOUR = 3_600;
    private static final double SAME_H = 1.0 / 60;
    private static final double SAME_SHARE = 0.01;
    private static final double SAME_PLACE = 1e-9;

    private final List<ColumnSketch> columns;
    private final RowSample sample;
    private final List<RowSample.Sampled> rows;
    private final SampledTimes times;
    private final List<Incoherence> found = new ArrayList<>();

    private Coherence(List<ColumnSketch> columns, RowSample sample, List<RowSample.Sampled> rows) {
        this.columns = columns;
        this.sample = sample;
        this.rows = rows;
        this.times = new SampledTimes(columns);
    }

    static List<Incoherence> of(
            List<ColumnSketch> columns,
            Roles roles,
            UnitEvidence units,
            RowSample sample,
            List<RowSample.Sampled> rows) {
        var coherence = new Coherence(columns, sample, rows);
        roles.spans().forEach(coherence::order);
        if (!roles.spans().isEmpty() && roles.duration() != Roles.NONE) {
            coherence.duration(roles.spans().get(0), roles.duration(), units);
        }
        coherence.places();
        return coherence.found;
    }

    private void order(Roles.TimeSpan span) {
        String start = name(span.start());
        String end = name(span.end());
        note("end_before_start", end + " is before " + start, row -> times.hours(row, span), hours -> hours < 0);
        note(
                "longer_than_a_week",
                end + " is more than a week after " + start,
                row -> times.hours(row, span),
                hours -> hours > WEEK_H);
    }

    private void duration(Roles.TimeSpan span, int duration, UnitEvidence units) {
        units.duration(duration)
                .ifPresent(unit -> note(
                        "duration_disagrees",
                        name(duration) + " is not " + name(span.end()) + " minus " + name(span.start()),
                        row -> {
                            double hours = times.hours(row, span);
                            double off = Math.abs(unit.toPlain(row.cell(duration)) / SECONDS_AN_HOUR - hours);
                            return Double.isNaN(off) ? off : off / Math.max(SAME_H, SAME_SHARE * Math.abs(hours));
                        },
                        off -> off > 1));
    }

    private void places() {
        int latitude = first(ColumnName::isLatitude);
        int longitude = first(ColumnName::isLongitude);
        if (latitude != Roles.NONE && longitude != Roles.NONE) {
            note(
                    "place_0_0",
                    name(latitude) + " and " + name(longitude) + " are both 0",
                    row -> Math.abs(row.cell(latitude)) + Math.abs(row.cell(longitude)),
                    off -> off < SAME_PLACE);
        }
    }

    private int first(Predicate<ColumnName> fits) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).numbers().count() > 0
                    && fits.test(ColumnName.of(columns.get(i).name()))) {
                return i;
            }
        }
        return Roles.NONE;
    }

    private void note(String code, String sentence, SampledColumn.Value value, DoublePredicate contradicts) {
        OptionalDouble share = SampledColumn.of(rows, value).share(contradicts);
        if (share.isPresent() && share.getAsDouble() > 0) {
            found.add(new Incoherence(code, sentence, share.getAsDouble(), sample.isWhole()));
        }
    }

    private String name(int column) {
        return columns.get(column).name();
    }
}
