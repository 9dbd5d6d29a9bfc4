package io.chargelake.jobs.status.occupancy;

import io.chargelake.jobs.lake.Conform;
import io.chargelake.jobs.lake.Run;
import io.chargelake.jobs.lake.files.NewFile;
import io.chargelake.jobs.tables.ChargingSession;
import io.chargelake.jobs.tables.OccupancyHourly;
import io.chargelake.jobs.tables.StatusRun;
import io.chargelake.jobs.tables.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import scala.Tuple2;

/**
 * Writes the three tables of the days that were dealt, each in a commit of its own. Of days that are written, all rows are
 * replaced; of days beyond, to which a run reaches or between which a device was silent, those that are dealt.
 */
record OccupancyTables(Run run, Scope scope, DealtDays dealt) {

    void write() {
        Optional<DayFiles.Targets> targets =
                dealt.beyond().isEmpty() ? DayFiles.Targets.of(run.lake()) : Optional.empty();
        targets.ifPresentOrElse(this::writeFiles, this::writeRows);
    }

    /** The quick way: each task writes the data files of its days, and here they are committed. */
    void writeFiles(DayFiles.Targets targets) {
        var devices = dealt.devices();
        List<DayFiles.Written> files = dealt.days()
                .mapPartitions(days -> {
                    DayFiles rows = new DayFiles(targets, new Words(devices.value()));
                    List<DayFiles.Written> written = new ArrayList<>();
                    while (days.hasNext()) {
                        Tuple2<Long, List<byte[]>> day = days.next();
                        rows.begin(day._1());
                        DayTask.run(day._1(), day._2(), rows);
                        written.add(rows.finish());
                    }
                    return written.iterator();
                })
                .collect();
        Map<Table, List<NewFile>> made = new LinkedHashMap<>();
        made.put(OccupancyHourly.TABLE, all(files, DayFiles.Written::hours));
        made.put(ChargingSession.TABLE, all(files, DayFiles.Written::sessions));
        made.put(StatusRun.TABLE, all(files, DayFiles.Written::runs));
        run.replaceDays(scope.writtenDays(), made);
    }

    private static List<NewFile> all(
            List<DayFiles.Written> files, java.util.function.Function<DayFiles.Written, List<NewFile>> of) {
        return files.stream().flatMap(file -> of.apply(file).stream()).toList();
    }

    /** The general way, through Spark's own writers. */
    void writeRows() {
        write(OccupancyHourly.TABLE, rows -> rows.hours);
        write(ChargingSession.TABLE, rows -> rows.sessions);
        write(StatusRun.TABLE, rows -> rows.runs);
    }

    private void write(Table table, Function<RowLists, List<Row>> ofTable) {
        var devices = dealt.devices();
        JavaRDD<Row> rows = dealt.days().flatMap(day -> {
            RowLists lists = new RowLists(day._1(), devices.value());
            DayTask.run(day._1(), day._2(), lists);
            return ofTable.call(lists).iterator();
        });
        Dataset<Row> made = run.spark().createDataFrame(rows, table.schema());
        Set<LocalDate> days = dealt.changed(scope);
        if (dealt.beyond().isEmpty()) {
            run.replaceDays(table, days, made);
            return;
        }
        Set<LocalDate> further =
                dealt.beyond().stream().map(LocalDate::ofEpochDay).collect(Collectors.toSet());
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
