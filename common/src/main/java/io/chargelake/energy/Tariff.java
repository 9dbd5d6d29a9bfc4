package io.chargelake.energy;

import java.util.Optional;

/**
 * What a site pays.
 *
 * @param export what is paid for energy given back; where empty, vehicles may only displace what the site itself draws
 * @param demandCharge for each kW of the highest load
 */
public record Tariff(String name, String currency, Prices energy, Optional<Prices> export, double demandCharge) {

    public Tariff {
        Checks.named(name, "the tariff's name");
        Checks.named(currency, "the tariff's currency");
        Checks.notNegative(demandCharge, "the demand charge");
    }

    public SlotPrices over(Horizon horizon) {
        double[] sell = export.map(prices -> prices.over(horizon)).orElse(null);
        return new SlotPrices(energy.over(horizon), sell, energy.peak(horizon), demandCharge);
    }
}
