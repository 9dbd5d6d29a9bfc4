package io.chargelake.jobs.status.document;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Answers of the chargecloud API: {@code {city: {status_code, status_message, timestamp, data: [location]}}}, or one city's answer
 * alone. A city is read as a tree, since its timestamp comes after its data; memory is that of the largest city.
 */
final class ChargecloudFormat implements DocumentFormat {
    private static final String DATA = "data";
    private static final String TIMESTAMP = "timestamp";
    private static final String STATUS_CODE = "status_code";
    private static final String SUCCESS = "1000";

    private final Locations locations = new Locations(new ChargecloudDialect());

    @Override
    public List<Block> read(JsonParser json, DocumentTime time) throws IOException, Refusal {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new Refusal(DocumentRules.UNREADABLE_FILE, "it is no JSON object of cities");
        }
        var blocks = new ArrayList<Block>();
        ObjectNode own = JsonNodeFactory.instance.objectNode();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            JsonNode value = Json.MAPPER.readTree(json);
            if (value.isObject()) {
                blocks.add(city(name, value, time));
            } else {
                own.set(name, value);
            }
        }
        if (own.has(DATA)) {
            blocks.add(city("", own, time));
        } else if (!own.isEmpty()) {
            Block block = new Block();
            own.forEach(value -> block.refuse(DocumentRules.BROKEN_ELEMENT, value.toString()));
            blocks.add(block);
        }
        return blocks;
    }

    private Block city(String name, JsonNode city, DocumentTime time) {
        Block block = new Block();
        try {
            block.at(time.second(Json.text(Json.at(city, TIMESTAMP)), block));
        } catch (Refusal refusal) {
            Block refused = new Block();
            refused.refuse(refusal.code(), city.toString());
            return refused;
        }
        if (!SUCCESS.equals(Json.text(Json.at(city, STATUS_CODE)))) {
            block.note(DocumentRules.REQUEST_FAILED, name + " at " + block.second());
        }
        JsonNode data = Json.at(city, DATA);
        if (data.isArray()) {
            data.forEach(location -> locations.read(location, block));
        } else if (!data.isMissingNode()) {
            block.refuse(DocumentRules.BROKEN_ELEMENT, data.toString());
        }
        return block;
    }
}
