package io.chargelake.privacy.attack;

import io.chargelake.privacy.ledger.Candidate;
import io.chargelake.privacy.ledger.Difference;
import io.chargelake.privacy.ledger.LinkedDeliveries;
import io.chargelake.privacy.ledger.MeasureSettings;
import io.chargelake.privacy.ledger.PastDelivery;
import io.chargelake.privacy.ledger.Town;
import io.chargelake.privacy.ledger.Town.Charge;
import io.chargelake.privacy.table.Cell;
import io.chargelake.privacy.table.LinearAttacker;
import io.chargelake.privacy.table.SuppressionPlan.PlannedCell;
import io.chargelake.privacy.table.SuppressionPlan.State;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * Takes a delivery off a later one in which 1 to 10 vehicles came to a cell: by plain subtraction of every sum that both
 * tell, and by linear programs over both.
 *
 * @param defence the names of what is published of a delivery, given those before it
 */
record DeliveryDifference(BiFunction<Candidate, List<PastDelivery>, Set<String>> defence, int rounds)
        implements Attack {
    private static final MeasureSettings ENERGY = new MeasureSettings("energy", 0, 10);

    static Set<String> publishedByPlan(Candidate candidate, List<PastDelivery> earlier) {
        return LinkedDeliveries.of(candidate, earlier, ENERGY).plan().cells().stream()
                .filter(planned -> planned.state() == State.PUBLISHED)
                .map(PlannedCell::cell)
                .map(Cell::key)
                .collect(Collectors.toSet());
    }

    /** The mutant: every delivery is judged as if it were the first. */
    static Set<String> publishedWithoutLedger(Candidate candidate, List<PastDelivery> earlier) {
        return publishedByPlan(candidate, List.of());
    }

    @Override
    public AttackResult run() {
        Random random = new Random(12);
        long succeeded = 0;
        long tried = 0;
        for (int i = 0; i < rounds; i++) {
            List<Charge> before = Town.random(random);
            int added = 1 + i % 10;
            List<Charge> late = Town.charges("z" + random.nextInt(4), "" + random.nextInt(4), 5_000, added);
            Candidate first = Town.candidate("first", Town.allCells(before));
            Candidate second = Town.candidate("second", Town.allCells(Town.with(before, late)));
            PastDelivery delivered = Town.delivered(first, defence.apply(first, List.of()));
            Set<String> published = new TreeSet<>(defence.apply(second, List.of(delivered)));
            delivered.cells().stream()
                    .filter(cell -> cell.published().isPresent())
                    .forEach(cell -> published.add(cell.cell().name("first")));
            LinkedDeliveries linked = LinkedDeliveries.of(second, List.of(delivered), ENERGY);
            tried += linked.disclosing().size();
            succeeded += disclosed(linked, published);
        }
        return new AttackResult("differencing of deliveries", tried, succeeded, 0);
    }

    private static long disclosed(LinkedDeliveries linked, Set<String> published) {
        Set<String> suppressed = linked.cells().stream()
                .map(Cell::key)
                .filter(key -> !published.contains(key))
                .collect(Collectors.toSet());
        LinearAttacker attacker = new LinearAttacker(linked.cells(), linked.equations(), suppressed);
        long bySubtraction = linked.disclosing().stream()
                .filter(difference -> isTold(difference, published))
                .count();
        long byPrograms = linked.cells().stream()
                .filter(cell -> cell.floor() == Cell.NO_FLOOR)
                .map(Cell::key)
                .filter(attacker::breaks)
                .count();
        return Math.max(bySubtraction, byPrograms);
    }

    private static boolean isTold(Difference difference, Set<String> published) {
        return published.containsAll(difference.later()) && published.containsAll(difference.earlier());
    }
}
