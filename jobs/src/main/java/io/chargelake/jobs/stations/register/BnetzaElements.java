package io.chargelake.jobs.stations.register;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chargelake.jobs.tables.StationRegister;
import io.chargelake.station.Doubt;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The register of the Bundesnetzagentur as JSON. The power of a station is that of its strongest connector: what the register calls so
 * is the sum, and two slow connectors are no fast one.
 */
final class BnetzaElements implements ElementReader {
    private static final Set<String> STATION = Set.of(
            "access_restriction",
            "address_addition",
            "city",
            "coordinates",
            "district_independent_city",
            "evses",
            "go_live_date",
            "house_no",
            "id",
            "location_name",
            "max_electric_power_station",
            "opening_days",
            "opening_hours_specification",
            "operator",
            "parking_information",
            "payment_systems",
            "postal_code",
            "state",
            "status",
            "street",
            "type");
    private static final Set<String> EVSE = Set.of("connectors", "evse_id", "public_key", "public_key_available");
    private static final Set<String> CONNECTOR = Set.of("connector_type", "max_electric_power_connector");

    @Override
    public String list() {
        return "chargingStations";
    }

    @Override
    public void read(ObjectNode station, RegisterRows into) {
        Json.noteNewFields("station", station, STATION, into);
        StationDraft draft = new StationDraft()
                .id(Json.text(station, "id"))
                .text(StationRegister.NAME, Json.text(station, "location_name"))
                .text(StationRegister.ADDRESS, address(station))
                .text(StationRegister.CITY, Json.text(station, "city"))
                .text(StationRegister.STATE, Json.text(station, "state"))
                .text(StationRegister.POSTAL_CODE, Json.text(station, "postal_code"))
                .put(StationRegister.COUNTRY, GermanWords.COUNTRY)
                .real(StationRegister.LATITUDE, Json.text(station, "coordinates", "latitude"))
                .real(StationRegister.LONGITUDE, Json.text(station, "coordinates", "longitude"))
                .text(StationRegister.OPERATOR, Json.text(station, "operator", "companyName"))
                .date(StationRegister.OPENED_ON, Json.text(station, "go_live_date"), Dates.GERMAN);
        GermanWords.status(Json.text(station, "status", "operational"), draft);
        GermanWords.access(Json.text(station, "access_restriction"), draft);
        GermanWords.hours(
                Json.text(station, "opening_hours_specification"),
                station.path("opening_days").isEmpty() ? GermanWords.Hours.NOT_TOLD : GermanWords.Hours.TOLD,
                draft);
        draft.equipment(equipment(station, draft, into));
        into.station(draft.judged(), station.toString());
    }

    private static Optional<String> address(ObjectNode station) {
        return StationDraft.given(Stream.of(Json.text(station, "street"), Json.text(station, "house_no"))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" ")));
    }

    private static Equipment equipment(ObjectNode station, StationDraft draft, RegisterRows into) {
        var equipment = new Equipment();
        // a connector beside the charging points belongs to none of them
        Json.children(station, "connectors", into).forEach(stray -> into.refuse(Doubt.ORPHAN_CHILD, stray.toString()));
        for (ObjectNode evse : Json.children(station, "evses", into)) {
            Json.noteNewFields("evse", evse, EVSE, into);
            draft.evseId(Json.text(evse, "evse_id"));
            for (ObjectNode connector : Json.children(evse, "connectors", into)) {
                Json.noteNewFields("connector", connector, CONNECTOR, into);
                equipment.add(
                        Json.text(connector, "connector_type"),
                        draft.number(Json.text(connector, "max_electric_power_connector")));
            }
        }
        return equipment;
    }
}
