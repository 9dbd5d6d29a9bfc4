package io.chargelake.jobs.lake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Gathers the data files of days. They are never changed, so the same names mean the same rows; where they lie does not matter. */
final class DayMarks {
    private final SortedMap<LocalDate, SortedSet<String>> files = new TreeMap<>();

    void add(LocalDate day, String path) {
        files.computeIfAbsent(day, d -> new TreeSet<>()).add(path.substring(path.lastIndexOf('/') + 1));
    }

    SortedMap<LocalDate, String> marks() {
        SortedMap<LocalDate, String> marks = new TreeMap<>();
        files.forEach((day, names) -> marks.put(day, hash(String.join("\n", names))));
        return marks;
    }

    private static String hash(String names) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(names.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
