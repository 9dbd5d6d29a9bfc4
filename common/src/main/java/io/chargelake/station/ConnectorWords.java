package io.chargelake.station;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Words of registers for connector types, in those of OCPI. Whether it is a socket or a cable is no matter of the type: both are one.
 */
public final class ConnectorWords {
    private static final Set<String> OCPI = Set.of(
            "CHADEMO",
            "CHAOJI",
            "DOMESTIC_A",
            "DOMESTIC_B",
            "DOMESTIC_C",
            "DOMESTIC_D",
            "DOMESTIC_E",
            "DOMESTIC_F",
            "DOMESTIC_G",
            "DOMESTIC_H",
            "DOMESTIC_I",
            "DOMESTIC_J",
            "DOMESTIC_K",
            "DOMESTIC_L",
            "DOMESTIC_M",
            "DOMESTIC_N",
            "DOMESTIC_O",
            "GBT_AC",
            "GBT_DC",
            "IEC_60309_2_SINGLE_16",
            "IEC_60309_2_THREE_16",
            "IEC_60309_2_THREE_32",
            "IEC_60309_2_THREE_64",
            "IEC_62196_T1",
            "IEC_62196_T1_COMBO",
            "IEC_62196_T2",
            "IEC_62196_T2_COMBO",
            "IEC_62196_T3A",
            "IEC_62196_T3C",
            "MCS",
            "NEMA_5_15",
            "NEMA_5_20",
            "NEMA_6_30",
            "NEMA_6_50",
            "NEMA_10_30",
            "NEMA_10_50",
            "NEMA_14_30",
            "NEMA_14_50",
            "PANTOGRAPH_BOTTOM_UP",
            "PANTOGRAPH_TOP_DOWN",
            "SAE_J3400",
            "TESLA_R",
            "TESLA_S");

    private static final Map<String, String> OTHERS = others();

    /** @return OCPI's word; empty for a word that is not known */
    public static Optional<String> ocpi(String word) {
        String upper = word.strip().toUpperCase(Locale.ROOT);
        return OCPI.contains(upper) ? Optional.of(upper) : Optional.ofNullable(OTHERS.get(letters(upper)));
    }

    private static String letters(String text) {
        return text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "");
    }

    private static Map<String, String> others() {
        var words = new HashMap<String, String>();
        // AFDC
        put(words, "IEC_62196_T1", "J1772");
        put(words, "IEC_62196_T1_COMBO", "J1772COMBO");
        put(words, "SAE_J3400", "TESLA", "J3400", "NACS");
        put(words, "NEMA_5_15", "NEMA515");
        put(words, "NEMA_5_20", "NEMA520");
        put(words, "NEMA_14_50", "NEMA1450");
        // Bundesnetzagentur, of several years
        put(words, "IEC_62196_T2", "AC Typ 2 Steckdose", "AC Steckdose Typ 2", "AC Typ 2 Fahrzeugkupplung");
        put(words, "IEC_62196_T2", "AC Kupplung Typ 2", "AC Fahrzeugkupplung Typ 2", "Typ 2");
        put(words, "IEC_62196_T1", "AC Typ 1 Steckdose", "AC Steckdose Typ 1", "AC Kupplung Typ 1");
        put(words, "IEC_62196_T1", "AC Typ 1 Fahrzeugkupplung", "AC Fahrzeugkupplung Typ 1");
        put(words, "IEC_62196_T2_COMBO", "DC Fahrzeugkupplung Typ Combo 2 (CCS)", "DC Kupplung Combo", "CCS");
        put(words, "IEC_62196_T2_COMBO", "DC Combo 2", "Combo 2");
        put(words, "CHADEMO", "DC CHAdeMO", "DC Kupplung CHAdeMO");
        put(words, "DOMESTIC_F", "AC Schuko", "Schuko");
        put(words, "IEC_60309_2_THREE_32", "AC CEE 5 polig", "AC CEE 5-polig");
        put(words, "IEC_60309_2_SINGLE_16", "AC CEE 3 polig", "AC CEE 3-polig");
        put(words, "TESLA_S", "DC Tesla Fahrzeugkupplung (Typ 2)", "DC Tesla Fahrzeugkupplung");
        put(words, "MCS", "DC MCS", "DC Fahrzeugkupplung MCS");
        return Map.copyOf(words);
    }

    private static void put(Map<String, String> words, String ocpi, String... theirs) {
        for (String word : theirs) {
            words.put(letters(word), ocpi);
        }
    }

    private ConnectorWords() {}
}
