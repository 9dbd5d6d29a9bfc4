package io.chargelake.jobs.tables;

import java.util.stream.Stream;

/** The {@code flat} form of a station register: its own columns, and the id of an EVSE. */
public final class FlatStations {
    public static final Col EVSE_ID = Col.string("evse_id").means("id of one of its charging points");

    public static final Table TABLE = Table.of(
                    "flat_stations",
                    Layer.RAW,
                    "Station register; connector_types are parted by `|`",
                    Stream.concat(
                                    StationRegister.TABLE.columns().stream()
                                            .filter(column -> !column.equals(StationRegister.TEXT_RAW)),
                                    Stream.of(EVSE_ID))
                            .toArray(Col[]::new))
            .key(StationRegister.STATION_ID);

    private FlatStations() {}
}
