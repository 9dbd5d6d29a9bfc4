package io.chargelake.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceWatchTest {
    /** A hundred devices, of which each has one session in four hours, and the same in each hour of the week. */
    private static final Demand EVEN = demand(new Demand.Use(250, 1000));

    @Test
    void aSilenceIsToldWhenItIsOneInTenThousand() {
        var watch = new DeviceWatch(EVEN, Thresholds.DEFAULT);
        int t = 0;
        for (; t < 1000; t++) {
            watch.add(seen(t, 3600, 0, t % 4 == 0 ? 1 : 0));
        }
        for (; t < 1100; t++) {
            watch.add(seen(t, 3600, 0, 0));
        }
        List<Episode> told = watch.episodes();
        assertThat(told).hasSize(1);
        Episode silence = told.get(0);
        assertThat(silence.kind()).isEqualTo(Episode.Kind.SILENT);
        assertThat(silence.since()).isEqualTo(997);
        // exp(-37/4) is the first below 1e-4
        assertThat(silence.noticed() - silence.since()).isBetween(36L, 38L);
        assertThat(silence.until()).isEmpty();
        assertThat(silence.lostSessions()).isCloseTo(103 / 4.0, within(0.5));
    }

    @Test
    void whatIsOutOfServiceOrUnseenIsNotSilent() {
        var watch = new DeviceWatch(EVEN, Thresholds.DEFAULT);
        for (int t = 0; t < 2000; t++) {
            watch.add(seen(t, t < 1000 ? 3600 : 0, 0, t < 1000 && t % 4 == 0 ? 1 : 0));
        }
        assertThat(watch.episodes()).isEmpty();
    }

    @Test
    void aSilenceThatEndsIsToldWithItsEndAndNotLearntFrom() {
        var watch = new DeviceWatch(EVEN, Thresholds.DEFAULT);
        for (int t = 0; t < 2000; t++) {
            boolean isSilent = t >= 1000 && t < 1500;
            watch.add(seen(t, 3600, 0, !isSilent && t % 4 == 0 ? 1 : 0));
        }
        assertThat(watch.sessionsADay()).isCloseTo(6, within(0.1));
        List<Episode> told = watch.episodes();
        assertThat(told).hasSize(1);
        assertThat(told.get(0).until()).hasValue(1500);
    }

    @Test
    void littleHistoryMakesForLittleAlarm() {
        Demand unlike = Demand.of(flat(), List.of(new Demand.Use(10, 1000), new Demand.Use(490, 1000)));
        assertThat(unlike.silenceScore(0, 0, 40)).isLessThan(unlike.silenceScore(250, 1000, 40) / 3);
        assertThat(EVEN.silenceScore(0, 0, 40)).isCloseTo(EVEN.silenceScore(250, 1000, 40), within(0.2));
    }

    @Test
    void aSessionWithoutEndIsStuckAndOneOfADayIsNot() {
        var watch = new DeviceWatch(EVEN, Thresholds.DEFAULT);
        for (int t = 0; t < 200; t++) {
            boolean isLong = t >= 10 && t < 34;
            boolean isStuck = t >= 50 && t < 120;
            watch.add(isLong || isStuck ? seen(t, 0, 3600, 0) : seen(t, 3600, 0, t % 4 == 0 ? 1 : 0));
        }
        List<Episode> told = watch.episodes();
        assertThat(told).hasSize(1);
        assertThat(told.get(0).kind()).isEqualTo(Episode.Kind.STUCK_OCCUPIED);
        assertThat(told.get(0).since()).isEqualTo(50);
        assertThat(told.get(0).noticed()).isEqualTo(50 + 48 - 1);
        assertThat(told.get(0).until()).hasValue(120);
    }

    @Test
    void manySessionsInADayAreFlapping() {
        var watch = new DeviceWatch(EVEN, Thresholds.DEFAULT);
        for (int t = 0; t < 500; t++) {
            watch.add(seen(t, 1800, 1800, t >= 300 && t < 312 ? 4 : t % 4 == 0 ? 1 : 0));
        }
        List<Episode> told = watch.episodes();
        assertThat(told).hasSize(1);
        assertThat(told.get(0).kind()).isEqualTo(Episode.Kind.FLAPPING);
        assertThat(told.get(0).since()).isBetween(300L, 312L);
    }

    @ParameterizedTest
    @CsvSource({"1, 0.5, 0.4051", "10, 2, 4.3328", "30, 5, 13.550", "3, 5, 0", "0, 5, 0"})
    void tailsOfPoisson(int count, double mean, double score) {
        assertThat(PoissonTail.score(count, mean)).isCloseTo(score, within(0.05));
    }

    @Test
    void theShapeOfTheWeekIsWhatSessionsSay() {
        long[] sessions = new long[Demand.WEEK];
        double[] hours = new double[Demand.WEEK];
        Arrays.fill(hours, 1000);
        for (int w = 0; w < Demand.WEEK; w++) {
            sessions[w] = w % 24 < 12 ? 0 : 200;
        }
        double[] shape = Demand.shape(sessions, hours);
        assertThat(shape[30]).isBetween(0.01, 0.05);
        assertThat(shape[40]).isCloseTo(2, within(0.05));
        assertThat(Demand.shape(new long[Demand.WEEK], new double[Demand.WEEK])).containsOnly(1);
    }

    @Test
    void hoursComeInOrder() {
        var watch = new DeviceWatch(EVEN, Thresholds.DEFAULT);
        watch.add(seen(5, 3600, 0, 0));
        assertThatThrownBy(() -> watch.add(seen(5, 3600, 0, 0))).hasMessageContaining("in order of time");
    }

    @Test
    void aCommonSilenceIsOfTheFeedUnlessOneAloneExplainsIt() {
        assertThat(group(10, 1, 0.1)).hasSize(1);
        assertThat(group(10, 1, 0.95)).isEmpty();
        assertThat(group(2, 1, 0.5)).isEmpty();
    }

    /** Thirty hours of silence in the midst of a hundred. */
    private static List<Episode> group(int devices, double expected, double busiest) {
        var watch = new GroupWatch(8);
        for (int t = 0; t < 100; t++) {
            watch.add(new GroupWatch.Hour(t, devices, expected, busiest, t >= 40 && t < 70 ? 0 : 1, 3600));
        }
        return watch.episodes();
    }

    private static HourSeen seen(int t, int available, int occupied, int sessions) {
        return new HourSeen(t, t % Demand.WEEK, available, occupied, 0, sessions);
    }

    private static Demand demand(Demand.Use use) {
        return Demand.of(flat(), Collections.nCopies(100, use));
    }

    private static double[] flat() {
        double[] shape = new double[Demand.WEEK];
        Arrays.fill(shape, 1);
        return shape;
    }
}
