package io.chargelake.jobs.stations.register;

import static io.chargelake.jobs.tables.StationRegister.ACCESS;
import static io.chargelake.jobs.tables.StationRegister.CONNECTORS;
import static io.chargelake.jobs.tables.StationRegister.COUNTRY;
import static io.chargelake.jobs.tables.StationRegister.LATITUDE;
import static io.chargelake.jobs.tables.StationRegister.LONGITUDE;
import static io.chargelake.jobs.tables.StationRegister.OPEN_24_7;
import static io.chargelake.jobs.tables.StationRegister.POSTAL_CODE;
import static io.chargelake.jobs.tables.StationRegister.STATION_ID;
import static io.chargelake.jobs.tables.StationRegister.STATUS;
import static io.chargelake.jobs.tables.StationRegister.TEXT_RAW;

import io.chargelake.geo.Place;
import io.chargelake.jobs.quality.Bounds;
import io.chargelake.jobs.tables.Col;
import io.chargelake.station.Access;
import io.chargelake.station.Countries;
import io.chargelake.station.Doubt;
import io.chargelake.station.EvseIds;
import io.chargelake.station.StationStatus;
import io.chargelake.text.JsonText;
import io.chargelake.text.Mojibake;
import io.chargelake.text.Nothing;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * One station on its way from a register: its values in the columns of the canonical one, and what is doubtful about them. Nothing, an
 * empty text and the words for nothing are no value.
 */
final class StationDraft {
    private static final Pattern UNREADABLE = Pattern.compile(Bounds.UNREADABLE);
    private static final double LARGEST = 1e9;
    private static final int POSTCODE_DIGITS = 5;
    private static final Set<String> PADDED = Set.of("US", "DE", "FR");

    private final Map<Col, Object> values = new HashMap<>();
    private final Map<String, String> originals = new TreeMap<>();
    private final EnumSet<Doubt> doubts = EnumSet.noneOf(Doubt.class);
    private String point;
    private String changed;

    Object value(Col column) {
        return values.get(column);
    }

    String point() {
        return point;
    }

    String changed() {
        return changed;
    }

    List<String> doubts() {
        return doubts.stream().map(Doubt::code).toList();
    }

    StationDraft doubt(Doubt doubt) {
        doubts.add(doubt);
        return this;
    }

    StationDraft put(Col column, Object value) {
        values.put(column, value);
        return this;
    }

    /** @param newest of the rows about one point the one with the greatest counts */
    StationDraft ofPoint(String id, Optional<String> newest) {
        point = id;
        changed = newest.orElse("");
        return this;
    }

    StationDraft id(Optional<String> id) {
        if (id.isEmpty()) {
            return doubt(Doubt.MISSING_ID);
        }
        if (id.get().length() > Bounds.LONGEST_VALUE) {
            doubt(Doubt.OVERSIZED_VALUE);
        }
        if (UNREADABLE.matcher(id.get()).find()) {
            doubt(Doubt.BAD_ENCODING);
        }
        return put(STATION_ID, id.get());
    }

    StationDraft text(Col column, Optional<String> text) {
        text.ifPresent(given -> {
            Optional<String> meant = Mojibake.repair(given);
            if (meant.isPresent() || Mojibake.isDamaged(given)) {
                doubt(Doubt.MOJIBAKE);
            }
            meant.ifPresent(repaired -> originals.put(column.name(), given));
            put(column, meant.orElse(given));
        });
        return this;
    }

    StationDraft real(Col column, Optional<String> text) {
        number(text).ifPresent(number -> put(column, number));
        return this;
    }

    /** An amount, which is never below 0. */
    StationDraft amount(Col column, Optional<String> text) {
        number(text).ifPresent(number -> {
            if (number < 0) {
                doubt(Doubt.BAD_VALUE);
            } else {
                put(column, number);
            }
        });
        return this;
    }

    /** A count, which is never below 0. */
    StationDraft count(Col column, Optional<String> text) {
        number(text).ifPresent(number -> {
            if (number < 0 || number != Math.rint(number)) {
                doubt(Doubt.BAD_VALUE);
            } else {
                put(column, number.intValue());
            }
        });
        return this;
    }

    /** A number with a point or a comma before its decimals; empty, with a doubt, where it is none. */
    Optional<Double> number(Optional<String> text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            double number = Double.parseDouble(text.get().replace(',', '.'));
            if (Math.abs(number) < LARGEST) {
                return Optional.of(number);
            }
        } catch (NumberFormatException e) {
            // told as the doubt below, beside the value as received
        }
        doubt(Doubt.BAD_VALUE);
        return Optional.empty();
    }

    StationDraft date(Col column, Optional<String> text, DateTimeFormatter format) {
        text.ifPresent(given -> {
            try {
                put(column, LocalDate.parse(given, format));
            } catch (DateTimeException e) {
                doubt(Doubt.BAD_VALUE);
            }
        });
        return this;
    }

    StationDraft access(Access access) {
        return put(ACCESS, access.code());
    }

    StationDraft status(StationStatus status) {
        return put(STATUS, status.code());
    }

    StationDraft evseId(Optional<String> id) {
        id.filter(given -> !EvseIds.isWellFormed(given)).ifPresent(given -> doubt(Doubt.EVSE_ID_MALFORMED));
        return this;
    }

    StationDraft equipment(Equipment equipment) {
        equipment.fill(this);
        return this;
    }

    /** Holds what belongs together against each other; the last step. */
    StationDraft judged() {
        Optional<String> country =
                Optional.ofNullable((String) values.get(COUNTRY)).flatMap(Countries::code);
        if (country.isEmpty()) {
            doubt(Doubt.MISSING_COUNTRY);
        }
        values.put(COUNTRY, country.orElse(null));
        judgePlace(country);
        country.ifPresent(this::judgePostcode);
        values.putIfAbsent(ACCESS, Access.UNKNOWN.code());
        values.putIfAbsent(STATUS, StationStatus.UNKNOWN.code());
        if (values.get(OPEN_24_7) == null) {
            doubt(Doubt.HOURS_MISSING);
        }
        if (values.get(CONNECTORS) == null || values.get(CONNECTORS).equals(0)) {
            doubt(Doubt.NO_CONNECTORS);
        }
        if (!originals.isEmpty()) {
            values.put(TEXT_RAW, JsonText.compact(originals));
        }
        return this;
    }

    private void judgePlace(Optional<String> country) {
        Double latitude = (Double) values.get(LATITUDE);
        Double longitude = (Double) values.get(LONGITUDE);
        if (latitude != null && longitude != null) {
            Countries.doubt(new Place(latitude, longitude), country).ifPresent(this::doubt);
        } else if (!doubts.contains(Doubt.BAD_VALUE)) {
            doubt(Doubt.MISSING_COORDINATES);
        }
    }

    private void judgePostcode(String country) {
        String postcode = (String) values.get(POSTAL_CODE);
        if (postcode == null) {
            return;
        }
        if (PADDED.contains(country) && postcode.matches("\\d{3,4}")) {
            postcode = "0".repeat(POSTCODE_DIGITS - postcode.length()) + postcode;
            values.put(POSTAL_CODE, postcode);
            doubt(Doubt.POSTCODE_PADDED);
        }
        if (!Countries.isPostcode(postcode, country)) {
            doubt(Doubt.POSTCODE_COUNTRY);
        }
    }

    /** The text without spaces around; empty for nothing. */
    static Optional<String> given(String text) {
        return Optional.ofNullable(text)
                .map(String::strip)
                .filter(stripped -> !stripped.isEmpty() && !Nothing.isWord(stripped));
    }
}
