package io.chargelake.unit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Miles told from kilometres by odometers that go on from one file to the next: where the same vehicle shows 0.62 times as much in
 * the next file, that one is in miles and the one before in kilometres. Files that go on evenly are of one unit.
 *
 * <p>Cost: a sort of the links by weight, then nearly linear (a union of sets).
 */
public final class OdometerLinks {
    private static final double MILES = 1.609344;
    private static final double TOLERANCE = 0.08;

    /** The odometer at the end of one file and at the begin of the next, of a vehicle that both know. */
    public enum Step {
        EVEN,
        KM_TO_MI,
        MI_TO_KM
    }

    /** @param vehicles how many show this step between the two files */
    public record Link(String from, String to, Step step, long vehicles) {}

    private final Map<String, String> parents = new HashMap<>();
    private final Map<String, Unit> known = new HashMap<>();

    /** What an odometer of {@code before} followed by one of {@code after} says; empty where it says nothing. */
    public static Optional<Step> step(double before, double after) {
        double ratio = after / before;
        if (Math.abs(ratio - 1) < TOLERANCE) {
            return Optional.of(Step.EVEN);
        }
        if (Math.abs(ratio * MILES - 1) < TOLERANCE) {
            return Optional.of(Step.KM_TO_MI);
        }
        return Math.abs(ratio / MILES - 1) < TOLERANCE ? Optional.of(Step.MI_TO_KM) : Optional.empty();
    }

    /**
     * The unit of each file that a link tells of.
     *
     * @param evident units by other evidence, which a step between units overrules
     */
    public static Map<String, Unit> units(List<Link> links, Map<String, Unit> evident) {
        var files = new OdometerLinks();
        List<Link> best = best(links);
        best.stream().filter(link -> link.step != Step.EVEN).forEach(link -> {
            files.know(link.from, link.step == Step.KM_TO_MI ? Unit.KM : Unit.MI);
            files.know(link.to, link.step == Step.KM_TO_MI ? Unit.MI : Unit.KM);
        });
        new TreeMap<>(evident).forEach(files::know);
        best.stream().filter(link -> link.step == Step.EVEN).forEach(link -> files.join(link.from, link.to));
        return files.units();
    }

    /** Of each pair of files what most vehicles say. */
    private static List<Link> best(List<Link> links) {
        var best = new ArrayList<Link>();
        Set<List<String>> seen = new HashSet<>();
        links.stream()
                .sorted(Comparator.comparingLong(Link::vehicles)
                        .reversed()
                        .thenComparing(Link::from)
                        .thenComparing(Link::to)
                        .thenComparing(Link::step))
                .filter(link -> seen.add(List.of(link.from, link.to)))
                .forEach(best::add);
        return best;
    }

    private void know(String file, Unit unit) {
        known.putIfAbsent(root(file), unit);
    }

    private void join(String a, String b) {
        String from = root(a);
        String to = root(b);
        Unit one = known.get(from);
        Unit other = known.get(to);
        if (from.equals(to) || (one != null && other != null && one != other)) {
            return;
        }
        parents.put(from, to);
        if (other == null && one != null) {
            known.put(to, one);
        }
    }

    private Map<String, Unit> units() {
        var units = new HashMap<String, Unit>();
        for (String file : List.copyOf(parents.keySet())) {
            Unit unit = known.get(root(file));
            if (unit != null) {
                units.put(file, unit);
            }
        }
        return units;
    }

    private String root(String file) {
        String parent = parents.computeIfAbsent(file, f -> f);
        while (!parent.equals(parents.get(parent))) {
            parent = parents.get(parent);
        }
        return parent;
    }

    private OdometerLinks() {}
}
