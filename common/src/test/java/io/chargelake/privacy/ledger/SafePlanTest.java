package io.chargelake.privacy.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chargelake.privacy.sketch.DifferenceSketch;
import io.chargelake.privacy.table.Cell;
import io.chargelake.privacy.table.Coordinates;
import io.chargelake.privacy.table.SuppressionPlan;
import io.chargelake.privacy.table.SuppressionPlan.State;
import io.chargelake.privacy.table.Suppressor;
import io.chargelake.privacy.table.UnprotectableException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Test;

class SafePlanTest {
    private static final MeasureSettings ENERGY = new MeasureSettings("energy", 0, 10);
    private static final MeasureSettings SIGNED = new MeasureSettings("energy", Cell.NO_FLOOR, 10);

    @Provide
    Arbitrary<Crowd> flat() {
        return Arbitraries.randomValue(Crowd::flat);
    }

    @Provide
    Arbitrary<Crowd> deep() {
        return Arbitraries.randomValue(Crowd::deep);
    }

    @Property(tries = 150, shrinking = ShrinkingMode.OFF)
    void noMarginLessItsPublishedCellsIsOfFewInATable(@ForAll("flat") Crowd crowd) {
        assertThat(crowd.rests("new", published(linked(crowd).plan()))).noneMatch(Crowd.Rest::isOfFew);
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void norInATableOfThreeDimensions(@ForAll("deep") Crowd crowd) {
        assertThat(crowd.rests("new", published(linked(crowd).plan()))).noneMatch(Crowd.Rest::isOfFew);
    }

    /** Shows that the laws above need the defence: bounds of each cell alone do not do. */
    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void boundsOfEachCellAloneLeaveSumsOfFew(@ForAll("flat") Crowd crowd) {
        SuppressionPlan plan = Suppressor.plan(linked(crowd).system());
        boolean isOfFew = crowd.rests("new", published(plan)).stream().anyMatch(Crowd.Rest::isOfFew);
        Statistics.label("of few").collect(isOfFew).coverage(coverage -> coverage.check(true)
                .percentage(share -> share > 15));
    }

    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void thePlanDoesNotDependOnTheOrderOfCells(@ForAll("flat") Crowd crowd, @ForAll Random random) {
        List<MeasuredCell> shuffled = new ArrayList<>(crowd.candidate("new").cells());
        Collections.shuffle(shuffled, random);
        LinkedDeliveries other = LinkedDeliveries.of(new Candidate("cars", "new", shuffled), List.of(), ENERGY);
        assertThat(other.plan().cells()).isEqualTo(linked(crowd).plan().cells());
    }

    /** Each of the two could have all 14, so bounds are wide; but each owner knows its own part. */
    @Test
    void whoOwnsOneOfTwoCellsCannotTakeItOffTheirSum() {
        MeasuredCell a = cell("a", 1, 1, 7, 7);
        MeasuredCell b = cell("b", 2, 1, 7, 7);
        MeasuredCell c = cell("c", 10, 12, 7, 0);
        MeasuredCell d = cell("d", 30, 20, 7, 0);
        LinkedDeliveries linked = linked(ENERGY, a, b, c, d, sum(a, b, c, d));
        assertThat(Suppressor.plan(linked.system()).suppressed()).containsExactly(name("new", a), name("new", b));
        assertThat(published(linked.plan())).containsExactlyInAnyOrder("new|energy|", name("new", d));
        assertThat(linked.plan().cells())
                .filteredOn(planned -> planned.cell().key().equals(name("new", c)))
                .extracting(SuppressionPlan.PlannedCell::reason)
                .containsExactly("protects sum of [new|energy|zone=a, new|energy|zone=b] less []");
    }

    /** Without a floor any cell is room enough for bounds, b too; but a is most of what b leaves. */
    @Test
    void signedCellsThatOneDominatesTogetherAreProtected() {
        MeasuredCell a = cell("a", 1, 12, 5, 50);
        MeasuredCell b = cell("b", 20, 12, 1, 0);
        MeasuredCell c = cell("c", 40, 12, 10, 0);
        MeasuredCell d = cell("d", 60, 12, 20, 0);
        LinkedDeliveries linked = linked(SIGNED, a, b, c, d, sum(a, b, c, d));
        assertThat(Suppressor.plan(linked.system()).suppressed()).containsExactly(name("new", a), name("new", b));
        assertThat(published(linked.plan())).containsExactlyInAnyOrder("new|energy|", name("new", d));
    }

    /** The zone is told now, and what was told of its hours before leaves two vehicles. */
    @Test
    void aSumOfAnEarlierDeliverysCellsIsProtected() {
        List<MeasuredCell> hours = List.of(
                cell(Map.of("zone", "a", "hour", "1"), 1, 1, 7, 7),
                cell(Map.of("zone", "a", "hour", "2"), 2, 1, 7, 7),
                cell(Map.of("zone", "a", "hour", "3"), 10, 12, 7, 0));
        MeasuredCell zone = new MeasuredCell(
                Coordinates.of(Map.of("zone", "a")),
                "energy",
                sum(hours.toArray(MeasuredCell[]::new)).sketch(),
                98,
                0);
        PastDelivery before =
                Town.delivered(new Candidate("cars", "first", hours), Set.of("first|energy|hour=3,zone=a"));
        LinkedDeliveries linked =
                LinkedDeliveries.of(new Candidate("cars", "new", List.of(zone)), List.of(before), ENERGY);
        assertThat(published(Suppressor.plan(linked.system()))).contains("new|energy|zone=a");
        assertThat(published(linked.plan())).doesNotContain("new|energy|zone=a");
    }

    /** Delivered before such sums were looked at. */
    @Test
    void aSumOfFewThatIsKnownAlreadyIsNotToldAgain() {
        MeasuredCell a = cell("a", 1, 1, 7, 7);
        MeasuredCell b = cell("b", 2, 1, 7, 7);
        MeasuredCell c = cell("c", 10, 12, 7, 0);
        List<MeasuredCell> cells = List.of(a, b, c, sum(a, b, c));
        PastDelivery before =
                Town.delivered(new Candidate("cars", "first", cells), Set.of(name("first", c), "first|energy|"));
        LinkedDeliveries again = LinkedDeliveries.of(new Candidate("cars", "new", cells), List.of(before), ENERGY);
        assertThatThrownBy(again::plan)
                .isInstanceOf(UnprotectableException.class)
                .hasMessageStartingWith("Cannot protect cell sum of [new|energy|zone=a, new|energy|zone=b] less []: ");
        LinkedDeliveries other =
                LinkedDeliveries.of(new Candidate("cars", "new", List.of(sum(a, b, c))), List.of(before), ENERGY);
        assertThat(published(other.plan())).contains("new|energy|");
    }

    @Test
    void aSumOfNothingIsNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> SuppressedSum.of(List.of(), List.of()));
        assertThat(SuppressedSum.of(List.of(), List.of("b", "a")))
                .isEqualTo(SuppressedSum.of(List.of("a", "b"), List.of()));
    }

    private static LinkedDeliveries linked(Crowd crowd) {
        return LinkedDeliveries.of(crowd.candidate("new"), List.of(), ENERGY);
    }

    private static LinkedDeliveries linked(MeasureSettings settings, MeasuredCell... cells) {
        return LinkedDeliveries.of(new Candidate("cars", "new", List.of(cells)), List.of(), settings);
    }

    /** So many vehicles, each with the same value. */
    private static MeasuredCell cell(String zone, int firstVehicle, int count, long value, long protection) {
        return cell(Map.of("zone", zone), firstVehicle, count, value, protection);
    }

    private static MeasuredCell cell(Map<String, String> at, int firstVehicle, int count, long value, long protection) {
        DifferenceSketch sketch = IntStream.range(firstVehicle, firstVehicle + count)
                .mapToObj(vehicle -> DifferenceSketch.of(vehicle, value))
                .reduce(DifferenceSketch.EMPTY, DifferenceSketch::plus);
        return new MeasuredCell(Coordinates.of(at), "energy", sketch, count * value, protection);
    }

    private static MeasuredCell sum(MeasuredCell... cells) {
        return new MeasuredCell(
                Coordinates.TOTAL,
                "energy",
                Stream.of(cells).map(MeasuredCell::sketch).reduce(DifferenceSketch.EMPTY, DifferenceSketch::plus),
                Stream.of(cells).mapToLong(MeasuredCell::total).sum(),
                0);
    }

    private static String name(String delivery, MeasuredCell cell) {
        return cell.name(delivery);
    }

    private static Set<String> published(SuppressionPlan plan) {
        return plan.cells().stream()
                .filter(planned -> planned.state() == State.PUBLISHED)
                .map(planned -> planned.cell().key())
                .collect(Collectors.toSet());
    }
}
