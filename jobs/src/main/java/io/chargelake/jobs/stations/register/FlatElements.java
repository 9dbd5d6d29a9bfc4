package io.chargelake.jobs.stations.register;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chargelake.station.Doubt;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** A register in our own columns as JSON: the objects are rows, lists in them are parted by {@code |}. */
final class FlatElements implements ElementReader {
    static final String LIST = "stations";
    static final String PARTED = "|";

    private final FlatRows rows = new FlatRows();

    @Override
    public String list() {
        return LIST;
    }

    @Override
    public void read(ObjectNode station, RegisterRows into) {
        Map<String, String> fields = new HashMap<>();
        station.fields().forEachRemaining(field -> {
            fields.put(Fields.key(field.getKey()), text(field.getValue()));
            if (!rows.known().contains(Fields.key(field.getKey()))) {
                into.note(Doubt.NEW_COLUMN, field.getKey(), 1);
            }
        });
        rows.read(new Fields(fields), station.toString(), into);
    }

    private static String text(JsonNode value) {
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false)
                        .map(JsonNode::asText)
                        .collect(Collectors.joining(PARTED))
                : value.isNull() ? null : value.asText();
    }
}
