package io.chargelake.station;

import java.util.Optional;

/**
 * A connector's electric figures, as far as they are told. Of three phases, sources give the volts between a phase and neutral (230) or
 * between two phases (400): the number itself tells which.
 *
 * @param powerType OCPI's word: AC_1_PHASE, AC_2_PHASE, AC_3_PHASE or DC
 */
public record ConnectorPower(
        Optional<Double> power_kw, Optional<Double> volts, Optional<Double> amps, Optional<String> powerType) {
    private static final double TOLERANCE = 0.1;
    private static final double BETWEEN_PHASES_V = 300;
    private static final double W_A_KW = 1_000;

    /** Whether power and volts times amps can't both be right; false where one is not told. */
    public boolean isOff() {
        if (power_kw.isEmpty() || volts.isEmpty() || amps.isEmpty() || powerType.isEmpty()) {
            return false;
        }
        double most_kw = volts.get() * amps.get() * factor() / W_A_KW;
        double off = power_kw.get() - most_kw;
        // direct current: volts and amps are the most each can be, rarely at once
        return isDirect() ? off > TOLERANCE * most_kw : Math.abs(off) > TOLERANCE * most_kw;
    }

    private boolean isDirect() {
        return powerType.get().startsWith("DC");
    }

    private double factor() {
        return switch (powerType.get()) {
            case "AC_3_PHASE" -> volts.orElseThrow() >= BETWEEN_PHASES_V ? Math.sqrt(3) : 3;
            case "AC_2_PHASE", "AC_2_PHASE_SPLIT" -> volts.orElseThrow() >= BETWEEN_PHASES_V ? 1 : 2;
            default -> 1;
        };
    }
}
