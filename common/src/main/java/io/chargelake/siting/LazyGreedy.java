package io.chargelake.siting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Takes the site that adds most, again and again; of sites that add the same the one with the lower number. What a site added when it was
 * last looked at is the most it can add later, so only sites at the top are looked at again (Minoux): the choice is that of looking at all,
 * at a fraction of its cost.
 */
public final class LazyGreedy {
    private record Bound(int site, double gain, int asOf) {}

    private static final Comparator<Bound> MOST_FIRST =
            Comparator.comparingDouble(Bound::gain).reversed().thenComparingInt(Bound::site);

    /** At most so many sites; fewer when no other adds anything. */
    public static List<SiteChoice> choose(CoverageProblem problem, int most) {
        CoverageProblem.Served served = problem.new Served();
        var bounds = new PriorityQueue<Bound>(MOST_FIRST);
        for (int site = 0; site < problem.sites(); site++) {
            bounds.add(new Bound(site, served.gain(site), 0));
        }
        var chosen = new ArrayList<SiteChoice>();
        while (chosen.size() < most && !bounds.isEmpty() && bounds.peek().gain() > 0) {
            Bound top = bounds.remove();
            if (top.asOf() == chosen.size()) {
                chosen.add(new SiteChoice(top.site(), served.add(top.site())));
            } else {
                bounds.add(new Bound(top.site(), served.gain(top.site()), chosen.size()));
            }
        }
        return List.copyOf(chosen);
    }

    private LazyGreedy() {}
}
