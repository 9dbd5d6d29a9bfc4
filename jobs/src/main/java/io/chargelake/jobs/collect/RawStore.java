package io.chargelake.jobs.collect;

import io.chargelake.jobs.collect.api.Api;
import io.chargelake.jobs.collect.api.Taken;
import io.chargelake.jobs.lake.Storage;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * The objects of one source: {@code <output>/<source>/<day>/<time>_<source>.json.gz}, days and times in UTC. What is told of polls is
 * in hidden folders beside them, which no job reads as raw data.
 */
final class RawStore {
    static final String GAPS = "_gaps";
    static final String UNCHANGED = "_unchanged";

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd_HHmmss");
    private static final Pattern NAME = Pattern.compile("\\.?(\\d{8}_\\d{6})Z_.*");
    /** Notes that could not be written are kept for the next poll, in bounds. */
    private static final int MOST_WAITING = 1000;

    private final Storage storage;
    private final URI root;
    private final String source;
    private final Deque<Waiting> waiting = new ArrayDeque<>();

    private record Waiting(URI file, Note note) {}

    RawStore(Storage storage, URI output, String source) {
        this.storage = storage;
        this.root = Storage.child(output, source);
        this.source = source;
    }

    URI root() {
        return root;
    }

    /** @return bytes written */
    long write(Instant poll, Api api, List<Taken> answers) throws IOException {
        return packed(file(poll, name(poll, ".json.gz")), out -> api.join(answers, out));
    }

    /** An answer that no other can stand beside gets an object of its own, byte for byte. */
    String writeUnreadable(Instant poll, int number, Taken taken) throws IOException {
        String name = name(poll, "_unreadable-" + number + ".json.gz");
        packed(file(poll, name), taken.answer().body().orElseThrow()::copyTo);
        return name;
    }

    String name(Instant poll, String ending) {
        return stamp(poll) + "Z_" + source + ending;
    }

    void remember(Instant poll, String kind, Note note) {
        if (waiting.size() == MOST_WAITING) {
            waiting.removeFirst();
        }
        waiting.addLast(new Waiting(file(poll, kind + "/" + name(poll, ".json")), note));
    }

    /** Writes the notes, those first that could not be written before. */
    void writeNotes() throws IOException {
        while (!waiting.isEmpty()) {
            storage.writeText(
                    waiting.getFirst().file(), waiting.getFirst().note().toJson() + "\n");
            waiting.removeFirst();
        }
    }

    /** When the last poll was of which anything is known. */
    Optional<Instant> last() throws IOException {
        for (String day :
                storage.folders(root).stream().sorted(Comparator.reverseOrder()).toList()) {
            URI folder = Storage.child(root, day);
            Optional<Instant> last = Stream.of(
                            storage.files(folder),
                            storage.files(Storage.child(folder, GAPS)),
                            storage.files(Storage.child(folder, UNCHANGED)))
                    .flatMap(List::stream)
                    .filter(name -> !name.startsWith("."))
                    .flatMap(name -> time(name).stream())
                    .max(Comparator.naturalOrder());
            if (last.isPresent()) {
                return last;
            }
        }
        return Optional.empty();
    }

    /** Takes away what a killed collector left unfinished, in the days it may have been working on. */
    void sweep(Instant before) throws IOException {
        for (String day : storage.folders(root).stream()
                .sorted(Comparator.reverseOrder())
                .limit(2)
                .toList()) {
            URI folder = Storage.child(root, day);
            for (String name : storage.files(folder)) {
                boolean isUnfinished = name.startsWith(".") && name.endsWith(Storage.TEMPORARY);
                if (isUnfinished
                        && time(name).filter(time -> time.isBefore(before)).isPresent()) {
                    storage.delete(Storage.child(folder, name));
                }
            }
        }
    }

    private long packed(URI file, Storage.Content content) throws IOException {
        storage.write(file, out -> {
            GZIPOutputStream packed = new GZIPOutputStream(out, 1 << 16);
            content.writeTo(packed);
            packed.finish();
        });
        return storage.size(file);
    }

    private URI file(Instant poll, String name) {
        return Storage.child(root, DAY.format(poll) + "/" + name);
    }

    private static String stamp(Instant poll) {
        return TIME.withZone(ZoneOffset.UTC).format(poll);
    }

    private static Optional<Instant> time(String name) {
        Matcher stamp = NAME.matcher(name);
        return stamp.matches()
                ? Optional.of(LocalDateTime.parse(stamp.group(1), TIME).toInstant(ZoneOffset.UTC))
                : Optional.empty();
    }
}
