package io.chargelake.energy.study;

import java.io.Serializable;

/**
 * What control costs, in the tariff's currency.
 *
 * @param investment once for the whole fleet; 0 where nobody says
 * @param running a month
 */
public record Spending(double investment, double running) implements Serializable {
    public static final Spending NOTHING = new Spending(0, 0);

    public Spending {
        if (!(investment >= 0) || !(running >= 0) || Double.isInfinite(investment + running)) {
            throw new IllegalArgumentException("Cannot pay back an investment of " + investment
                    + " with running costs of " + running + " a month: both are amounts from 0 up");
        }
    }
}
