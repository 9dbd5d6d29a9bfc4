package io.chargelake.jobs.profile;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chargelake.profile.TableSketch;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * The rows of a document: the elements of a list; of an object the elements of the one list of objects in it, or, where all it has
 * are objects, those, each with its name as {@link #KEY}; else the object itself. A list is read element by element.
 */
final class JsonRows {
    static final String KEY = "_key";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MAP_FROM = 2;

    /** @throws IOException also where the document is cut or no JSON */
    static void of(InputStream document, TableSketch sketch, int file) throws IOException {
        try (JsonParser parser = JSON.getFactory().createParser(document)) {
            if (parser.nextToken() == JsonToken.START_ARRAY) {
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    element(sketch, JSON.readTree(parser), file);
                }
            } else {
                object(sketch, JSON.readTree(parser), file);
            }
        }
    }

    private static void element(TableSketch sketch, JsonNode element, int file) {
        if (element.isObject()) {
            JsonCells.row(sketch, element, file);
        } else {
            sketch.brokenRow();
        }
    }

    private static void object(TableSketch sketch, JsonNode object, int file) {
        List<JsonNode> lists = listsOfObjects(object);
        if (lists.size() == 1) {
            lists.get(0).forEach(element -> element(sketch, element, file));
        } else if (isMap(object)) {
            object.fields().forEachRemaining(entry -> named(sketch, entry.getKey(), entry.getValue(), file));
        } else {
            JsonCells.row(sketch, object, file);
        }
    }

    private static void named(TableSketch sketch, String key, JsonNode value, int file) {
        List<JsonNode> lists = listsOfObjects(value);
        if (lists.size() == 1) {
            lists.get(0).forEach(element -> JsonCells.row(sketch, key, element, file));
        } else {
            JsonCells.row(sketch, key, value, file);
        }
    }

    private static List<JsonNode> listsOfObjects(JsonNode object) {
        return StreamSupport.stream(object.spliterator(), false)
                .filter(value ->
                        value.isArray() && !value.isEmpty() && value.get(0).isObject())
                .toList();
    }

    private static boolean isMap(JsonNode object) {
        return object.size() >= MAP_FROM
                && StreamSupport.stream(object.spliterator(), false).allMatch(JsonNode::isObject);
    }

    private JsonRows() {}
}
