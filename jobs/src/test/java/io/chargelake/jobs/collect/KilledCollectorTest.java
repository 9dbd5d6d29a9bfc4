package io.chargelake.jobs.collect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.chargelake.jobs.collect.TestServer.Manner;
import io.chargelake.jobs.collect.TestServer.Reply;
import io.chargelake.jobs.testing.ChildJob;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A collector in a process of its own, ended by SIGKILL and by SIGTERM. Whatever was the moment, no raw object is half. */
class KilledCollectorTest {
    private static final long PATIENCE_S = 120;
    private static final String BODY = large();

    @TempDir
    Path folder;

    private final AtomicInteger answers = new AtomicInteger();
    private final AtomicReference<Manner> manner = new AtomicReference<>(Manner.WHOLE);

    @Test
    void aKillLeavesNoHalfObject() throws Exception {
        try (TestServer server = new TestServer(asked -> reply())) {
            Path raw = folder.resolve("raw");
            killed(server, "while it writes", () -> any(raw, ".tmp"));
            killed(server, "as an object is there", () -> any(raw, ".json.gz"));
            manner.set(Manner.DRIPPING);
            int asked = server.asked().size();
            killed(server, "while it is answered", () -> server.asked().size() > asked + 1);
            manner.set(Manner.WHOLE);
            int before = objects();
            killed(server, "two objects later", () -> objects() >= before + 2);
        }
        assertThat(objects()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void sigtermEndsItAsAnyOtherJobEnds() throws Exception {
        try (TestServer server = new TestServer(asked -> reply())) {
            Process collector = start(server);
            await(collector, () -> objects() > 0);
            collector.destroy();
            assertThat(collector.waitFor(PATIENCE_S, TimeUnit.SECONDS)).isTrue();
            assertThat(collector.exitValue()).isZero();
            assertThat(Files.readString(folder.resolve("log"))).contains("collect: ok in");
            assertThat(any(folder.resolve("raw"), ".tmp")).isFalse();
            try (Stream<Path> records = Files.list(folder.resolve("lake/_runs/collect"))) {
                Path record = records.findFirst().orElseThrow();
                assertThat(new ObjectMapper()
                                .readTree(record.toFile())
                                .get("status")
                                .asText())
                        .isEqualTo("ok");
            }
        }
    }

    private Reply reply() {
        return Reply.ok(("{\"n\":" + answers.incrementAndGet() + ",\"x\":\"" + BODY + "\"}").getBytes(UTF_8))
                .manner(manner.get());
    }

    private void killed(TestServer server, String moment, BooleanSupplier comes) throws Exception {
        Process collector = start(server);
        try {
            await(collector, comes);
        } finally {
            collector.destroyForcibly().waitFor();
        }
        assertWhole(moment);
    }

    private Process start(TestServer server) throws IOException {
        return ChildJob.start(
                folder.resolve("log"),
                "collect",
                "--url",
                server.uri("/").toString() + "{city}",
                "--cities",
                "bonn",
                "--poll-interval",
                "1s",
                "--jitter",
                "0s",
                "--output",
                folder.resolve("raw").toString(),
                "--lake",
                folder.resolve("lake").toString());
    }

    private static void await(Process collector, BooleanSupplier comes) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
        while (!comes.getAsBoolean()) {
            assertThat(collector.isAlive() && System.nanoTime() < end).isTrue();
            Thread.sleep(1);
        }
    }

    /** Each object that readers see unpacks to its end and is what the server sent; each note is JSON. */
    private void assertWhole(String moment) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("raw"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (file.getFileName().toString().startsWith(".")) {
                    continue;
                }
                String text = new String(CollectorSetup.unpacked(file), UTF_8);
                assertThat(new ObjectMapper().readTree(text).isObject())
                        .as(moment)
                        .isTrue();
                assertThat(text.contains("not_polled") || text.contains("missing") || text.contains(BODY))
                        .as("%s: %s", moment, file)
                        .isTrue();
            }
        }
    }

    private int objects() {
        return count(folder.resolve("raw"), name -> name.endsWith(".json.gz"));
    }

    private static boolean any(Path raw, String ending) {
        return count(raw, name -> name.endsWith(ending)) > 0;
    }

    private static int count(Path raw, java.util.function.Predicate<String> is) {
        if (!Files.isDirectory(raw)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(raw)) {
            return (int)
                    files.filter(file -> is.test(file.getFileName().toString())).count();
        } catch (IOException | java.io.UncheckedIOException e) {
            return 0; // a file was renamed while we looked
        }
    }

    /** What does not pack well takes its time. */
    private static String large() {
        byte[] bytes = new byte[6 << 20];
        new Random(7).nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
