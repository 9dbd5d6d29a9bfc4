package io.chargelake.jobs.status.occupancy;

import io.chargelake.jobs.lake.Storage;
import io.chargelake.jobs.raw.RawFile;
import io.chargelake.jobs.tables.FlatPolls;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.HadoopReadOptions;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.StringLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Parquet files that hold the flat form of polls exactly as declared, so that they can be scanned as they are. Only their
 * footers are looked at, in parallel.
 */
final class ParquetPolls {
    private static final StructType SCHEMA =
            new StructType(Stream.of(FlatPolls.DEVICE_TYPE, FlatPolls.DEVICE_ID, FlatPolls.QUERY_TIME, FlatPolls.STATUS)
                    .map(col -> col.field())
                    .toArray(StructField[]::new));

    /** Those of the files, in the given order. */
    static List<RawFile> among(SparkSession spark, List<RawFile> files) {
        Configuration hadoop = spark.sessionState().newHadoopConf();
        ParquetReadOptions options =
                HadoopReadOptions.builder(hadoop).build(); // made once: it reads Hadoop's own files
        return files.parallelStream()
                .filter(file -> fits(file, hadoop, options))
                .toList();
    }

    static Dataset<Row> read(SparkSession spark, List<RawFile> files) {
        return spark.read()
                .schema(SCHEMA)
                .parquet(files.stream().map(file -> Storage.plain(file.path())).toArray(String[]::new));
    }

    private static boolean fits(RawFile file, Configuration hadoop, ParquetReadOptions options) {
        if (!file.name().endsWith(".parquet")) {
            return false;
        }
        try (ParquetFileReader reader =
                ParquetFileReader.open(HadoopInputFile.fromPath(new Path(file.path()), hadoop), options)) {
            return fits(reader.getFileMetaData().getSchema());
        } catch (IOException | RuntimeException e) {
            return false; // whoever reads such a file says what is wrong with it
        }
    }

    private static boolean fits(MessageType schema) {
        List<String> texts = new ArrayList<>(
                List.of(FlatPolls.DEVICE_TYPE.name(), FlatPolls.DEVICE_ID.name(), FlatPolls.STATUS.name()));
        texts.removeIf(name -> isText(schema, name));
        return texts.isEmpty() && isMicroseconds(schema, FlatPolls.QUERY_TIME.name());
    }

    private static boolean isText(MessageType schema, String column) {
        return hasType(schema, column, PrimitiveTypeName.BINARY)
                && schema.getType(column).getLogicalTypeAnnotation() instanceof StringLogicalTypeAnnotation;
    }

    private static boolean isMicroseconds(MessageType schema, String column) {
        if (!hasType(schema, column, PrimitiveTypeName.INT64)) {
            return false;
        }
        LogicalTypeAnnotation meaning = schema.getType(column).getLogicalTypeAnnotation();
        return meaning instanceof TimestampLogicalTypeAnnotation time
                && time.isAdjustedToUTC()
                && time.getUnit() == TimeUnit.MICROS;
    }

    private static boolean hasType(MessageType schema, String column, PrimitiveTypeName type) {
        return schema.containsField(column)
                && schema.getType(column).isPrimitive()
                && schema.getType(column).asPrimitiveType().getPrimitiveTypeName() == type;
    }

    private ParquetPolls() {}
}
