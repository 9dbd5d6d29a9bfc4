package io.chargelake.jobs.status.occupancy;

import io.chargelake.jobs.lake.Conform;
import io.chargelake.jobs.lake.Run;
import io.chargelake.jobs.tables.ChargingSession;
import io.chargelake.jobs.tables.OccupancyHourly;
import io.chargelake.jobs.tables.StatusRun;
import io.chargelake.jobs.tables.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Writes the three tables of the days that were dealt, each in one commit. Of days that are written, all rows are
 * replaced; of days beyond, to which a run reaches or between which a device was silent, those that are dealt.
 */
record OccupancyTables(Run run, Scope scope, DealtDays dealt) {

    void write() {
        Scope days = scope;
        Set<Long> beyond = dealt.days().keys().filter(day -> !days.writes(day)).collect().stream()
                .collect(Collectors.toCollection(TreeSet::new));
        // last the runs: they are what a rerun goes on from
        write(OccupancyHourly.TABLE, rows -> rows.hours, beyond);
        write(ChargingSession.TABLE, rows -> rows.sessions, beyond);
        write(StatusRun.TABLE, rows -> rows.runs, beyond);
    }

    private void write(Table table, Function<RowLists, List<Row>> ofTable, Set<Long> beyond) {
        var devices = dealt.devices();
        JavaRDD<Row> rows = dealt.days().flatMap(day -> {
            RowLists lists = new RowLists(day._1(), devices.value());
            DayTask.run(day._1(), day._2(), lists);
            return ofTable.call(lists).iterator();
        });
        Dataset<Row> made = run.spark().createDataFrame(rows, table.schema());
        Set<LocalDate> days = scope.writtenDays();
        if (beyond.isEmpty()) {
            run.replaceDays(table, days, made);
            return;
        }
        Set<LocalDate> further = beyond.stream().map(LocalDate::ofEpochDay).collect(Collectors.toSet());
        days.addAll(further);
        run.replaceDays(table, days, made.unionByName(untouched(table, further, made)));
    }

    /** What the table has of these days, but for the rows made anew. */
    private Dataset<Row> untouched(Table table, Set<LocalDate> days, Dataset<Row> made) {
        Column ofDays = Table.DAY.col().isin(days.toArray());
        Dataset<Row> stored = Conform.to(table, run.lake().read(table)).where(ofDays);
        Dataset<Row> keys = made.where(ofDays)
                .select(table.keys().stream()
                        .map(key -> key.col().as("made_" + key.name()))
                        .toArray(Column[]::new));
        Column same = table.keys().stream()
                .map(key -> key.col().equalTo(keys.col("made_" + key.name())))
                .reduce(Column::and)
                .orElseThrow();
        return stored.join(keys, same, "left_anti");
    }
}
