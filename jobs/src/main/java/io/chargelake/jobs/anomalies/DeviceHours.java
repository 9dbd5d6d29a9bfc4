package io.chargelake.jobs.anomalies;

import io.chargelake.anomaly.Demand;
import io.chargelake.anomaly.DeviceWatch;
import io.chargelake.anomaly.Episode;
import io.chargelake.anomaly.HourSeen;
import io.chargelake.anomaly.Thresholds;
import io.chargelake.jobs.tables.OccupancyHourly;
import java.util.List;
import org.apache.spark.sql.Row;

/** Watches the hours of devices. */
record DeviceHours(Demand demand, Thresholds thresholds) implements Watching.Watcher<DeviceWatch> {

    @Override
    public DeviceWatch begin() {
        return new DeviceWatch(demand, thresholds);
    }

    @Override
    public void add(DeviceWatch watch, Row hour) {
        watch.add(new HourSeen(
                hour.<Long>getAs(Watched.HOUR_NUMBER),
                hour.<Integer>getAs(Watched.WEEK_HOUR),
                hour.<Integer>getAs(OccupancyHourly.AVAILABLE_S.name()),
                hour.<Integer>getAs(OccupancyHourly.OCCUPIED_S.name()),
                hour.<Integer>getAs(OccupancyHourly.UNKNOWN_S.name()),
                hour.<Integer>getAs(OccupancyHourly.SESSIONS_STARTED.name())));
    }

    @Override
    public List<Episode> end(DeviceWatch watch) {
        return watch.episodes();
    }
}
