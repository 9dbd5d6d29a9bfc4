package io.chargelake.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BoostingTest {
    private static final Boosting.Settings SETTINGS = new Boosting.Settings(200, 0.1, 8, 5, 1, 1, 0, 1);
    private static final int ROWS = 2_000;

    /** Two features that only matter together, and one that does not. */
    private final float[][] features = new float[3][ROWS];

    private final double[] target = new double[ROWS];
    private final double[] weights = new double[ROWS];

    BoostingTest() {
        var random = new SplittableRandom(3);
        for (int i = 0; i < ROWS; i++) {
            for (float[] feature : features) {
                feature[i] = (float) random.nextDouble();
            }
            target[i] = (features[0][i] > 0.5) != (features[1][i] > 0.5) ? 10 : 2;
            weights[i] = 1;
        }
    }

    @Test
    void learnsWhatFeaturesSayTogether() {
        TreeEnsemble trees = Boosting.train(features, target, weights, new Loss.Squared(), SETTINGS);
        assertThat(trees.predict(new float[] {0.9f, 0.1f, 0.5f})).isCloseTo(10, within(0.1));
        assertThat(trees.predict(new float[] {0.1f, 0.2f, 0.5f})).isCloseTo(2, within(0.1));
    }

    @Test
    void aQuantileHasItsShareBelowIt() {
        var random = new SplittableRandom(5);
        double[] noisy = Arrays.stream(target)
                .map(t -> t + random.nextDouble() * random.nextDouble() * 4)
                .toArray();
        for (double share : new double[] {0.1, 0.5, 0.9}) {
            TreeEnsemble trees = Boosting.train(features, noisy, weights, new Loss.Quantile(share), SETTINGS);
            long below = 0;
            for (int i = 0; i < ROWS; i++) {
                below += noisy[i] <= trees.predict(row(i)) ? 1 : 0;
            }
            assertThat((double) below / ROWS).isCloseTo(share, within(0.06));
        }
    }

    @Test
    void theMedianIsNotMovedByAFewEnormousValues() {
        double[] spoilt = target.clone();
        for (int i = 0; i < ROWS; i += 20) {
            spoilt[i] = 1e6;
        }
        TreeEnsemble trees = Boosting.train(features, spoilt, weights, new Loss.Quantile(0.5), SETTINGS);
        assertThat(trees.predict(new float[] {0.9f, 0.1f, 0.5f})).isCloseTo(10, within(1.0));
    }

    @Test
    void aRowOfGreaterWeightCountsMore() {
        double[] heavy = weights.clone();
        for (int i = 0; i < ROWS; i++) {
            heavy[i] = target[i] == 10 ? 9 : 1;
        }
        var stump = new Boosting.Settings(1, 1, 2, ROWS, 1, 1, 0, 1);
        double plain = Boosting.train(features, target, weights, new Loss.Squared(), stump)
                .predict(row(0));
        double weighed = Boosting.train(features, target, heavy, new Loss.Squared(), stump)
                .predict(row(0));
        assertThat(plain).isCloseTo(6, within(0.5));
        assertThat(weighed).isCloseTo(9.2, within(0.2));
    }

    @Test
    void whatIsMissingGoesLeftInTrainingAndAfterwards() {
        float[] holes = features[0].clone();
        double[] truth = new double[ROWS];
        for (int i = 0; i < ROWS; i++) {
            holes[i] = i % 3 == 0 ? Float.NaN : 1 + holes[i];
            truth[i] = i % 3 == 0 ? -7 : 7;
        }
        TreeEnsemble trees = Boosting.train(new float[][] {holes}, truth, weights, new Loss.Squared(), SETTINGS);
        assertThat(trees.predict(new float[] {Float.NaN})).isLessThan(7);
        assertThat(trees.predict(new float[] {1.5f})).isCloseTo(7, within(0.1));
    }

    @Test
    void theSameSeedGrowsTheSameTrees() {
        var drawn = new Boosting.Settings(20, 0.1, 8, 5, 0.5, 0.5, 1, 1);
        double[] once = predicted(drawn);
        assertThat(predicted(drawn)).isEqualTo(once);
        assertThat(predicted(drawn.withSeed(2))).isNotEqualTo(once);
    }

    @Test
    void aConstantTargetIsForecastAsItIs() {
        double[] constant = new double[ROWS];
        Arrays.fill(constant, 4.25);
        TreeEnsemble trees = Boosting.train(features, constant, weights, new Loss.Quantile(0.5), SETTINGS);
        assertThat(trees.predict(row(3))).isEqualTo(4.25);
    }

    @Test
    void unsoundSettingsAreRefused() {
        assertThatThrownBy(() -> new Boosting.Settings(0, 0.1, 8, 5, 1, 1, 0, 1))
                .hasMessageContaining("Cannot boost: 0 trees");
        assertThatThrownBy(() -> new Boosting.Settings(1, 0.1, 8, 5, 1.5, 1, 0, 1))
                .hasMessageContaining("1.5 of the rows");
        assertThatThrownBy(() -> new Loss.Quantile(1)).hasMessageContaining("quantile 1.0");
    }

    private double[] predicted(Boosting.Settings settings) {
        TreeEnsemble trees = Boosting.train(features, target, weights, new Loss.Squared(), settings);
        double[] predicted = new double[ROWS];
        for (int i = 0; i < ROWS; i++) {
            predicted[i] = trees.predict(row(i));
        }
        return predicted;
    }

    private float[] row(int i) {
        return new float[] {features[0][i], features[1][i], features[2][i]};
    }
}
