package io.chargelake.energy.strategy;

import io.chargelake.energy.Plan;
import io.chargelake.energy.SiteCase;
import io.chargelake.energy.Stay;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What savings are measured against: the same vehicles uncontrolled, each drawing just what the plan leaves in its battery. Who
 * leaves with less than it came with draws nothing there; its bills compare only with that said.
 */
public final class Baseline {

    private Baseline() {}

    public static Plan of(Plan plan) {
        SiteCase site = plan.site();
        List<Stay> stays = IntStream.range(0, site.count())
                .mapToObj(stay -> site.stay(stay).withTarget(soc(plan, stay)))
                .toList();
        return Tapered.plan(new Uncontrolled(), site.withStays(stays));
    }

    private static double soc(Plan plan, int stay) {
        return Math.max(0, Math.min(1, plan.storedKwh(stay) / plan.site().batteryKwh(stay)));
    }
}
