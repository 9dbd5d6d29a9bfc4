package io.chargelake.jobs.collect;

import io.chargelake.jobs.collect.api.Api;
import io.chargelake.jobs.collect.api.ChargecloudApi;
import io.chargelake.jobs.collect.api.Place;
import io.chargelake.jobs.collect.http.Credential;
import io.chargelake.jobs.collect.http.Fetcher;
import io.chargelake.jobs.collect.http.Limits;
import io.chargelake.jobs.lake.Settings;
import io.chargelake.jobs.lake.Storage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** A collector that writes into a folder and has little patience, and what it left there. */
record CollectorSetup(Path folder, Pace pace, Metrics metrics) {
    static final Duration ANSWER = Duration.ofMillis(400);
    static final int MOST_BYTES = 100_000;
    static final int TRIES = 3;

    CollectorSetup(Path folder, Pace pace) {
        this(folder, pace, new Metrics("test"));
    }

    static Api cities(TestServer server, String... names) {
        return ChargecloudApi.of(
                Stream.of(names).map(Place::city).toList(),
                Optional.empty(),
                server.uri("/").toString() + "{city}",
                ChargecloudApi.AREA_URL);
    }

    Collector collector(Api api, Optional<Credential> credential, Consumer<String> said) {
        var limits = new Limits(Duration.ofSeconds(5), ANSWER, MOST_BYTES);
        return new Collector(
                new Collector.Source("test", api, new Fetcher(limits, credential, pace::now), store()),
                new Collector.Manner(
                        new Schedule(Duration.ofMinutes(10), Duration.ZERO),
                        new Patience(TRIES, Duration.ofSeconds(2), Duration.ofSeconds(60), Duration.ofMinutes(9)),
                        Collector.Etags.SENT),
                pace,
                new Random(7),
                metrics,
                said);
    }

    RawStore store() {
        return new RawStore(
                Storage.withoutSession(Settings.defaults(), Map.of()), Storage.uri(folder.toString()), "test");
    }

    /** Files below the source's folder by name, those of gzip unpacked. */
    SortedMap<String, byte[]> files() throws IOException {
        var files = new TreeMap<String, byte[]>();
        Path root = folder.resolve("test");
        if (Files.isDirectory(root)) {
            try (Stream<Path> all = Files.walk(root)) {
                for (Path file : all.filter(Files::isRegularFile).toList()) {
                    files.put(root.relativize(file).toString(), unpacked(file));
                }
            }
        }
        return files;
    }

    static byte[] unpacked(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        if (!file.toString().endsWith(".gz")) {
            return bytes;
        }
        try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return in.readAllBytes();
        }
    }

    List<String> names() throws IOException {
        return List.copyOf(files().keySet());
    }
}
