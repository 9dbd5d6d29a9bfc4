package io.chargelake.jobs.status.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.chargelake.jobs.status.document.Block.Master;
import io.chargelake.jobs.status.document.Block.Poll;
import io.chargelake.jobs.tables.ChargingPoint;
import io.chargelake.jobs.tables.ChargingStation;
import io.chargelake.jobs.tables.Connector;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Walks a location with its EVSEs and their connectors. What is broken is refused alone: a bad value costs a master row, not the
 * statuses; only a connector whose EVSE has no id belongs nowhere.
 */
final class Locations {
    private static final String EVSES = "evses";
    private static final String CONNECTORS = "connectors";
    private static final String STATUS = "status";
    private static final String POINT = "point";
    private static final String CONNECTOR = "connector";

    /** Fills one part of a master row. */
    private interface Filling {
        void fill(Attributes attributes) throws Refusal;
    }

    private final Dialect dialect;

    Locations(Dialect dialect) {
        this.dialect = dialect;
    }

    void read(JsonNode element, Block into) {
        if (!(element instanceof ObjectNode location)) {
            into.refuse(DocumentRules.BROKEN_ELEMENT, element.toString());
            return;
        }
        noteNewFields("location", location, dialect.locationFields(), into);
        OptionalInt id = station(location, into);
        for (JsonNode evse : children(location, EVSES, into)) {
            evse(location, id, evse, into);
        }
    }

    private OptionalInt station(ObjectNode location, Block into) {
        OptionalInt id;
        try {
            id = dialect.stationId(location);
        } catch (Refusal refusal) {
            into.refuse(refusal.code(), Json.without(location, EVSES));
            return OptionalInt.empty();
        }
        if (id.isEmpty()) {
            into.refuse(DocumentRules.MISSING_ID, Json.without(location, EVSES));
            return id;
        }
        String key = Integer.toString(id.getAsInt());
        master(into, location, attributes -> {
            dialect.station(location, attributes);
            into.master(new Master(ChargingStation.TABLE, key, attributes.json()));
        });
        return id;
    }

    private void evse(ObjectNode location, OptionalInt stationId, JsonNode element, Block into) {
        if (!(element instanceof ObjectNode evse)) {
            into.refuse(DocumentRules.BROKEN_ELEMENT, element.toString());
            return;
        }
        noteNewFields("evse", evse, dialect.evseFields(), into);
        String id = dialect.pointId(evse);
        if (id == null) {
            into.refuse(DocumentRules.MISSING_ID, Json.without(evse, CONNECTORS));
            children(evse, CONNECTORS, into)
                    .forEach(connector -> into.refuse(DocumentRules.ORPHAN_CONNECTOR, connector.toString()));
            return;
        }
        into.poll(new Poll(POINT, id, Json.text(Json.at(evse, STATUS)), dialect.parkingSensor(evse)));
        if (stationId.isPresent()) {
            point(location, stationId.getAsInt(), evse, id, into);
        }
        for (JsonNode connector : children(evse, CONNECTORS, into)) {
            connector(evse, id, connector, into);
        }
    }

    private void point(ObjectNode location, int stationId, ObjectNode evse, String id, Block into) {
        master(into, evse, attributes -> {
            attributes.integer(ChargingPoint.ID_CS, IntNode.valueOf(stationId));
            dialect.point(location, evse, attributes);
            into.master(new Master(ChargingPoint.TABLE, id, attributes.json()));
        });
    }

    private void connector(ObjectNode evse, String pointId, JsonNode element, Block into) {
        if (!(element instanceof ObjectNode connector)) {
            into.refuse(DocumentRules.BROKEN_ELEMENT, element.toString());
            return;
        }
        noteNewFields("connector", connector, dialect.connectorFields(), into);
        String id = dialect.connectorId(pointId, connector);
        if (id == null) {
            into.refuse(DocumentRules.MISSING_ID, connector.toString());
            return;
        }
        into.poll(new Poll(CONNECTOR, id, Json.text(dialect.connectorStatus(evse, connector)), null));
        master(into, connector, attributes -> {
            attributes.text(Connector.ID_CP, TextNode.valueOf(pointId));
            dialect.connector(connector, attributes);
            into.master(new Master(Connector.TABLE, id, attributes.json()));
        });
    }

    private static void master(Block into, ObjectNode element, Filling filling) {
        try {
            filling.fill(new Attributes(into));
        } catch (Refusal refusal) {
            into.refuse(refusal.code(), Json.without(element, EVSES, CONNECTORS));
        }
    }

    private static Iterable<JsonNode> children(ObjectNode parent, String name, Block into) {
        JsonNode children = Json.at(parent, name);
        if (!children.isArray() && !children.isMissingNode()) {
            into.refuse(DocumentRules.BROKEN_ELEMENT, children.toString());
        }
        return children.isArray() ? children : List.of();
    }

    private static void noteNewFields(String level, ObjectNode element, Set<String> known, Block into) {
        for (Iterator<String> names = element.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!known.contains(name)) {
                into.note(DocumentRules.NEW_COLUMN, level + "." + name);
            }
        }
    }
}
