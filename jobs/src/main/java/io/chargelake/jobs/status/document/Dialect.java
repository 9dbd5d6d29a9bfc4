package io.chargelake.jobs.status.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.OptionalInt;
import java.util.Set;

/** The words an API uses for locations, EVSEs and connectors. A missing id is null. */
interface Dialect {
    Set<String> locationFields();

    Set<String> evseFields();

    Set<String> connectorFields();

    /** @throws Refusal when there is an id, but none that can be used */
    OptionalInt stationId(JsonNode location) throws Refusal;

    void station(JsonNode location, Attributes to) throws Refusal;

    String pointId(JsonNode evse);

    void point(JsonNode location, JsonNode evse, Attributes to) throws Refusal;

    String parkingSensor(JsonNode evse);

    String connectorId(String pointId, JsonNode connector);

    JsonNode connectorStatus(JsonNode evse, JsonNode connector);

    void connector(JsonNode connector, Attributes to) throws Refusal;
}
