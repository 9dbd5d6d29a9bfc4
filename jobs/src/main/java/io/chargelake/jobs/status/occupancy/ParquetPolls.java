package io.chargelake.jobs.status.occupancy;

import io.chargelake.jobs.raw.RawFile;
import io.chargelake.jobs.tables.Col;
import io.chargelake.jobs.tables.FlatPolls;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.HadoopReadOptions;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.StringLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.spark.sql.SparkSession;

/**
 * Parquet files that hold the flat form of polls exactly as declared, so that their pages can be read as they are. Only
 * footers are looked at here, in parallel.
 *
 * @param files in the given order
 * @param groups the row groups of these files
 */
record ParquetPolls(List<RawFile> files, List<PollGroup> groups) {
    private static final long MICROS = 1_000_000;

    static ParquetPolls among(SparkSession spark, List<RawFile> files) {
        Configuration hadoop = spark.sessionState().newHadoopConf();
        ParquetReadOptions options = options(hadoop);
        Map<RawFile, List<PollGroup>> fitting = new LinkedHashMap<>();
        files.parallelStream()
                .map(file -> Map.entry(file, groups(file, hadoop, options)))
                .sequential()
                .filter(file -> file.getValue().isPresent())
                .forEachOrdered(
                        file -> fitting.put(file.getKey(), file.getValue().get()));
        return new ParquetPolls(
                List.copyOf(fitting.keySet()),
                fitting.values().stream().flatMap(List::stream).toList());
    }

    /** To be made once for many files: it reads Hadoop's own files. */
    static ParquetReadOptions options(Configuration hadoop) {
        return HadoopReadOptions.builder(hadoop).build();
    }

    static ParquetFileReader open(RawFile file, Configuration hadoop, ParquetReadOptions options) throws IOException {
        FileStatus status = new FileStatus(file.size(), false, 1, 0, file.modifiedMillis(), new Path(file.path()));
        return ParquetFileReader.open(HadoopInputFile.fromStatus(status, hadoop), options);
    }

    static MessageType columns(MessageType schema) {
        return new MessageType(
                schema.getName(),
                Stream.of(FlatPolls.DEVICE_TYPE, FlatPolls.DEVICE_ID, FlatPolls.QUERY_TIME, FlatPolls.STATUS)
                        .map(col -> schema.getType(col.name()))
                        .toList());
    }

    static ColumnDescriptor column(MessageType schema, Col col) {
        return schema.getColumnDescription(new String[] {col.name()});
    }

    /** Empty where the file is no such file: whoever reads it says what is wrong with it. */
    private static Optional<List<PollGroup>> groups(RawFile file, Configuration hadoop, ParquetReadOptions options) {
        if (!file.name().endsWith(".parquet")) {
            return Optional.empty();
        }
        try (ParquetFileReader reader = open(file, hadoop, options)) {
            if (!fits(reader.getFileMetaData().getSchema())) {
                return Optional.empty();
            }
            List<BlockMetaData> blocks = reader.getRowGroups();
            return Optional.of(IntStream.range(0, blocks.size())
                    .mapToObj(index -> group(file, index, blocks.get(index)))
                    .toList());
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** Polls without a time are looked at in any case. */
    private static PollGroup group(RawFile file, int index, BlockMetaData block) {
        Optional<Statistics<?>> times = block.getColumns().stream()
                .filter(column -> column.getPath().toDotString().equals(FlatPolls.QUERY_TIME.name()))
                .<Statistics<?>>map(ColumnChunkMetaData::getStatistics)
                .filter(known -> known.hasNonNullValue() && known.isNumNullsSet() && known.getNumNulls() == 0)
                .findFirst();
        return new PollGroup(
                file,
                index,
                block.getCompressedSize(),
                times.map(known -> second(known.genericGetMin())).orElse(Long.MIN_VALUE),
                times.map(known -> second(known.genericGetMax())).orElse(Long.MAX_VALUE));
    }

    private static long second(Object micros) {
        return Math.floorDiv((Long) micros, MICROS);
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
}
