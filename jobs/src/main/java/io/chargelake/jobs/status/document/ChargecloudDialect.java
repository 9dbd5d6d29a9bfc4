package io.chargelake.jobs.status.document;

import com.fasterxml.jackson.databind.JsonNode;
import io.chargelake.jobs.tables.ChargingPoint;
import io.chargelake.jobs.tables.ChargingStation;
import io.chargelake.jobs.tables.Connector;
import java.util.OptionalInt;
import java.util.Set;

/** The words of the chargecloud API, which are those of an early OCPI with a few of its own. */
final class ChargecloudDialect implements Dialect {
    private static final Set<String> LOCATION = Set.of(
            "id",
            "name",
            "address",
            "city",
            "postal_code",
            "country",
            "directions",
            "coordinates",
            "distance_in_m",
            "operator",
            "opening_times",
            "owner",
            "roaming",
            "evses");
    private static final Set<String> EVSE = Set.of(
            "uid",
            "id",
            "status",
            "capabilities",
            "physical_reference",
            "floor_level",
            "vehicle_type",
            "connectors",
            "chargePointPosition",
            "chargePointPublicComment",
            "chargePointParkingSpaceNumbers",
            "chargingStationPosition",
            "roaming",
            "parkingsensor_status");
    private static final Set<String> CONNECTOR =
            Set.of("id", "status", "standard", "format", "power_type", "ampere", "voltage", "max_power", "tariff_id");

    @Override
    public Set<String> locationFields() {
        return LOCATION;
    }

    @Override
    public Set<String> evseFields() {
        return EVSE;
    }

    @Override
    public Set<String> connectorFields() {
        return CONNECTOR;
    }

    @Override
    public OptionalInt stationId(JsonNode location) throws Refusal {
        String id = Json.id(Json.at(location, "id"));
        if (id == null) {
            return OptionalInt.empty();
        }
        try {
            return OptionalInt.of(Integer.parseInt(id.strip()));
        } catch (NumberFormatException e) {
            throw new Refusal(DocumentRules.BAD_VALUE, "id can't be " + id);
        }
    }

    @Override
    public void station(JsonNode location, Attributes to) throws Refusal {
        to.text(ChargingStation.NAME, Json.at(location, "name"))
                .text(ChargingStation.ADDRESS, Json.at(location, "address"))
                .text(ChargingStation.CITY, Json.at(location, "city"))
                .text(ChargingStation.POSTAL_CODE, Json.at(location, "postal_code"))
                .text(ChargingStation.COUNTRY, Json.at(location, "country"))
                .text(ChargingStation.OWNER, Json.at(location, "owner"))
                .bool(ChargingStation.ROAMING, Json.at(location, "roaming"))
                .real(ChargingStation.LONGITUDE, Json.at(location, "coordinates", "longitude"))
                .real(ChargingStation.LATITUDE, Json.at(location, "coordinates", "latitude"))
                .text(ChargingStation.OPERATOR_NAME, Json.at(location, "operator", "name"))
                .text(ChargingStation.OPERATOR_HOTLINE, Json.at(location, "operator", "hotline"))
                .bool(ChargingStation.OPEN_24_7, Json.at(location, "opening_times", "twentyfourseven"));
    }

    @Override
    public String pointId(JsonNode evse) {
        return Json.id(Json.at(evse, "id"));
    }

    @Override
    public void point(JsonNode location, JsonNode evse, Attributes to) throws Refusal {
        to.text(ChargingPoint.CHARGING_STATION_POSITION, Json.at(evse, "chargingStationPosition"))
                .text(ChargingPoint.CP_POSITION, Json.at(evse, "chargePointPosition"))
                .text(ChargingPoint.VEHICLE_TYPE, Json.at(evse, "vehicle_type"))
                .text(ChargingPoint.FLOOR_LEVEL, Json.at(evse, "floor_level"));
    }

    @Override
    public String parkingSensor(JsonNode evse) {
        return Json.text(Json.at(evse, "parkingsensor_status"));
    }

    @Override
    public String connectorId(String pointId, JsonNode connector) {
        return Json.id(Json.at(connector, "id"));
    }

    @Override
    public JsonNode connectorStatus(JsonNode evse, JsonNode connector) {
        return Json.at(connector, "status");
    }

    @Override
    public void connector(JsonNode connector, Attributes to) throws Refusal {
        to.text(Connector.FORMAT, Json.at(connector, "format"))
                .text(Connector.POWER_TYPE, Json.at(connector, "power_type"))
                .integer(Connector.AMPERE, Json.at(connector, "ampere"))
                .integer(Connector.VOLTAGE, Json.at(connector, "voltage"))
                .integer(Connector.MAX_POWER, Json.at(connector, "max_power"))
                .text(Connector.STANDARD, Json.at(connector, "standard"));
    }
}
