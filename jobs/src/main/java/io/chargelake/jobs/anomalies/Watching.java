package io.chargelake.jobs.anomalies;

import io.chargelake.anomaly.Episode;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;

/**
 * Lets hours, those of one key after the other and each key's in order of time, pass a watcher of their own.
 *
 * @param key column that tells whose an hour is
 */
record Watching<W>(String key, Watcher<W> by) implements MapPartitionsFunction<Row, Row> {

    /** How hours are watched. */
    interface Watcher<W> extends Serializable {
        W begin();

        void add(W watch, Row hour);

        List<Episode> end(W watch);
    }

    @Override
    public Iterator<Row> call(Iterator<Row> hours) {
        List<Row> told = new ArrayList<>();
        String whose = null;
        W watch = null;
        while (hours.hasNext()) {
            Row hour = hours.next();
            String its = hour.getAs(key);
            if (!its.equals(whose)) {
                tell(whose, watch, told);
                whose = its;
                watch = by.begin();
            }
            by.add(watch, hour);
        }
        tell(whose, watch, told);
        return told.iterator();
    }

    private void tell(String whose, W watch, List<Row> told) {
        if (watch != null) {
            by.end(watch).forEach(episode -> told.add(EpisodeRows.row(whose, episode)));
        }
    }
}
