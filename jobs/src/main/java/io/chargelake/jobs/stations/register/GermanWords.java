package io.chargelake.jobs.stations.register;

import io.chargelake.jobs.tables.StationRegister;
import io.chargelake.station.Access;
import io.chargelake.station.Doubt;
import io.chargelake.station.StationStatus;
import java.util.Locale;
import java.util.Optional;

/** What the words of the Bundesnetzagentur mean, the same in its JSON and its CSV. */
final class GermanWords {
    static final String COUNTRY = "DE";

    static void status(Optional<String> word, StationDraft draft) {
        switch (word.orElse("").toLowerCase(Locale.ROOT)) {
            case "in betrieb" -> draft.status(StationStatus.OPERATIONAL);
            case "geplant", "in planung", "im bau", "in bau" -> draft.status(StationStatus.PLANNED);
            case "außer betrieb", "ausser betrieb", "in wartung", "wartung", "stillgelegt", "defekt" ->
                draft.status(StationStatus.OUT_OF_SERVICE);
            case "", "keine angabe", "unbekannt" -> draft.status(StationStatus.UNKNOWN);
            default -> draft.status(StationStatus.UNKNOWN).doubt(Doubt.UNKNOWN_WORD);
        }
    }

    /** The register is of charging points that are open to the public by law; who may come is restricted at some all the same. */
    static void access(Optional<String> restriction, StationDraft draft) {
        switch (restriction.orElse("").toLowerCase(Locale.ROOT)) {
            case "", "keine angabe", "keine beschränkung", "keine beschränkungen", "keine" ->
                draft.access(Access.PUBLIC);
            default -> draft.access(Access.UNKNOWN).doubt(Doubt.UNKNOWN_WORD);
        }
    }

    /** Around the clock, or not; nothing where nothing is said. */
    static void hours(Optional<String> word, Hours days, StationDraft draft) {
        String text = word.orElse("").toLowerCase(Locale.ROOT).replace(" ", "");
        if (text.equals("247") || text.equals("24/7")) {
            draft.put(StationRegister.OPEN_24_7, true);
        } else if (days == Hours.TOLD || text.startsWith("eingeschränkt") || text.startsWith("begrenzt")) {
            draft.put(StationRegister.OPEN_24_7, false);
        } else if (!text.isEmpty() && !text.equals("keineangabe")) {
            draft.doubt(Doubt.UNKNOWN_WORD);
        }
    }

    /** Whether opening times are told day by day. */
    enum Hours {
        TOLD,
        NOT_TOLD
    }

    private GermanWords() {}
}
