package io.chargelake.jobs.anomalies;

import io.chargelake.anomaly.GroupWatch;
import io.chargelake.anomaly.Thresholds;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;

/** Lets the hours of groups, one group after the other and each in order of time, pass their watchers. */
record GroupTask(Thresholds thresholds) implements MapPartitionsFunction<Row, Row> {

    @Override
    public Iterator<Row> call(Iterator<Row> hours) {
        List<Row> told = new ArrayList<>();
        String group = null;
        GroupWatch watch = null;
        while (hours.hasNext()) {
            Row row = hours.next();
            String its = row.getAs(Watched.GROUP);
            if (!its.equals(group)) {
                tell(group, watch, told);
                group = its;
                watch = new GroupWatch(thresholds.feed());
            }
            watch.add(new GroupWatch.Hour(
                    row.<Long>getAs(Watched.HOUR_NUMBER),
                    (int) (long) row.<Long>getAs("devices"),
                    row.<Double>getAs("expected"),
                    row.<Double>getAs("busiest"),
                    (int) (long) row.<Long>getAs("sessions"),
                    row.<Long>getAs("observed_s")));
        }
        tell(group, watch, told);
        return told.iterator();
    }

    private static void tell(String group, GroupWatch watch, List<Row> told) {
        if (watch != null) {
            watch.episodes().forEach(episode -> told.add(EpisodeRows.row(group, episode)));
        }
    }
}
