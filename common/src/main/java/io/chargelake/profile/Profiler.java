package io.chargelake.profile;

import io.chargelake.profile.ColumnProfile.Missing;
import io.chargelake.profile.ColumnProfile.Spelling;
import io.chargelake.profile.ColumnProfile.Summary;
import io.chargelake.profile.ColumnProfile.Suspicions;
import io.chargelake.profile.ColumnProfile.Variety;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Concludes from a table's sketch what is known of the table. */
public final class Profiler {
    private static final int MOST_TOP = 10;
    private static final double MOSTLY = 0.5;
    private static final double NEARLY_UNIQUE = 0.98;
    private static final int FEW_ROWS = 2;
    private static final Set<String> UTC = Set.of("UTC", "GMT", "Z", "Etc/UTC", "+00:00");

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
                        .filter(i -> table.repeats(i) + table.incomplete(i) == 0)
                        .mapToObj(i -> words(table.pairs().get(i)))
                        .toList()
                : single;
    }

    /** Measured values differ from row to row by chance. */
    private static boolean isKeyLike(ColumnProfile column) {
        return !column.readsAs().startsWith("decimal") && !column.readsAs().equals("list");
    }

    private static String words(ColumnPair pair) {
        return pair.one() + " + " + pair.other();
    }

    /** What would be a key without a few values, or without the rows that are there before. */
    private List<String> nearKeys(List<ColumnProfile> profiles) {
        if (table.rows() < FEW_ROWS) {
            return List.of();
        }
        long duplicates = table.distinctRows().repeats();
        double most = duplicates + (1 - NEARLY_UNIQUE) * table.rows();
        var near = new ArrayList<String>();
        for (ColumnProfile column : profiles) {
            long repeats = column.variety().repeats();
            if (ColumnName.of(column.name()).isId()
                    && isKeyLike(column)
                    && repeats > 0
                    && repeats <= most
                    && column.missing().share() <= 1 - NEARLY_UNIQUE) {
                near.add(near(
                        column.name(), repeats, table.rows() - column.missing().given(), duplicates));
            }
        }
        if (near.isEmpty() && keys(profiles).isEmpty()) {
            IntStream.range(0, table.pairs().size())
                    .filter(pair -> table.repeats(pair) + table.incomplete(pair) > 0)
                    .filter(pair -> table.repeats(pair) + table.incomplete(pair) <= most)
                    .mapToObj(pair -> near(
                            words(table.pairs().get(pair)), table.repeats(pair), table.incomplete(pair), duplicates))
                    .forEach(near::add);
        }
        return near;
    }

    private static String near(String key, long repeats, long missing, long duplicates) {
        return key + ": " + Words.count(repeats) + (repeats == 1 ? " value comes" : " values come") + " again"
                + (repeats == duplicates && repeats > 0 ? ", in rows that are there before" : "")
                + (missing > 0 ? ", missing in " + Words.count(missing) + (missing == 1 ? " row" : " rows") : "");
    }

    private ColumnProfile column(int place) {
        ColumnSketch column = columns.get(place);
        Reading reading = readings.get(place);
        Missing missing = missing(column);
        Optional<UnitSuspicion> unit = UnitSuspicion.of(place, column, reading, units);
        Optional<Suspicion> zone = reading.isMoment() ? Optional.of(zone(column)) : Optional.empty();
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

    /** An offset of zero that another column contradicts was put there by a program that did not know better. */
    private Suspicion zone(ColumnSketch column) {
        Suspicion told = column.timeStats().clock().suspicion();
        return told.what().equals("UTC") ? statedZone(column).orElse(told) : told;
    }

    private Optional<Suspicion> statedZone(ColumnSketch times) {
        boolean isStart = ColumnName.of(times.name()).isStart();
        return columns.stream()
                .filter(column ->
                        ColumnName.of(column.name()).isZone() && column.texts().count() > 0)
                .min(Comparator.comparing(column -> ColumnName.of(column.name()).isStart() == isStart ? 0 : 1))
                .flatMap(column -> column.top().most(1).stream()
                        .filter(value -> !UTC.contains(value.value()))
                        .map(value -> Suspicion.doubtful(
                                value.value(),
                                "times are marked as UTC, but " + column.name() + " says " + value.value()))
                        .findFirst());
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
                distinct.isUnique() ? column.given() : Math.min(distinct.distinct(), column.given()),
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
