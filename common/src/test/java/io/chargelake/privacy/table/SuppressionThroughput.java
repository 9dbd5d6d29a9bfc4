package io.chargelake.privacy.table;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * Measures suppression and audit on one core, for tables of about 100,000 cells: zones by hours, zones by hours and
 * weekdays. Not a test: run main from the test class path, with the number of vehicles, then the sizes.
 */
final class SuppressionThroughput {
    private SuppressionThroughput() {}

    public static void main(String[] args) {
        int[] numbers = Arrays.stream(args).mapToInt(Integer::parseInt).toArray();
        measure(numbers[0], Arrays.copyOfRange(numbers, 1, numbers.length));
    }

    private static void measure(int vehicles, int... sizes) {
        World world = World.evenBox(new Random(1), vehicles, sizes);
        List<Cell> cells = world.asCells();
        List<Equation> equations = world.equations();
        long begun = System.nanoTime();
        PublishedSystem system = PublishedSystem.of(cells, equations);
        long built = System.nanoTime();
        SuppressionPlan plan = Suppressor.plan(system);
        long planned = System.nanoTime();
        List<Breach> breaches = new Audit(system).breaches(plan);
        long audited = System.nanoTime();
        Map<SuppressionPlan.State, Long> states = plan.cells().stream()
                .collect(Collectors.groupingBy(SuppressionPlan.PlannedCell::state, Collectors.counting()));
        System.out.printf(
                "%d cells, %d equations: %s, %.2f %% of the finest value; built in %.1f s, planned in %.1f s, audited in %.1f s, breaches %s%n",
                cells.size(),
                equations.size(),
                states,
                suppressedShare(world, plan, sizes.length),
                (built - begun) / 1e9,
                (planned - built) / 1e9,
                (audited - planned) / 1e9,
                breaches.stream().collect(Collectors.groupingBy(Breach::reason, Collectors.counting())));
    }

    private static double suppressedShare(World world, SuppressionPlan plan, int dimensions) {
        Set<String> suppressed = new HashSet<>(plan.suppressed());
        ToLongFunction<Coordinates> value = cell -> world.cells().get(cell).total();
        List<Coordinates> finest = world.cells().keySet().stream()
                .filter(cell -> cell.dimensions().size() == dimensions)
                .toList();
        double hidden = finest.stream()
                .filter(cell -> suppressed.contains(cell.key()))
                .mapToLong(value)
                .sum();
        return 100 * hidden / finest.stream().mapToLong(value).sum();
    }
}
