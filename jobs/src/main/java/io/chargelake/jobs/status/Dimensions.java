package io.chargelake.jobs.status;

import static org.apache.spark.sql.functions.dayofmonth;
import static org.apache.spark.sql.functions.hour;
import static org.apache.spark.sql.functions.month;
import static org.apache.spark.sql.functions.weekday;
import static org.apache.spark.sql.functions.weekofyear;
import static org.apache.spark.sql.functions.year;

import io.chargelake.jobs.columns.LocalTime;
import io.chargelake.jobs.lake.Run;
import io.chargelake.jobs.lake.Storage;
import io.chargelake.jobs.raw.FlatFiles;
import io.chargelake.jobs.raw.RawFile;
import io.chargelake.jobs.raw.RawFiles;
import io.chargelake.jobs.tables.ChargingPoint;
import io.chargelake.jobs.tables.ChargingStation;
import io.chargelake.jobs.tables.Col;
import io.chargelake.jobs.tables.Connector;
import io.chargelake.jobs.tables.FlatPolls;
import io.chargelake.jobs.tables.Table;
import io.chargelake.jobs.tables.Time;
import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The dimensions of a delivery: from master data where it is given, and at least the ids and times that were polled. */
final class Dimensions {

    static void write(Run run, Dataset<Row> polls, Optional<URI> master) {
        if (master.isPresent()) {
            for (Table table : List.of(ChargingStation.TABLE, ChargingPoint.TABLE, Connector.TABLE)) {
                run.merge(table, masterRows(run, master.get(), table));
            }
        }
        addUnknown(run, ChargingPoint.TABLE, ids(polls, Polls.POINT, ChargingPoint.ID_CP));
        addUnknown(run, Connector.TABLE, ids(polls, Polls.CONNECTOR, Connector.ID_CONNECTOR));
        addUnknown(run, Time.TABLE, times(polls, run.settings().zone()));
    }

    /** The calendar of each poll time in the network's zone. */
    static Dataset<Row> times(Dataset<Row> polls, ZoneId zone) {
        Column local = LocalTime.of(Time.QUERY_TIME.col(), zone);
        return polls.select(FlatPolls.QUERY_TIME.col().as(Time.QUERY_TIME.name()))
                .distinct()
                .select(
                        Time.QUERY_TIME.col(),
                        hour(local).as(Time.HOUR.name()),
                        dayofmonth(local).as(Time.DAY_OF_MONTH.name()),
                        weekofyear(local).as(Time.WEEK.name()),
                        month(local).as(Time.MONTH.name()),
                        year(local).as(Time.YEAR.name()),
                        weekday(local).plus(1).as(Time.WEEKDAY.name()));
    }

    private static Dataset<Row> ids(Dataset<Row> polls, String deviceType, Col id) {
        return polls.where(FlatPolls.DEVICE_TYPE.col().equalTo(deviceType))
                .select(FlatPolls.DEVICE_ID.col().as(id.name()))
                .distinct();
    }

    /** Rows the dimension lacks; what it knows of the others is not touched. */
    private static void addUnknown(Run run, Table table, Dataset<Row> rows) {
        String[] keys = table.keyNames().toArray(String[]::new);
        run.merge(table, rows.join(run.lake().read(table), keys, "left_anti"));
    }

    private static Dataset<Row> masterRows(Run run, URI folder, Table table) {
        List<RawFile> files = RawFiles.find(run.spark(), Storage.child(folder, table.name() + ".*"));
        files.forEach(file -> run.noteInput(file.path().toString(), file.version(), -1));
        FlatFiles.Rows rows = FlatFiles.read(run.spark(), files, table, Map.of());
        Column[] columns = table.columns().stream().map(Col::col).toArray(Column[]::new);
        return rows.groups().stream()
                .map(group -> group.select(columns))
                .reduce(Dataset::union)
                .orElseThrow()
                .dropDuplicates(table.keyNames().toArray(String[]::new));
    }

    private Dimensions() {}
}
