package io.chargelake.privacy.ledger;

import io.chargelake.privacy.cell.CellMakeup;
import io.chargelake.privacy.cell.CellRules;
import io.chargelake.privacy.cell.CellSettings;
import io.chargelake.privacy.cell.Contributions;
import io.chargelake.privacy.cell.ContributorKind;
import io.chargelake.privacy.cell.Verdict;
import io.chargelake.privacy.sketch.DifferenceSketch;
import io.chargelake.privacy.sketch.Syndromes;
import io.chargelake.privacy.table.Coordinates;
import io.chargelake.privacy.table.SuppressionPlan;
import io.chargelake.privacy.table.Suppressor;
import io.chargelake.privacy.table.UnprotectableException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Measures in processor time how a delivery of 100 zones by 1,000 hours with all margins is planned, and how one is that is linked
 * with it and has a few vehicles more in one of a thousand cells. Not a test: run main from the test class path, with the
 * number of vehicles a cell has on average and how many cells of a hundred have one to three instead.
 */
final class LinkingThroughput {
    private static final int ZONES = 100;
    private static final int HOURS = 1_000;
    private static final MeasureSettings ENERGY = new MeasureSettings("energy", 0, 20_000_000);
    private static final CellRules RULES = new CellRules(CellSettings.DEFAULTS);
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    private LinkingThroughput() {}

    public static void main(String[] args) {
        int vehicles = Integer.parseInt(args[0]);
        int sparsePercent = Integer.parseInt(args[1]);
        Candidate before = new Candidate("cars", "first", cells(vehicles, sparsePercent, Late.NONE));
        Candidate after = new Candidate("cars", "new", cells(vehicles, sparsePercent, Late.SOME));
        try {
            Set<String> published = measure(before, List.of());
            measure(after, List.of(Town.delivered(before, published)));
        } catch (UnprotectableException e) {
            System.out.println("refused: " + e.getMessage());
        }
    }

    private static Set<String> measure(Candidate candidate, List<PastDelivery> earlier) {
        long begun = CPU.getCurrentThreadCpuTime();
        LinkedDeliveries linked = LinkedDeliveries.of(candidate, earlier, ENERGY);
        long compared = CPU.getCurrentThreadCpuTime();
        int ofCells = Suppressor.plan(linked.system()).suppressed().size();
        long plannedCells = CPU.getCurrentThreadCpuTime();
        SuppressionPlan plan = linked.plan();
        long planned = CPU.getCurrentThreadCpuTime();
        System.out.printf(
                "%d cells: %d differences, %d of them disclosing, in %.1f s; suppressed for cells alone %d in %.1f s, "
                        + "for sums too %d (with %d sums) in %.1f s, audited%n",
                candidate.cells().size(),
                linked.differences().size(),
                linked.disclosing().size(),
                (compared - begun) / 1e9,
                ofCells,
                (plannedCells - compared) / 1e9,
                plan.suppressed().size(),
                plan.cells().size() - linked.cells().size(),
                (planned - plannedCells) / 1e9);
        return plan.cells().stream()
                .filter(cell -> cell.state() == SuppressionPlan.State.PUBLISHED)
                .map(cell -> cell.cell().key())
                .collect(Collectors.toSet());
    }

    private enum Late {
        NONE,
        SOME
    }

    private static List<MeasuredCell> cells(int mean, int sparsePercent, Late late) {
        Random random = new Random(1);
        List<Sums> zones = sums(ZONES);
        List<Sums> hours = sums(HOURS);
        Sums all = new Sums();
        List<MeasuredCell> cells = new ArrayList<>();
        for (int zone = 0; zone < ZONES; zone++) {
            for (int hour = 0; hour < HOURS; hour++) {
                Sums cell = new Sums();
                int vehicles = random.nextInt(100) < sparsePercent
                        ? 1 + random.nextInt(3)
                        : (int) Math.max(1, Math.round(mean + Math.sqrt(mean) * random.nextGaussian()));
                for (int i = 0; i < vehicles; i++) {
                    cell.add(Syndromes.contributor(random.nextLong()), 1_000_000 + random.nextInt(20_000_000));
                }
                if (late == Late.SOME && (zone * HOURS + hour) % 1_000 == 7 * zone) {
                    cell.add(Syndromes.contributor(zone + 1), 5_000_000);
                }
                for (Sums sum : List.of(zones.get(zone), hours.get(hour), all)) {
                    sum.add(cell);
                }
                cells.add(cell.as(Map.of("zone", "" + zone, "hour", "" + hour)));
            }
        }
        for (int zone = 0; zone < ZONES; zone++) {
            cells.add(zones.get(zone).as(Map.of("zone", "" + zone)));
        }
        for (int hour = 0; hour < HOURS; hour++) {
            cells.add(hours.get(hour).as(Map.of("hour", "" + hour)));
        }
        cells.add(all.as(Map.of()));
        return cells;
    }

    private static List<Sums> sums(int count) {
        List<Sums> sums = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            sums.add(new Sums());
        }
        return sums;
    }

    private static final class Sums {
        private final long[] terms = Syndromes.empty();
        private Contributions contributions = Contributions.NONE;

        void add(long contributor, long value) {
            Syndromes.add(terms, contributor, value);
            contributions = contributions.plus(Contributions.of(value));
        }

        void add(Sums other) {
            Syndromes.merge(terms, other.terms);
            contributions = contributions.plus(other.contributions);
        }

        MeasuredCell as(Map<String, String> place) {
            Verdict verdict = RULES.judgeSum(CellMakeup.of(ContributorKind.VEHICLE, contributions));
            return new MeasuredCell(
                    Coordinates.of(place),
                    "energy",
                    DifferenceSketch.of(terms),
                    contributions.total(),
                    verdict.protection());
        }
    }
}
