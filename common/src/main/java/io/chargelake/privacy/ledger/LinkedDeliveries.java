package io.chargelake.privacy.ledger;

import io.chargelake.privacy.ledger.Tables.Named;
import io.chargelake.privacy.sketch.DifferenceSketch;
import io.chargelake.privacy.table.Cell;
import io.chargelake.privacy.table.Coordinates;
import io.chargelake.privacy.table.Equation;
import io.chargelake.privacy.table.Margins;
import io.chargelake.privacy.table.PublishedSystem;
import io.chargelake.privacy.table.SuppressionPlan;
import io.chargelake.privacy.table.UnprotectableException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
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
 */
public final class LinkedDeliveries {
    private final MeasureSettings settings;
    private final List<Told> told;
    private final List<Difference> differences;
    private final List<Cell> cells = new ArrayList<>();
    private final List<Equation> equations = new ArrayList<>();
    private final List<Equation> links = new ArrayList<>();
    private final Map<String, DifferenceSketch> sketches = new HashMap<>();
    private final Map<String, Long> republished;

    private LinkedDeliveries(
            MeasureSettings settings, List<Told> told, List<Difference> differences, Map<String, Long> republished) {
        this.settings = settings;
        this.told = List.copyOf(told);
        this.differences = List.copyOf(differences);
        this.republished = Map.copyOf(republished);
        for (Told delivery : told) {
            cells.addAll(delivery.cells());
            equations.addAll(delivery.margins());
            delivery.named()
                    .forEach(named -> sketches.put(named.name(), named.cell().sketch()));
        }
    }

    /**
     * Links a delivery with those before it.
     *
     * @param earlier all of the ledger, in order; those of other populations are left aside
     */
    public static LinkedDeliveries of(Candidate candidate, List<PastDelivery> earlier, MeasureSettings settings) {
        List<Told> told = new ArrayList<>();
        for (PastDelivery delivery : earlier) {
            if (delivery.population().equals(candidate.population())) {
                requireOther(delivery, candidate);
                told.add(Told.of(delivery, settings));
            }
        }
        told.add(Told.of(candidate, settings));
        return linked(told, settings);
    }

    /** Of the new delivery from earlier ones, where they are none or disclosing. */
    public List<Difference> differences() {
        return differences;
    }

    /** Of the new delivery, of the earlier ones linked with it, and the differences. */
    public List<Cell> cells() {
        return Collections.unmodifiableList(cells);
    }

    public List<Equation> equations() {
        return Collections.unmodifiableList(equations);
    }

    /**
     * What a cell of the new delivery, by its key, was published as before and must be again: another rounding would
     * narrow it down.
     */
    public Map<String, Long> republished() {
        return republished;
    }

    public PublishedSystem system() {
        return PublishedSystem.of(cells, equations);
    }

    /**
     * What of the new delivery is published: no unsafe cell can be worked out, nor a sum of suppressed cells that tells
     * of few contributors. Audited.
     *
     * @throws UnprotectableException if that can't be had: nothing may be delivered
     */
    public SuppressionPlan plan() {
        return SafePlan.of(this);
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
        SortedSet<Integer> reached = Links.of(told, differences).reachedFromLast();
        List<Difference> ofLast = differences.get(told.size() - 1);
        LinkedDeliveries linked = new LinkedDeliveries(
                settings, reached.stream().map(told::get).toList(), ofLast, republished(ofLast, told));
        reached.forEach(i -> differences.get(i).forEach(linked::state));
        return linked;
    }

    private void state(Difference difference) {
        List<String> earlier = new ArrayList<>(difference.earlier());
        if (!difference.isNone()) {
            String name = "difference " + cells.size();
            long protection = Math.max(settings.leastProtection(), Math.abs(difference.amount()));
            cells.add(Cell.difference(name, difference.amount(), protection));
            sketches.put(name, sum(difference.later()).minus(sum(difference.earlier())));
            earlier.add(name);
        }
        Equation equation = new Equation(difference.later(), earlier);
        equations.add(equation);
        links.add(equation);
    }

    private DifferenceSketch sum(List<String> names) {
        return names.stream().map(sketches::get).reduce(DifferenceSketch.EMPTY, DifferenceSketch::plus);
    }

    MeasureSettings settings() {
        return settings;
    }

    List<Told> told() {
        return told;
    }

    /** The equations between deliveries, not those within one. */
    List<Equation> links() {
        return links;
    }

    DifferenceSketch sketch(String name) {
        return sketches.get(name);
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

    private static void requireOther(PastDelivery delivery, Candidate candidate) {
        if (delivery.id().equals(candidate.id())) {
            throw new IllegalArgumentException("Cannot judge delivery " + candidate.id()
                    + ": the ledger has it already (deliver again what it says, or use another id)");
        }
    }

    /** One delivery's part of the system. */
    record Told(String id, List<Named> named, List<Cell> cells, List<Equation> margins, Map<String, Long> published) {
        /** Of the cell that stands there, if there is one, in the measure of another. */
        String name(MeasuredCell cell, Coordinates at) {
            return MeasuredCell.name(id, cell.measure(), at);
        }

        static Told of(PastDelivery delivery, MeasureSettings settings) {
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
                    id,
                    measured.stream()
                            .map(cell -> new Named(cell.name(id), cell))
                            .toList(),
                    cells,
                    Margins.equations(coordinates, key -> id + "|" + measure + "|" + key),
                    published);
        }
    }
}
