package io.chargelake.profile;

import io.chargelake.profile.ColumnProfile.Missing;
import io.chargelake.profile.ColumnProfile.Spelling;
import io.chargelake.profile.ColumnProfile.Summary;
import io.chargelake.profile.ColumnProfile.Suspicions;
import io.chargelake.profile.ColumnProfile.Variety;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Concludes from a table's sketch what is known of the table. */
public final class Profiler {
    private static final int MOST_TOP = 10;
    private static final double MOSTLY = 0.5;
    private static final double NEARLY_UNIQUE = 0.98;
    private static final int FEW_ROWS = 2;

    private final TableSketch table;
    private final List<ColumnSketch> columns;
    private final List<RowSample.Sampled> rows;
    private final List<Reading> readings;
    private final Roles roles;
    private final UnitEvidence units;
    private final Instant asOf;

    private Profiler(TableSketch table, Instant asOf) {
        this.table = table;
        this.columns = table.columns();
        this.rows = table.sample().rows();
        this.readings = columns.stream().map(Reading::of).toList();
        this.roles = Roles.of(columns, readings);
        this.units = new UnitEvidence(roles, columns, rows);
        this.asOf = asOf;
    }

    /** @param asOf times after it are in the future */
    public static TableProfile of(String name, TableSketch table, Instant asOf) {
        return new Profiler(table, asOf).profile(name);
    }

    private TableProfile profile(String name) {
        List<ColumnProfile> profiles =
                IntStream.range(0, columns.size()).mapToObj(this::column).toList();
        DistinctSample distinct = table.distinctRows();
        return new TableProfile(
                name,
                new TableProfile.Rows(
                        table.rows(),
                        table.brokenRows(),
                        distinct.repeats(),
                        distinct.isExact(),
                        rows.size(),
                        table.sample().isWhole()),
                keys(profiles),
                nearKeys(profiles),
                Coherence.of(columns, roles, units, table.sample(), rows),
                profiles,
                notes());
    }

    private List<String> notes() {
        var notes = new ArrayList<String>();
        if (table.valuesBeyond() > 0) {
            notes.add("only the first " + Words.count(TableSketch.MOST_COLUMNS) + " columns are looked at; "
                    + Words.count(table.valuesBeyond()) + " values are in others");
        }
        return notes;
    }

    /** Single columns; where there is none, pairs of them. */
    private List<String> keys(List<ColumnProfile> profiles) {
        if (table.rows() < FEW_ROWS) {
            return List.of();
        }
        List<String> single = profiles.stream()
                .filter(column -> column.variety().isUnique() && isKeyLike(column))
                .filter(column -> column.missing().given() == table.rows())
                .map(ColumnProfile::name)
                .toList();
        return single.isEmpty()
                ? IntStream.range(0, table.pairs().size())
                        .filter(table::isUnique)
                        .mapToObj(i -> table.pairs().get(i).one() + " + "
                                + table.pairs().get(i).other())
                        .toList()
                : single;
    }

    /** Measured values differ from row to row by chance. */
    private static boolean isKeyLike(ColumnProfile column) {
        return !column.readsAs().startsWith("decimal") && !column.readsAs().equals("list");
    }

    private List<String> nearKeys(List<ColumnProfile> profiles) {
        return profiles.stream()
                .filter(column -> !column.variety().isUnique() && isKeyLike(column))
                .filter(column -> ColumnName.of(column.name()).isPartOfKey())
                .filter(column -> column.variety().repeats()
                        <= (1 - NEARLY_UNIQUE) * column.missing().given())
                .filter(column -> column.missing().share() <= 1 - NEARLY_UNIQUE && table.rows() >= FEW_ROWS)
                .map(column -> column.name() + ": " + (column.variety().isExact() ? "" : "about ")
                        + Words.count(column.variety().repeats()) + " values come again")
                .toList();
    }

    private ColumnProfile column(int place) {
        ColumnSketch column = columns.get(place);
        Reading reading = readings.get(place);
        Missing missing = missing(column);
        Optional<UnitSuspicion> unit = UnitSuspicion.of(place, column, reading, units);
        Optional<Suspicion> zone =
                reading.isMoment() ? Optional.of(column.timeStats().clock().suspicion()) : Optional.empty();
        boolean personal = isPersonal(column, reading);
        return new ColumnProfile(
                column.name(),
                String.join(" or ", column.types()),
                reading.words(),
                missing,
                variety(column, personal),
                personal ? Optional.empty() : summary(place),
                personal ? List.of() : column.top().most(MOST_TOP),
                new Spelling(
                        column.texts().damaged(),
                        column.texts().repairable(),
                        column.texts().undecodable(),
                        column.texts().padded()),
                new Suspicions(unit.map(UnitSuspicion::suspicion), zone),
                Judge.of(column, reading, missing, unit, zone, asOf));
    }

    private Missing missing(ColumnSketch column) {
        long blanks = column.count(TextKind.BLANK);
        long words = column.count(TextKind.WORD_FOR_NOTHING);
        long given = column.given();
        long expected = Math.max(table.expected(column.name()), given + blanks + words);
        return new Missing(expected, expected - given - blanks - words, blanks, words, given);
    }

    private static Variety variety(ColumnSketch column, boolean personal) {
        DistinctSample distinct = column.distinct();
        return new Variety(
                Math.min(distinct.distinct(), column.given()),
                distinct.isExact(),
                distinct.isUnique(),
                distinct.repeats(),
                personal);
    }

    /** By its name, unless it holds measurements or times; or by what its values look like. */
    private static boolean isPersonal(ColumnSketch column, Reading reading) {
        ColumnName name = ColumnName.of(column.name());
        boolean named = name.isPersonal()
                && name.quantity().isEmpty()
                && !reading.isTime()
                && reading.kind() != TextKind.BOOLEAN;
        return named
                || (column.texts().count() > 0
                        && column.texts().naming() > MOSTLY * column.texts().count());
    }

    private Optional<Summary> summary(int place) {
        ColumnSketch column = columns.get(place);
        Reading reading = readings.get(place);
        if (reading.isNumber()) {
            return Optional.of(numbers(place, column));
        }
        if (reading.isTime()) {
            return Optional.of(times(place, column));
        }
        return column.texts().count() == 0
                ? Optional.empty()
                : Optional.of(new ColumnProfile.Texts(
                        column.texts().min(),
                        column.texts().max(),
                        column.texts().shortest(),
                        column.texts().longest()));
    }

    private Summary numbers(int place, ColumnSketch column) {
        SampledColumn sampled = SampledColumn.of(rows, row -> row.cell(place));
        return new ColumnProfile.Numbers(
                column.numbers().min(),
                column.numbers().max(),
                column.numbers().zeros(),
                column.numbers().negatives(),
                sampled.isEmpty() ? Optional.empty() : Optional.of(Quantiles.of(sampled.sorted())),
                sampled.isEmpty() ? Optional.empty() : Optional.of(Histogram.of(sampled.sorted())));
    }

    private Summary times(int place, ColumnSketch column) {
        var times = new SampledTimes(columns);
        SampledColumn sampled = SampledColumn.of(rows, row -> times.seconds(row, place));
        TimeStats stats = column.timeStats();
        return new ColumnProfile.Times(
                stats.min(),
                stats.max(),
                sampled.isEmpty() ? Optional.empty() : Optional.of(Quantiles.of(sampled.sorted())),
                LongStream.of(stats.clock().hours()).boxed().toList(),
                stats.numbers().words());
    }
}
