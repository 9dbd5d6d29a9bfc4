package io.chargelake.energy.study;

import io.chargelake.energy.Plan;
import io.chargelake.energy.Proof;
import io.chargelake.energy.SiteCase;
import io.chargelake.energy.Stay;
import io.chargelake.energy.strategy.Strategy;
import io.chargelake.energy.strategy.Tapered;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Plans as it would be done live: again and again for the vehicles that are there, of which the slots until the next time come true. Who will
 * come is not known, departures and wishes of those who came are, and so are prices, the site's other load and its sun.
 */
public final class RollingHorizon {
    private static final double NOTHING = 1e-9;

    private final Strategy strategy;
    private final SiteCase site;
    private final int every;
    private final double[] kwh;
    private final double[] stored;

    private RollingHorizon(Strategy strategy, SiteCase site, int every) {
        this.strategy = strategy;
        this.site = site;
        this.every = every;
        this.kwh = new double[site.places()];
        this.stored = new double[site.count()];
        for (int stay = 0; stay < site.count(); stay++) {
            stored[stay] = site.arrivalKwh(stay);
        }
    }

    /** @param every so many slots it is planned anew; who comes within the first of them is known then */
    public static Plan plan(Strategy strategy, SiteCase site, int every) {
        if (every < 1) {
            throw new IllegalArgumentException("Cannot plan anew every " + every + " slots: allowed is 1 or more");
        }
        RollingHorizon rolling = new RollingHorizon(strategy, site, every);
        for (int slot = 0; slot < site.slots(); slot += every) {
            rolling.step(slot);
        }
        return Plan.of(site, rolling.kwh, Proof.none(0));
    }

    private void step(int slot) {
        Map<String, Integer> present = new HashMap<>();
        List<Stay> stays = new ArrayList<>();
        for (int stay = 0; stay < site.count(); stay++) {
            Stay full = site.stay(stay);
            boolean isHere = full.arrivalS() < site.horizon().slotStartS(slot + 1)
                    && full.departureS() > site.horizon().slotStartS(slot);
            if (isHere) {
                stays.add(rest(stay, slot));
                present.put(full.vehicle().id(), stay);
            }
        }
        if (!stays.isEmpty()) {
            SiteCase known = SiteCase.of(site.site(), site.horizon(), site.prices(), site.wear(), stays);
            comeTrue(Tapered.plan(strategy, known), present, slot);
        }
    }

    private Stay rest(int stay, int slot) {
        Stay full = site.stay(stay);
        double soc = Math.max(0, Math.min(1, stored[stay] / site.batteryKwh(stay)));
        return new Stay(
                full.vehicle(),
                full.siteId(),
                Math.max(full.arrivalS(), site.horizon().slotStartS(slot)),
                full.departureS(),
                soc,
                full.socTarget(),
                full.charger(),
                full.phase());
    }

    /** A vehicle that leaves and comes again within a slot is planned with its later stay only. */
    private void comeTrue(Plan plan, Map<String, Integer> present, int from) {
        SiteCase known = plan.site();
        for (int i = 0; i < known.count(); i++) {
            int stay = present.get(known.stay(i).vehicle().id());
            if (known.stay(i).departureS() == site.stay(stay).departureS()) {
                comeTrue(plan, i, stay, from);
            }
        }
    }

    private void comeTrue(Plan plan, int planned, int stay, int from) {
        SiteCase known = plan.site();
        for (int place = known.begin(planned); place < known.begin(planned + 1); place++) {
            int slot = known.slot(planned, place);
            if (slot >= from && slot < from + every && Math.abs(plan.kwh()[place]) > NOTHING) {
                kwh[site.begin(stay) + slot - site.firstSlot(stay)] = plan.kwh()[place];
                stored[stay] += Plan.intoBattery(plan.kwh()[place], site.efficiency(stay));
            }
        }
    }
}
