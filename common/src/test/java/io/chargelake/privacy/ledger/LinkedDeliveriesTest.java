package io.chargelake.privacy.ledger;

import static io.chargelake.privacy.ledger.Town.cells;
import static io.chargelake.privacy.ledger.Town.charges;
import static io.chargelake.privacy.ledger.Town.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.chargelake.privacy.ledger.Town.Charge;
import io.chargelake.privacy.sketch.DifferenceSketch;
import io.chargelake.privacy.table.Coordinates;
import io.chargelake.privacy.table.SuppressionPlan;
import io.chargelake.privacy.table.SuppressionPlan.PlannedCell;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LinkedDeliveriesTest {
    private static final MeasureSettings ENERGY = new MeasureSettings("energy", 0, 10);

    @Test
    void theSameAgainIsPublishedAsBefore() {
        List<Charge> charges = charges("a", "1", 0, 20);
        PastDelivery first = delivered("first", cells(charges, "zone,hour", "zone", ""));
        LinkedDeliveries linked =
                LinkedDeliveries.of(candidate(cells(charges, "zone,hour", "zone", "")), List.of(first), ENERGY);
        assertThat(linked.disclosing()).isEmpty();
        assertThat(linked.republished())
                .containsOnly(
                        Map.entry("new|energy|hour=1,zone=a", 201L),
                        Map.entry("new|energy|zone=a", 201L),
                        Map.entry("new|energy|", 201L));
        assertThat(published(linked)).contains("new|energy|hour=1,zone=a", "new|energy|zone=a", "new|energy|");
    }

    @Property(tries = 100)
    void aGroupIsNamedWhereOneToTenVehiclesCameAndNowhereElse(
            @ForAll @IntRange(max = 14) int added, @ForAll Random random) {
        List<Charge> before = new ArrayList<>(charges("a", "1", 0, 20));
        before.addAll(charges("b", "1", 100, 20));
        List<Charge> after = new ArrayList<>(before);
        after.addAll(charges("a", "1", 200 + random.nextInt(99), added));
        LinkedDeliveries linked = LinkedDeliveries.of(
                candidate(cells(after, "zone,hour", "zone")),
                List.of(delivered("first", cells(before, "zone,hour", "zone"))),
                ENERGY);
        if (added == 0 || added > 10) {
            assertThat(linked.disclosing()).isEmpty();
        } else {
            assertThat(linked.disclosing())
                    .extracting(difference -> difference.group().key(), Difference::support)
                    .containsExactly(
                            tuple("", added),
                            tuple("hour=1", added),
                            tuple("hour=1,zone=a", added),
                            tuple("zone=a", added));
        }
    }

    /** The zone's sum is known from before; the hours must not tell what came to it. */
    @Test
    void aFinerDeliveryIsComparedAtTheEarlierCells() {
        List<Charge> before = charges("a", "1", 0, 20);
        List<Charge> after = with(before, charges("a", "2", 50, 4));
        LinkedDeliveries linked = LinkedDeliveries.of(
                candidate(cells(after, "zone,hour")), List.of(delivered("first", cells(before, "zone"))), ENERGY);
        assertThat(linked.disclosing())
                .extracting(Difference::later, Difference::earlier, Difference::support)
                .contains(tuple(
                        List.of("new|energy|hour=1,zone=a", "new|energy|hour=2,zone=a"),
                        List.of("first|energy|zone=a"),
                        4));
    }

    @Test
    void aCoarserDeliveryIsComparedAtItsOwnCells() {
        List<Charge> before = with(charges("a", "1", 0, 20), charges("a", "2", 30, 20));
        LinkedDeliveries linked = LinkedDeliveries.of(
                candidate(cells(with(before, charges("a", "2", 60, 3)), "zone")),
                List.of(delivered("first", cells(before, "zone,hour"))),
                ENERGY);
        assertThat(linked.disclosing())
                .extracting(Difference::later, Difference::earlier, Difference::support)
                .contains(tuple(
                        List.of("new|energy|zone=a"),
                        List.of("first|energy|hour=1,zone=a", "first|energy|hour=2,zone=a"),
                        3));
    }

    /** Each day differs from the month by many; all days together by one vehicle. */
    @Test
    void aMonthIsComparedWithAllItsDays() {
        List<Charge> one = charges("a", "1", 0, 20);
        List<Charge> two = charges("a", "2", 30, 20);
        LinkedDeliveries linked = LinkedDeliveries.of(
                candidate(cells(with(with(one, two), charges("a", "2", 60, 1)), "zone")),
                List.of(
                        delivered("d1", cells(one, "zone,hour", "zone")),
                        delivered("d2", cells(two, "zone,hour", "zone"))),
                ENERGY);
        assertThat(linked.disclosing())
                .extracting(Difference::earlier, Difference::support)
                .contains(tuple(List.of("d1|energy|hour=1,zone=a", "d2|energy|hour=2,zone=a"), 1));
    }

    @Test
    void disjointFiltersTellNothingTogether() {
        LinkedDeliveries linked = LinkedDeliveries.of(
                candidate(cells(charges("a", "1", 0, 20), "zone,hour", "zone")),
                List.of(delivered("first", cells(charges("b", "2", 50, 20), "zone,hour", "zone"))),
                ENERGY);
        assertThat(linked.differences()).isEmpty();
        assertThat(linked.cells()).hasSize(2);
    }

    /** A vehicle and its twin in another hour: each cell differs by 11 and more, the zone by one vehicle. */
    @Test
    void contributorsWhoMoveAreSeenInTheSumAbove() {
        List<Charge> stay = charges("a", "1", 0, 20);
        List<Charge> before = with(stay, charges("a", "1", 50, 11));
        List<Charge> after = with(with(stay, charges("a", "2", 50, 11)), charges("a", "2", 90, 1));
        LinkedDeliveries linked = LinkedDeliveries.of(
                candidate(cells(after, "zone,hour")), List.of(delivered("first", cells(before, "zone,hour"))), ENERGY);
        assertThat(linked.disclosing())
                .extracting(difference -> difference.group().key(), Difference::support)
                .containsExactly(tuple("", 1), tuple("zone=a", 1));
    }

    @Test
    void anotherPopulationIsNotCompared() {
        List<Charge> charges = charges("a", "1", 0, 20);
        PastDelivery other = new PastDelivery(
                "buses",
                "partner",
                "first",
                "hash",
                0,
                delivered("first", cells(charges, "zone")).cells());
        assertThat(LinkedDeliveries.of(candidate(cells(charges, "zone")), List.of(other), ENERGY)
                        .differences())
                .isEmpty();
    }

    /** What a recipient could take off each other is not to be had from the plan. */
    @Property(tries = 60)
    void aPlanOfACorrectedDeliveryDisclosesNoDifference(
            @ForAll @IntRange(min = 1, max = 10) int added, @ForAll Random random) {
        List<Charge> before = Town.random(random);
        List<Charge> after = with(before, charges("z" + random.nextInt(4), "" + random.nextInt(4), 5_000, added));
        PastDelivery first = first(before);
        LinkedDeliveries linked = LinkedDeliveries.of(candidate(Town.allCells(after)), List.of(first), ENERGY);
        Set<String> published = published(linked);
        assertThat(linked.disclosing()).isNotEmpty();
        for (Difference difference : linked.disclosing()) {
            boolean isTold = published.containsAll(difference.later()) && published.containsAll(difference.earlier());
            assertThat(isTold).as("%s", difference).isFalse();
        }
    }

    /** Otherwise the law above would hold because nothing is published. */
    @Test
    void aCorrectionOfOneCellHidesAFewCellsOnly() {
        List<Charge> before = Town.random(new Random(3));
        List<Charge> after = with(before, charges("z1", "1", 5_000, 2));
        PastDelivery first = first(before);
        LinkedDeliveries linked = LinkedDeliveries.of(candidate(Town.allCells(after)), List.of(first), ENERGY);
        assertThat(published(linked).stream().filter(key -> key.startsWith("new|")))
                .hasSizeGreaterThan(15);
    }

    @Test
    void whatCannotBeLinkedIsRefused() {
        List<MeasuredCell> cells = cells(charges("a", "1", 0, 20), "zone");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LinkedDeliveries.of(candidate(cells), List.of(delivered("new", cells)), ENERGY))
                .withMessageContaining("the ledger has it already");
        assertThatIllegalArgumentException().isThrownBy(() -> new MeasureSettings("energy", 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Candidate("cars", "a|b", cells));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PastDelivery("cars", "partner", "id", "hash", -1, List.of()));
        MeasuredCell unsafe = new MeasuredCell(Coordinates.TOTAL, "energy", DifferenceSketch.EMPTY, 3, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DeliveredCell(unsafe, OptionalLong.of(3)))
                .withMessageContaining("it is unsafe and published");
        assertThat(new DeliveredCell(unsafe, OptionalLong.empty()).published()).isEmpty();
    }

    /** As if nothing had to be suppressed; what was published is one more than the total. */
    private static PastDelivery delivered(String id, List<MeasuredCell> cells) {
        return new PastDelivery(
                "cars",
                "partner",
                id,
                "hash",
                0,
                cells.stream()
                        .map(cell -> new DeliveredCell(
                                cell, cell.protection() > 0 ? OptionalLong.empty() : OptionalLong.of(cell.total() + 1)))
                        .toList());
    }

    private static Set<String> published(LinkedDeliveries linked) {
        return linked.plan().cells().stream()
                .filter(planned -> planned.state() == SuppressionPlan.State.PUBLISHED)
                .map(PlannedCell::cell)
                .map(cell -> cell.key())
                .collect(Collectors.toSet());
    }

    private static Candidate candidate(List<MeasuredCell> cells) {
        return Town.candidate("new", cells);
    }

    private static PastDelivery first(List<Charge> charges) {
        Candidate candidate = Town.candidate("first", Town.allCells(charges));
        return Town.delivered(candidate, published(LinkedDeliveries.of(candidate, List.of(), ENERGY)));
    }
}
