package io.chargelake.energy.study;

import io.chargelake.energy.Plan;
import io.chargelake.energy.SiteCase;
import io.chargelake.energy.replay.Outcome;
import io.chargelake.energy.replay.Replay;
import io.chargelake.energy.replay.Schedule;
import io.chargelake.energy.strategy.Baseline;
import io.chargelake.energy.strategy.Strategy;
import io.chargelake.energy.strategy.Tapered;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A strategy's plan for a site beside uncontrolled charging of as much energy, both replayed.
 *
 * @param strategy its code
 */
public record Study(String strategy, Plan plan, Outcome outcome, Plan uncontrolled, Outcome uncontrolledOutcome) {

    public static Study of(Strategy strategy, SiteCase site) {
        return of(strategy.code(), Tapered.plan(strategy, site));
    }

    /** Of a plan that came about otherwise. */
    public static Study of(String strategy, Plan plan) {
        Plan uncontrolled = Baseline.of(plan);
        return new Study(strategy, plan, replayed(plan), uncontrolled, replayed(uncontrolled));
    }

    private static Outcome replayed(Plan plan) {
        SiteCase site = plan.site();
        List<Schedule> schedules = IntStream.range(0, site.count())
                .mapToObj(stay -> new Schedule(site.stay(stay), plan.powerKw(stay)))
                .toList();
        return Replay.of(site.site(), site.horizon(), site.prices(), site.wear(), schedules);
    }
}
