package io.chargelake.station;

import io.chargelake.quality.RuleText;
import io.chargelake.quality.Severity;
import java.util.Locale;

/** What may be wrong with a station of a register, as its reader sees it: the rules of set {@code stations}. */
public enum Doubt {
    UNREADABLE_FILE(
            Severity.QUARANTINE,
            "The file can't be read: empty, cut off, or no such format as it should have. It is quarantined as a file."),
    NO_HEADER(
            Severity.QUARANTINE,
            "The file lacks a column that is needed, or the header that names it. It is quarantined as a file."),
    BROKEN_LINE(Severity.QUARANTINE, "The line does not have as many fields as the header."),
    BROKEN_ELEMENT(Severity.QUARANTINE, "A station, EVSE or connector is not the JSON object it should be."),
    MISSING_ID(Severity.QUARANTINE, "The station or EVSE has no id."),
    BAD_ENCODING(Severity.QUARANTINE, "The id holds control characters, or bytes that are no text."),
    OVERSIZED_VALUE(Severity.QUARANTINE, "The id is longer than 255 characters."),
    BAD_VALUE(Severity.QUARANTINE, "A coordinate, number or date is there, but is none, or is below 0."),
    ORPHAN_CHILD(Severity.QUARANTINE, "A charging point or connector belongs to no station or no charging point."),
    ZERO_COORDINATES(Severity.QUARANTINE, "Latitude and longitude are 0."),
    SWAPPED_COORDINATES(
            Severity.QUARANTINE, "Latitude and longitude are swapped: the other way round they lie in the country."),
    OUTSIDE_COUNTRY(Severity.QUARANTINE, "The coordinates lie outside the country, or are none of this earth."),
    DUPLICATE_ID(
            Severity.FAIL,
            "A station's id is there twice, and the rows differ: the register contradicts itself (--duplicates quarantine refuses these rows only)."),
    MISSING_COORDINATES(Severity.WARN, "The coordinates are not told; maps and gaps leave the station out."),
    MISSING_COUNTRY(
            Severity.WARN, "The country is not told, or no ISO 3166 code; coordinates can't be held against it."),
    POSTCODE_COUNTRY(Severity.WARN, "The postcode is not written as those of the country are."),
    POSTCODE_PADDED(
            Severity.WARN,
            "The postcode lost its leading zeros, as spreadsheets do; they are put back (2128 is 02128)."),
    EVSE_ID_MALFORMED(
            Severity.WARN, "An EVSE id is neither of ISO 15118 (DE*ABC*E123) nor of DIN 91286 (+49*839*030*00123)."),
    POWER_DISAGREES(
            Severity.WARN,
            "A connector's power is more than 10 % off volts times amps (AC), or above them by that much (DC)."),
    HOURS_MISSING(Severity.WARN, "Nothing is said of opening hours; whether it is open around the clock is unknown."),
    NO_CONNECTORS(Severity.WARN, "No connector is told of the station."),
    UNKNOWN_WORD(Severity.WARN, "A word for access, status or connector type is not known; it counts as unknown."),
    OPENS_LATER(Severity.WARN, "It is operational, but opens after the day of the delivery."),
    FOREIGN_UNIT(Severity.WARN, "A power above 2,000 kW; it is taken as watts."),
    MOJIBAKE(
            Severity.WARN,
            "A text was decoded wrongly before it came ('KÃ¶ln'); it is repaired where that loses nothing, the original kept in text_raw."),
    OTHER_ENCODING(Severity.WARN, "Lines that are no UTF-8; they are read as Windows-1252."),
    NEW_COLUMN(Severity.WARN, "There is a column or field that is not known; it is left out."),
    OTHER_FUEL(Severity.WARN, "Stations of other fuels; they are left in the file and not counted as read."),
    SUPERSEDED_POINT(
            Severity.WARN,
            "A charging point is there more than once; the row changed last counts, whatever their order."),
    POINTS_DISAGREE(
            Severity.WARN,
            "Charging points tell different things of their station; what most say is taken, then the least in text."),
    INCOMPLETE_DELIVERY(
            Severity.WARN,
            "Something in the delivery can't be assigned to a station; so stations that are not in it stay open."),
    VOLUME_OFF(Severity.WARN, "The delivery has over 40 % more or less stations than the one before.");

    public static final String SET = "stations";

    private final Severity severity;
    private final String sentence;

    Doubt(Severity severity, String sentence) {
        this.severity = severity;
        this.sentence = sentence;
    }

    public Severity severity() {
        return severity;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public RuleText text() {
        return new RuleText(SET, code(), severity, sentence);
    }
}
