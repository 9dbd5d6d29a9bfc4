package io.chargelake.jobs.stations.register;

import io.chargelake.jobs.tables.StationRegister;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The register of the Bundesnetzagentur as CSV: up to six charging points beside each other, several connectors in one cell. */
final class BnetzaRows implements RowReader {
    private static final int POINTS = 6;
    private static final String CELL = "[;,](?=\\s*(AC|DC|Sonstige))|;";
    private static final Set<String> KNOWN = names();

    private static Set<String> names() {
        var names = new HashSet<>(Fields.keys(
                "Ladeeinrichtungs-ID|Betreiber|Anzeigename (Karte)|Status|Art der Ladeeinrichtung|Art der Ladeeinrichung|Anzahl Ladepunkte"
                        + "|Nennleistung Ladeeinrichtung [kW]|Inbetriebnahmedatum|Straße|Hausnummer|Adresszusatz|Postleitzahl|Ort"
                        + "|Kreis/kreisfreie Stadt|Bundesland|Breitengrad|Längengrad|Standortbezeichnung"
                        + "|Informationen zum Parkraum|Bezahlsysteme|Öffnungszeiten|Öffnungszeiten: Wochentage"
                        + "|Öffnungszeiten: Tageszeiten"));
        for (int i = 1; i <= POINTS; i++) {
            names.addAll(Fields.keys("Steckertypen" + i + "|Nennleistung Stecker" + i + "|P" + i + " [kW]|EVSE-ID" + i
                    + "|Public Key" + i));
        }
        return names;
    }

    @Override
    public List<String> required() {
        return List.of("Ladeeinrichtungs-ID", "Breitengrad", "Längengrad", "Status");
    }

    @Override
    public Set<String> known() {
        return KNOWN;
    }

    @Override
    public void read(Fields row, String raw, RegisterRows into) {
        StationDraft draft = new StationDraft()
                .id(row.get("Ladeeinrichtungs-ID"))
                .text(StationRegister.NAME, row.get("Standortbezeichnung"))
                .text(StationRegister.ADDRESS, address(row))
                .text(StationRegister.CITY, row.get("Ort"))
                .text(StationRegister.STATE, row.get("Bundesland"))
                .text(StationRegister.POSTAL_CODE, row.get("Postleitzahl"))
                .put(StationRegister.COUNTRY, GermanWords.COUNTRY)
                .real(StationRegister.LATITUDE, row.get("Breitengrad"))
                .real(StationRegister.LONGITUDE, row.get("Längengrad"))
                .text(StationRegister.OPERATOR, row.get("Betreiber"))
                .date(StationRegister.OPENED_ON, row.get("Inbetriebnahmedatum"), Dates.GERMAN);
        GermanWords.status(row.get("Status"), draft);
        GermanWords.access(Optional.empty(), draft);
        boolean hasDays = row.get("Öffnungszeiten: Wochentage").isPresent();
        GermanWords.hours(
                row.get("Öffnungszeiten"), hasDays ? GermanWords.Hours.TOLD : GermanWords.Hours.NOT_TOLD, draft);
        draft.equipment(equipment(row, draft));
        into.station(draft.judged(), raw);
    }

    private static Optional<String> address(Fields row) {
        return StationDraft.given(Stream.of(row.get("Straße"), row.get("Hausnummer"))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" ")));
    }

    private static Equipment equipment(Fields row, StationDraft draft) {
        var equipment = new Equipment();
        for (int i = 1; i <= POINTS; i++) {
            draft.evseId(row.get("EVSE-ID" + i));
            Optional<String> cell = row.get("Steckertypen" + i);
            String[] powers = row.get("Nennleistung Stecker" + i, "P" + i + " [kW]")
                    .orElse("")
                    .split(";");
            String[] types = cell.map(text -> text.split(CELL)).orElse(new String[0]);
            for (int k = 0; k < types.length; k++) {
                // one power for all connectors of the point, or one each
                String power = powers[powers.length == types.length ? k : 0];
                equipment.add(StationDraft.given(types[k]), draft.number(StationDraft.given(power)));
            }
        }
        return equipment;
    }
}
