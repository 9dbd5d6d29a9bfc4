package io.chargelake.jobs.stations.register;

import io.chargelake.jobs.tables.StationRegister;
import io.chargelake.station.Access;
import io.chargelake.station.Doubt;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The consolidated French register (IRVE, schema 2.3): a row a charging point. It says when a station was put into service, not whether
 * it works, so the status is unknown. Its own coordinates come before those the consolidation made of them.
 */
final class IrveRows implements RowReader {
    private static final String COUNTRY = "FR";
    private static final String NOT_CONCERNED = "non concerné";
    private static final Pattern PAIR = Pattern.compile("\\[?\\s*(-?[\\d.]+)\\s*[,;]\\s*(-?[\\d.]+)\\s*]?");
    private static final Pattern TOWN = Pattern.compile("\\b(\\d{5})\\s+(\\S.*)$");
    private static final Map<String, String> SOCKETS = sockets();
    private static final Set<String> KNOWN = Fields.keys(
            "nom_amenageur|siren_amenageur|contact_amenageur|nom_operateur|contact_operateur|telephone_operateur|nom_enseigne"
                    + "|id_station_itinerance|id_station_local|nom_station|implantation_station|adresse_station|code_insee_commune"
                    + "|coordonneesXY|nbre_pdc|id_pdc_itinerance|id_pdc_local|puissance_nominale|prise_type_ef|prise_type_2"
                    + "|prise_type_combo_ccs|prise_type_chademo|prise_type_autre|gratuit|paiement_acte|paiement_cb|paiement_autre"
                    + "|tarification|condition_acces|reservation|horaires|accessibilite_pmr|restriction_gabarit|station_deux_roues"
                    + "|raccordement|num_pdl|date_mise_en_service|observations|date_maj|cable_t2_attache|last_modified"
                    + "|datagouv_dataset_id|datagouv_resource_id|datagouv_organization_or_owner|created_at|consolidated_longitude"
                    + "|consolidated_latitude|consolidated_code_postal|consolidated_commune|consolidated_is_lon_lat_correct"
                    + "|consolidated_is_code_insee_verified|consolidated_is_code_insee_modified");

    private static Map<String, String> sockets() {
        var sockets = new LinkedHashMap<String, String>();
        sockets.put("prise_type_ef", "DOMESTIC_E");
        sockets.put("prise_type_2", "IEC_62196_T2");
        sockets.put("prise_type_combo_ccs", "IEC_62196_T2_COMBO");
        sockets.put("prise_type_chademo", "CHADEMO");
        return sockets;
    }

    @Override
    public List<String> required() {
        return List.of(
                "id_pdc_itinerance",
                "id_station_itinerance",
                "puissance_nominale",
                "coordonneesXY|consolidated_longitude");
    }

    @Override
    public Set<String> known() {
        return KNOWN;
    }

    @Override
    public void read(Fields row, String raw, RegisterRows into) {
        Optional<String> id = stationId(row);
        Optional<String> point =
                row.get("id_pdc_itinerance").filter(IrveRows::isConcerned).or(() -> row.get("id_pdc_local"));
        StationDraft draft = new StationDraft()
                .text(StationRegister.NAME, row.get("nom_station", "nom_enseigne"))
                .text(StationRegister.ADDRESS, row.get("adresse_station"))
                .text(StationRegister.OPERATOR, row.get("nom_operateur", "nom_enseigne", "nom_amenageur"))
                .put(StationRegister.COUNTRY, COUNTRY)
                .date(StationRegister.OPENED_ON, row.get("date_mise_en_service"), Dates.ISO);
        if (id.isPresent()) {
            draft.id(id);
        } else {
            draft.doubt(Doubt.ORPHAN_CHILD);
        }
        point.ifPresentOrElse(
                own -> draft.ofPoint(own, row.get("date_maj", "last_modified")), () -> draft.doubt(Doubt.MISSING_ID));
        row.get("id_pdc_itinerance").filter(IrveRows::isConcerned).ifPresent(own -> draft.evseId(Optional.of(own)));
        town(row, draft);
        place(row, draft);
        words(row, draft);
        draft.equipment(equipment(row, draft));
        into.station(draft.judged(), raw);
    }

    private static Optional<String> stationId(Fields row) {
        return row.get("id_station_itinerance").filter(IrveRows::isConcerned).or(() -> row.get("id_station_local"));
    }

    private static boolean isConcerned(String id) {
        return !id.toLowerCase(Locale.ROOT).startsWith(NOT_CONCERNED);
    }

    private static void town(Fields row, StationDraft draft) {
        Optional<Matcher> inAddress =
                row.get("adresse_station").map(TOWN::matcher).filter(Matcher::find);
        draft.text(
                        StationRegister.POSTAL_CODE,
                        row.get("consolidated_code_postal").or(() -> inAddress.map(found -> found.group(1))))
                .text(
                        StationRegister.CITY,
                        row.get("consolidated_commune").or(() -> inAddress.map(found -> found.group(2))));
    }

    /** The pair is longitude first. */
    private static void place(Fields row, StationDraft draft) {
        Optional<String> pair = row.get("coordonneesXY");
        Optional<Matcher> both = pair.map(PAIR::matcher).filter(Matcher::matches);
        if (pair.isPresent() && both.isEmpty()) {
            draft.doubt(Doubt.BAD_VALUE);
        }
        draft.real(
                        StationRegister.LONGITUDE,
                        both.map(found -> found.group(1)).or(() -> row.get("consolidated_longitude")))
                .real(
                        StationRegister.LATITUDE,
                        both.map(found -> found.group(2)).or(() -> row.get("consolidated_latitude")));
    }

    private static void words(Fields row, StationDraft draft) {
        switch (row.get("condition_acces").orElse("").toLowerCase(Locale.ROOT)) {
            case "accès libre", "acces libre" -> draft.access(Access.PUBLIC);
            case "accès réservé", "acces reserve" -> draft.access(Access.PRIVATE);
            case "" -> draft.access(Access.UNKNOWN);
            default -> draft.access(Access.UNKNOWN).doubt(Doubt.UNKNOWN_WORD);
        }
        row.get("horaires").ifPresent(hours -> draft.put(StationRegister.OPEN_24_7, hours.equals("24/7")));
    }

    private static Equipment equipment(Fields row, StationDraft draft) {
        var equipment = new Equipment();
        Optional<Double> power = draft.number(row.get("puissance_nominale"));
        SOCKETS.forEach((column, type) -> {
            if (isYes(row, column, draft)) {
                equipment.add(Optional.of(type), power);
            }
        });
        if (isYes(row, "prise_type_autre", draft)) {
            equipment.add(Optional.empty(), power);
        }
        return equipment;
    }

    private static boolean isYes(Fields row, String column, StationDraft draft) {
        return switch (row.get(column).orElse("false").toLowerCase(Locale.ROOT)) {
            case "true", "1", "vrai", "oui" -> true;
            case "false", "0", "faux", "non" -> false;
            default -> {
                draft.doubt(Doubt.BAD_VALUE);
                yield false;
            }
        };
    }
}
