package io.chargelake.jobs.publish.postgres;

import io.chargelake.jobs.tables.ChargingPoint;
import io.chargelake.jobs.tables.ChargingStation;
import io.chargelake.jobs.tables.Col;
import io.chargelake.jobs.tables.Connector;
import io.chargelake.jobs.tables.Layer;
import io.chargelake.jobs.tables.OccupancyHourly;
import io.chargelake.jobs.tables.Table;
import io.chargelake.jobs.tables.Utilization;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.BinaryType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.TimestampType;

/**
 * The views of a schema, a star for tools that join facts to dimensions by one column: {@code fact_} and {@code dim_} of every table, by its
 * declaration, and a few that bring tables together.
 *
 * @param zone whose calendar and clock the local columns show
 * @param columns of the tables that are there
 */
record Star(String schema, ZoneId zone, Map<Table, Set<String>> columns) {
    private static final String DEVICE_KEY = "Device key";
    private static final String DATE = "Date";

    List<View> views() {
        List<View> views = new ArrayList<>();
        columns.keySet().forEach(table -> views.add(of(table)));
        views.add(dates());
        if (has(ChargingStation.TABLE) && has(ChargingPoint.TABLE) && has(Connector.TABLE)) {
            views.add(devices());
        }
        if (has(Utilization.TABLE)) {
            views.add(stationDays());
        }
        return views;
    }

    private boolean has(Table table) {
        return columns.containsKey(table);
    }

    private View of(Table table) {
        Map<String, String> shown = new LinkedHashMap<>();
        Set<String> there = columns.get(table);
        List<Col> cols = table.columns().stream()
                .filter(col -> there.contains(Name.stored(col)) && isForPeople(table, col))
                .toList();
        if (there.contains(OccupancyHourly.DEVICE_TYPE.name()) && there.contains(OccupancyHourly.DEVICE_ID.name())) {
            shown.put(DEVICE_KEY, id(OccupancyHourly.DEVICE_TYPE) + " || ':' || " + id(OccupancyHourly.DEVICE_ID));
        }
        begin(cols).ifPresent(time -> shown.put(DATE, localDate(time)));
        cols.forEach(col -> show(col, shown));
        String query = "SELECT "
                + shown.entrySet().stream()
                        .map(e -> e.getValue() + " AS " + Name.quoted(e.getKey()))
                        .collect(Collectors.joining(",\n    "))
                + "\nFROM " + Name.of(schema, table.name());
        String prefix = table.layer() == Layer.GOLD ? "fact_" : "dim_";
        return new View(schema, prefix + table.name(), query, table.meaning() + ".");
    }

    /** What lays rows out or serves the next computation tells people nothing. */
    private static boolean isForPeople(Table table, Col col) {
        return !(col.equals(Table.DAY) && table.isByDay()) && !(col.type() instanceof BinaryType);
    }

    private void show(Col col, Map<String, String> shown) {
        String label = Label.of(col);
        if (col.type() instanceof TimestampType) {
            put(shown, label + " (UTC)", id(col) + " AT TIME ZONE 'UTC'");
            put(shown, label + " (local)", local(col));
        } else if (col.type() instanceof ArrayType) {
            put(shown, label, "array_to_string(" + id(col) + ", ', ')");
        } else {
            put(shown, label, id(col));
        }
    }

    /** Two columns of one label: the second keeps its expression as a name of its own. */
    private static void put(Map<String, String> shown, String label, String expression) {
        shown.put(shown.containsKey(label) ? label + " [" + expression.replace("\"", "") + "]" : label, expression);
    }

    /** The time or date that a row begins with. */
    private static Optional<Col> begin(List<Col> cols) {
        return cols.stream()
                .filter(col -> col.type() instanceof TimestampType || col.type() instanceof DateType)
                .findFirst();
    }

    private String localDate(Col time) {
        return time.type() instanceof DateType ? id(time) : "(" + local(time) + ")::date";
    }

    private String local(Col time) {
        return id(time) + " AT TIME ZONE " + Name.literal(zone.getId());
    }

    private View dates() {
        String query =
                """
                SELECT date::date AS "Date",
                    extract(year FROM date)::integer AS "Year",
                    'Q' || extract(quarter FROM date) AS "Quarter",
                    extract(month FROM date)::integer AS "Month",
                    to_char(date, 'FMMonth') AS "Month name",
                    to_char(date, 'YYYY-MM') AS "Year and month",
                    extract(isoyear FROM date)::integer AS "ISO year",
                    extract(week FROM date)::integer AS "ISO week",
                    extract(isodow FROM date)::integer AS "Weekday",
                    to_char(date, 'FMDay') AS "Weekday name",
                    extract(isodow FROM date) >= 6 AS "Weekend"
                FROM (SELECT min(day) AS first, max(day) AS last FROM %s) AS days,
                    generate_series(first - 1, last + 1, interval '1 day') AS date"""
                        .formatted(Name.of(schema, Published.DAYS));
        return new View(schema, "dim_date", query, "Every local day that a fact may lie on.");
    }

    private View devices() {
        String station = "s." + id(ChargingStation.ID_CS) + " AS \"Station ID\", s." + id(ChargingStation.NAME)
                + " AS \"Station name\", s." + id(ChargingStation.CITY) + " AS \"City\", s."
                + id(ChargingStation.POSTAL_CODE) + " AS \"Postal code\", s." + id(ChargingStation.COUNTRY)
                + " AS \"Country\", s." + id(ChargingStation.OPERATOR_NAME) + " AS \"Operator\", s."
                + id(ChargingStation.LATITUDE) + " AS \"Latitude\", s." + id(ChargingStation.LONGITUDE)
                + " AS \"Longitude\"";
        String joined = " LEFT JOIN " + Name.of(schema, ChargingStation.TABLE.name()) + " AS s ON s."
                + id(ChargingStation.ID_CS) + " = p." + id(ChargingPoint.ID_CS);
        String point = Name.of(schema, ChargingPoint.TABLE.name()) + " AS p";
        String query = "SELECT 'point:' || p." + id(ChargingPoint.ID_CP)
                + " AS \"Device key\", 'point' AS \"Device type\", p."
                + id(ChargingPoint.ID_CP) + " AS \"Device ID\", p." + id(ChargingPoint.ID_CP)
                + " AS \"Charging point ID\",\n    NULL::text AS \"Power type\", NULL::integer AS \"Max power (kW)\", NULL::text AS \"Standard\",\n    "
                + station + "\nFROM " + point + joined + "\nUNION ALL\nSELECT 'connector:' || c."
                + id(Connector.ID_CONNECTOR) + ", 'connector', c." + id(Connector.ID_CONNECTOR) + ", c."
                + id(Connector.ID_CP) + ",\n    c." + id(Connector.POWER_TYPE) + ", c." + id(Connector.MAX_POWER)
                + ", c."
                + id(Connector.STANDARD) + ",\n    " + station + "\nFROM " + Name.of(schema, Connector.TABLE.name())
                + " AS c LEFT JOIN " + point + " ON p." + id(ChargingPoint.ID_CP) + " = c." + id(Connector.ID_CP)
                + joined;
        return new View(
                schema,
                "dim_device",
                query,
                "Charging points and connectors with where they stand; join facts by Device key.");
    }

    private View stationDays() {
        String shares = List.of(
                        Utilization.DEVICES,
                        Utilization.OCCUPIED_SHARE,
                        Utilization.AVAILABLE_SHARE,
                        Utilization.OUT_OF_SERVICE_SHARE,
                        Utilization.OBSERVED_SHARE,
                        Utilization.SESSIONS,
                        Utilization.MEAN_SESSION_S)
                .stream()
                .map(col -> id(col) + " AS " + Name.quoted(Label.of(col)))
                .collect(Collectors.joining(", "));
        String query = "SELECT " + id(Utilization.KEY) + "::integer AS \"Station ID\", " + id(Utilization.PERIOD_START)
                + " AS \"Date\", " + shares + "\nFROM " + Name.of(schema, Utilization.TABLE.name()) + "\nWHERE "
                + id(Utilization.LEVEL) + " = 'station' AND " + id(Utilization.PERIOD) + " = 'day' AND "
                + id(Utilization.KEY) + " ~ '^-?[0-9]+$'";
        return new View(
                schema,
                "fact_station_day",
                query,
                "Use of each station by local day, one row each: of utilization, whose other levels and periods hold the same seconds again.");
    }

    private static String id(Col col) {
        return Name.quoted(col.name());
    }
}
