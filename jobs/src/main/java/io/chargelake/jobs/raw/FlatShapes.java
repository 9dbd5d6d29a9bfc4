package io.chargelake.jobs.raw;

import io.chargelake.jobs.lake.Storage;
import io.chargelake.jobs.lake.StorageErrors;
import io.chargelake.jobs.raw.FlatFiles.Unreadable;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** What is in a delivery of flat files: its shapes, text first, and the files no row can be taken from. */
public record FlatShapes(List<FlatShape> shapes, List<Unreadable> unreadable) {
    public static final String NO_HEADER = "no_header";

    public static FlatShapes find(SparkSession spark, List<RawFile> files) {
        var delimited = new LinkedHashMap<List<String>, List<FlatFile.Delimited>>();
        var parquet = new LinkedHashMap<StructType, List<RawFile>>();
        var unreadable = new ArrayList<Unreadable>(GzipCheck.broken(spark, files));
        ParquetSchemas schemas = ParquetSchemas.of(spark);
        Set<RawFile> broken = unreadable.stream().map(Unreadable::file).collect(Collectors.toSet());
        for (RawFile file : files) {
            if (broken.contains(file)) {
                continue;
            }
            FlatFile probed = FlatFileProbe.probe(fileSystem(spark, file.path()), file);
            if (probed instanceof FlatFile.Unreadable u) {
                unreadable.add(new Unreadable(file, u.reason(), u.words()));
            } else if (probed instanceof FlatFile.Parquet) {
                addParquet(schemas, file, parquet, unreadable);
            } else if (probed instanceof FlatFile.Delimited d) {
                addDelimited(d, delimited, unreadable);
            }
        }
        return new FlatShapes(
                Stream.concat(
                                delimited.values().stream().map(group -> FlatShape.delimited(spark, group)),
                                parquet.entrySet().stream()
                                        .map(e -> FlatShape.parquet(spark, e.getKey(), e.getValue())))
                        .toList(),
                unreadable);
    }

    private static void addDelimited(
            FlatFile.Delimited file,
            LinkedHashMap<List<String>, List<FlatFile.Delimited>> groups,
            List<Unreadable> unreadable) {
        Set<String> names = new HashSet<>();
        for (String name : file.header()) {
            if (!names.add(name.toLowerCase(Locale.ROOT))) {
                unreadable.add(new Unreadable(file.file(), NO_HEADER, "its header names column '" + name + "' twice"));
                return;
            }
        }
        var shape = new ArrayList<>(file.header());
        shape.add(String.valueOf(file.delimiter()));
        groups.computeIfAbsent(shape, k -> new ArrayList<>()).add(file);
    }

    private static void addParquet(
            ParquetSchemas schemas,
            RawFile file,
            LinkedHashMap<StructType, List<RawFile>> groups,
            List<Unreadable> unreadable) {
        try {
            groups.computeIfAbsent(schemas.read(file), k -> new ArrayList<>()).add(file);
        } catch (Exception e) { // Scala throws checked exceptions that Java is not told of
            unreadable.add(new Unreadable(file, FlatFileProbe.UNREADABLE_FILE, "its Parquet footer can't be read"));
        }
    }

    private static FileSystem fileSystem(SparkSession spark, URI path) {
        try {
            return Storage.of(spark, path).fileSystem(path);
        } catch (IOException e) {
            throw StorageErrors.explain(e, path);
        }
    }
}
