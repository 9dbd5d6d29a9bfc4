package io.chargelake.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Faults that were put into a world are found, soon, and little else is told: 1,000 connectors here, more by {@link InjectedFaults}. */
class InjectedFaultsTest {
    @Test
    void faultsAreFoundWithinThreeDaysAndLittleElse() {
        InjectedFaults.Found found =
                InjectedFaults.watch(new FaultyWorld(7, 1000, 20, 6, 40, 10, 5), Thresholds.DEFAULT);
        assertThat(found.silentRecall()).isGreaterThanOrEqualTo(0.95);
        assertThat(found.stuckRecall()).isGreaterThanOrEqualTo(0.95);
        assertThat(found.feedRecall()).isEqualTo(1);
        assertThat(found.falseAlarmsPerDay()).isLessThan(0.001);
        assertThat(found.dueToFeeds())
                .as("silences of a feed are not those of its devices")
                .isLessThan(0.001);
    }
}
