package io.chargelake.jobs.generate.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class StatusMatrixTest {

    private static final long DAY = LocalDate.of(2025, 3, 4).toEpochDay();
    private static final int CHARGING = DeviceStatus.CHARGING.code();

    @Property(tries = 50)
    void aDeviceSaysTheSameInEverySlice(@ForAll long seed, @ForAll @IntRange(max = 29) int point) {
        Network network = new Network(world(seed, 30, 43));
        DeviceSlice all = new DeviceSlice(network, 0, 30);
        DeviceSlice one = new DeviceSlice(network, point, point + 1);

        StatusMatrix ofAll = matrix(all, DAY);
        StatusMatrix ofOne = matrix(one, DAY);

        for (int device = 0; device < one.size(); device++) {
            for (int slot = 0; slot < 144; slot++) {
                assertThat(ofOne.cell(device, slot)).isEqualTo(ofAll.cell(all.indexOfPoint(point) + device, slot));
            }
        }
    }

    /** Of so many points that chance can't hide the law: most charges last longer than a slot. */
    @Property(tries = 20)
    void aChargeGoesOnAtMidnightUnlessItEndsThere(@ForAll long seed) {
        Network network = new Network(world(seed, 1_000, 1_000));
        DeviceSlice slice = new DeviceSlice(network, 0, 1_000);

        StatusMatrix evening = matrix(slice, DAY);
        StatusMatrix morning = matrix(slice, DAY + 1);

        int before = 0;
        int after = 0;
        for (int device = 0; device < slice.size(); device++) {
            if (evening.cell(device, 143) == CHARGING) {
                before++;
                after += morning.cell(device, 0) == CHARGING ? 1 : 0;
            }
        }
        assertThat(after).isGreaterThanOrEqualTo(before / 2);
    }

    @Test
    void aFifthToAQuarterOfThePointsIsCharging() {
        StatusMatrix matrix = matrix(new DeviceSlice(new Network(world(1, 2_000, 2_300)), 0, 2_000), DAY);

        long charging = 0;
        for (int device = 0; device < 4_300; device++) {
            for (int slot = 0; slot < 144; slot++) {
                charging += (matrix.cell(device, slot) & StatusMatrix.STATUS_MASK) == CHARGING ? 1 : 0;
            }
        }
        assertThat(charging / (4_300.0 * 144)).isCloseTo(0.24, within(0.04));
    }

    @Test
    void idsAreUniqueInEveryNetwork() {
        for (int points : new int[] {1, 89_999, 90_001}) {
            DeviceSlice slice = new DeviceSlice(new Network(world(3, points, points)), 0, points);
            String[] numbers = Arrays.stream(slice.ids())
                    .map(id -> id.replaceFirst("DE\\*CC\\d\\*", ""))
                    .toArray(String[]::new);
            assertThat(Arrays.stream(numbers).distinct().count()).isEqualTo(2L * points);
        }
    }

    private static StatusWorld world(long seed, int points, int connectors) {
        LocalDate day = LocalDate.ofEpochDay(DAY);
        return new StatusWorld(seed, day, day.plusDays(1), points, connectors, 600, 0);
    }

    private static StatusMatrix matrix(DeviceSlice slice, long day) {
        StatusWorld any = world(0, 1, 1);
        return new StatusMatrix(slice, new PollTimes(any, slice.network.seeds, day), day);
    }
}
