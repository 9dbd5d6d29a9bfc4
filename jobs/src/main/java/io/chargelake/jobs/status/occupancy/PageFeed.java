package io.chargelake.jobs.status.occupancy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Polls straight from the pages of Parquet files: no row and no vector is made, and words are resolved once a dictionary
 * instead of once a poll. Some ten times as fast as {@link RowFeed}.
 */
record PageFeed(SparkSession spark, List<PollGroup> groups) implements PollFeed {
    /** As stored: some ten million polls. */
    private static final long BYTES_A_TASK = 16L << 20;

    @Override
    public <T> JavaRDD<T> map(Task<T> task) {
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        Broadcast<SerializableConfiguration> hadoop = context.broadcast(
                new SerializableConfiguration(spark.sessionState().newHadoopConf()));
        List<List<PollGroup>> parts = parts();
        return context.parallelize(parts, Math.max(1, parts.size()))
                .mapPartitions(part -> task.run(intake -> {
                    try (PageReader reader = new PageReader(hadoop.value().value(), intake)) {
                        while (part.hasNext()) {
                            for (PollGroup group : part.next()) {
                                reader.read(group);
                            }
                        }
                        intake.flush();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }));
    }

    @Override
    public PollFeed between(long firstSecond, long lastSecond) {
        return new PageFeed(
                spark,
                groups.stream()
                        .filter(group -> group.mayHold(firstSecond, lastSecond))
                        .toList());
    }

    /** Neighbours stay together: what is near in time is encoded together. */
    private List<List<PollGroup>> parts() {
        List<List<PollGroup>> parts = new ArrayList<>();
        long bytes = BYTES_A_TASK;
        for (PollGroup group : groups) {
            if (bytes >= BYTES_A_TASK) {
                parts.add(new ArrayList<>());
                bytes = 0;
            }
            parts.get(parts.size() - 1).add(group);
            bytes += group.bytes();
        }
        return parts;
    }
}
