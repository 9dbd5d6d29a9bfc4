package io.chargelake.jobs.dashboard.web;

import io.chargelake.jobs.dashboard.pages.Refusal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The part of an address behind its question mark. */
final class Query {
    private static final int LONGEST = 2_000;

    static Map<String, List<String>> parse(String query) {
        Map<String, List<String>> parsed = new LinkedHashMap<>();
        if (query == null || query.isEmpty()) {
            return parsed;
        }
        if (query.length() > LONGEST) {
            throw Refusal.badRequest("A query has at most " + LONGEST + " characters.");
        }
        for (String pair : query.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
                String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
                parsed.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
            }
        }
        return parsed;
    }

    private static String decoded(String text) {
        String decoded;
        try {
            decoded = URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Refusal.badRequest("A query is URL-encoded UTF-8: a % is followed by two hexadecimal digits.");
        }
        if (decoded.chars().anyMatch(sign -> sign < ' ' || sign == 0xFFFD)) {
            throw Refusal.badRequest("A query is URL-encoded UTF-8 without control characters.");
        }
        return decoded;
    }

    private Query() {}
}
