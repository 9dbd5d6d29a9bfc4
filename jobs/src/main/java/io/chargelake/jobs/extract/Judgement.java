package io.chargelake.jobs.extract;

import io.chargelake.jobs.lake.UserError;
import io.chargelake.privacy.cell.CellRules;
import io.chargelake.privacy.cell.ContributorKind;
import io.chargelake.privacy.cell.Verdict;
import io.chargelake.privacy.ledger.Candidate;
import io.chargelake.privacy.ledger.DeliveredCell;
import io.chargelake.privacy.ledger.Difference;
import io.chargelake.privacy.ledger.LinkedDeliveries;
import io.chargelake.privacy.ledger.MeasureSettings;
import io.chargelake.privacy.ledger.MeasuredCell;
import io.chargelake.privacy.ledger.PastDelivery;
import io.chargelake.privacy.noise.KeyedRounding;
import io.chargelake.privacy.table.Cell;
import io.chargelake.privacy.table.Fate;
import io.chargelake.privacy.table.SuppressionPlan;
import io.chargelake.privacy.table.UnprotectableException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Decides for each quantity which cells may be told, all earlier deliveries considered: unsafe ones not, nor those by which an unsafe one could
 * be worked out. What can't be protected is refused as a whole.
 */
final class Judgement {
    private static final String EVERYBODY = "everybody";

    /** What was decided of a quantity of a cell; a reason only where it is not told. */
    record Told(MeasuredCell cell, OptionalLong published, String reason) {
        boolean isTold() {
            return published.isPresent();
        }
    }

    private final Map<String, List<Told>> byQuantity = new LinkedHashMap<>();

    private Judgement() {}

    static Judgement of(Candidates candidates, List<PastDelivery> earlier, CellRules rules, byte[] roundingKey) {
        var judgement = new Judgement();
        for (int q = 0; q < candidates.quantities().size(); q++) {
            judgement.byQuantity.put(
                    candidates.quantities().get(q).name(), judged(candidates, q, earlier, rules, roundingKey));
        }
        return judgement;
    }

    private static List<Told> judged(
            Candidates candidates, int q, List<PastDelivery> earlier, CellRules rules, byte[] roundingKey) {
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
                new Candidate(EVERYBODY, candidates.delivery(), cells),
                earlier.stream().map(Judgement::ofEverybody).toList(),
                settings);
        requireSameQuestion(linked, candidates, earlier);
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

    /** A request names its population, but whoever names another one must not thereby get around what was told. */
    private static PastDelivery ofEverybody(PastDelivery delivery) {
        return new PastDelivery(
                EVERYBODY,
                delivery.recipient(),
                delivery.id(),
                delivery.requestHash(),
                delivery.rhoMicros(),
                delivery.cells());
    }

    /** What one contributor may give: the second largest of the finest cells, in the middle of all of these. */
    private static long typicalOf(Candidates candidates, int q) {
        int finest = candidates.cells().stream()
                .mapToInt(cell -> cell.at().size())
                .max()
                .orElse(0);
        long[] seconds = candidates.cells().stream()
                .filter(cell -> cell.at().size() == finest)
                .mapToLong(cell ->
                        cell.parts().get(q).makeup().of(ContributorKind.VEHICLE).second())
                .sorted()
                .toArray();
        return Math.max(1, seconds.length == 0 ? 1 : seconds[seconds.length / 2]);
    }

    /**
     * The same question asked again tells what came since, and withholds where that is of few. Another question that differs from what was told by
     * few, where both sums would be told, is one that isolates them.
     */
    private static void requireSameQuestion(
            LinkedDeliveries linked, Candidates candidates, List<PastDelivery> earlier) {
        Set<String> same = earlier.stream()
                .filter(delivery -> delivery.requestHash().equals(candidates.requestHash()))
                .map(PastDelivery::id)
                .collect(Collectors.toSet());
        Set<String> told = linked.cells().stream()
                .filter(cell -> cell.fate() == Fate.PUBLISHED || cell.fate() == Fate.OPEN)
                .map(Cell::key)
                .collect(Collectors.toSet());
        List<Difference> isolating = linked.disclosing().stream()
                .filter(difference -> told.containsAll(difference.earlier()) && told.containsAll(difference.later()))
                .filter(difference -> difference.earlier().stream()
                        .anyMatch(cell -> !same.contains(cell.substring(0, cell.indexOf('|')))))
                .toList();
        if (!isolating.isEmpty()) {
            throw isolating(isolating);
        }
    }

    private static UserError isolating(List<Difference> few) {
        return UserError.privacy(
                "Cannot extract: " + few.size()
                        + " sums differ from earlier deliveries by few contributors, such as that of "
                        + few.get(0).group().key()
                        + ", and together would tell of them (rule differs_by_few; ask with the filters and the period of what was delivered before)");
    }

    private static SuppressionPlan planned(LinkedDeliveries linked) {
        try {
            return linked.plan();
        } catch (UnprotectableException e) {
            throw refused(linked, e.reason());
        }
    }

    private static UserError refused(LinkedDeliveries linked, String why) {
        return UserError.privacy(
                "Cannot extract: a sum of few contributors can't be protected, as " + why
                        + " (rule unprotectable; " + linked.disclosing().size()
                        + " sums differ from earlier deliveries by few; ask for fewer dimensions or totals, or by the filters and the period of what was delivered before)");
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
