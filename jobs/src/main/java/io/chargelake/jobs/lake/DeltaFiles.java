package io.chargelake.jobs.lake;

import io.chargelake.jobs.lake.files.NewFile;
import io.chargelake.jobs.tables.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.DeltaOperations;
import org.apache.spark.sql.delta.OptimisticTransaction;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.delta.actions.Format;
import org.apache.spark.sql.delta.actions.Metadata;
import org.apache.spark.sql.execution.metric.SQLMetric;
import org.apache.spark.sql.execution.metric.SQLMetrics;
import scala.Option;
import scala.Some;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** Commits data files to a Delta table through Delta's own transaction, with its conflict checks and its history. */
record DeltaFiles(SparkSession spark, Table table, String path) {

    /** The rows of these days become those of the files. */
    Written replaceDays(Set<LocalDate> days, List<NewFile> files) {
        return replace(Optional.of(Layout.daysPredicate(days)), files);
    }

    /** All rows become those of the files. */
    Written replace(List<NewFile> files) {
        return replace(Optional.empty(), files);
    }

    private Written replace(Optional<String> predicate, List<NewFile> files) {
        OptimisticTransaction transaction =
                DeltaLog.forTable(spark, path).startTransaction(Option.empty(), Option.empty());
        long committedAtMillis = transaction.clock().getTimeMillis();
        boolean isNew = transaction.readVersion() < 0;
        if (isNew) {
            transaction.updateMetadata(metadata(committedAtMillis), false);
        }
        List<Action> actions = new ArrayList<>();
        if (!isNew) {
            CollectionConverters.asJava(transaction.filterFiles(
                            seq(predicate.map(this::parsed).map(List::of).orElse(List.of())), false))
                    .forEach(old -> actions.add(old.removeWithTimestamp(committedAtMillis, true)));
        }
        files.forEach(file -> actions.add(added(file, committedAtMillis)));
        transaction.registerSQLMetrics(spark, metrics(files));
        long version = transaction.commit(
                seq(actions),
                new DeltaOperations.Write(
                        SaveMode.Overwrite,
                        Some.apply(seq(List.of(Table.DAY.name()))),
                        isNew ? Option.empty() : Option.apply(predicate.orElse(null)),
                        Option.empty()));
        return new Written(table.name(), Long.toString(version), rows(files));
    }

    private Metadata metadata(long createdAtMillis) {
        return new Metadata(
                UUID.randomUUID().toString(),
                null,
                null,
                new Format("parquet", map(Map.of())),
                table.schema().json(),
                seq(List.of(Table.DAY.name())),
                map(DeltaProperties.of(table)),
                Some.apply(createdAtMillis));
    }

    private Expression parsed(String predicate) {
        try {
            return spark.sessionState().sqlParser().parseExpression(predicate);
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    private AddFile added(NewFile file, long modifiedAtMillis) {
        Path data = new Path(file.path());
        return new AddFile(
                data.getParent().getName() + "/" + data.getName(),
                map(Map.of(Table.DAY.name(), file.day().toString())),
                file.bytes(),
                modifiedAtMillis,
                true,
                String.format(Locale.ROOT, "{\"numRecords\":%d}", file.rows()),
                null,
                null,
                Option.empty(),
                Option.empty(),
                Option.empty());
    }

    private scala.collection.immutable.Map<String, SQLMetric> metrics(List<NewFile> files) {
        return map(Map.of(
                "numFiles", metric("numFiles", files.size()),
                "numOutputRows", metric("numOutputRows", rows(files)),
                "numOutputBytes",
                        metric(
                                "numOutputBytes",
                                files.stream().mapToLong(NewFile::bytes).sum())));
    }

    private SQLMetric metric(String name, long value) {
        SQLMetric metric = SQLMetrics.createMetric(spark.sparkContext(), name);
        metric.set(value);
        return metric;
    }

    private static long rows(List<NewFile> files) {
        return files.stream().mapToLong(NewFile::rows).sum();
    }

    private static <T> Seq<T> seq(List<T> list) {
        return CollectionConverters.asScala(list).toList();
    }

    private static <V> scala.collection.immutable.Map<String, V> map(Map<String, V> of) {
        return scala.collection.immutable.Map$.MODULE$.from(CollectionConverters.asScala(of));
    }
}
