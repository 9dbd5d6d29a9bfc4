package io.chargelake.jobs.generate.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusWorldTest {

    private static final LocalDate FROM = LocalDate.of(2025, 1, 1);

    @ParameterizedTest
    @CsvSource({
        "0, 10, 10, 600, 0.01, --from and --to",
        "1, 0, 10, 600, 0.01, --points",
        "1, 10, 9, 600, 0.01, --connectors",
        "1, 10, 10, 700, 0.01, --poll-interval",
        "1, 10, 10, 30, 0.01, --poll-interval",
        "1, 10, 10, 600, -0.1, --damage",
        "1, 10, 10, 600, 1.1, --damage",
        "1, 10, 10, 600, NaN, --damage"
    })
    void whatCannotBeGeneratedIsRefusedWithItsOption(
            int days, int points, int connectors, int intervalS, double damage, String option) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StatusWorld(1, FROM, FROM.plusDays(days), points, connectors, intervalS, damage))
                .withMessageStartingWith("Cannot generate statuses: ")
                .withMessageContaining(option);
    }

    @Test
    void aHundredTimesTheNetworkIsCutIntoFilesOfAtMostThreeMillionRows() {
        StatusWorld world = new StatusWorld(1, FROM, FROM.plusDays(1), 242_300, 280_600, 600, 0.01);

        var slices = PollTask.of(world).stream().map(PollTask.class::cast).toList();

        Network network = new Network(world);
        int next = 0;
        for (PollTask slice : slices) {
            assertThat(slice.fromPoint()).isEqualTo(next);
            assertThat(new DeviceSlice(network, slice.fromPoint(), slice.toPoint()).size() * 144)
                    .isLessThan(3_000_000);
            next = slice.toPoint();
        }
        assertThat(next).isEqualTo(world.points());
    }
}
