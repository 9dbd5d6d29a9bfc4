package io.chargelake.jobs.lake;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads one YAML mapping with the lines of its keys, which Jackson's data binding would lose. Aliases, repeated keys and lists of anything but single
 * values are refused.
 */
public final class YamlReader {
    private final String file;

    /** @param file what to call it in messages */
    public YamlReader(String file) {
        this.file = file;
    }

    /** @param change what to change where there is no such file */
    public static String text(Path file, String change) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UserError(
                    ExitCode.USAGE,
                    "Cannot read " + file + ": "
                            + (Files.exists(file) ? "it is no readable UTF-8 text file" : "there is no such file")
                            + " (a local YAML file is expected" + change + ")",
                    e);
        }
    }

    public YamlSection read(String yaml) {
        try (YAMLParser parser = new YAMLFactory().createParser(yaml)) {
            JsonToken first = parser.nextToken();
            if (first == null || first == JsonToken.VALUE_NULL) {
                return new YamlSection(file, "", 1, Map.of());
            }
            if (first != JsonToken.START_OBJECT) {
                throw error("keys with values are expected", parser);
            }
            Map<String, YamlSection.Entry> entries = mapping(parser);
            if (parser.nextToken() != null) {
                throw error("one YAML document is expected", parser);
            }
            return new YamlSection(file, "", 1, entries);
        } catch (JsonProcessingException e) {
            throw UserError.usage("Cannot read " + file + ": it is no valid YAML at line "
                    + (e.getLocation() == null ? 1 : e.getLocation().getLineNr())
                    + " (check indentation, quotes and the space after each colon)");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, YamlSection.Entry> mapping(YAMLParser parser) throws IOException {
        Map<String, YamlSection.Entry> entries = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            int line = parser.currentTokenLocation().getLineNr();
            if (entries.containsKey(key)) {
                throw error("key " + key + " is given twice", parser);
            }
            parser.nextToken();
            entries.put(key, new YamlSection.Entry(line, value(parser)));
        }
        return entries;
    }

    private Optional<YamlSection.Value> value(YAMLParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (parser.isCurrentAlias()) {
            throw error("aliases (*name) are not allowed", parser);
        }
        if (token == JsonToken.START_OBJECT) {
            return Optional.of(new YamlSection.Mapping(mapping(parser)));
        }
        if (token == JsonToken.START_ARRAY) {
            return Optional.of(new YamlSection.Items(items(parser)));
        }
        return token == JsonToken.VALUE_NULL ? Optional.empty() : Optional.of(new YamlSection.Scalar(parser.getText()));
    }

    private List<YamlSection.Item> items(YAMLParser parser) throws IOException {
        List<YamlSection.Item> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.isCurrentAlias()
                    || !parser.currentToken().isScalarValue()
                    || parser.getText().isBlank()) {
                throw error("an item of a list has no single value", parser);
            }
            items.add(new YamlSection.Item(parser.currentTokenLocation().getLineNr(), parser.getText()));
        }
        return items;
    }

    private UserError error(String reason, JsonParser parser) {
        return UserError.usage("Cannot read " + file + ": " + reason + " at line "
                + parser.currentTokenLocation().getLineNr());
    }
}
