package io.chargelake.jobs.anomalies;

import io.chargelake.anomaly.Episode;
import io.chargelake.anomaly.GroupWatch;
import io.chargelake.anomaly.Thresholds;
import java.util.List;
import org.apache.spark.sql.Row;

/** Watches the hours of devices that share a feed. */
record GroupHours(Thresholds thresholds) implements Watching.Watcher<GroupWatch> {

    @Override
    public GroupWatch begin() {
        return new GroupWatch(thresholds.feed());
    }

    @Override
    public void add(GroupWatch watch, Row hour) {
        watch.add(new GroupWatch.Hour(
                hour.<Long>getAs(Watched.HOUR_NUMBER),
                (int) (long) hour.<Long>getAs(Watched.DEVICES),
                hour.<Double>getAs(Watched.EXPECTED),
                hour.<Double>getAs(Watched.BUSIEST),
                (int) (long) hour.<Long>getAs(Watched.SESSIONS),
                hour.<Long>getAs(Watched.OBSERVED_S)));
    }

    @Override
    public List<Episode> end(GroupWatch watch) {
        return watch.episodes();
    }
}
