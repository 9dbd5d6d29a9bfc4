package io.chargelake.jobs.stations.register;

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
import java.util.regex.Pattern;

/**
 * The register of the US Department of Energy (AFDC), CSV. It counts ports by level and names connector types, but tells no power:
 * {@code EV DC Fast Count} is what it counts as fast. Stations of other fuels are left in the file.
 */
final class AfdcReader implements RowReader {
    private static final String ELECTRIC = "ELEC";
    private static final String ALWAYS = "24 hours daily";
    /** Hours that are told: a time of day, or those of a business. */
    private static final Pattern HOURS = Pattern.compile("\\d\\s*[ap]m\\b|business hours", Pattern.CASE_INSENSITIVE);

    private static final Pattern MIDNIGHT_ALL_WEEK = Pattern.compile("(\\w{3}: 12:00am-12:00am(; )?){7}");
    private static final String FAST_PORTS = "EV DC Fast Count";
    private static final List<String> PORTS = List.of("EV Level1 EVSE Num", "EV Level2 EVSE Num", FAST_PORTS);
    private static final Set<String> KNOWN = Fields.keys(
            "Fuel Type Code|Station Name|Street Address|Intersection Directions|City|State|ZIP|Plus4|Station Phone|Status Code|Expected Date"
                    + "|Groups With Access Code|Access Days Time|Cards Accepted|BD Blends|NG Fill Type Code|NG PSI|EV Level1 EVSE Num"
                    + "|EV Level2 EVSE Num|EV DC Fast Count|EV Other Info|EV Network|EV Network Web|Geocode Status|Latitude|Longitude"
                    + "|Date Last Confirmed|ID|Updated At|Owner Type Code|Federal Agency ID|Federal Agency Name|Open Date"
                    + "|Hydrogen Status Link|NG Vehicle Class|LPG Primary|E85 Blender Pump|EV Connector Types|Country"
                    + "|Intersection Directions (French)|Access Days Time (French)|BD Blends (French)|Groups With Access Code (French)"
                    + "|Hydrogen Is Retail|Access Code|Access Detail Code|Federal Agency Code|Facility Type|CNG Dispenser Num"
                    + "|CNG On-Site Renewable Source|CNG Total Compression Capacity|CNG Storage Capacity|LNG On-Site Renewable Source"
                    + "|E85 Other Ethanol Blends|EV Pricing|EV Pricing (French)|LPG Nozzle Types|Hydrogen Pressures|Hydrogen Standards"
                    + "|CNG Fill Type Code|CNG PSI|CNG Vehicle Class|LNG Vehicle Class|EV On-Site Renewable Source|Restricted Access"
                    + "|RD Blends|RD Blends (French)|RD Blended with Biodiesel|RD Maximum Biodiesel Level|NPS Unit Name"
                    + "|CNG Station Sells Renewable Natural Gas|LNG Station Sells Renewable Natural Gas|Maximum Vehicle Class"
                    + "|EV Workplace Charging|Funding Sources");

    @Override
    public List<String> required() {
        return List.of("Fuel Type Code", "ID", "Latitude", "Longitude", "Access Days Time");
    }

    @Override
    public Set<String> known() {
        return KNOWN;
    }

    @Override
    public void read(Fields row, String raw, RegisterRows into) {
        if (!row.get("Fuel Type Code").orElse(ELECTRIC).equalsIgnoreCase(ELECTRIC)) {
            into.note(Doubt.OTHER_FUEL, null, 1);
            return;
        }
        StationDraft draft = new StationDraft()
                .id(row.get("ID"))
                .text(StationRegister.NAME, row.get("Station Name"))
                .text(StationRegister.ADDRESS, row.get("Street Address"))
                .text(StationRegister.CITY, row.get("City"))
                .text(StationRegister.STATE, row.get("State"))
                .text(StationRegister.POSTAL_CODE, row.get("ZIP"))
                .text(StationRegister.COUNTRY, row.get("Country"))
                .real(StationRegister.LATITUDE, row.get("Latitude"))
                .real(StationRegister.LONGITUDE, row.get("Longitude"))
                .text(StationRegister.OPERATOR, row.get("EV Network"))
                .date(StationRegister.OPENED_ON, row.get("Open Date"), Dates.US);
        access(row, draft);
        status(row.get("Status Code"), draft);
        row.get("Access Days Time")
                .flatMap(AfdcReader::isAlwaysOpen)
                .ifPresent(open -> draft.put(StationRegister.OPEN_24_7, open));
        ports(row, draft);
        types(row.get("EV Connector Types"), draft);
        into.station(draft.judged(), raw);
    }

    /** Empty where the text tells no hours ('Employee use only'), or tells them so that day and night can't be told apart. */
    private static Optional<Boolean> isAlwaysOpen(String times) {
        if (times.startsWith(ALWAYS)) {
            return Optional.of(true);
        }
        boolean told =
                HOURS.matcher(times).find() && !MIDNIGHT_ALL_WEEK.matcher(times).matches();
        return told ? Optional.of(false) : Optional.empty();
    }

    /** Files of earlier years have the groups only: 'Private - Government only'. */
    private static void access(Fields row, StationDraft draft) {
        Optional<String> word =
                row.get("Access Code", "Groups With Access Code").map(text -> text.split(" ", 2)[0]);
        draft.access(word.flatMap(Access::of).orElse(Access.UNKNOWN));
        if (word.isPresent() && word.flatMap(Access::of).isEmpty()) {
            draft.doubt(Doubt.UNKNOWN_WORD);
        }
    }

    private static void status(Optional<String> code, StationDraft draft) {
        switch (code.orElse("").toUpperCase(Locale.ROOT)) {
            case "E" -> draft.status(StationStatus.OPERATIONAL);
            case "P" -> draft.status(StationStatus.PLANNED);
            case "T" -> draft.status(StationStatus.OUT_OF_SERVICE);
            case "" -> draft.status(StationStatus.UNKNOWN);
            default -> draft.status(StationStatus.UNKNOWN).doubt(Doubt.UNKNOWN_WORD);
        }
    }

    private static void ports(Fields row, StationDraft draft) {
        double ports = 0;
        for (String level : PORTS) {
            ports += draft.number(row.get(level)).orElse(0.0);
        }
        draft.put(StationRegister.CONNECTORS, (int) ports);
        draft.put(StationRegister.FAST_CONNECTORS, 0);
        draft.count(StationRegister.FAST_CONNECTORS, row.get(FAST_PORTS));
    }

    private static void types(Optional<String> words, StationDraft draft) {
        var types = new TreeSet<String>();
        for (String word : words.map(text -> text.split("\\s+")).orElse(new String[0])) {
            Optional<String> type = ConnectorWords.ocpi(word);
            type.ifPresentOrElse(types::add, () -> draft.doubt(Doubt.UNKNOWN_WORD));
        }
        draft.put(StationRegister.CONNECTOR_TYPES, types.isEmpty() ? null : types.toArray(String[]::new));
    }
}
