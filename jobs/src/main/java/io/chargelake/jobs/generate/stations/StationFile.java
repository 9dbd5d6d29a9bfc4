package io.chargelake.jobs.generate.stations;

import io.chargelake.generate.station.StationRow;
import io.chargelake.jobs.generate.output.Column;
import io.chargelake.jobs.generate.output.CsvStyle;
import io.chargelake.jobs.generate.output.OutputRoot;
import io.chargelake.jobs.generate.output.RowSink;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** A register as a flat file: the columns of the table, then the id of the first EVSE. */
final class StationFile implements Closeable {

    private static final String SOURCE = "generated";
    private static final List<Column> COLUMNS = Stream.of(
                    "station_id",
                    "source",
                    "name",
                    "address",
                    "city",
                    "state",
                    "postal_code",
                    "country",
                    "latitude",
                    "longitude",
                    "operator",
                    "access",
                    "open_24_7",
                    "status",
                    "opened_on",
                    "connector_types",
                    "connectors",
                    "max_power_kw",
                    "fast_connectors",
                    "evse_id")
            .map(Column::text)
            .toList();

    private final RowSink sink;
    private long rows;

    StationFile(OutputRoot root, String path) throws IOException {
        sink = root.csv(path, COLUMNS, CsvStyle.PLAIN);
    }

    void write(StationRow row) throws IOException {
        rows++;
        sink.text(row.stationId()).text(SOURCE);
        address(row.address());
        sink.text(row.latitude())
                .text(row.longitude())
                .text(row.operator())
                .text(row.access())
                .text(row.open247())
                .text(row.status())
                .text(row.openedOn());
        equipment(row.equipment());
        sink.text(row.evseId()).endRow();
    }

    private void address(StationRow.Address address) {
        sink.text(address.name())
                .text(address.street())
                .text(address.city())
                .text(address.state())
                .text(address.postalCode())
                .text(address.country());
    }

    private void equipment(StationRow.Equipment equipment) {
        sink.text(equipment.connectorTypes())
                .whole(equipment.connectors())
                .decimal(equipment.maxPowerW() / 100, 1)
                .whole(equipment.fastConnectors());
    }

    long rows() {
        return rows;
    }

    @Override
    public void close() throws IOException {
        sink.close();
    }
}
