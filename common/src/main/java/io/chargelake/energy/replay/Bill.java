package io.chargelake.energy.replay;

/**
 * What a plan costs, in the tariff's currency.
 *
 * @param energy what is drawn
 * @param revenue for what is given back; where nobody pays export, what it saves the site
 * @param wear of batteries that give back
 * @param demand for the site's highest load
 */
public record Bill(double energy, double revenue, double wear, double demand) {

    public double total() {
        return energy - revenue + wear + demand;
    }
}
