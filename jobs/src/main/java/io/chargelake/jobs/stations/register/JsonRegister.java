package io.chargelake.jobs.stations.register;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chargelake.station.Doubt;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** A register as one document of JSON, its stations read one by one; or, in our own columns, as one object a line. */
final class JsonRegister {
    private final ElementReader reader;

    JsonRegister(ElementReader reader) {
        this.reader = reader;
    }

    /** @param in a fresh stream of the same bytes each time */
    void read(Bytes in, RegisterRows into) throws IOException, UnreadableRegister {
        if (reader instanceof FlatElements && isLines(in)) {
            lines(in, into);
        } else {
            document(in, into);
        }
    }

    interface Bytes {
        InputStream open() throws IOException;
    }

    private static boolean isLines(Bytes in) throws IOException {
        try (BufferedReader lines = text(in)) {
            String first = lines.readLine();
            return first != null && isObject(first) && !first.contains("\"" + FlatElements.LIST + "\"");
        }
    }

    private static boolean isObject(String line) throws IOException {
        try {
            return Json.MAPPER.readTree(line) instanceof ObjectNode;
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    private void lines(Bytes in, RegisterRows into) throws IOException {
        try (BufferedReader lines = text(in)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank()) {
                    if (isObject(line)) {
                        reader.read((ObjectNode) Json.MAPPER.readTree(line), into);
                    } else {
                        into.refuse(Doubt.BROKEN_LINE, line);
                    }
                }
            }
        }
    }

    private static BufferedReader text(Bytes in) throws IOException {
        return new BufferedReader(new InputStreamReader(in.open(), StandardCharsets.UTF_8));
    }

    private void document(Bytes in, RegisterRows into) throws IOException, UnreadableRegister {
        try (InputStream stream = in.open();
                JsonParser json = Json.MAPPER.getFactory().createParser(stream)) {
            JsonToken first = json.nextToken();
            if (first == JsonToken.START_ARRAY) {
                elements(json, into);
            } else if (first == JsonToken.START_OBJECT) {
                object(json, into);
            } else {
                throw new UnreadableRegister(Doubt.UNREADABLE_FILE, "it is no JSON object or list");
            }
            if (json.nextToken() != null) {
                throw new UnreadableRegister(Doubt.UNREADABLE_FILE, "something follows the end of its JSON");
            }
        } catch (JsonProcessingException e) {
            throw new UnreadableRegister(Doubt.UNREADABLE_FILE, "it is cut off or no JSON: " + e.getOriginalMessage());
        }
    }

    private void object(JsonParser json, RegisterRows into) throws IOException, UnreadableRegister {
        boolean found = false;
        ObjectNode own = JsonNodeFactory.instance.objectNode();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (name.equals(reader.list()) && value == JsonToken.START_ARRAY) {
                found = true;
                elements(json, into);
            } else {
                own.set(name, Json.MAPPER.<JsonNode>readTree(json));
            }
        }
        if (!found && own.path(reader.list()) instanceof ObjectNode only) {
            reader.read(only, into);
        } else if (!found) {
            throw new UnreadableRegister(
                    Doubt.NO_HEADER,
                    "it has no list '" + reader.list() + "' (its fields: " + fieldNames(own)
                            + "; is it of another --format?)");
        }
    }

    private static String fieldNames(ObjectNode object) {
        return object.properties().stream().map(Map.Entry::getKey).collect(Collectors.joining(", "));
    }

    private void elements(JsonParser json, RegisterRows into) throws IOException {
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() == null) {
                throw new JsonEOFException(json, JsonToken.NOT_AVAILABLE, "its list has no end");
            }
            JsonNode element = Json.MAPPER.readTree(json);
            if (element instanceof ObjectNode station) {
                reader.read(station, into);
            } else {
                into.refuse(Doubt.BROKEN_ELEMENT, element.toString());
            }
        }
    }
}
