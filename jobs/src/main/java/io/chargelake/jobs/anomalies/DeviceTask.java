package io.chargelake.jobs.anomalies;

import io.chargelake.anomaly.Demand;
import io.chargelake.anomaly.DeviceWatch;
import io.chargelake.anomaly.HourSeen;
import io.chargelake.anomaly.Thresholds;
import io.chargelake.jobs.tables.OccupancyHourly;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;

/** Lets the hours of devices, one device after the other and each in order of time, pass their watchers. */
record DeviceTask(Demand demand, Thresholds thresholds) implements MapPartitionsFunction<Row, Row> {

    @Override
    public Iterator<Row> call(Iterator<Row> hours) {
        List<Row> told = new ArrayList<>();
        String device = null;
        DeviceWatch watch = null;
        while (hours.hasNext()) {
            Row row = hours.next();
            String its = row.getAs(Watched.DEVICE);
            if (!its.equals(device)) {
                tell(device, watch, told);
                device = its;
                watch = new DeviceWatch(demand, thresholds);
            }
            watch.add(new HourSeen(
                    row.<Long>getAs(Watched.HOUR_NUMBER),
                    row.<Integer>getAs(Watched.WEEK_HOUR),
                    row.<Integer>getAs(OccupancyHourly.AVAILABLE_S.name()),
                    row.<Integer>getAs(OccupancyHourly.OCCUPIED_S.name()),
                    row.<Integer>getAs(OccupancyHourly.UNKNOWN_S.name()),
                    row.<Integer>getAs(OccupancyHourly.SESSIONS_STARTED.name())));
        }
        tell(device, watch, told);
        return told.iterator();
    }

    private static void tell(String device, DeviceWatch watch, List<Row> told) {
        if (watch != null) {
            watch.episodes().forEach(episode -> told.add(EpisodeRows.row(device, episode)));
        }
    }
}
