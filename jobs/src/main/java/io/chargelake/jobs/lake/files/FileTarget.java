package io.chargelake.jobs.lake.files;

import io.chargelake.jobs.tables.Table;
import java.io.IOException;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Where tasks put the data files of a table.
 *
 * @param fieldIds of the columns, for formats that know them by number
 */
public record FileTarget(String folder, Map<String, Integer> fieldIds, Broadcast<SerializableConfiguration> hadoop)
        implements Serializable {
    public FileTarget {
        fieldIds = Map.copyOf(fieldIds);
    }

    public static FileTarget of(SparkSession spark, String folder, Map<String, Integer> fieldIds) {
        var hadoop = new SerializableConfiguration(spark.sessionState().newHadoopConf());
        return new FileTarget(
                folder,
                fieldIds,
                JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(hadoop));
    }

    /** A name no other file has: a task that is tried again leaves the first file aside. */
    Path newFile(LocalDate day) {
        return new Path(folder, Table.DAY.name() + "=" + day + "/part-" + UUID.randomUUID() + ".zstd.parquet");
    }

    /** Local files without Hadoop's checksums beside them: Parquet's pages have their own. */
    FileSystem files(Path path) throws IOException {
        FileSystem files = path.getFileSystem(hadoop.value().value());
        return files instanceof LocalFileSystem local ? local.getRawFileSystem() : files;
    }

    /** Of a column, or a part of one; 0 where the format gave none. */
    int fieldId(String name) {
        return fieldIds.getOrDefault(name, 0);
    }
}
