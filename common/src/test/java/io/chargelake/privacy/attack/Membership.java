package io.chargelake.privacy.attack;

import io.chargelake.privacy.cell.CellMakeup;
import io.chargelake.privacy.cell.CellRules;
import io.chargelake.privacy.cell.CellSettings;
import io.chargelake.privacy.cell.Contributions;
import io.chargelake.privacy.cell.ContributorKind;
import io.chargelake.privacy.noise.KeyedRounding;
import io.chargelake.privacy.sketch.DifferenceSketch;
import io.chargelake.privacy.sketch.Syndromes;
import java.nio.ByteBuffer;
import java.util.OptionalLong;
import java.util.Random;

/**
 * Tells whether a vehicle is in a cell. Whoever attacks knows the vehicle's value, how many others the cell usually has,
 * how values are distributed and the rules, and scores what there is of a cell by how much likelier it is with the vehicle
 * than without; that a cell is not published is scored too. How many others there were that time nobody is told. Pairs of a
 * cell with the vehicle and one without are counted by which scores higher: the share is the area under the curve, half
 * being a guess. Pairs of which nothing is published are left out.
 *
 * @param defence what is published of a cell, if anything
 */
record Membership(Defence defence, int pairs) implements Attack {
    private static final int[] USUAL_VEHICLES = {2, 4, 7, 15, 25, 40, 80, 150};
    private static final int LEAST = 11;
    private static final double MEAN = 20_000;
    private static final double DEVIATION = 10_000;
    private static final long BASE = 10_000;
    private static final CellRules RULES = new CellRules(CellSettings.DEFAULTS);

    /** What a recipient sees of a cell. */
    interface Defence {
        OptionalLong published(Contributions contributions, DifferenceSketch sketch, byte[] key);
    }

    static OptionalLong safeAndRounded(Contributions contributions, DifferenceSketch sketch, byte[] key) {
        return RULES.judgeSum(CellMakeup.of(ContributorKind.VEHICLE, contributions))
                        .isSafe()
                ? OptionalLong.of(new KeyedRounding(key, BASE).round("energy", sketch, contributions.total()))
                : OptionalLong.empty();
    }

    /** The mutant. */
    static OptionalLong asItIs(Contributions contributions, DifferenceSketch sketch, byte[] key) {
        return OptionalLong.of(contributions.total());
    }

    @Override
    public AttackResult run() {
        Random random = new Random(15);
        long won = 0;
        long tried = 0;
        for (int i = 0; i < pairs; i++) {
            int usual = USUAL_VEHICLES[i % USUAL_VEHICLES.length];
            long target = value(random);
            OptionalLong with = seen(usual, target, random);
            OptionalLong without = seen(usual, 0, random);
            if (with.isPresent() || without.isPresent()) {
                tried += 2;
                won += 1 + (long) Math.signum(score(with, usual, target) - score(without, usual, target));
            }
        }
        return new AttackResult("membership inference", tried, won, 0.55);
    }

    private OptionalLong seen(int usual, long given, Random random) {
        Contributions contributions = Contributions.of(given);
        DifferenceSketch sketch = DifferenceSketch.of(1, given);
        int others = poisson(usual, random);
        for (int i = 0; i < others; i++) {
            long value = value(random);
            contributions = contributions.plus(Contributions.of(value));
            sketch = sketch.plus(DifferenceSketch.of(Syndromes.contributor(random.nextLong()), value));
        }
        byte[] key = ByteBuffer.allocate(16).putLong(random.nextLong()).array();
        return defence.published(contributions, sketch, key);
    }

    /** The logarithm of the likelihood ratio; sums are taken as normal. */
    private static double score(OptionalLong seen, int usual, long target) {
        if (seen.isEmpty()) {
            return Math.log(atMost(LEAST - 2, usual) / atMost(LEAST - 1, usual));
        }
        double middle = usual * MEAN + target / 2.0;
        return target * (seen.getAsLong() - middle) / (usual * (MEAN * MEAN + DEVIATION * DEVIATION));
    }

    /** How likely so many others or fewer are. */
    private static double atMost(int others, double usual) {
        double term = Math.exp(-usual);
        double sum = term;
        for (int i = 1; i <= others; i++) {
            term *= usual / i;
            sum += term;
        }
        return sum;
    }

    /** Counts how often chances multiply before they fall below exp(-mean). */
    private static int poisson(int mean, Random random) {
        double least = Math.exp(-mean);
        int count = 0;
        for (double product = random.nextDouble(); product > least; product *= random.nextDouble()) {
            count++;
        }
        return count;
    }

    private static long value(Random random) {
        return Math.max(1, Math.round(MEAN + DEVIATION * random.nextGaussian()));
    }
}
