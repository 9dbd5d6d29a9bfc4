package io.chargelake.jobs.stations.register;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chargelake.station.Doubt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Values of JSON that is loose about types: numbers may be texts, texts numbers. */
final class Json {
    static final ObjectMapper MAPPER = new ObjectMapper();

    /** The value at a path; empty for nothing, objects and lists. */
    static Optional<String> text(JsonNode object, String... path) {
        JsonNode node = object;
        for (String name : path) {
            node = node.path(name);
        }
        return node.isValueNode() && !node.isNull() ? StationDraft.given(node.asText()) : Optional.empty();
    }

    /** The objects of a list; what is none is refused alone. */
    static List<ObjectNode> children(ObjectNode parent, String name, RegisterRows into) {
        JsonNode children = parent.path(name);
        var objects = new ArrayList<ObjectNode>();
        if (!children.isArray() && !children.isMissingNode() && !children.isNull()) {
            into.refuse(Doubt.BROKEN_ELEMENT, children.toString());
        }
        if (children.isArray()) {
            for (JsonNode child : children) {
                if (child instanceof ObjectNode object) {
                    objects.add(object);
                } else {
                    into.refuse(Doubt.BROKEN_ELEMENT, child.toString());
                }
            }
        }
        return objects;
    }

    static void noteNewFields(String level, ObjectNode element, Set<String> known, RegisterRows into) {
        element.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                into.note(Doubt.NEW_COLUMN, level + "." + name, 1);
            }
        });
    }

    private Json() {}
}
