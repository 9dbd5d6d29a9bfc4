package io.chargelake.energy.strategy;

import io.chargelake.energy.Plan;
import io.chargelake.energy.Proof;
import io.chargelake.energy.SiteCase;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Full power from arrival until the target is reached; what the site can't carry, who came last goes without. */
public final class Uncontrolled implements Strategy {

    @Override
    public String code() {
        return "uncontrolled";
    }

    @Override
    public String goal() {
        return "none: each vehicle takes full power from arrival on";
    }

    @Override
    public boolean isHasty() {
        return true;
    }

    @Override
    public Plan plan(SiteCase site) {
        double[] kwh = new double[site.places()];
        double[] room =
                IntStream.range(0, site.slots()).mapToDouble(site::upperKwh).toArray();
        IntStream.range(0, site.count())
                .boxed()
                .sorted(Comparator.comparingLong(
                        (Integer stay) -> site.stay(stay).arrivalS()))
                .forEach(stay -> charge(site, stay, room, kwh));
        return Plan.of(site, kwh, Proof.none(0));
    }

    private static void charge(SiteCase site, int stay, double[] room, double[] kwh) {
        double left = site.needKwh(stay);
        for (int place = site.begin(stay); place < site.begin(stay + 1); place++) {
            int slot = site.slot(stay, place);
            kwh[place] = Math.min(left, Math.min(room[slot], site.mostKwh(place)));
            left -= kwh[place];
            room[slot] -= kwh[place];
        }
    }
}
