package io.chargelake.energy;

import java.util.Collection;
import java.util.List;

/**
 * A site, its prices and its stays as arrays, in an order that does not depend on the order they came in.
 *
 * <p>A place is a slot of a stay; the places of stay {@code i} are {@code begin(i)} to {@code begin(i + 1)}, its slots follow
 * each other from {@code firstSlot(i)} on. Whoever comes or goes within a slot can use a part of it.
 */
public final class SiteCase {
    public static final double LOW = 0.2;
    public static final double HIGH = 0.9;

    private final Site site;
    private final Horizon horizon;
    private final SlotPrices prices;
    private final double wear;
    private final double ceilingKw;
    private final List<Stay> stays;
    private final int[] firstSlot;
    private final int[] begin;
    private final double[] mostKwh;
    private final double[] presentHours;

    private SiteCase(
            Site site,
            Horizon horizon,
            SlotPrices prices,
            double wear,
            double ceilingKw,
            List<Stay> stays,
            double[] capsOrNull) {
        this.site = site;
        this.horizon = horizon;
        this.prices = prices;
        this.wear = wear;
        this.ceilingKw = ceilingKw;
        this.stays = stays;
        this.firstSlot = new int[stays.size()];
        this.begin = new int[stays.size() + 1];
        layOut();
        this.presentHours = new double[places()];
        this.mostKwh = capsOrNull == null ? new double[places()] : capsOrNull;
        for (int stay = 0; stay < stays.size(); stay++) {
            window(stay, capsOrNull == null);
        }
    }

    /** @param wear for each kWh that goes into or out of the battery of a vehicle that can give energy back */
    public static SiteCase of(Site site, Horizon horizon, SlotPrices prices, double wear, Collection<Stay> stays) {
        if (site.slots() != horizon.slots() || prices.slots() != horizon.slots()) {
            throw new IllegalArgumentException("Cannot plan site " + site.id() + ": it has " + site.slots()
                    + " slots, its prices " + prices.slots() + ", the horizon " + horizon.slots());
        }
        Checks.notNegative(wear, "the wear per kWh");
        for (Stay stay : stays) {
            if (!stay.siteId().equals(site.id())
                    || stay.arrivalS() < horizon.startS()
                    || stay.departureS() > horizon.endS()) {
                throw new IllegalArgumentException("Cannot plan vehicle "
                        + stay.vehicle().id() + " at site " + site.id()
                        + ": its stay is at another site or reaches out of the horizon; see Admission");
            }
        }
        return new SiteCase(
                site,
                horizon,
                prices,
                wear,
                Double.POSITIVE_INFINITY,
                stays.stream().sorted(Admission.ORDER).toList(),
                null);
    }

    private void layOut() {
        for (int i = 0; i < stays.size(); i++) {
            Stay stay = stays.get(i);
            firstSlot[i] = Math.min(horizon.slotOf(stay.arrivalS()), horizon.slots() - 1);
            boolean isEmpty = stay.departureS() == stay.arrivalS();
            int count = isEmpty ? 0 : horizon.slotOf(stay.departureS() - 1) + 1 - firstSlot[i];
            begin[i + 1] = begin[i] + count;
        }
    }

    private void window(int index, boolean fillsCaps) {
        Stay stay = stays.get(index);
        double power = stay.powerKw();
        for (int place = begin[index]; place < begin[index + 1]; place++) {
            int slot = firstSlot[index] + place - begin[index];
            long from = Math.max(stay.arrivalS(), horizon.slotStartS(slot));
            long to = Math.min(stay.departureS(), horizon.slotStartS(slot + 1));
            presentHours[place] = (to - from) / 3_600.0;
            if (fillsCaps) {
                mostKwh[place] = power * presentHours[place];
            }
        }
    }

    /** The same with other bounds of what can be charged in a place. */
    public SiteCase withMost(double[] kwh) {
        return new SiteCase(site, horizon, prices, wear, ceilingKw, stays, kwh.clone());
    }

    /** The same stays, each wanting another energy. They keep their order. */
    public SiteCase withStays(List<Stay> others) {
        return new SiteCase(site, horizon, prices, wear, ceilingKw, List.copyOf(others), null);
    }

    public SiteCase withPrices(SlotPrices others) {
        return new SiteCase(site, horizon, others, wear, ceilingKw, stays, mostKwh);
    }

    public SiteCase withWear(double perKwh) {
        return new SiteCase(site, horizon, prices, perKwh, ceilingKw, stays, mostKwh);
    }

    /** The same with a load that nobody may lift higher, while it may be given back as before. */
    public SiteCase withCeiling(double kw) {
        return new SiteCase(site, horizon, prices, wear, kw, stays, mostKwh);
    }

    public Site site() {
        return site;
    }

    public Horizon horizon() {
        return horizon;
    }

    public SlotPrices prices() {
        return prices;
    }

    public double wear() {
        return wear;
    }

    public List<Stay> stays() {
        return stays;
    }

    public Stay stay(int index) {
        return stays.get(index);
    }

    public int count() {
        return firstSlot.length;
    }

    public int slots() {
        return horizon.slots();
    }

    public int places() {
        return begin[begin.length - 1];
    }

    public int begin(int stay) {
        return begin[stay];
    }

    public int firstSlot(int stay) {
        return firstSlot[stay];
    }

    public int slot(int stay, int place) {
        return firstSlot[stay] + place - begin[stay];
    }

    /** The most that can be charged in a place, in kWh. */
    public double mostKwh(int place) {
        return mostKwh[place];
    }

    public double presentHours(int place) {
        return presentHours[place];
    }

    /** The most that can be given back in a place, in kWh. */
    public double mostBackKwh(int stay, int place) {
        return gives(stay) ? stays.get(stay).powerKw() * presentHours[place] : 0;
    }

    public boolean gives(int stay) {
        return stays.get(stay).vehicle().v2g();
    }

    public double efficiency(int stay) {
        return stays.get(stay).charger().type().efficiency();
    }

    public double batteryKwh(int stay) {
        return stays.get(stay).vehicle().batteryKwh();
    }

    public double arrivalKwh(int stay) {
        return stays.get(stay).socArrival() * batteryKwh(stay);
    }

    /** What is wanted in the battery at departure. More than the band holds stays unmet. */
    public double targetKwh(int stay) {
        return stays.get(stay).socTarget() * batteryKwh(stay);
    }

    public double lowKwh(int stay) {
        return LOW * batteryKwh(stay);
    }

    public double highKwh(int stay) {
        return HIGH * batteryKwh(stay);
    }

    /** What must be drawn to reach the target, as far as the band allows. */
    public double needKwh(int stay) {
        return Math.max(0, Math.min(targetKwh(stay), highKwh(stay)) - arrivalKwh(stay)) / efficiency(stay);
    }

    /** What can be drawn until the band ends. */
    public double roomKwh(int stay) {
        return Math.max(0, highKwh(stay) - arrivalKwh(stay)) / efficiency(stay);
    }

    /** What all vehicles together may draw in a slot, in kWh; below 0 where they must lower a load to a ceiling. */
    public double upperKwh(int slot) {
        double net = site.netKw(slot);
        return Math.min(Math.max(0, site.capacityKw() - net), ceilingKw - net) * horizon.slotHours();
    }

    /**
     * What all vehicles together may draw at least: less than nothing, as far as the grid takes it, or the site itself where
     * nobody pays for export.
     */
    public double lowerKwh(int slot) {
        double least = prices.paysExport() ? -site.capacityKw() : 0;
        return Math.min(0, least - site.netKw(slot)) * horizon.slotHours();
    }
}
