package io.chargelake.jobs.stations.register;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chargelake.jobs.raw.OcpiFields;
import io.chargelake.jobs.tables.StationRegister;
import io.chargelake.station.Access;
import io.chargelake.station.ConnectorPower;
import io.chargelake.station.Doubt;
import io.chargelake.station.StationStatus;
import io.chargelake.status.Status;
import io.chargelake.status.StatusClass;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Locations of OCPI 2.2.1, and the names of 2.1.1 where they differ. A location's status is that of its EVSEs: one that works is enough. */
final class OcpiElements implements ElementReader {
    private static final double W_A_KW = 1_000;

    @Override
    public String list() {
        return "data";
    }

    @Override
    public void read(ObjectNode location, RegisterRows into) {
        Json.noteNewFields("location", location, OcpiFields.LOCATION, into);
        StationDraft draft = new StationDraft()
                .id(id(location))
                .text(StationRegister.NAME, Json.text(location, "name"))
                .text(StationRegister.ADDRESS, Json.text(location, "address"))
                .text(StationRegister.CITY, Json.text(location, "city"))
                .text(StationRegister.STATE, Json.text(location, "state"))
                .text(StationRegister.POSTAL_CODE, Json.text(location, "postal_code"))
                .text(StationRegister.COUNTRY, Json.text(location, "country"))
                .real(StationRegister.LATITUDE, Json.text(location, "coordinates", "latitude"))
                .real(StationRegister.LONGITUDE, Json.text(location, "coordinates", "longitude"))
                .text(StationRegister.OPERATOR, Json.text(location, "operator", "name"))
                .access(access(location));
        hours(location.path("opening_times"), draft);
        evses(location, draft, into);
        into.station(draft.judged(), location.toString());
    }

    /** A whole number as it is; other ids are unique within their party only. The same id that ingest-status gives the station. */
    private static Optional<String> id(ObjectNode location) {
        Optional<String> id = Json.text(location, "id");
        return id.filter(text -> text.matches("0|[1-9]\\d{0,8}"))
                .or(() -> id.map(own -> Stream.of(
                                Json.text(location, "country_code"), Json.text(location, "party_id"), Optional.of(own))
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining("*"))));
    }

    /** Locations that are published are for everyone; those for a few are not. */
    private static Access access(ObjectNode location) {
        return switch (Json.text(location, "publish").orElse("")) {
            case "true" -> Access.PUBLIC;
            case "false" -> Access.PRIVATE;
            default -> Access.UNKNOWN;
        };
    }

    private static void hours(JsonNode times, StationDraft draft) {
        Optional<String> always = Json.text(times, "twentyfourseven");
        if (always.isPresent()) {
            draft.put(StationRegister.OPEN_24_7, always.get().equals("true"));
        } else if (!times.path("regular_hours").isEmpty()) {
            draft.put(StationRegister.OPEN_24_7, false);
        }
    }

    private static void evses(ObjectNode location, StationDraft draft, RegisterRows into) {
        var equipment = new Equipment();
        var classes = EnumSet.noneOf(StatusClass.class);
        for (ObjectNode evse : Json.children(location, "evses", into)) {
            Json.noteNewFields("evse", evse, OcpiFields.EVSE, into);
            if (Json.text(evse, "uid").or(() -> Json.text(evse, "evse_id")).isEmpty()) {
                into.refuse(
                        Doubt.MISSING_ID, evse.deepCopy().without("connectors").toString());
                Json.children(evse, "connectors", into)
                        .forEach(connector -> into.refuse(Doubt.ORPHAN_CHILD, connector.toString()));
                continue;
            }
            draft.evseId(Json.text(evse, "evse_id"));
            classes.add(status(evse, draft));
            for (ObjectNode connector : Json.children(evse, "connectors", into)) {
                Json.noteNewFields("connector", connector, OcpiFields.CONNECTOR, into);
                equipment.add(Json.text(connector, "standard"), power(connector, draft));
            }
        }
        draft.equipment(equipment).status(status(classes, location));
    }

    private static StatusClass status(ObjectNode evse, StationDraft draft) {
        Optional<String> word = Json.text(evse, "status");
        if (word.isPresent() && !Status.recognises(word.get())) {
            draft.doubt(Doubt.UNKNOWN_WORD);
        }
        return Status.of(word.orElse(null)).statusClass();
    }

    private static StationStatus status(Set<StatusClass> classes, ObjectNode location) {
        Set<StatusClass> working = EnumSet.of(StatusClass.AVAILABLE, StatusClass.OCCUPIED, StatusClass.BLOCKED);
        if (classes.stream().anyMatch(working::contains)) {
            return StationStatus.OPERATIONAL;
        }
        if (!classes.contains(StatusClass.OUT_OF_SERVICE)) {
            return StationStatus.UNKNOWN;
        }
        return isPlanned(location) ? StationStatus.PLANNED : StationStatus.OUT_OF_SERVICE;
    }

    private static boolean isPlanned(ObjectNode location) {
        for (JsonNode evse : location.path("evses")) {
            if (!evse.path("status").asText().equals(Status.PLANNED.name())) {
                return false;
            }
        }
        return true;
    }

    private static ConnectorPower power(ObjectNode connector, StationDraft draft) {
        return new ConnectorPower(
                draft.number(Json.text(connector, "max_electric_power")).map(watts -> watts / W_A_KW),
                draft.number(Json.text(connector, "max_voltage").or(() -> Json.text(connector, "voltage"))),
                draft.number(Json.text(connector, "max_amperage").or(() -> Json.text(connector, "amperage"))),
                Json.text(connector, "power_type"));
    }
}
