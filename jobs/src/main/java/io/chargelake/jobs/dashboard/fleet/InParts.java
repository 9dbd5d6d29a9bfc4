package io.chargelake.jobs.dashboard.fleet;

import io.chargelake.energy.Phase;
import io.chargelake.energy.Plan;
import io.chargelake.energy.Proof;
import io.chargelake.energy.Site;
import io.chargelake.energy.SiteCase;
import io.chargelake.energy.Stay;
import io.chargelake.energy.strategy.Strategy;
import io.chargelake.energy.strategy.Tapered;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Plans a site whole while few vehicles give back, as nearly all are. Those that give back hang on each other by what the site itself draws,
 * which costs more than their number: beyond {@link #MOST_GIVING} they are dealt out to parts, each with its share of the site's limit, load
 * and sun, that are planned by themselves. All limits hold; how near to the best such a plan is, nobody has proved.
 */
final class InParts {
    static final int MOST_GIVING = 100;

    private InParts() {}

    static Plan plan(Strategy strategy, SiteCase site) {
        long giving = IntStream.range(0, site.count()).filter(site::gives).count();
        int parts = (int) ((giving + MOST_GIVING - 1) / MOST_GIVING);
        return parts <= 1 ? Tapered.plan(strategy, site) : plan(strategy, site, parts);
    }

    private static Plan plan(Strategy strategy, SiteCase whole, int parts) {
        List<List<Stay>> dealt = deal(whole, parts);
        List<Plan> plans = dealt.parallelStream()
                .map(stays -> Tapered.plan(
                        strategy,
                        SiteCase.of(share(whole.site(), parts), whole.horizon(), whole.prices(), whole.wear(), stays)))
                .toList();
        return together(whole, plans);
    }

    /** Vehicle by vehicle, so that one is never in two parts; those that give back as evenly as the others. */
    private static List<List<Stay>> deal(SiteCase whole, int parts) {
        List<List<Stay>> dealt = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            dealt.add(new ArrayList<>());
        }
        Map<String, Integer> partOf = new HashMap<>();
        int[] next = new int[2];
        for (Stay stay : whole.stays()) {
            int kind = stay.vehicle().v2g() ? 1 : 0;
            int part = partOf.computeIfAbsent(stay.vehicle().id(), id -> next[kind]++ % parts);
            dealt.get(part).add(stay);
        }
        return dealt;
    }

    private static Site share(Site site, int parts) {
        return new Site(
                site.id(),
                site.limitKw() / parts,
                site.transformerKva() / parts,
                site.level(),
                Arrays.stream(site.baseKw()).map(kw -> kw / parts).toArray(),
                Arrays.stream(site.solarKw()).map(kw -> kw / parts).toArray());
    }

    private static Plan together(SiteCase whole, List<Plan> plans) {
        Map<String, Place> places = new HashMap<>();
        for (Plan plan : plans) {
            for (int stay = 0; stay < plan.site().count(); stay++) {
                places.put(key(plan.site().stay(stay)), new Place(plan, stay));
            }
        }
        double[] kwh = new double[whole.places()];
        List<Phase> phases = new ArrayList<>();
        double objective =
                plans.stream().mapToDouble(plan -> plan.proof().objective()).sum();
        for (int stay = 0; stay < whole.count(); stay++) {
            Place from = places.get(key(whole.stay(stay)));
            int begin = from.plan().site().begin(from.stay());
            System.arraycopy(
                    from.plan().kwh(), begin, kwh, whole.begin(stay), whole.begin(stay + 1) - whole.begin(stay));
            phases.add(from.plan().phases().get(from.stay()));
        }
        return new Plan(whole, kwh, phases, Proof.none(objective));
    }

    private record Place(Plan plan, int stay) {}

    private static String key(Stay stay) {
        return stay.vehicle().id() + "@" + stay.arrivalS();
    }
}
