package io.chargelake.jobs.status.document;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Answers of the Locations module of OCPI 2.2.1 (2.1.1 is read too): {@code {data: [Location], status_code, timestamp}}, one Location
 * as data, or the bare list; several pages one after the other. Locations are read one by one; the time stands after them.
 */
final class OcpiFormat implements DocumentFormat {
    private static final String DATA = "data";
    private static final String TIMESTAMP = "timestamp";
    private static final String STATUS_CODE = "status_code";
    private static final String SUCCESS = "1\\d{3}";

    private final Locations locations = new Locations(new OcpiDialect());

    @Override
    public List<Block> read(JsonParser json, DocumentTime time) throws IOException, Refusal {
        var pages = new ArrayList<Block>();
        JsonToken first = json.nextToken();
        do {
            pages.add(page(first, json, time));
            first = json.nextToken();
        } while (first != null);
        return pages;
    }

    private Block page(JsonToken first, JsonParser json, DocumentTime time) throws IOException, Refusal {
        Block block = new Block();
        ObjectNode own = JsonNodeFactory.instance.objectNode();
        if (first == JsonToken.START_ARRAY) {
            data(json, block);
        } else if (first == JsonToken.START_OBJECT) {
            answer(json, block, own);
        } else {
            throw new Refusal(DocumentRules.UNREADABLE_FILE, "it is no JSON object or list of locations");
        }
        block.at(time.second(utc(Json.text(Json.at(own, TIMESTAMP))), block));
        if (!Json.at(own, STATUS_CODE).asText("1000").matches(SUCCESS)) {
            block.note(DocumentRules.REQUEST_FAILED, "at " + block.second());
        }
        return block;
    }

    private void answer(JsonParser json, Block block, ObjectNode own) throws IOException, Refusal {
        boolean hasData = false;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            if (DATA.equals(name)) {
                hasData = true;
                data(json, block);
            } else {
                own.set(name, Json.MAPPER.<JsonNode>readTree(json));
            }
        }
        if (!hasData && !own.has(STATUS_CODE)) {
            throw new Refusal(DocumentRules.UNREADABLE_FILE, "it is no OCPI answer: it has neither data nor a status");
        }
    }

    private void data(JsonParser json, Block block) throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            JsonNode only = Json.MAPPER.readTree(json);
            if (!only.isNull()) {
                locations.read(only, block);
            }
            return;
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            locations.read(Json.MAPPER.<JsonNode>readTree(json), block);
        }
    }

    /** OCPI's times are UTC, with or without a Z. */
    private static String utc(String timestamp) {
        return timestamp != null && timestamp.strip().matches("[^Z+]*T[^Z+-]*")
                ? timestamp.strip() + ZoneOffset.UTC
                : timestamp;
    }
}
