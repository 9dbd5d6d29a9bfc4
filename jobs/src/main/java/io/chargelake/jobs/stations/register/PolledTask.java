package io.chargelake.jobs.stations.register;

import io.chargelake.jobs.tables.ChargingStation;
import io.chargelake.jobs.tables.Col;
import io.chargelake.jobs.tables.Connector;
import io.chargelake.jobs.tables.DimensionSeen;
import io.chargelake.jobs.tables.StationRegister;
import io.chargelake.station.ConnectorPower;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;

/** Stations of the dimensions with their connectors. Who may charge there, and whether it works, polls' master data does not tell. */
final class PolledTask implements MapPartitionsFunction<Row, Row> {
    private static final long serialVersionUID = 1L;

    @Override
    public Iterator<Row> call(Iterator<Row> stations) {
        var rows = new RegisterRows(DimensionSeen.TABLE.name());
        stations.forEachRemaining(station -> rows.station(draft(station).judged(), station.json()));
        return rows.rows().iterator();
    }

    private static StationDraft draft(Row station) {
        StationDraft draft = new StationDraft()
                .id(text(station, ChargingStation.SOURCE_ID).or(() -> text(station, ChargingStation.ID_CS)))
                .text(StationRegister.NAME, text(station, ChargingStation.NAME))
                .text(StationRegister.ADDRESS, text(station, ChargingStation.ADDRESS))
                .text(StationRegister.CITY, text(station, ChargingStation.CITY))
                .text(StationRegister.POSTAL_CODE, text(station, ChargingStation.POSTAL_CODE))
                .text(StationRegister.COUNTRY, text(station, ChargingStation.COUNTRY))
                .put(StationRegister.LATITUDE, value(station, ChargingStation.LATITUDE))
                .put(StationRegister.LONGITUDE, value(station, ChargingStation.LONGITUDE))
                .text(StationRegister.OPERATOR, text(station, ChargingStation.OPERATOR_NAME))
                .put(StationRegister.OPEN_24_7, value(station, ChargingStation.OPEN_24_7));
        list(station, PolledStations.POINTS).forEach(id -> draft.evseId(Optional.of(id.toString())));
        return draft.equipment(equipment(station));
    }

    private static Equipment equipment(Row station) {
        var equipment = new Equipment();
        for (Object element : list(station, PolledStations.CONNECTORS)) {
            Row connector = (Row) element;
            equipment.add(
                    text(connector, Connector.STANDARD),
                    new ConnectorPower(
                            number(connector, Connector.MAX_POWER),
                            number(connector, Connector.VOLTAGE),
                            number(connector, Connector.AMPERE),
                            text(connector, Connector.POWER_TYPE)));
        }
        return equipment;
    }

    private static List<Object> list(Row row, String name) {
        int place = row.fieldIndex(name);
        return row.isNullAt(place) ? List.of() : row.getList(place);
    }

    private static Object value(Row row, Col column) {
        return row.getAs(column.name());
    }

    private static Optional<String> text(Row row, Col column) {
        return Optional.ofNullable(value(row, column)).map(Object::toString).flatMap(StationDraft::given);
    }

    private static Optional<Double> number(Row row, Col column) {
        return Optional.ofNullable((Integer) value(row, column)).map(Integer::doubleValue);
    }
}
