package io.chargelake.jobs.status;

import static org.apache.spark.sql.functions.dayofmonth;
import static org.apache.spark.sql.functions.hour;
import static org.apache.spark.sql.functions.month;
import static org.apache.spark.sql.functions.weekday;
import static org.apache.spark.sql.functions.weekofyear;
import static org.apache.spark.sql.functions.year;

import io.chargelake.jobs.columns.LocalTime;
import io.chargelake.jobs.lake.Run;
import io.chargelake.jobs.tables.FlatPolls;
import io.chargelake.jobs.tables.Time;
import java.time.ZoneId;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The time dimension: the times that were polled, in the calendar of the network's zone. */
final class Times {

    static void write(Run run, Dataset<Row> polls) {
        Dataset<Row> times = of(polls, run.settings().zone());
        run.merge(Time.TABLE, times.join(run.lake().read(Time.TABLE), Time.QUERY_TIME.name(), "left_anti"));
    }

    static Dataset<Row> of(Dataset<Row> polls, ZoneId zone) {
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

    private Times() {}
}
