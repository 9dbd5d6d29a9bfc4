package io.chargelake.jobs.status;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.to_date;

import io.chargelake.jobs.lake.Days;
import io.chargelake.jobs.lake.Run;
import io.chargelake.jobs.lake.SmallQueries;
import io.chargelake.jobs.tables.ChargingPoint;
import io.chargelake.jobs.tables.Connector;
import io.chargelake.jobs.tables.DimensionSeen;
import io.chargelake.jobs.tables.FlatPolls;
import io.chargelake.jobs.tables.History;
import io.chargelake.jobs.tables.Table;
import io.chargelake.jobs.tables.Tables;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * The dimensions of a delivery: master data with its history where it is given, and at least the ids that were polled. An id known by
 * its polls alone has empty attributes, and never takes those away that are known.
 */
final class Dimensions {
    private static final String HAD = "_had";
    private static final Column[] ROW = {
        DimensionSeen.DIMENSION.col(), DimensionSeen.KEY.col(), DimensionSeen.ATTRIBUTES.col()
    };

    /** @param seen master data with the polls that showed it: the columns of {@link DimensionSeen}, without the day */
    static void write(Run run, Dataset<Row> polls, Optional<Dataset<Row>> seen) {
        // few rows made of all polls: kept, and counted to choose how to go on with them
        Dataset<Row> polled = polled(polls).persist();
        Optional<Dataset<Row>> shown = seen.map(Histories::joined).map(Dataset::persist);
        try {
            Map<LocalDate, Long> days = shown.map(Dimensions::days).orElse(Map.of());
            if (days.isEmpty()) {
                small(run, polled.count(), () -> writeCurrent(run, polled));
            } else {
                write(run, polled, shown.get(), days);
            }
        } finally {
            shown.ifPresent(Dataset::unpersist);
            polled.unpersist();
        }
    }

    private static void write(Run run, Dataset<Row> polled, Dataset<Row> seen, Map<LocalDate, Long> days) {
        small(
                run,
                days.values().stream().mapToLong(n -> n).sum(),
                () -> writeSeen(run, seen.drop(Table.DAY.name()), days.keySet()));
        Dataset<Row> stored = storedVersions(run);
        Dataset<Row> versions =
                versions(run, stored, Collections.min(days.keySet())).persist();
        try {
            small(run, versions.count() + polled.count(), () -> {
                writeHistories(run, versions, stored);
                Dataset<Row> current =
                        versions.where(History.VALID_TO.col().isNull()).select(ROW);
                writeCurrent(run, current.union(polled));
            });
        } finally {
            versions.unpersist();
        }
    }

    private static void small(Run run, long rows, Runnable work) {
        SmallQueries.ofRows(run.spark(), rows, () -> {
            work.run();
            return rows;
        });
    }

    /** What files without a time say is seen by the first and the last poll of each day of their delivery. */
    static Dataset<Row> seenByAll(Dataset<Row> master, Dataset<Row> polls) {
        Dataset<Row> days = polls.groupBy(to_date(FlatPolls.QUERY_TIME.col()))
                .agg(
                        min(FlatPolls.QUERY_TIME.col()).as(DimensionSeen.FIRST_SEEN.name()),
                        max(FlatPolls.QUERY_TIME.col()).as(DimensionSeen.LAST_SEEN.name()));
        return master.crossJoin(days)
                .select(
                        DimensionSeen.DIMENSION.col(),
                        DimensionSeen.KEY.col(),
                        DimensionSeen.ATTRIBUTES.col(),
                        DimensionSeen.FIRST_SEEN.col(),
                        DimensionSeen.LAST_SEEN.col());
    }

    private static void writeSeen(Run run, Dataset<Row> seen, Set<LocalDate> days) {
        Dataset<Row> stored = run.lake()
                .read(DimensionSeen.TABLE)
                .where(Table.DAY.col().isin(days.toArray()))
                .drop(Table.DAY.name());
        run.replaceDays(DimensionSeen.TABLE, days, Histories.joined(stored.unionByName(seen)));
    }

    private static Dataset<Row> storedVersions(Run run) {
        return Tables.MASTER.stream()
                .map(dimension -> MasterRows.of(
                        dimension,
                        run.lake().read(History.of(dimension)),
                        History.VALID_FROM.col(),
                        History.VALID_TO.col()))
                .reduce(Dataset::union)
                .orElseThrow();
    }

    private static Dataset<Row> versions(Run run, Dataset<Row> stored, LocalDate from) {
        return Histories.versions(
                        stored.where(History.VALID_FROM.col().lt(lit(Days.startOf(from)))),
                        run.lake()
                                .read(DimensionSeen.TABLE)
                                .where(Table.DAY.col().geq(lit(from))))
                .select(Stream.of(stored.columns()).map(functions::col).toArray(Column[]::new));
    }

    private static void writeHistories(Run run, Dataset<Row> versions, Dataset<Row> stored) {
        Set<String> changed = dimensions(versions.exceptAll(stored).union(stored.exceptAll(versions)));
        for (Table dimension : Tables.MASTER) {
            Table history = History.of(dimension);
            if (changed.contains(dimension.name()) || !run.lake().has(history)) {
                run.replace(
                        history,
                        MasterRows.typed(dimension, versions, History.VALID_FROM.col(), History.VALID_TO.col()));
            }
        }
    }

    /** Of a row with attributes and one without, the first counts; rows that are there as they are are not written again. */
    private static void writeCurrent(Run run, Dataset<Row> rows) {
        Dataset<Row> had = Tables.MASTER.stream()
                .map(dimension -> MasterRows.of(dimension, run.lake().read(dimension)))
                .reduce(Dataset::union)
                .orElseThrow()
                .withColumnRenamed(DimensionSeen.ATTRIBUTES.name(), HAD);
        Column attributes = DimensionSeen.ATTRIBUTES.col();
        Column hadThem = functions.col(HAD);
        // '{"' comes before '{}'
        Dataset<Row> changed = rows.groupBy(DimensionSeen.DIMENSION.col(), DimensionSeen.KEY.col())
                .agg(min(attributes).as(DimensionSeen.ATTRIBUTES.name()))
                .join(had, new String[] {DimensionSeen.DIMENSION.name(), DimensionSeen.KEY.name()}, "left")
                .where(hadThem.isNull()
                        .or(attributes.notEqual(MasterRows.NOTHING).and(attributes.notEqual(hadThem))))
                .persist();
        try {
            Set<String> dimensions = dimensions(changed);
            for (Table dimension : Tables.MASTER) {
                if (dimensions.contains(dimension.name()) || !run.lake().has(dimension)) {
                    run.merge(dimension, MasterRows.typed(dimension, changed));
                }
            }
        } finally {
            changed.unpersist();
        }
    }

    /** The ids of the devices that were polled. */
    private static Dataset<Row> polled(Dataset<Row> polls) {
        Map<String, Table> dimensions = Map.of(Polls.POINT, ChargingPoint.TABLE, Polls.CONNECTOR, Connector.TABLE);
        return dimensions.entrySet().stream()
                .map(e -> polls.where(FlatPolls.DEVICE_TYPE.col().equalTo(e.getKey()))
                        .select(
                                lit(e.getValue().name()).as(DimensionSeen.DIMENSION.name()),
                                FlatPolls.DEVICE_ID.col().as(DimensionSeen.KEY.name()),
                                lit(MasterRows.NOTHING).as(DimensionSeen.ATTRIBUTES.name())))
                .reduce(Dataset::union)
                .orElseThrow()
                .distinct();
    }

    private static Set<String> dimensions(Dataset<Row> rows) {
        return new TreeSet<>(rows.select(DimensionSeen.DIMENSION.col())
                .distinct()
                .as(Encoders.STRING())
                .collectAsList());
    }

    /** How much was seen by day. */
    private static Map<LocalDate, Long> days(Dataset<Row> seen) {
        return seen.groupBy(Table.DAY.col()).count().collectAsList().stream()
                .collect(Collectors.toMap(row -> row.getLocalDate(0), row -> row.getLong(1)));
    }

    private Dimensions() {}
}
