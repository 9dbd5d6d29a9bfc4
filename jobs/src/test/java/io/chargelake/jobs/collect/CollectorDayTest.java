package io.chargelake.jobs.collect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chargelake.jobs.collect.TestServer.Asked;
import io.chargelake.jobs.collect.TestServer.Manner;
import io.chargelake.jobs.collect.TestServer.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A day of a server that fails in every way it can. After each poll it is held against the folder what the server knows to have
 * sent: each answer stands there byte for byte, or is told to be missing or unchanged; nothing else is there.
 */
class CollectorDayTest {
    private static final Instant START = Instant.parse("2025-03-30T00:00:00Z");
    private static final String[] CITIES = {"köln", "bonn", "kiel", "quote\"d"};

    @TempDir
    Path folder;

    private final Random random = new Random(20250330);
    private final Map<String, Integer> served = new TreeMap<>();
    private final Map<String, Integer> outcomes = new TreeMap<>();
    private final Map<String, byte[]> invalid = new HashMap<>();
    private final Map<String, byte[]> order = new LinkedHashMap<>();
    private final Map<String, String> etags = new HashMap<>();
    private QuickPace pace;
    private int polls;
    private SortedMap<String, byte[]> before = new TreeMap<>();

    @Test
    void everyPollIsStoredByteForByteOrToldAsAGap() throws Exception {
        pace = new QuickPace(START, START.plus(Duration.ofHours(24)));
        CollectorSetup setup = new CollectorSetup(folder, pace);
        try (TestServer server = new TestServer(this::reply)) {
            setup.collector(CollectorSetup.cities(server, CITIES), Optional.empty(), line -> {
                        if (line.contains("answers")) {
                            look(setup);
                        }
                    })
                    .run();
        }
        assertThat(polls).isEqualTo(144);
        assertThat(outcomes.keySet()).containsExactly("gap", "partial", "stored", "unchanged");
        assertThat(served.keySet())
                .containsExactly(
                        "304", "404", "429", "500", "503", "cut", "dripping", "huge", "loop", "moved", "no json", "ok");
        System.out.println("CollectorDayTest: 144 polls, " + outcomes + "; requests " + served);
    }

    /** What came since the last poll. */
    private void look(CollectorSetup setup) {
        try {
            SortedMap<String, byte[]> now = setup.files();
            var fresh = new TreeMap<>(now);
            fresh.keySet().removeAll(before.keySet());
            before.forEach((name, bytes) -> assertThat(now.get(name)).as(name).isEqualTo(bytes));
            before = now;
            polls++;
            assertPoll(fresh);
            invalid.clear();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void assertPoll(SortedMap<String, byte[]> fresh) throws IOException {
        Optional<byte[]> object = Optional.empty();
        Optional<JsonNode> note = Optional.empty();
        var apart = new LinkedHashMap<String, byte[]>();
        for (var file : fresh.entrySet()) {
            if (file.getKey().contains("_gaps/") || file.getKey().contains("_unchanged/")) {
                note = Optional.of(new ObjectMapper().readTree(file.getValue()));
            } else if (file.getKey().contains("_unreadable-")) {
                apart.put(file.getKey().substring(file.getKey().indexOf('/') + 1), file.getValue());
            } else {
                object = Optional.of(file.getValue());
            }
        }
        List<String> absent = new ArrayList<>();
        for (JsonNode missing : note.map(n -> n.path("missing"))
                .map(m -> StreamSupport.stream(m.spliterator(), false).toList())
                .orElse(List.of())) {
            absent.add(missing.get("what").asText());
            assertThat(missing.get("reason").asText()).isNotBlank();
            if (missing.has("file")) {
                assertThat(apart.remove(missing.get("file").asText()))
                        .isEqualTo(invalid.get(missing.get("what").asText()));
            }
        }
        note.ifPresent(n -> n.path("unchanged").forEach(city -> absent.add(city.asText())));
        assertThat(apart).isEmpty();
        assertThat(object.map(bytes -> new String(bytes, UTF_8)).orElse("")).isEqualTo(expected(absent));
        assertThat(object.isPresent() || note.isPresent()).isTrue();
        outcomes.merge(note.map(n -> n.get("outcome").asText()).orElse("stored"), 1, Integer::sum);
    }

    /** All places that are not told to be absent, in any order of rounds. */
    private String expected(List<String> absent) {
        var present = new LinkedHashMap<>(order);
        present.keySet().removeAll(absent);
        assertThat(present.size() + absent.size()).isEqualTo(CITIES.length);
        StringBuilder text = new StringBuilder();
        present.forEach((city, body) -> text.append(text.isEmpty() ? "{" : ",\n")
                .append('"')
                .append(city.replace("\"", "\\\""))
                .append("\": ")
                .append(new String(body, UTF_8)));
        order.clear();
        return text.isEmpty() ? "" : text + "}\n";
    }

    private Reply reply(Asked asked) {
        String city = URLDecoder.decode(asked.path().substring(1), UTF_8);
        if (city.startsWith("moved/")) {
            return good(city.substring(6));
        }
        if (city.startsWith("loop/")) {
            return Reply.of(302).with("Location", asked.path());
        }
        boolean isDown = pace.now().isAfter(START.plus(Duration.ofHours(3)))
                && pace.now().isBefore(START.plus(Duration.ofHours(5)));
        boolean isQuiet = pace.now().isAfter(START.plus(Duration.ofHours(20)));
        if (isQuiet && asked.etag().equals(etags.get(city))) {
            return named("304", Reply.of(304));
        }
        return isDown ? named("500", Reply.of(500)) : anyOf(city, random.nextInt(100));
    }

    private Reply anyOf(String city, int dice) {
        return switch (dice < 88 ? dice / 4 : dice) {
            case 0, 1 -> named("500", Reply.of(500));
            case 2 -> named("429", Reply.of(429).with("Retry-After", "30"));
            case 3 ->
                named(
                        "503",
                        Reply.of(503)
                                .with(
                                        "Retry-After",
                                        DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.ofInstant(
                                                pace.now().plusSeconds(90), ZoneOffset.UTC))));
            case 4 -> named("404", Reply.of(404));
            case 5, 6, 7 -> broken(city);
            case 8 -> named("moved", Reply.of(302).with("Location", "/moved/" + URLEncoder.encode(city, UTF_8)));
            case 9 -> named("loop", Reply.of(307).with("Location", "/loop/" + URLEncoder.encode(city, UTF_8)));
            case 10 -> named("huge", Reply.ok(document(city, CollectorSetup.MOST_BYTES)));
            case 11 -> named("cut", Reply.ok(document(city, 2000)).manner(Manner.CUT));
            case 99 -> named("dripping", Reply.ok(document(city, 2000)).manner(Manner.DRIPPING));
            default -> named("ok", good(city));
        };
    }

    private Reply broken(String city) {
        byte[] body = ("{\"status_code\": 1000, \"city\": \"" + city + "\", \"n\": " + random.nextInt() + ", ")
                .getBytes(UTF_8);
        invalid.put(city, body);
        return named("no json", Reply.ok(body));
    }

    private Reply good(String city) {
        byte[] body = document(city, random.nextInt(3000));
        order.put(city, body);
        String etag = "\"" + random.nextInt() + "\"";
        etags.put(city, etag);
        return Reply.ok(body).with("ETag", etag);
    }

    private byte[] document(String city, int filling) {
        return ("  {\"status_code\":1000,\"timestamp\":\"" + pace.now() + "\", \"data\":[],\t\"of\":\""
                        + city.replace("\"", "'") + "\",\"x\":\"" + "é".repeat(filling / 2) + "\", \"n\": "
                        + random.nextInt() + "}\r\n ")
                .getBytes(UTF_8);
    }

    private Reply named(String name, Reply reply) {
        served.merge(name, 1, Integer::sum);
        return reply;
    }
}
