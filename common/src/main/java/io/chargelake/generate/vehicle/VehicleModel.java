package io.chargelake.generate.vehicle;

import java.io.Serializable;
import java.util.List;
import java.util.Set;

/**
 * What the catalogue states about a model. Nothing else about a model is a fact: consumption, chemistry and use of a
 * generated vehicle are drawn.
 */
public record VehicleModel(String name, int batteryWh, int acW, int dcW, boolean v2g) implements Serializable {

    private static final Set<String> VANS = Set.of("Renault Kangoo E-Tech", "Mercedes eVito", "Iveco Daily Electric");
    private static final String HEADER = "model,battery_kwh,ac_kw,dc_kw,v2g";

    public VehicleModel {
        if (name.isBlank() || batteryWh <= 0 || acW <= 0 || dcW <= 0) {
            throw new IllegalArgumentException(
                    "Cannot use vehicle model: name, battery and power must be given and positive (%s, %d Wh, %d W, %d W)"
                            .formatted(name, batteryWh, acW, dcW));
        }
    }

    public boolean isVan() {
        return VANS.contains(name);
    }

    /** Reads the lines of a catalogue file, header first. */
    public static List<VehicleModel> parse(List<String> lines) {
        if (lines.isEmpty() || !lines.get(0).equals(HEADER)) {
            throw new IllegalArgumentException("Cannot read vehicle models: the first line must be " + HEADER);
        }
        return lines.stream()
                .skip(1)
                .filter(line -> !line.isBlank())
                .map(VehicleModel::parseLine)
                .toList();
    }

    private static VehicleModel parseLine(String line) {
        String[] cells = line.split(",", -1);
        if (cells.length != 5) {
            throw new IllegalArgumentException("Cannot read vehicle model: 5 cells expected (" + line + ")");
        }
        return new VehicleModel(
                cells[0], thousand(cells[1]), thousand(cells[2]), thousand(cells[3]), cells[4].equals("1"));
    }

    private static int thousand(String kilo) {
        return (int) Math.round(Double.parseDouble(kilo) * 1000);
    }
}
