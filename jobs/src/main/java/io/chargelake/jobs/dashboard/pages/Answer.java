package io.chargelake.jobs.dashboard.pages;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.chargelake.jobs.dashboard.store.Snapshot;
import io.chargelake.jobs.dashboard.store.Source;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a page is told: tables, where they come from, how their figures are made, and which job makes what is missing.
 *
 * @param sources what it rests on
 * @param members what stands beside the tables
 */
public record Answer(List<Sheet> sheets, List<Source> sources, Map<String, ?> members) {
    private static final JsonFactory JSON = new JsonFactory();

    public Answer {
        sheets = List.copyOf(sheets);
        sources = List.copyOf(sources);
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    public static Answer of(List<Sheet> sheets, List<Source> sources) {
        return new Answer(sheets, sources, Map.of());
    }

    public byte[] json(Snapshot snapshot) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            tables(json);
            sources(json, snapshot);
            formulas(json);
            missing(json, snapshot);
            for (Map.Entry<String, ?> member : members.entrySet()) {
                json.writeFieldName(member.getKey());
                value(json, member.getValue());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void tables(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("tables");
        for (Sheet sheet : sheets) {
            json.writeObjectFieldStart(sheet.name());
            json.writeArrayFieldStart("columns");
            for (Field field : sheet.fields()) {
                json.writeStartObject();
                json.writeStringField("name", field.name());
                json.writeStringField("type", field.type().name().toLowerCase(Locale.ROOT));
                json.writeStringField("unit", field.unit().orElse(null));
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayFieldStart("rows");
            for (Object[] row : sheet.rows()) {
                json.writeStartArray();
                for (Object value : row) {
                    value(json, value);
                }
                json.writeEndArray();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    /** What is not known, or infinite, is nothing that JSON has a number for. */
    private static void value(JsonGenerator json, Object value) throws IOException {
        if (value == null || value instanceof Double real && !Double.isFinite(real)) {
            json.writeNull();
        } else if (value instanceof Double real) {
            json.writeNumber(real);
        } else if (value instanceof Number number) {
            json.writeNumber(number.toString());
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else if (value instanceof List<?> list) {
            json.writeStartArray();
            for (Object part : list) {
                value(json, part);
            }
            json.writeEndArray();
        } else if (value instanceof Map<?, ?> map) {
            json.writeStartObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                json.writeFieldName(entry.getKey().toString());
                value(json, entry.getValue());
            }
            json.writeEndObject();
        } else {
            json.writeString(value.toString());
        }
    }

    private void sources(JsonGenerator json, Snapshot snapshot) throws IOException {
        json.writeArrayFieldStart("sources");
        for (Source source : sources) {
            if (snapshot.table(source).isPresent()) {
                json.writeStartObject();
                json.writeStringField("table", source.table().name());
                json.writeStringField("version", snapshot.table(source).get().version());
                json.writeStringField(
                        "as_of", snapshot.asOf(source).map(Object::toString).orElse(null));
                json.writeEndObject();
            }
        }
        json.writeEndArray();
    }

    private void formulas(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("formula");
        for (Sheet sheet : sheets) {
            if (sheet.formula().isPresent()) {
                json.writeStringField(sheet.name(), sheet.formula().get());
            }
        }
        json.writeEndObject();
    }

    private void missing(JsonGenerator json, Snapshot snapshot) throws IOException {
        json.writeArrayFieldStart("missing");
        for (Source source : sources) {
            if (snapshot.table(source).isEmpty()) {
                json.writeStartObject();
                json.writeStringField("table", source.table().name());
                json.writeStringField("job", source.job());
                json.writeEndObject();
            }
        }
        json.writeEndArray();
    }
}
