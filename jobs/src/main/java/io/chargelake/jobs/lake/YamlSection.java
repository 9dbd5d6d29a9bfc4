package io.chargelake.jobs.lake;

import io.chargelake.text.Suggestions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One mapping of a YAML file, with the line of every key. Its keys are declared by being asked for; {@link #build} then refuses all others, so that
 * what is allowed is written once.
 */
public final class YamlSection {
    private final String file;
    private final String path;
    private final int line;
    private final Map<String, Entry> entries;
    private final TreeSet<String> asked = new TreeSet<>();

    /** A value is a {@link Scalar}, a {@link Mapping}, {@link Items} or empty ({@code key:} without a value). */
    record Entry(int line, Optional<Value> value) {}

    sealed interface Value {}

    record Scalar(String text) implements Value {}

    record Mapping(Map<String, Entry> entries) implements Value {}

    record Items(List<Item> items) implements Value {}

    record Item(int line, String text) {}

    YamlSection(String file, String path, int line, Map<String, Entry> entries) {
        this.file = file;
        this.path = path;
        this.line = line;
        this.entries = entries;
    }

    public Optional<String> text(String key) {
        return value(key, Function.identity(), "a text");
    }

    /** The value as the parser understands it; whatever the parser refuses is reported with the line and what is allowed. */
    public <T> Optional<T> value(String key, Function<String, T> parser, String allowed) {
        asked.add(key);
        Entry entry = entries.get(key);
        if (entry == null) {
            return Optional.empty();
        }
        refuseList(entry);
        if (!(entry.value.orElse(null) instanceof Scalar scalar) || scalar.text.isBlank()) {
            throw error(path + key + " has no single value at line " + entry.line + " (allowed: " + allowed + ")");
        }
        try {
            return Optional.of(parser.apply(scalar.text));
        } catch (IllegalArgumentException e) {
            throw wrong(key, allowed, entry.line, scalar.text);
        }
    }

    public Optional<Boolean> flag(String key) {
        return oneOf(key, List.of("true", "false"), "true or false").map(Boolean::valueOf);
    }

    public Optional<String> oneOf(String key, Collection<String> words, String allowed) {
        Optional<String> word = text(key);
        if (word.isPresent() && !words.contains(word.get())) {
            String meant = Suggestions.closest(word.get(), words)
                    .map(closest -> "; did you mean " + closest + "?")
                    .orElse("");
            throw wrong(key, allowed + meant, entries.get(key).line, word.get());
        }
        return word;
    }

    public void require(boolean holds, String reason) {
        if (!holds) {
            throw error(reason + where());
        }
    }

    /** A value with an @ may be an address with a password in it. */
    private UserError wrong(String key, String allowed, int keyLine, String text) {
        return error(path + key + " is wrong at line " + keyLine + " ("
                + (text.contains("@") ? "value not shown" : "'" + text + "'") + ", allowed: " + allowed + ")");
    }

    /** The name of a place where a secret is; what was written there is never repeated, as it may be the secret. */
    Optional<SecretRef> secret(String variableKey, String fileKey) {
        asked.add(variableKey);
        asked.add(fileKey);
        if (entries.containsKey(variableKey) && entries.containsKey(fileKey)) {
            throw error(path + variableKey + " and " + path + fileKey + " exclude each other at line "
                    + entries.get(fileKey).line + " (keep one of them)");
        }
        return secret(variableKey, SecretRef::env, "the name of an environment variable")
                .or(() -> secret(fileKey, SecretRef::file, "the path of a mounted file"));
    }

    private Optional<SecretRef> secret(String key, Function<String, SecretRef> make, String allowed) {
        return value(
                key,
                text -> {
                    try {
                        return make.apply(text);
                    } catch (IllegalArgumentException e) {
                        throw error(path + key + " " + e.getMessage() + " at line " + entries.get(key).line);
                    }
                },
                allowed);
    }

    private void refuseList(Entry entry) {
        if (entry.value.orElse(null) instanceof Items) {
            throw error("a list is not allowed at line " + entry.line);
        }
    }

    /** The items of a list as the parser understands them; none when the key is not there or has no value. */
    public <T> List<T> items(String key, Function<String, T> parser, String allowed) {
        asked.add(key);
        Entry entry = entries.get(key);
        if (entry == null || entry.value.isEmpty()) {
            return List.of();
        }
        if (!(entry.value.get() instanceof Items list)) {
            throw error(path + key + " is no list at line " + entry.line + " (allowed: a list of " + allowed + ")");
        }
        List<T> items = new ArrayList<>();
        for (Item item : list.items) {
            try {
                items.add(parser.apply(item.text));
            } catch (IllegalArgumentException e) {
                throw wrong(key, allowed, item.line, item.text);
            }
        }
        return items;
    }

    public Optional<YamlSection> section(String key) {
        asked.add(key);
        Entry entry = entries.get(key);
        if (entry == null) {
            return Optional.empty();
        }
        refuseList(entry);
        if (entry.value.isEmpty()) {
            return Optional.of(new YamlSection(file, path + key + ".", entry.line, Map.of()));
        }
        if (!(entry.value.get() instanceof Mapping mapping)) {
            throw error(path + key + " is not a section at line " + entry.line + " (allowed: indented keys below it)");
        }
        return Optional.of(new YamlSection(file, path + key + ".", entry.line, mapping.entries));
    }

    /** The names of all keys of this section, for one whose keys may have any name. */
    public List<String> keys() {
        return List.copyOf(entries.keySet());
    }

    /** All keys of this section, which may have any name, each with one value. */
    public Map<String, String> everything() {
        Map<String, String> values = new LinkedHashMap<>();
        for (String key : entries.keySet()) {
            values.put(key, text(key).orElseThrow());
        }
        return values;
    }

    /** Refuses the keys that nobody asked for, then makes the value; what its constructor refuses is reported with this section's line. */
    public <T> T build(Supplier<T> constructor) {
        for (Map.Entry<String, Entry> entry : entries.entrySet()) {
            if (!asked.contains(entry.getKey())) {
                throw unknown(entry.getKey(), entry.getValue().line);
            }
        }
        try {
            return constructor.get();
        } catch (IllegalArgumentException e) {
            throw error(e.getMessage() + where());
        }
    }

    private String where() {
        return path.isEmpty() ? "" : ", in the section at line " + line;
    }

    private UserError unknown(String key, int keyLine) {
        String meant = Suggestions.closest(key, asked)
                .map(closest -> "did you mean " + closest + "? ")
                .orElse("");
        return error("unknown key " + path + key + " at line " + keyLine + " (" + meant + "allowed: "
                + String.join(", ", asked) + ")");
    }

    private UserError error(String reason) {
        return UserError.usage("Cannot read " + file + ": " + reason);
    }
}
