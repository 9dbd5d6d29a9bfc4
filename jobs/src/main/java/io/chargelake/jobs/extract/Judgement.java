package io.chargelake.jobs.extract;

import io.chargelake.jobs.lake.UserError;
import io.chargelake.privacy.cell.CellRules;
import io.chargelake.privacy.cell.ContributorKind;
import io.chargelake.privacy.cell.Verdict;
import io.chargelake.privacy.ledger.Candidate;
import io.chargelake.privacy.ledger.DeliveredCell;
import io.chargelake.privacy.ledger.Delivery;
import io.chargelake.privacy.ledger.LinkedDeliveries;
import io.chargelake.privacy.ledger.MeasureSettings;
import io.chargelake.privacy.ledger.MeasuredCell;
import io.chargelake.privacy.noise.KeyedRounding;
import io.chargelake.privacy.table.Cell;
import io.chargelake.privacy.table.SuppressionPlan;
import io.chargelake.privacy.table.UnprotectableException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Decides for each quantity which cells may be told, all earlier deliveries considered: unsafe ones not, nor those by which an unsafe one could
 * be worked out. What can't be protected is refused as a whole.
 */
final class Judgement {

    /** What was decided of a quantity of a cell; a reason only where it is not told. */
    record Told(MeasuredCell cell, OptionalLong published, String reason) {
        boolean isTold() {
            return published.isPresent();
        }
    }

    private final Map<String, List<Told>> byQuantity = new LinkedHashMap<>();

    private Judgement() {}

    static Judgement of(Candidates candidates, List<Delivery> earlier, CellRules rules, byte[] roundingKey) {
        var judgement = new Judgement();
        for (int q = 0; q < candidates.quantities().size(); q++) {
            judgement.byQuantity.put(
                    candidates.quantities().get(q).name(), judged(candidates, q, earlier, rules, roundingKey));
        }
        return judgement;
    }

    private static List<Told> judged(
            Candidates candidates, int q, List<Delivery> earlier, CellRules rules, byte[] roundingKey) {
        List<Verdict> verdicts = new ArrayList<>();
        List<MeasuredCell> cells = new ArrayList<>();
        String quantity = candidates.quantities().get(q).name();
        boolean isSigned = false;
        for (GatheredCell gathered : candidates.cells()) {
            GatheredCell.Part part = gathered.parts().get(q);
            Verdict verdict = rules.judgeSum(part.makeup());
            verdicts.add(verdict);
            cells.add(new MeasuredCell(
                    candidates.scope().of(gathered.at()), quantity, part.sketch(), part.total(), verdict.protection()));
            for (var contributions : part.makeup().byKind().values()) {
                isSigned |= contributions.size() != contributions.total();
            }
        }
        MeasureSettings settings =
                new MeasureSettings(quantity, isSigned ? Cell.NO_FLOOR : 0, typicalOf(candidates, q));
        LinkedDeliveries linked = LinkedDeliveries.of(
                new Candidate(candidates.population(), candidates.delivery(), cells), earlier, settings);
        SuppressionPlan plan = planned(linked);
        Map<String, SuppressionPlan.PlannedCell> byKey = new TreeMap<>();
        plan.cells().forEach(planned -> byKey.put(planned.cell().key(), planned));
        KeyedRounding rounding = new KeyedRounding(roundingKey, candidates.base(q));
        List<Told> told = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            MeasuredCell cell = cells.get(i);
            String name = cell.name(candidates.delivery());
            SuppressionPlan.PlannedCell planned = byKey.get(name);
            boolean isTold = planned.state() == SuppressionPlan.State.PUBLISHED;
            long value = linked.republished().getOrDefault(name, rounding.round(quantity, cell.sketch(), cell.total()));
            told.add(new Told(
                    cell,
                    isTold ? OptionalLong.of(value) : OptionalLong.empty(),
                    isTold ? "" : reason(verdicts.get(i), planned)));
        }
        return told;
    }

    /** What one contributor may give: the largest second-largest there is, so that one who stands alone does not set it. */
    private static long typicalOf(Candidates candidates, int q) {
        return candidates.cells().stream()
                .mapToLong(cell ->
                        cell.parts().get(q).makeup().of(ContributorKind.VEHICLE).second())
                .max()
                .stream()
                .map(most -> Math.max(1, most))
                .findFirst()
                .orElse(1);
    }

    private static SuppressionPlan planned(LinkedDeliveries linked) {
        try {
            return linked.plan();
        } catch (UnprotectableException e) {
            throw refused(e.reason());
        }
    }

    private static UserError refused(String why) {
        return UserError.privacy("Cannot extract: a cell of few contributors can't be protected, as " + why
                + " (rule unprotectable; ask for fewer dimensions or totals, or for what was delivered before)");
    }

    private static String reason(Verdict verdict, SuppressionPlan.PlannedCell planned) {
        if (!verdict.isSafe()) {
            return String.join(" ", verdict.codes());
        }
        return planned.state() == SuppressionPlan.State.COMPLEMENTARY ? "protects_another" : "earlier_delivery";
    }

    List<Told> of(Quantity quantity) {
        return byQuantity.get(quantity.name());
    }

    /** For the ledger. */
    List<DeliveredCell> delivered() {
        return byQuantity.values().stream()
                .flatMap(List::stream)
                .map(told -> new DeliveredCell(told.cell(), told.published()))
                .toList();
    }
}
