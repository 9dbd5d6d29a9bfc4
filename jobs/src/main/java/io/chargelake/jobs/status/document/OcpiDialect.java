package io.chargelake.jobs.status.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.chargelake.jobs.raw.OcpiFields;
import io.chargelake.jobs.tables.ChargingPoint;
import io.chargelake.jobs.tables.ChargingStation;
import io.chargelake.jobs.tables.Connector;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words of OCPI 2.2.1, and those of 2.1.1 where they differ. A connector has no status of its own there: it has its EVSE's. */
final class OcpiDialect implements Dialect {
    private static final BigDecimal KILO = new BigDecimal("0.001");

    @Override
    public Set<String> locationFields() {
        return OcpiFields.LOCATION;
    }

    @Override
    public Set<String> evseFields() {
        return OcpiFields.EVSE;
    }

    @Override
    public Set<String> connectorFields() {
        return OcpiFields.CONNECTOR;
    }

    /** A whole number is kept; other ids become a negative number, the same one always. */
    @Override
    public OptionalInt stationId(JsonNode location) {
        String id = Json.id(Json.at(location, "id"));
        if (id == null) {
            return OptionalInt.empty();
        }
        return isNumber(id)
                ? OptionalInt.of(Integer.parseInt(id))
                : OptionalInt.of(hash(fullId(location, id)) | Integer.MIN_VALUE);
    }

    @Override
    public void station(JsonNode location, Attributes to) throws Refusal {
        String id = Json.id(Json.at(location, "id"));
        if (id != null && !isNumber(id)) {
            to.text(ChargingStation.SOURCE_ID, TextNode.valueOf(fullId(location, id)));
        }
        to.text(ChargingStation.NAME, Json.at(location, "name"))
                .text(ChargingStation.ADDRESS, Json.at(location, "address"))
                .text(ChargingStation.CITY, Json.at(location, "city"))
                .text(ChargingStation.POSTAL_CODE, Json.at(location, "postal_code"))
                .text(ChargingStation.COUNTRY, Json.at(location, "country"))
                .text(ChargingStation.OWNER, Json.at(location, "owner", "name"))
                .real(ChargingStation.LONGITUDE, Json.at(location, "coordinates", "longitude"))
                .real(ChargingStation.LATITUDE, Json.at(location, "coordinates", "latitude"))
                .text(ChargingStation.OPERATOR_NAME, Json.at(location, "operator", "name"))
                .bool(ChargingStation.OPEN_24_7, Json.at(location, "opening_times", "twentyfourseven"));
    }

    @Override
    public String pointId(JsonNode evse) {
        String id = Json.id(Json.at(evse, "evse_id"));
        return id == null ? Json.id(Json.at(evse, "uid")) : id;
    }

    @Override
    public void point(JsonNode location, JsonNode evse, Attributes to) throws Refusal {
        to.text(ChargingPoint.CHARGING_STATION_POSITION, Json.at(location, "parking_type"))
                .text(ChargingPoint.CP_POSITION, Json.at(evse, "physical_reference"))
                .text(ChargingPoint.FLOOR_LEVEL, Json.at(evse, "floor_level"));
    }

    @Override
    public String parkingSensor(JsonNode evse) {
        return null;
    }

    @Override
    public String connectorId(String pointId, JsonNode connector) {
        String id = Json.id(Json.at(connector, "id"));
        return id == null ? null : pointId + "*" + id;
    }

    @Override
    public JsonNode connectorStatus(JsonNode evse, JsonNode connector) {
        return Json.at(evse, "status");
    }

    @Override
    public void connector(JsonNode connector, Attributes to) throws Refusal {
        to.text(Connector.FORMAT, Json.at(connector, "format"))
                .text(Connector.POWER_TYPE, Json.at(connector, "power_type"))
                .integer(Connector.AMPERE, either(connector, "max_amperage", "amperage"))
                .integer(Connector.VOLTAGE, either(connector, "max_voltage", "voltage"))
                .number(Connector.MAX_POWER, Json.at(connector, "max_electric_power"), KILO)
                .text(Connector.STANDARD, Json.at(connector, "standard"));
    }

    private static JsonNode either(JsonNode connector, String name, String olderName) {
        return Json.at(connector, connector.hasNonNull(name) ? name : olderName);
    }

    private static boolean isNumber(String id) {
        return id.matches("0|[1-9]\\d{0,8}");
    }

    /** A location's id is unique within its party only. */
    private static String fullId(JsonNode location, String id) {
        return Stream.of(Json.text(Json.at(location, "country_code")), Json.text(Json.at(location, "party_id")), id)
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining("*"));
    }

    private static int hash(String id) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getInt();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
