package io.chargelake.energy;

import java.util.List;

/**
 * What flows in each place of a site.
 *
 * @param kwh by place; below 0 where energy is given back
 * @param phases of each stay, which a strategy may have changed
 */
public record Plan(SiteCase site, double[] kwh, List<Phase> phases, Proof proof) {

    public Plan {
        phases = List.copyOf(phases);
    }

    public static Plan of(SiteCase site, double[] kwh, Proof proof) {
        return new Plan(site, kwh, site.stays().stream().map(Stay::phase).toList(), proof);
    }

    /** Mean power of a stay over a slot in kW; 0 where it is not there. */
    public double powerKw(int stay, int slot) {
        int place = site.begin(stay) + slot - site.firstSlot(stay);
        boolean isThere = slot >= site.firstSlot(stay) && place < site.begin(stay + 1);
        return isThere ? kwh[place] / site.horizon().slotHours() : 0;
    }

    /** Of a stay over all slots. */
    public double[] powerKw(int stay) {
        double[] kw = new double[site.slots()];
        for (int place = site.begin(stay); place < site.begin(stay + 1); place++) {
            kw[site.slot(stay, place)] = kwh[place] / site.horizon().slotHours();
        }
        return kw;
    }

    /** What is in the battery at departure. */
    public double storedKwh(int stay) {
        return storedKwh(site, stay, kwh);
    }

    public static double storedKwh(SiteCase site, int stay, double[] kwh) {
        double stored = site.arrivalKwh(stay);
        for (int place = site.begin(stay); place < site.begin(stay + 1); place++) {
            stored += intoBattery(kwh[place], site.efficiency(stay));
        }
        return stored;
    }

    /** What a flow at the grid's side does to the battery. */
    public static double intoBattery(double kwh, double efficiency) {
        return kwh > 0 ? kwh * efficiency : kwh / efficiency;
    }

    public double unmetKwh(int stay) {
        double unmet = site.targetKwh(stay) - storedKwh(stay);
        return unmet > 1e-6 ? unmet : 0;
    }

    /** What all vehicles draw, in kW by slot. */
    public double[] vehiclesKw() {
        double[] kw = new double[site.slots()];
        for (int stay = 0; stay < site.count(); stay++) {
            for (int place = site.begin(stay); place < site.begin(stay + 1); place++) {
                kw[site.slot(stay, place)] += kwh[place];
            }
        }
        for (int slot = 0; slot < kw.length; slot++) {
            kw[slot] /= site.horizon().slotHours();
        }
        return kw;
    }
}
