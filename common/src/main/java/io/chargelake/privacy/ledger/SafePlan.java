package io.chargelake.privacy.ledger;

import io.chargelake.privacy.ledger.SuppressedSums.Found;
import io.chargelake.privacy.table.Audit;
import io.chargelake.privacy.table.Breach;
import io.chargelake.privacy.table.Cell;
import io.chargelake.privacy.table.PublishedSystem;
import io.chargelake.privacy.table.SuppressionPlan;
import io.chargelake.privacy.table.Suppressor;
import io.chargelake.privacy.table.UnprotectableException;
import java.util.ArrayList;
import java.util.List;

/**
 * Plans until no sum of suppressed cells tells of few: one that would becomes an unsafe cell itself, to be protected like
 * any other, and all is planned again. A sum once found stays, so no round ends where one before did; few plans need more
 * than three.
 */
final class SafePlan {
    /** Each costs a plan of everything. */
    static final int MOST_ROUNDS = 30;

    private SafePlan() {}

    static SuppressionPlan of(LinkedDeliveries linked) {
        SuppressedSums sums = new SuppressedSums(linked);
        List<Cell> cells = new ArrayList<>(linked.cells());
        Statements statements = new Statements(linked.equations());
        List<Found> found = List.of();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            PublishedSystem system = PublishedSystem.of(cells, statements.all());
            SuppressionPlan plan = Suppressor.plan(system);
            found = sums.unsafe(plan.unknown());
            if (found.isEmpty()) {
                return audited(plan, system);
            }
            for (Found more : found) {
                cells.add(more.cell());
                statements.add(more.sum());
            }
        }
        throw new UnprotectableException(
                found.get(0).sum().name(), "what is suppressed for one sum of few contributors makes another");
    }

    private static SuppressionPlan audited(SuppressionPlan plan, PublishedSystem system) {
        List<Breach> breaches = new Audit(system).breaches(plan);
        if (breaches.isEmpty()) {
            return plan;
        }
        throw new UnprotectableException(
                breaches.get(0).cell(), breaches.get(0).reason().meaning());
    }
}
