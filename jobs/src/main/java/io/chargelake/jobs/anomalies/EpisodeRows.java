package io.chargelake.jobs.anomalies;

import io.chargelake.anomaly.Episode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** Episodes on their way out of tasks. */
final class EpisodeRows {
    static final StructType SCHEMA = new StructType()
            .add("key", "string")
            .add("kind", "string")
            .add("since", "long")
            .add("noticed", "long")
            .add("until", "long")
            .add("score", "double")
            .add("lost_sessions", "double")
            .add("evidence", "string");

    static Row row(String key, Episode episode) {
        return RowFactory.create(
                key,
                episode.kind().name(),
                episode.since(),
                episode.noticed(),
                episode.until().isPresent() ? episode.until().getAsLong() : null,
                episode.score(),
                episode.lostSessions(),
                episode.evidence());
    }

    /** The few that are told, in order of key and time. */
    static Map<String, List<Episode>> byKey(Dataset<Row> rows) {
        Map<String, List<Episode>> episodes = new TreeMap<>();
        rows.orderBy("key", "since", "kind").collectAsList().forEach(row -> episodes.computeIfAbsent(
                        row.getString(0), key -> new ArrayList<>())
                .add(episode(row)));
        return episodes;
    }

    private static Episode episode(Row row) {
        return new Episode(
                Episode.Kind.valueOf(row.getString(1)),
                row.getLong(2),
                row.getLong(3),
                row.isNullAt(4) ? OptionalLong.empty() : OptionalLong.of(row.getLong(4)),
                row.getDouble(5),
                row.getDouble(6),
                row.getString(7));
    }

    private EpisodeRows() {}
}
