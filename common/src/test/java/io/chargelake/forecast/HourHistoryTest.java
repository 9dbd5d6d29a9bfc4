package io.chargelake.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;

class HourHistoryTest {
    private static final double EXACT = 1e-7;

    private record Seen(long hour, double share, double out, int sessions) {}

    /** Told anew of each hour, from all hours there were: gaps of hours and weeks, hours that nobody observed. */
    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void tellsWhatAllHoursBeforeTell(@ForAll Random random) {
        var history = new HourHistory();
        List<Seen> before = new ArrayList<>();
        long hour = random.nextInt(1_000);
        for (int i = 0; i < 700; i++) {
            history.at(hour);
            assertToldOf(history, before, hour);
            if (random.nextInt(20) > 0) {
                boolean isKnown = random.nextInt(8) > 0;
                Seen seen = new Seen(
                        hour,
                        isKnown ? random.nextInt(5) / 4.0 : Double.NaN,
                        isKnown ? random.nextDouble() : Double.NaN,
                        random.nextInt(4));
                history.over((int) (hour % 168), (int) (hour % 48), seen.share, seen.out, seen.sessions);
                before.add(seen);
            }
            hour += random.nextInt(30) > 0 ? 1 : 1 + random.nextInt(random.nextBoolean() ? 30 : 900);
        }
    }

    private static void assertToldOf(HourHistory history, List<Seen> before, long hour) {
        for (int lag : new int[] {1, 2, 24, 168, 335, 336}) {
            double known = before.stream()
                    .filter(seen -> seen.hour == hour - lag)
                    .mapToDouble(Seen::share)
                    .findAny()
                    .orElse(Double.NaN);
            assertThat(Double.valueOf(history.lag(lag))).as("lag of %d h", lag).isEqualTo(Double.valueOf(known));
        }
        assertStretch(history.day(), last(before, hour, 24));
        assertStretch(history.week(), last(before, hour, 168));
        List<Seen> alike =
                before.stream().filter(seen -> seen.hour % 168 == hour % 168).toList();
        assertSame(history.ofWeekHour((int) (hour % 168)).value(), mean(alike, Seen::share));
        assertThat(history.ofWeekHour((int) (hour % 168)).count()).isEqualTo(known(alike));
        assertSame(
                history.ofDayKindHour((int) (hour % 48)).value(),
                mean(before.stream().filter(seen -> seen.hour % 48 == hour % 48).toList(), Seen::share));
        assertSame(history.before().value(), mean(before, Seen::share));
    }

    private static List<Seen> last(List<Seen> before, long hour, int hours) {
        return before.stream().filter(seen -> seen.hour >= hour - hours).toList();
    }

    private static void assertStretch(HourHistory.Stretch stretch, List<Seen> of) {
        double mean = mean(of, Seen::share);
        assertSame(stretch.mean(), mean);
        assertSame(stretch.meanOutOfService(), mean(of, Seen::out));
        assertThat(stretch.sessions())
                .isEqualTo(of.stream().mapToLong(Seen::sessions).sum());
        double variance = mean(of, seen -> (seen.share - mean) * (seen.share - mean));
        assertSame(stretch.spread(), Math.sqrt(variance));
    }

    private static long known(List<Seen> of) {
        return of.stream().filter(seen -> !Double.isNaN(seen.share)).count();
    }

    private static double mean(List<Seen> of, ToDoubleFunction<Seen> value) {
        return of.stream()
                .filter(seen -> !Double.isNaN(seen.share))
                .mapToDouble(value)
                .average()
                .orElse(Double.NaN);
    }

    private static void assertSame(double actual, double expected) {
        if (Double.isNaN(expected)) {
            assertThat(actual).isNaN();
        } else {
            assertThat(actual).isCloseTo(expected, within(EXACT));
        }
    }

    @Test
    void whatIsForgottenLeavesNothing() {
        var used = new HourHistory();
        for (int hour = 0; hour < 500; hour++) {
            used.at(hour);
            used.over(hour % 168, hour % 48, 0.5, 0, 1);
        }
        used.forget();
        used.at(100);
        assertThat(used.day().mean()).isNaN();
        assertThat(used.week().sessions()).isZero();
        assertThat(used.before().count()).isZero();
        assertThat(used.lag(1)).isNaN();
    }

    @Test
    void aConstantHasNoSpread() {
        var history = new HourHistory();
        for (int hour = 0; hour < 300; hour++) {
            history.at(hour);
            history.over(hour % 168, hour % 48, 1.0 / 3, 0, 0);
        }
        history.at(300);
        assertThat(history.week().spread()).isCloseTo(0, within(1e-7));
    }

    @Test
    void timeDoesNotGoBackAndAnHourEndsOnce() {
        var history = new HourHistory();
        history.at(10);
        history.over(0, 0, 1, 0, 0);
        assertThatIllegalStateException().isThrownBy(() -> history.over(0, 0, 1, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> history.at(9));
        Arrays.asList(0, 337)
                .forEach(lag -> assertThatIllegalArgumentException().isThrownBy(() -> history.lag(lag)));
    }
}
