package io.chargelake.jobs.lake;

import io.chargelake.jobs.lake.disk.DiskContext;
import io.chargelake.jobs.lake.disk.DiskFiles;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;
import org.apache.spark.deploy.SparkHadoopUtil;
import org.apache.spark.sql.SparkSession;

/** The one Spark session of a process, with both table formats in it. */
public final class Sessions {
    private static final Map<String, String> ALWAYS = Map.of(
            "spark.app.name", "chargelake",
            "spark.sql.datetime.java8API.enabled", "true",
            "spark.sql.session.timeZone", "UTC",
            "spark.sql.extensions",
                    "io.delta.sql.DeltaSparkSessionExtension,org.apache.iceberg.spark.extensions.IcebergSparkSessionExtensions",
            "spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog",
            "spark.sql.parquet.compression.codec", "zstd",
            // Spark's default is 12 bytes without bounds, which no reader can skip by
            "spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS",
            "spark.databricks.delta.snapshotPartitions", "2",
            // Delta answers max(day) by its log alone, and expects the dates of Java 7 there
            "spark.databricks.delta.optimizeMetadataQuery.enabled", "false",
            // HotSpot leaves longer methods to its interpreter, where each rule of a row costs as much as reading a
            // number
            "spark.sql.codegen.hugeMethodLimit", "8000");

    /** What makes Spark quick in one JVM; a cluster's own settings win over these. */
    private static final Map<String, String> IN_ONE_JVM = Map.of(
            "spark.ui.enabled", "false",
            "spark.driver.host", "127.0.0.1",
            "spark.driver.bindAddress", "127.0.0.1",
            "spark.shuffle.compress", "true",
            // what is kept is read a few times and gone: to find how it would be smallest takes longer than to write it
            "spark.sql.inMemoryColumnarStorage.compressed", "false",
            // else Spark lists a few hundred files in as many tasks, each of which reads all of Hadoop's settings
            "spark.sql.sources.parallelPartitionDiscovery.parallelism", "4",
            "spark.hadoop.fs.file.impl", DiskFiles.class.getName(),
            "spark.hadoop.fs.AbstractFileSystem.file.impl", DiskContext.class.getName(),
            "spark.log.structuredLogging.enabled", "false");

    /** @param storage what Hadoop must know of the object stores */
    public static SparkSession open(Settings settings, Map<String, String> storage) {
        return SparkSession.builder().config(conf(settings, storage)).getOrCreate();
    }

    /** What a session would know of the storage, without one. */
    static Configuration hadoop(Settings settings, Map<String, String> storage) {
        return SparkHadoopUtil.get().newConfiguration(conf(settings, storage));
    }

    private static SparkConf conf(Settings settings, Map<String, String> storage) {
        SparkConf conf = new SparkConf();
        boolean inOneJvm = conf.get("spark.master", settings.master()).startsWith("local");
        conf.setIfMissing("spark.master", settings.master());
        ALWAYS.forEach(conf::set);
        if (inOneJvm) {
            IN_ONE_JVM.forEach(conf::setIfMissing);
            conf.setIfMissing(
                    "spark.sql.shuffle.partitions",
                    Integer.toString(2 * Runtime.getRuntime().availableProcessors()));
        }
        settings.limits()
                .shufflePartitions()
                .ifPresent(n -> conf.set("spark.sql.shuffle.partitions", Integer.toString(n)));
        storage.forEach(conf::set);
        settings.spark().forEach(conf::set);
        return conf;
    }

    private Sessions() {}
}
