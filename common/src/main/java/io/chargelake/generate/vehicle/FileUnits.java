package io.chargelake.generate.vehicle;

import io.chargelake.generate.Draws;

/** How one raw file writes its values. Constant within a file, since real files are written by one system each. */
public record FileUnits(Distance distance, Energy energy, Power power, Soc soc, Clock clock, Dialect dialect) {

    public enum Distance {
        KM,
        MI
    }

    public enum Energy {
        KWH,
        WH
    }

    public enum Power {
        KW,
        W
    }

    public enum Soc {
        PERCENT,
        FRACTION
    }

    public enum Clock {
        UTC,
        BERLIN_LOCAL
    }

    public enum Dialect {
        COMMA,
        SEMICOLON_DECIMAL_COMMA
    }

    public static final FileUnits PLAIN =
            new FileUnits(Distance.KM, Energy.KWH, Power.KW, Soc.PERCENT, Clock.UTC, Dialect.COMMA);

    private static final double MOST_FOREIGN = 0.6;
    private static final double FOREIGN_PER_DAMAGE = 20;
    private static final double METRES_PER_MILE = 1609.344;

    /** A file is foreign with a share that grows with damage; a foreign file differs in about every third respect. */
    public static FileUnits draw(Draws draws, double damage) {
        if (!draws.chance(Math.min(MOST_FOREIGN, FOREIGN_PER_DAMAGE * damage))) {
            return PLAIN;
        }
        double each = 0.35;
        return new FileUnits(
                draws.chance(each) ? Distance.MI : Distance.KM,
                draws.chance(each) ? Energy.WH : Energy.KWH,
                draws.chance(each) ? Power.W : Power.KW,
                draws.chance(each) ? Soc.FRACTION : Soc.PERCENT,
                draws.chance(each) ? Clock.BERLIN_LOCAL : Clock.UTC,
                draws.chance(each) ? Dialect.SEMICOLON_DECIMAL_COMMA : Dialect.COMMA);
    }

    /** Typed files know instants and numbers: neither local time nor decimal commas can occur in them. */
    public FileUnits typed() {
        return new FileUnits(distance, energy, power, soc, Clock.UTC, Dialect.COMMA);
    }

    public Decimal distanceOf(long metres) {
        return distance == Distance.KM
                ? new Decimal(metres, 3)
                : new Decimal(Math.round(metres * 10_000 / METRES_PER_MILE), 4);
    }

    public Decimal energyOf(long wattHours) {
        return energy == Energy.KWH ? new Decimal(wattHours, 3) : new Decimal(wattHours, 0);
    }

    public Decimal powerOf(long watts) {
        return power == Power.KW ? new Decimal(watts, 3) : new Decimal(watts, 0);
    }

    public Decimal socOf(int hundredthsOfPercent) {
        return soc == Soc.PERCENT ? new Decimal(hundredthsOfPercent, 2) : new Decimal(hundredthsOfPercent, 4);
    }

    /** A number of so many decimals: exact, and written the same on every machine. */
    public record Decimal(long unscaled, int scale) {}
}
