package io.chargelake.jobs.profile;

import io.chargelake.jobs.lake.Storage;
import io.chargelake.jobs.raw.FlatFiles.Unreadable;
import io.chargelake.jobs.raw.FlatShape;
import io.chargelake.jobs.raw.FlatShapes;
import io.chargelake.jobs.raw.JsonFiles;
import io.chargelake.jobs.raw.RawFile;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/** Raw files as the tables they hold: flat files with the same columns are one table, and so is the JSON of one folder. */
record Sources(List<Part> parts, List<Unreadable> unreadable) {
    private static final int SHORTEST_WORD = 3;
    /** What programs call files of anything. */
    private static final Set<String> NO_NAMES = Set.of("part", "data", "file");

    static Sources of(SparkSession spark, List<RawFile> files) {
        JsonFiles json = JsonFiles.among(spark, files);
        FlatShapes flat = FlatShapes.find(spark, json.others());
        var unreadable = new ArrayList<>(json.unreadable());
        unreadable.addAll(flat.unreadable());
        Map<String, Integer> numbers = numbers(files);
        var parts = new ArrayList<Part>(flat(flat.shapes(), numbers));
        byFolder(json.lines())
                .forEach((folder, lines) ->
                        parts.add(new LinesPart(spark, folder + " (lines of JSON)", lines, numbers)));
        byFolder(json.documents())
                .forEach((folder, documents) ->
                        parts.add(new DocumentsPart(spark, folder + " (JSON)", documents, numbers)));
        return new Sources(parts, unreadable);
    }

    private static List<Part> flat(List<FlatShape> shapes, Map<String, Integer> numbers) {
        Map<TreeSet<String>, List<FlatShape>> tables = new LinkedHashMap<>();
        for (FlatShape shape : shapes) {
            var columns = new TreeSet<String>();
            shape.columnNames().forEach(name -> columns.add(name.toLowerCase(Locale.ROOT)));
            tables.computeIfAbsent(columns, c -> new ArrayList<>()).add(shape);
        }
        var parts = new ArrayList<Part>();
        var names = new TreeSet<String>();
        tables.values().forEach(alike -> {
            String name = unused(
                    label(alike.stream()
                            .flatMap(shape -> shape.files().stream())
                            .toList()),
                    names);
            alike.forEach(shape -> parts.add(new RowPart(name, shape.columns(), shape.rows(), numbers)));
        });
        return parts;
    }

    private static String unused(String label, TreeSet<String> names) {
        String name = label;
        for (int n = 2; !names.add(name); n++) {
            name = label + ", kind " + n;
        }
        return name;
    }

    private static Map<String, List<RawFile>> byFolder(List<RawFile> files) {
        var folders = new LinkedHashMap<String, List<RawFile>>();
        for (RawFile file : files) {
            folders.computeIfAbsent(folder(file), f -> new ArrayList<>()).add(file);
        }
        var named = new LinkedHashMap<String, List<RawFile>>();
        folders.values().forEach(alike -> named.merge(label(alike), alike, Sources::joined));
        return named;
    }

    private static List<RawFile> joined(List<RawFile> one, List<RawFile> other) {
        var all = new ArrayList<>(one);
        all.addAll(other);
        return all;
    }

    /** The name of a single file, else what all names begin with, else the nearest folder above all of them that has a name. */
    private static String label(List<RawFile> files) {
        if (files.size() == 1) {
            return files.get(0).name();
        }
        String names = files.stream().map(RawFile::name).reduce(Sources::begin).orElseThrow();
        String folders =
                files.stream().map(Sources::folder).reduce(Sources::begin).orElseThrow();
        List<String> words = Stream.concat(Stream.of(names), upwards(folders)).toList();
        return words.stream()
                        .map(word -> word.replaceFirst("[^\\p{L}]+$", ""))
                        .filter(word -> word.length() >= SHORTEST_WORD && !NO_NAMES.contains(word))
                        .findFirst()
                        .orElse(words.get(words.size() - 1))
                + ": " + files.size() + " files";
    }

    private static Stream<String> upwards(String path) {
        var parts = new ArrayList<>(List.of(path.split("/")));
        Collections.reverse(parts);
        return parts.stream();
    }

    private static String begin(String one, String other) {
        int same = 0;
        while (same < one.length() && same < other.length() && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        return one.substring(0, same);
    }

    private static String folder(RawFile file) {
        String path = file.path().getPath();
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    /** By all ways in which Spark and Hadoop write a path: with escapes and without, with an empty authority and without. */
    private static Map<String, Integer> numbers(List<RawFile> files) {
        var numbers = new HashMap<String, Integer>();
        for (int i = 0; i < files.size(); i++) {
            URI uri = files.get(i).path();
            numbers.put(path(files.get(i)), i);
            numbers.put(Storage.plain(uri).replace(uri.getPath(), uri.getRawPath()), i);
            numbers.put(new Path(uri).toString(), i);
            numbers.put(uri.toString(), i);
        }
        return numbers;
    }

    static String path(RawFile file) {
        return Storage.plain(file.path());
    }

    static String[] paths(List<RawFile> files) {
        return files.stream().map(Sources::path).toArray(String[]::new);
    }
}
