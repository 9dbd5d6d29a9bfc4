package io.chargelake.jobs.stations.register;

import static io.chargelake.jobs.tables.StationRegister.ACCESS;
import static io.chargelake.jobs.tables.StationRegister.CONNECTORS;
import static io.chargelake.jobs.tables.StationRegister.CONNECTOR_TYPES;
import static io.chargelake.jobs.tables.StationRegister.FAST_CONNECTORS;
import static io.chargelake.jobs.tables.StationRegister.MAX_POWER_KW;
import static io.chargelake.jobs.tables.StationRegister.OPENED_ON;
import static io.chargelake.jobs.tables.StationRegister.OPEN_24_7;
import static io.chargelake.jobs.tables.StationRegister.SOURCE;
import static io.chargelake.jobs.tables.StationRegister.STATUS;

import io.chargelake.jobs.tables.Col;
import io.chargelake.jobs.tables.FlatStations;
import io.chargelake.jobs.tables.StationRegister;
import io.chargelake.station.Access;
import io.chargelake.station.ConnectorWords;
import io.chargelake.station.Doubt;
import io.chargelake.station.StationStatus;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A register in our own columns. */
final class FlatRows implements RowReader {
    private static final String UNKNOWN = "unknown";
    private static final Set<String> KNOWN =
            FlatStations.TABLE.columnNames().map(Fields::key).collect(Collectors.toUnmodifiableSet());
    private static final List<Col> TEXTS = List.of(
            StationRegister.NAME,
            StationRegister.ADDRESS,
            StationRegister.CITY,
            StationRegister.STATE,
            StationRegister.POSTAL_CODE,
            StationRegister.COUNTRY,
            StationRegister.OPERATOR);

    @Override
    public List<String> required() {
        return List.of(
                StationRegister.STATION_ID.name(),
                StationRegister.COUNTRY.name(),
                StationRegister.LATITUDE.name(),
                StationRegister.LONGITUDE.name());
    }

    @Override
    public Set<String> known() {
        return KNOWN;
    }

    @Override
    public void read(Fields row, String raw, RegisterRows into) {
        StationDraft draft = new StationDraft()
                .id(row.get(StationRegister.STATION_ID.name()))
                .put(SOURCE, row.get(SOURCE.name()).orElse(null))
                .real(StationRegister.LATITUDE, row.get(StationRegister.LATITUDE.name()))
                .real(StationRegister.LONGITUDE, row.get(StationRegister.LONGITUDE.name()))
                .date(OPENED_ON, row.get(OPENED_ON.name()), Dates.ISO)
                .count(CONNECTORS, row.get(CONNECTORS.name()))
                .amount(MAX_POWER_KW, row.get(MAX_POWER_KW.name()))
                .count(FAST_CONNECTORS, row.get(FAST_CONNECTORS.name()))
                .evseId(row.get(FlatStations.EVSE_ID.name()));
        TEXTS.forEach(column -> draft.text(column, row.get(column.name())));
        words(row, draft);
        types(row, draft);
        into.station(draft.judged(), raw);
    }

    private static void words(Fields row, StationDraft draft) {
        Optional<String> access = row.get(ACCESS.name());
        Optional<String> status = row.get(STATUS.name());
        draft.access(access.flatMap(Access::of).orElse(Access.UNKNOWN))
                .status(status.flatMap(StationStatus::of).orElse(StationStatus.UNKNOWN));
        boolean unknown = access.isPresent() && access.flatMap(Access::of).isEmpty()
                || status.isPresent() && status.flatMap(StationStatus::of).isEmpty();
        switch (row.get(OPEN_24_7.name()).orElse(UNKNOWN).toLowerCase(Locale.ROOT)) {
            case "true", "1", "yes" -> draft.put(OPEN_24_7, true);
            case "false", "0", "no" -> draft.put(OPEN_24_7, false);
            case UNKNOWN -> draft.put(OPEN_24_7, null);
            default -> unknown = true;
        }
        if (unknown) {
            draft.doubt(Doubt.UNKNOWN_WORD);
        }
    }

    /** A type that OCPI does not know is kept as it is, with a warning. */
    private static void types(Fields row, StationDraft draft) {
        var types = new TreeSet<String>();
        for (String word :
                row.get(CONNECTOR_TYPES.name()).map(text -> text.split("[|;,]")).orElse(new String[0])) {
            StationDraft.given(word).ifPresent(given -> {
                Optional<String> type = ConnectorWords.ocpi(given);
                types.add(type.orElse(given));
                if (type.isEmpty()) {
                    draft.doubt(Doubt.UNKNOWN_WORD);
                }
            });
        }
        draft.put(CONNECTOR_TYPES, types.isEmpty() ? null : types.toArray(String[]::new));
    }
}
