package io.chargelake.jobs.dashboard.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargelake.jobs.dashboard.pages.FewVehicles.Cell;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class FewVehiclesTest {
    private static final int LEAST = 11;
    private static final FewVehicles FEW = new FewVehicles(LEAST);

    @Test
    void aBinOfFewHidesAnotherWithIt() {
        assertThat(FEW.hidden(cells("all:40,30,5"))).containsExactlyInAnyOrder("2", "1");
    }

    @Test
    void nothingIsHiddenOfEnoughOrOfNobody() {
        assertThat(FEW.hidden(cells("all:40,0,11"))).isEmpty();
    }

    @Test
    void aSingleBinOfFewIsAllThereIs() {
        assertThat(FEW.hidden(cells("all:5"))).containsExactly("0");
    }

    @Test
    void whatOneTypeHasFewOfIsHiddenOfAllTypes() {
        List<Cell> cells = cells("all:60,60", "car:30,57", "van:30,3");
        assertThat(FEW.hidden(cells)).isEmpty();
        assertThat(FEW.hiddenOfTypes(cells, Set.of("car", "van"))).containsExactlyInAnyOrder("0", "1");
    }

    @Test
    void aTypeIsOpenWhenTheOthersAreNoneOrEnough() {
        assertThat(FEW.openTypes(Map.of("car", 30L, "van", 12L))).containsExactly("car", "van");
        assertThat(FEW.openTypes(Map.of("car", 30L, "van", 12L, "taxi", 3L))).containsExactly("car");
        assertThat(FEW.openTypes(Map.of("car", 33L, "van", 4L, "taxi", 3L))).isEmpty();
        assertThat(FEW.openTypes(Map.of("car", 33L, "van", 6L, "taxi", 6L))).containsExactly("car");
    }

    /** Whoever takes all that is shown off the totals is left with nothing, or with the cells of enough vehicles. */
    @Property(tries = 500)
    void differencesTellOfNoFew(@ForAll("tables") Map<String, List<Integer>> byType) {
        List<Cell> cells = new ArrayList<>();
        Map<String, Long> ofType = new HashMap<>();
        int bins = byType.values().iterator().next().size();
        for (int bin = 0; bin < bins; bin++) {
            long total = 0;
            for (var type : byType.entrySet()) {
                long vehicles = type.getValue().get(bin);
                total += vehicles;
                cells.add(new Cell("" + bin, type.getKey(), vehicles));
                ofType.merge(type.getKey(), vehicles, Math::max);
            }
            cells.add(new Cell("" + bin, FewVehicles.ALL, total));
        }
        Set<String> open = FEW.openTypes(ofType);
        Set<String> hidden = FEW.hidden(cells);
        Set<String> hiddenOfTypes = FEW.hiddenOfTypes(cells, open);
        assertThat(hiddenOfTypes).containsAll(hidden);
        assertNotFew(largestOf(cells, FewVehicles.ALL, hidden), shown(cells, FewVehicles.ALL, hidden));
        for (String type : open) {
            assertNotFew(largestOf(cells, type, hiddenOfTypes), shown(cells, type, hiddenOfTypes));
        }
        for (int bin = 0; bin < bins; bin++) {
            if (!hiddenOfTypes.contains("" + bin)) {
                String at = "" + bin;
                long rest = cells.stream()
                        .filter(cell -> cell.bin().equals(at)
                                && !cell.type().equals(FewVehicles.ALL)
                                && !open.contains(cell.type()))
                        .mapToLong(Cell::vehicles)
                        .sum();
                assertThat(FEW.isFew(rest)).as("all types less the open ones").isFalse();
            }
        }
    }

    /** A row's hidden cells add up to something only if its total is told and others are shown. */
    private static void assertNotFew(long largestHidden, List<Long> shown) {
        assertThat(shown).noneMatch(FEW::isFew);
        if (shown.stream().anyMatch(vehicles -> vehicles > 0)) {
            assertThat(FEW.isFew(largestHidden)).isFalse();
        }
    }

    private static long largestOf(List<Cell> cells, String type, Set<String> hidden) {
        return cells.stream()
                .filter(cell -> cell.type().equals(type) && hidden.contains(cell.bin()))
                .mapToLong(Cell::vehicles)
                .max()
                .orElse(0);
    }

    private static List<Long> shown(List<Cell> cells, String type, Set<String> hidden) {
        return cells.stream()
                .filter(cell -> cell.type().equals(type) && !hidden.contains(cell.bin()))
                .map(Cell::vehicles)
                .toList();
    }

    @Provide
    Arbitrary<Map<String, List<Integer>>> tables() {
        Arbitrary<Integer> vehicles =
                Arbitraries.oneOf(Arbitraries.just(0), Arbitraries.integers().between(0, 40));
        return Arbitraries.integers().between(1, 6).flatMap(bins -> Arbitraries.maps(
                        Arbitraries.of("car", "van", "taxi", "bus"),
                        vehicles.list().ofSize(bins))
                .ofMinSize(1));
    }

    /** {@code type:vehicles of its first bin,of its second...} */
    private static List<Cell> cells(String... types) {
        List<Cell> cells = new ArrayList<>();
        for (String type : types) {
            String name = type.substring(0, type.indexOf(':'));
            String[] vehicles = type.substring(type.indexOf(':') + 1).split(",");
            for (int bin = 0; bin < vehicles.length; bin++) {
                cells.add(
                        new Cell("" + bin, name.equals("all") ? FewVehicles.ALL : name, Long.parseLong(vehicles[bin])));
            }
        }
        return cells;
    }
}
