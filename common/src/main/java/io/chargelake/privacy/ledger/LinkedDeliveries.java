package io.chargelake.privacy.ledger;

import io.chargelake.privacy.ledger.Tables.Named;
import io.chargelake.privacy.table.Cell;
import io.chargelake.privacy.table.Coordinates;
import io.chargelake.privacy.table.Equation;
import io.chargelake.privacy.table.Margins;
import io.chargelake.privacy.table.PublishedSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A delivery and all earlier ones it hangs together with, as one system of equations, for one measure. Whoever received
 * them is taken to have them all.
 *
 * <p>A group that does not differ gives an equation: both sums are the same. One that differs by 1 to 10 contributors gives
 * an unsafe cell more, their difference, which is no one's to publish but follows if both sums are known; so it is
 * protected like any other, by suppressing cells of the new delivery. A correction thus shows where it changes nothing or
 * much, and nowhere else.
 *
 * <p>Earlier deliveries are compared among each other too, so time is quadratic in their number.
 *
 * @param differences of the new delivery from earlier ones, where they are none or disclosing
 * @param cells of the new delivery, of the earlier ones linked with it, and the differences
 * @param republished what a cell of the new delivery, by its key, was published as before and must be again: another
 *     rounding would narrow it down
 */
public record LinkedDeliveries(
        List<Difference> differences, List<Cell> cells, List<Equation> equations, Map<String, Long> republished) {
    public LinkedDeliveries {
        differences = List.copyOf(differences);
        cells = List.copyOf(cells);
        equations = List.copyOf(equations);
        republished = Map.copyOf(republished);
    }

    /**
     * Links a delivery with those before it.
     *
     * @param earlier all of the ledger, in order; those of other populations are left aside
     */
    public static LinkedDeliveries of(Candidate candidate, List<Delivery> earlier, MeasureSettings settings) {
        List<Told> told = new ArrayList<>();
        for (Delivery delivery : earlier) {
            if (delivery.population().equals(candidate.population())) {
                requireOther(delivery, candidate);
                told.add(Told.of(delivery, settings));
            }
        }
        told.add(Told.of(candidate, settings));
        return linked(told, settings);
    }

    public PublishedSystem system() {
        return PublishedSystem.of(cells, equations);
    }

    public List<Difference> disclosing() {
        return differences.stream().filter(Difference::isDisclosing).toList();
    }

    private static LinkedDeliveries linked(List<Told> told, MeasureSettings settings) {
        List<List<Difference>> differences = new ArrayList<>();
        for (int i = 0; i < told.size(); i++) {
            differences.add(Differencing.of(
                    told.get(i).named(),
                    told.subList(0, i).stream().map(Told::named).toList()));
        }
        List<Cell> cells = new ArrayList<>();
        List<Equation> equations = new ArrayList<>();
        for (int i : Links.of(told, differences).reachedFromLast()) {
            cells.addAll(told.get(i).cells());
            equations.addAll(told.get(i).margins());
            for (Difference difference : differences.get(i)) {
                state(difference, settings, cells, equations);
            }
        }
        List<Difference> ofLast = differences.get(told.size() - 1);
        return new LinkedDeliveries(ofLast, cells, equations, republished(ofLast, told));
    }

    private static void state(
            Difference difference, MeasureSettings settings, List<Cell> cells, List<Equation> equations) {
        if (difference.isNone()) {
            equations.add(new Equation(difference.later(), difference.earlier()));
            return;
        }
        String name = "difference " + cells.size();
        long protection = Math.max(settings.leastProtection(), Math.abs(difference.amount()));
        cells.add(Cell.difference(name, difference.amount(), protection));
        List<String> earlier = new ArrayList<>(difference.earlier());
        earlier.add(name);
        equations.add(new Equation(difference.later(), earlier));
    }

    private static Map<String, Long> republished(List<Difference> differences, List<Told> told) {
        Map<String, Long> values = new TreeMap<>();
        told.forEach(delivery -> values.putAll(delivery.published()));
        Map<String, Long> republished = new TreeMap<>();
        for (Difference difference : differences) {
            if (difference.isNone()
                    && difference.later().size() == 1
                    && difference.earlier().size() == 1
                    && values.containsKey(difference.earlier().get(0))) {
                republished.put(
                        difference.later().get(0),
                        values.get(difference.earlier().get(0)));
            }
        }
        return republished;
    }

    private static void requireOther(Delivery delivery, Candidate candidate) {
        if (delivery.id().equals(candidate.id())) {
            throw new IllegalArgumentException("Cannot judge delivery " + candidate.id()
                    + ": the ledger has it already (deliver again what it says, or use another id)");
        }
    }

    /** One delivery's part of the system. */
    record Told(List<Named> named, List<Cell> cells, List<Equation> margins, Map<String, Long> published) {
        static Told of(Delivery delivery, MeasureSettings settings) {
            List<DeliveredCell> ofMeasure = delivery.cells().stream()
                    .filter(delivered -> delivered.cell().measure().equals(settings.measure()))
                    .toList();
            Map<String, Long> published = new TreeMap<>();
            ofMeasure.forEach(delivered -> delivered
                    .published()
                    .ifPresent(value -> published.put(delivered.cell().name(delivery.id()), value)));
            return of(
                    delivery.id(),
                    ofMeasure.stream().map(DeliveredCell::cell).toList(),
                    ofMeasure.stream()
                            .map(delivered -> delivered.asEarlier(delivery.id(), settings.floor()))
                            .toList(),
                    published);
        }

        static Told of(Candidate candidate, MeasureSettings settings) {
            List<MeasuredCell> ofMeasure = candidate.cells().stream()
                    .filter(cell -> cell.measure().equals(settings.measure()))
                    .toList();
            List<Cell> cells = ofMeasure.stream()
                    .map(cell -> cell.asNew(candidate.id(), settings.floor()))
                    .toList();
            return of(candidate.id(), ofMeasure, cells, Map.of());
        }

        private static Told of(String id, List<MeasuredCell> measured, List<Cell> cells, Map<String, Long> published) {
            List<Coordinates> coordinates =
                    measured.stream().map(MeasuredCell::coordinates).toList();
            String measure = measured.isEmpty() ? "" : measured.get(0).measure();
            return new Told(
                    measured.stream()
                            .map(cell -> new Named(cell.name(id), cell))
                            .toList(),
                    cells,
                    Margins.equations(coordinates, key -> id + "|" + measure + "|" + key),
                    published);
        }
    }
}
