package io.chargelake.jobs.profile;

import io.chargelake.jobs.raw.FlatFiles;
import io.chargelake.jobs.raw.FlatFiles.Unreadable;
import io.chargelake.jobs.raw.RawFile;
import io.chargelake.profile.TableSketch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.SparkException;
import org.apache.spark.sql.SparkSession;

/** The sketches of raw files' tables, and the files that can't be read. */
record RawProfile(Map<String, TableSketch> sketches, List<Unreadable> unreadable) {
    private static final String DAMAGED = "its data is damaged, though it begins and ends as it should";

    static RawProfile of(SparkSession spark, List<RawFile> files, List<String> zones) {
        RawProfile profile;
        try {
            profile = whole(spark, files, zones);
        } catch (Exception e) { // Scala throws checked exceptions that Java is not told of
            if (!(e instanceof SparkException)) {
                throw e;
            }
            profile = readable(spark, files, zones, e);
        }
        FlatFiles.requireReadable(files, profile.unreadable);
        return profile;
    }

    private static RawProfile whole(SparkSession spark, List<RawFile> files, List<String> zones) {
        Sources sources = Sources.of(spark, files);
        var unreadable = new ArrayList<>(sources.unreadable());
        if (sources.parts().isEmpty()) {
            return new RawProfile(Map.of(), unreadable);
        }
        Map<String, TableSketch> sketches = Sketches.of(spark, sources.parts(), zones);
        sketches.values().forEach(sketch -> sketch.brokenFiles()
                .forEach((file, words) -> unreadable.add(new Unreadable(files.get(file), "unreadable_file", words))));
        return new RawProfile(sketches, unreadable);
    }

    /** What fails shows only when its pages are read: each file is tried for itself, then the others are read together. */
    private static RawProfile readable(SparkSession spark, List<RawFile> files, List<String> zones, Exception failure) {
        var readable = new ArrayList<RawFile>();
        var unreadable = new ArrayList<Unreadable>();
        for (RawFile file : files) {
            try {
                whole(spark, List.of(file), zones);
                readable.add(file);
            } catch (Exception e) {
                unreadable.add(new Unreadable(file, "unreadable_file", DAMAGED));
            }
        }
        if (unreadable.isEmpty()) {
            throw new IllegalStateException(failure);
        }
        RawProfile others = readable.isEmpty() ? new RawProfile(Map.of(), List.of()) : whole(spark, readable, zones);
        unreadable.addAll(others.unreadable);
        return new RawProfile(others.sketches, unreadable);
    }
}
