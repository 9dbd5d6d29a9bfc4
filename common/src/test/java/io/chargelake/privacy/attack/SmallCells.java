package io.chargelake.privacy.attack;

import io.chargelake.privacy.cell.CellMakeup;
import io.chargelake.privacy.cell.CellRules;
import io.chargelake.privacy.cell.CellSettings;
import io.chargelake.privacy.cell.Contributions;
import io.chargelake.privacy.cell.ContributorKind;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.LongStream;

/**
 * Looks for published cells of ten vehicles or fewer, and for such in which the second largest contributor, who takes its
 * own part off, knows the largest's to within ten percent.
 *
 * @param isPublished the defence
 */
record SmallCells(Predicate<CellMakeup> isPublished, int cells) implements Attack {
    private static final CellRules RULES = new CellRules(CellSettings.DEFAULTS);

    static boolean isSafe(CellMakeup makeup) {
        return RULES.judgeSum(makeup).isSafe();
    }

    /** The mutant. */
    static boolean always(CellMakeup makeup) {
        return true;
    }

    @Override
    public AttackResult run() {
        Random random = new Random(13);
        long succeeded = 0;
        for (int i = 0; i < cells; i++) {
            long[] values = LongStream.range(0, 1 + random.nextInt(25))
                    .map(vehicle -> random.nextInt(6) == 0 ? random.nextInt(1_000_000) : random.nextInt(20_000))
                    .sorted()
                    .toArray();
            Contributions all =
                    LongStream.of(values).mapToObj(Contributions::of).reduce(Contributions.NONE, Contributions::plus);
            boolean isTold = isPublished.test(CellMakeup.of(ContributorKind.VEHICLE, all));
            succeeded += isTold && (values.length <= 10 || isLargestKnown(values)) ? 1 : 0;
        }
        return new AttackResult("small and dominated cells", cells, succeeded, 0);
    }

    private static boolean isLargestKnown(long[] sorted) {
        long largest = sorted[sorted.length - 1];
        long guessed = LongStream.of(sorted).sum() - sorted[sorted.length - 2];
        return 10 * (guessed - largest) < largest;
    }
}
