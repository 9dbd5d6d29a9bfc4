package io.chargelake.jobs.profile;

import com.fasterxml.jackson.databind.JsonNode;
import io.chargelake.profile.TableSketch;

/** Puts an object of a document into a sketch: what lies below another gets a point between, what lies in a list also []. */
final class JsonCells {
    private static final String ELEMENT = "[]";

    static void row(TableSketch sketch, JsonNode object, int file) {
        sketch.beginRow();
        fields(sketch, "", object);
        sketch.endRow(file);
    }

    /** An object that stands under a name among others of its like. */
    static void row(TableSketch sketch, String key, JsonNode object, int file) {
        sketch.beginRow();
        sketch.text(sketch.column(JsonRows.KEY, "name"), key);
        fields(sketch, "", object);
        sketch.endRow(file);
    }

    private static void fields(TableSketch sketch, String path, JsonNode object) {
        object.fields().forEachRemaining(field -> put(sketch, path + field.getKey(), field.getValue()));
    }

    private static void put(TableSketch sketch, String name, JsonNode value) {
        switch (value.getNodeType()) {
            case OBJECT -> fields(sketch, name + ".", value);
            case ARRAY -> list(sketch, name, value);
            case STRING -> sketch.text(sketch.column(name, "string"), value.textValue());
            case BOOLEAN -> sketch.bool(sketch.column(name, "boolean"), value.booleanValue());
            case NUMBER -> number(sketch, sketch.column(name, "number"), value);
            default -> sketch.column(name, "");
        }
    }

    private static void number(TableSketch sketch, int column, JsonNode value) {
        if (value.canConvertToExactIntegral() && value.canConvertToLong()) {
            sketch.integer(column, value.longValue());
        } else {
            sketch.real(column, value.doubleValue());
        }
    }

    private static void list(TableSketch sketch, String name, JsonNode list) {
        boolean objects = !list.isEmpty() && list.get(0).isObject();
        if (!objects) {
            sketch.list(sketch.column(name, "list"), list.size() + " elements");
            return;
        }
        for (JsonNode element : list) {
            sketch.element(name);
            fields(sketch, name + ELEMENT + ".", element);
        }
    }

    private JsonCells() {}
}
