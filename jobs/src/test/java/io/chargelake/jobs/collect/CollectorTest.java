package io.chargelake.jobs.collect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chargelake.jobs.collect.TestServer.Asked;
import io.chargelake.jobs.collect.TestServer.Reply;
import io.chargelake.jobs.collect.api.OcpiApi;
import io.chargelake.jobs.collect.http.Credential;
import io.chargelake.jobs.lake.SecretRef;
import io.chargelake.jobs.lake.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CollectorTest {
    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
    private static final byte[] ANSWER = "{\"status_code\":1000,\"data\":[]}".getBytes(UTF_8);

    @TempDir
    Path folder;

    private final List<String> said = new ArrayList<>();

    @Test
    void pagesOfOcpiFollowTheirLinksAndAreKeptOneAfterTheOther() throws Exception {
        CollectorSetup setup = setup(Duration.ofMinutes(5));
        try (TestServer server = new TestServer(asked -> page(asked.path()))) {
            Path token = Files.writeString(folder.resolve("token"), "secret");
            var credential = new Credential(
                    SecretRef.file(token.toString()), Credential.Encoding.plain, server.uri("/"), Map.of());
            setup.collector(new OcpiApi(server.uri("/locations?limit=1")), Optional.of(credential), said::add)
                    .once();
            assertThat(server.asked())
                    .extracting(Asked::path)
                    .containsExactly(
                            "/locations?limit=1", "/locations?offset=1&limit=1", "/locations?offset=2&limit=1");
            assertThat(server.asked()).extracting(Asked::token).containsOnly("Token secret");
        }
        assertThat(text(setup, "2025-01-01/20250101_000000Z_test.json.gz"))
                .isEqualTo("{\"page\":\"0\"}\n{\"page\":\"1\"}\n{\"page\":\"2\"}\n");
    }

    private static Reply page(String path) {
        String offset = path.contains("offset=") ? path.replaceFirst(".*offset=(\\d+).*", "$1") : "0";
        Reply page = Reply.ok(("{\"page\":\"" + offset + "\"}").getBytes(UTF_8));
        int next = Integer.parseInt(offset) + 1;
        return next > 2
                ? page
                : page.with(
                        "Link",
                        "<http://x/first>; rel=\"first\", </locations?offset=" + next + "&limit=1>; rel=\"next\"");
    }

    @Test
    void pagesWithoutEndEnd() throws Exception {
        CollectorSetup setup = setup(Duration.ofMinutes(5));
        try (TestServer server = new TestServer(asked -> Reply.ok(ANSWER).with("Link", "</locations>; rel=next"))) {
            setup.collector(new OcpiApi(server.uri("/locations")), Optional.empty(), said::add)
                    .once();
            assertThat(server.asked()).hasSize(1);
        }
        assertThat(text(setup, "2025-01-01/_gaps/20250101_000000Z_test.json"))
                .contains("\"outcome\":\"partial\"")
                .contains("the pages have no end");
    }

    @Test
    void aPollWithoutAnyAnswerIsAGapAndNothingElse() throws Exception {
        CollectorSetup setup = setup(Duration.ofMinutes(30));
        try (TestServer server = new TestServer(asked -> Reply.of(500))) {
            assertThatThrownBy(() -> setup.collector(CollectorSetup.cities(server, "bonn"), Optional.empty(), said::add)
                            .once())
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("there was no answer, bonn: the server answered 500")
                    .extracting(e -> ((UserError) e).exitCode())
                    .isEqualTo(30);
            assertThat(server.asked()).hasSize(CollectorSetup.TRIES);
        }
        assertThat(setup.names()).containsExactly("2025-01-01/_gaps/20250101_000000Z_test.json");
    }

    @Test
    void aServerThatWantsToBeLeftAloneIsNotAskedByTheNextPollEither() throws Exception {
        CollectorSetup setup = setup(Duration.ofMinutes(65));
        try (TestServer server = new TestServer(asked -> Reply.of(429).with("Retry-After", "3000"))) {
            setup.collector(CollectorSetup.cities(server, "bonn", "kiel"), Optional.empty(), said::add)
                    .run();
            assertThat(server.asked()).hasSize(2);
        }
        assertThat(setup.names()).hasSize(7).allMatch(name -> name.contains("_gaps"));
        assertThat(text(setup, setup.names().get(2))).contains("asked_to_wait");
    }

    @Test
    void theTimeNobodyPolledIsTold() throws Exception {
        try (TestServer server = new TestServer(asked -> Reply.ok(ANSWER))) {
            once(server, START);
            once(server, START.plus(Duration.ofMinutes(14)));
            once(server, START.plus(Duration.ofMinutes(60)));
        }
        CollectorSetup setup = setup(Duration.ofHours(2));
        assertThat(setup.names())
                .containsExactly(
                        "2025-01-01/20250101_000000Z_test.json.gz",
                        "2025-01-01/20250101_001400Z_test.json.gz",
                        "2025-01-01/20250101_010000Z_test.json.gz",
                        "2025-01-01/_gaps/20250101_002400Z_test.json");
        assertThat(text(setup, "2025-01-01/_gaps/20250101_002400Z_test.json"))
                .isEqualTo(
                        "{\"source\":\"test\",\"poll\":\"2025-01-01T00:24:00Z\",\"until\":\"2025-01-01T01:00:00Z\",\"outcome\":\"not_polled\"}\n");
    }

    private void once(TestServer server, Instant at) throws InterruptedException {
        new CollectorSetup(folder, new QuickPace(at, at.plusSeconds(600)))
                .collector(CollectorSetup.cities(server, "bonn"), Optional.empty(), said::add)
                .once();
    }

    @Test
    void whatIsAnsweredBeforeTheEndIsKept() throws Exception {
        QuickPace pace = new QuickPace(START, START.plusSeconds(60));
        CollectorSetup setup = new CollectorSetup(folder, pace);
        try (TestServer server = new TestServer(asked -> {
            pace.pause(Duration.ofSeconds(60)); // the signal comes while the first one is asked for
            return Reply.ok(ANSWER);
        })) {
            setup.collector(CollectorSetup.cities(server, "bonn", "kiel"), Optional.empty(), said::add)
                    .run();
            assertThat(server.asked()).hasSize(1);
        }
        assertThat(text(setup, "2025-01-01/20250101_000000Z_test.json.gz")).startsWith("{\"bonn\": ");
        assertThat(text(setup, "2025-01-01/_gaps/20250101_000000Z_test.json")).contains("stopped");
    }

    @Test
    void aFolderThatCannotBeWrittenLosesTheAnswersAndIsToldLater() throws Exception {
        Files.writeString(folder.resolve("test"), "a file where the folder should be");
        CollectorSetup setup = setup(Duration.ofMinutes(15));
        try (TestServer server = new TestServer(asked -> {
            if (said.size() > 1) {
                delete(folder.resolve("test"));
            }
            return Reply.ok(ANSWER);
        })) {
            setup.collector(CollectorSetup.cities(server, "bonn"), Optional.empty(), said::add)
                    .run();
        }
        assertThat(setup.names())
                .containsExactly(
                        "2025-01-01/20250101_001000Z_test.json.gz", "2025-01-01/_gaps/20250101_000000Z_test.json");
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void whatAKilledOneLeftUnfinishedIsTakenAway() throws Exception {
        Path day = Files.createDirectories(folder.resolve("test/2025-01-01"));
        Files.writeString(day.resolve(".20250101_000000Z_test.json.gz.tmp"), "half");
        Files.writeString(day.resolve(".20250101_020000Z_test.json.gz.tmp"), "another one's");
        try (TestServer server = new TestServer(asked -> Reply.ok(ANSWER))) {
            once(server, START.plus(Duration.ofHours(2)));
        }
        assertThat(Files.exists(day.resolve(".20250101_000000Z_test.json.gz.tmp")))
                .isFalse();
        assertThat(setup(Duration.ZERO).names()).contains("2025-01-01/20250101_020000Z_test.json.gz");
    }

    @Test
    void waitsGrowAndAreDrawnByChance() {
        Patience patience = new Patience(9, Duration.ofSeconds(2), Duration.ofSeconds(60), Duration.ofMinutes(9));
        Random random = new Random(1);
        for (int round = 1; round < 9; round++) {
            int most = Math.min(60, 2 << (round - 1));
            List<Long> waits = new ArrayList<>();
            for (int i = 0; i < 1000; i++) {
                waits.add(patience.wait(round, random).toMillis());
            }
            assertThat(waits).allMatch(wait -> wait >= 0 && wait <= most * 1000L);
            assertThat(waits.stream().mapToLong(w -> w).average().orElseThrow()).isBetween(most * 450.0, most * 550.0);
        }
    }

    @Test
    void pollsKeepTheirBeatAndDoNotPileUp() {
        Schedule schedule = new Schedule(Duration.ofMinutes(10), Duration.ofMinutes(1));
        Instant first = schedule.first(START, new Random(1));
        assertThat(first).isBetween(START, START.plusSeconds(60));
        assertThat(schedule.after(START, START)).isEqualTo(START.plusSeconds(600));
        assertThat(schedule.after(START, START.plusSeconds(599))).isEqualTo(START.plusSeconds(600));
        assertThat(schedule.after(START, START.plusSeconds(1300))).isEqualTo(START.plusSeconds(1800));
    }

    private CollectorSetup setup(Duration time) {
        return new CollectorSetup(folder, new QuickPace(START, START.plus(time)));
    }

    private static String text(CollectorSetup setup, String file) throws IOException {
        return new String(setup.files().get(file), UTF_8);
    }
}
