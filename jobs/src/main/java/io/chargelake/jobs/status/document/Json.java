package io.chargelake.jobs.status.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Values of loosely typed JSON. */
final class Json {
    static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String REPLACEMENT = "\uFFFD";

    /** The value as text; null for nothing, objects and lists. Half a surrogate pair becomes the mark of a decoding error. */
    static String text(JsonNode value) {
        return value.isValueNode() && !value.isNull() && !value.isMissingNode() ? whole(value.asText()) : null;
    }

    /** An id; null where there is none. */
    static String id(JsonNode value) {
        String text = text(value);
        return text == null || text.isBlank() ? null : text;
    }

    static JsonNode at(JsonNode object, String... path) {
        JsonNode node = object;
        for (String name : path) {
            node = node.path(name);
        }
        return node.isNull() ? MissingNode.getInstance() : node;
    }

    /** The object as received, without the children that are looked at on their own. */
    static String without(ObjectNode object, String... children) {
        return object.deepCopy().without(List.of(children)).toString();
    }

    private static String whole(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                int point = text.codePointAt(i);
                if (Character.charCount(point) == 1) {
                    return text.replaceAll("[\\x{D800}-\\x{DFFF}]", REPLACEMENT);
                }
                i++;
            }
        }
        return text;
    }

    private Json() {}
}
