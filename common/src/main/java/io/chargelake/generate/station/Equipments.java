package io.chargelake.generate.station;

import io.chargelake.generate.Draws;
import java.util.TreeSet;

/** What stands at a station: connector types are OCPI's words, powers those on sale in the country. */
final class Equipments {

    private static final int FAST_W = 50_000;
    private static final int[] EU_AC_W = {3_700, 11_000, 22_000, 22_000};
    private static final int[] US_AC_W = {7_200, 7_200, 19_200};
    private static final int[] DC_W = {50_000, 75_000, 150_000, 150_000, 300_000, 350_000};
    private static final int SLOW_DC_W = 24_000;

    private Equipments() {}

    static StationRow.Equipment draw(String country, Draws draws) {
        return draws.chance(country.equals("US") ? 0.16 : 0.2) ? direct(country, draws) : alternating(country, draws);
    }

    private static StationRow.Equipment direct(String country, Draws draws) {
        int powerW = draws.chance(0.1) ? SLOW_DC_W : DC_W[draws.below(DC_W.length)];
        TreeSet<String> types = new TreeSet<>();
        types.add(dc(country));
        if (draws.chance(powerW <= 75_000 ? 0.7 : 0.15)) {
            types.add("CHADEMO");
        }
        if (country.equals("US") && draws.chance(0.3)) {
            types.add("SAE_J3400");
        }
        int direct = Math.max(2 * (1 + draws.below(4)), types.size());
        int alternating = draws.chance(0.4) ? 1 + draws.below(2) : 0;
        if (alternating > 0) {
            types.add(ac(country));
        }
        return equipment(types, direct + alternating, powerW, powerW >= FAST_W ? direct : 0);
    }

    private static StationRow.Equipment alternating(String country, Draws draws) {
        int connectors = 1 + draws.below(3) + draws.below(2);
        TreeSet<String> types = new TreeSet<>();
        types.add(ac(country));
        if (connectors > 1 && draws.chance(0.2)) {
            types.add(socket(country));
        }
        int[] powers = country.equals("US") ? US_AC_W : EU_AC_W;
        return equipment(types, connectors, powers[draws.below(powers.length)], 0);
    }

    private static StationRow.Equipment equipment(TreeSet<String> types, int connectors, int powerW, int fast) {
        return new StationRow.Equipment(String.join("|", types), connectors, powerW, fast);
    }

    private static String ac(String country) {
        return country.equals("US") ? "IEC_62196_T1" : "IEC_62196_T2";
    }

    private static String dc(String country) {
        return ac(country) + "_COMBO";
    }

    private static String socket(String country) {
        return switch (country) {
            case "FR" -> "DOMESTIC_E";
            case "US" -> "NEMA_5_20";
            default -> "DOMESTIC_F";
        };
    }
}
