package io.chargelake.energy.grid;

import java.util.Locale;

/** What is told of power quality, and by which formula. */
public enum Metric {
    VOLTAGE_DEVIATION(Side.AT_MOST, "|V / V_n - 1|, V by sweeping the feeder"),
    TRANSFORMER_LOADING(Side.AT_MOST, "S / S_n"),
    TRANSFORMER_AGEING(Side.AT_MOST, "2^((theta_h - 98) / 6) (IEC 60076-7)"),
    THD_VOLTAGE(Side.AT_MOST, "sqrt(sum V_h^2) / V_1, V_h = |R + j h X| I_h, I_h = (sum I_hi^a)^(1/a)"),
    TDD_CURRENT(Side.AT_MOST, "sqrt(sum I_h^2) / I_L"),
    POWER_FACTOR(Side.AT_LEAST, "P / sqrt(P^2 + Q^2 + D^2)"),
    UNBALANCE(Side.AT_MOST, "|V_2| / |V_1|"),
    FREQUENCY_DEVIATION_HZ(Side.AT_MOST, "|dP| / beta");

    /** On which side of the limit all is well. */
    enum Side {
        AT_MOST,
        AT_LEAST
    }

    private final Side side;
    private final String formula;

    Metric(Side side, String formula) {
        this.side = side;
        this.formula = formula;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String formula() {
        return formula;
    }

    boolean keeps(double value, double limit) {
        return side == Side.AT_MOST ? value <= limit : value >= limit;
    }

    /** Whether the first value is further on the bad side. */
    public boolean isWorse(double value, double than) {
        return side == Side.AT_MOST ? value > than : value < than;
    }
}
