package io.chargelake.jobs.dashboard.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chargelake.jobs.dashboard.web.Api;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Answers that an exported page finds in itself, under the names by which it would ask a server. What is asked most comes first; there is room for so much. */
final class Recording {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LEVEL = "level";
    private static final String KEY = "key";

    private final Api api;
    private final long mostBytes;
    private final Map<String, JsonNode> answers = new LinkedHashMap<>();
    private long bytes;

    Recording(Api api, long mostBytes) {
        this.api = api;
        this.mostBytes = mostBytes;
    }

    void file(String name, byte[] text) {
        put(name, text);
    }

    /** First what every page begins with, then its choices as long as there is room. */
    void answers() {
        JsonNode meta = always("meta", Map.of());
        always("network", Map.of());
        always("occupancy", Map.of(LEVEL, "all"));
        always("forecast", Map.of());
        always("anomalies", Map.of());
        always("vehicles", Map.of());
        always("data", Map.of());
        always("fleet", Map.of());
        for (String level : List.of("city", "operator")) {
            optional("occupancy", Map.of(LEVEL, level));
        }
        texts(meta, "cities").forEach(key -> optional("occupancy", Map.of(LEVEL, "city", KEY, key)));
        texts(meta, "operators").forEach(key -> optional("occupancy", Map.of(LEVEL, "operator", KEY, key)));
        texts(meta, "vehicle_types").forEach(type -> optional("vehicles", Map.of("type", type)));
        meta.path("forecast_keys")
                .forEach(key -> optional(
                        "forecast",
                        Map.of(
                                LEVEL,
                                key.path(LEVEL).asText(),
                                KEY,
                                key.path(KEY).asText())));
        texts(meta, "countries").forEach(country -> optional("network", Map.of("country", country)));
        optional("occupancy", Map.of(LEVEL, "station"));
        meta.path("stations")
                .forEach(station -> optional(
                        "occupancy",
                        Map.of(LEVEL, "station", KEY, station.path("id").asText())));
    }

    private static List<String> texts(JsonNode meta, String name) {
        return StreamSupport.stream(meta.path(name).spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private JsonNode always(String name, Map<String, String> asked) {
        return put(key(name, asked), answer(name, asked));
    }

    private void optional(String name, Map<String, String> asked) {
        if (bytes < mostBytes) {
            byte[] answer = answer(name, asked);
            if (bytes + answer.length <= mostBytes) {
                put(key(name, asked), answer);
            }
        }
    }

    private byte[] answer(String name, Map<String, String> asked) {
        Map<String, List<String>> query =
                asked.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> List.of(e.getValue())));
        return api.json(name, query);
    }

    private JsonNode put(String key, byte[] text) {
        try {
            JsonNode node = JSON.readTree(text);
            answers.put(key, node);
            bytes += text.length;
            return node;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As the page's own {@code URLSearchParams} writes it, sorted by name. */
    private static String key(String name, Map<String, String> asked) {
        String query = new TreeMap<>(asked)
                .entrySet().stream()
                        .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
        return "api/" + name + (query.isEmpty() ? "" : "?" + query);
    }

    /** For a script element: nothing in it ends that. */
    String json(Instant madeAt) {
        ObjectNode recorded = JSON.createObjectNode();
        recorded.put("made_at", madeAt.toString());
        recorded.set("answers", JSON.valueToTree(answers));
        try {
            return JSON.writeValueAsString(recorded).replace("<", "\\u003c");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
