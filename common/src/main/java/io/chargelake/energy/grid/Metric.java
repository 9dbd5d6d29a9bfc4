package io.chargelake.energy.grid;

import java.util.Locale;

/** What is told of power quality, and by which formula. */
public enum Metric {
    VOLTAGE_DEVIATION(Side.AT_MOST, Metric.SHARE, "|V / V_n - 1|, V by sweeping the feeder"),
    TRANSFORMER_LOADING(Side.AT_MOST, Metric.SHARE, "S / S_n"),
    TRANSFORMER_AGEING(Side.AT_MOST, "", "2^((theta_h - 98) / 6) (IEC 60076-7)"),
    THD_VOLTAGE(Side.AT_MOST, Metric.SHARE, "sqrt(sum V_h^2) / V_1, V_h = |R + j h X| I_h, I_h = (sum I_hi^a)^(1/a)"),
    TDD_CURRENT(Side.AT_MOST, Metric.SHARE, "sqrt(sum I_h^2) / I_L"),
    POWER_FACTOR(Side.AT_LEAST, Metric.SHARE, "P / sqrt(P^2 + Q^2 + D^2)"),
    UNBALANCE(Side.AT_MOST, Metric.SHARE, "|V_2| / |V_1|"),
    FREQUENCY_DEVIATION_HZ(Side.AT_MOST, "Hz", "|dP| / beta");

    /** On which side of the limit all is well. */
    enum Side {
        AT_MOST,
        AT_LEAST
    }

    private static final String SHARE = "share";

    private final Side side;
    private final String unit;
    private final String formula;

    Metric(Side side, String unit, String formula) {
        this.side = side;
        this.unit = unit;
        this.formula = formula;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@code share} of a whole; empty of what has none. */
    public String unit() {
        return unit;
    }

    public String formula() {
        return formula;
    }

    boolean keeps(double value, double limit) {
        return side == Side.AT_MOST ? value <= limit : value >= limit;
    }

    /** 1 at the limit, more on the bad side of it. */
    double shareOfLimit(double value, double limit) {
        return side == Side.AT_MOST ? value / limit : limit / value;
    }

    /** Whether the first value is further on the bad side. */
    public boolean isWorse(double value, double than) {
        return side == Side.AT_MOST ? value > than : value < than;
    }
}
