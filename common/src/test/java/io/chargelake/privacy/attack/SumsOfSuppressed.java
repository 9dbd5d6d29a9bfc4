package io.chargelake.privacy.attack;

import io.chargelake.privacy.ledger.Candidate;
import io.chargelake.privacy.ledger.Crowd;
import io.chargelake.privacy.ledger.LinkedDeliveries;
import io.chargelake.privacy.ledger.MeasureSettings;
import io.chargelake.privacy.table.SuppressionPlan;
import io.chargelake.privacy.table.SuppressionPlan.State;
import io.chargelake.privacy.table.Suppressor;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Takes the published cells of every finer table off a published sum; succeeds if what is left comes of ten vehicles or
 * fewer, so that their owners can work out each other's part.
 *
 * @param defence the names of what is published of a delivery
 */
record SumsOfSuppressed(Function<Candidate, Set<String>> defence, int tables) implements Attack {
    private static final MeasureSettings ENERGY = new MeasureSettings("energy", 0, 10);

    static Set<String> publishedByPlan(Candidate candidate) {
        return published(LinkedDeliveries.of(candidate, List.of(), ENERGY).plan());
    }

    /** The mutant: every cell is protected, no sum of them. */
    static Set<String> cellsOnly(Candidate candidate) {
        return published(Suppressor.plan(
                LinkedDeliveries.of(candidate, List.of(), ENERGY).system()));
    }

    @Override
    public AttackResult run() {
        Random random = new Random(16);
        long tried = 0;
        long succeeded = 0;
        for (int i = 0; i < tables; i++) {
            Crowd crowd = i % 2 == 0 ? Crowd.flat(random) : Crowd.deep(random);
            List<Crowd.Rest> rests = crowd.rests("new", defence.apply(crowd.candidate("new")));
            tried += rests.size();
            succeeded += rests.stream().filter(Crowd.Rest::isOfFew).count();
        }
        return new AttackResult("sums of suppressed cells", tried, succeeded, 0);
    }

    private static Set<String> published(SuppressionPlan plan) {
        return plan.cells().stream()
                .filter(planned -> planned.state() == State.PUBLISHED)
                .map(planned -> planned.cell().key())
                .collect(Collectors.toSet());
    }
}
