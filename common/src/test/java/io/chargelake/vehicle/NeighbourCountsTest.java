package io.chargelake.vehicle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NeighbourCountsTest {
    private final NeighbourCounts counts = new NeighbourCounts();

    @Test
    void recordsThatTouchAreFine() {
        counts.drive(new Span(0, 10), 80, 70, 1000, 1020);
        counts.charge(new Span(10, 20), 70, 90);
        counts.drive(new Span(20, 30), 88, 80, 1019, 1030);
        assertCounts(0, 0, 0, 0);
    }

    @Test
    void oneThatBeginsBeforeAnyOfItsKindEndedOverlaps() {
        counts.charge(new Span(0, 100), 50, 60);
        counts.charge(new Span(10, 20), 60, 60);
        counts.charge(new Span(99, 120), 60, 60); // the one before ended, the first did not
        assertCounts(2, 0, 0, 0);
    }

    @Test
    void drivesAndChargesExcludeEachOther() {
        counts.charge(new Span(0, 100), 50, 60);
        counts.drive(new Span(50, 60), 60, 58, 10, 12);
        counts.charge(new Span(100, 110), 58, 60);
        assertCounts(0, 1, 0, 0);
    }

    @Test
    void socAndOdometerGoOnWhereTheyEnded() {
        counts.drive(new Span(0, 10), 80, 70, 1000, 1020);
        counts.charge(new Span(20, 30), 75.1, 90);
        counts.drive(new Span(40, 50), 95, 80, 1018.9, 1030); // 5 points more are no jump
        assertCounts(0, 0, 1, 1);
    }

    @Test
    void whatIsNotToldContradictsNothing() {
        counts.drive(new Span(0, 10), 80, Double.NaN, 1000, 1020);
        counts.drive(new Span(20, 30), 10, 90, Double.NaN, Double.NaN);
        counts.drive(new Span(40, 50), Double.NaN, 80, 900, 910); // behind the last odometer that was told
        assertCounts(0, 0, 0, 1);
    }

    @Test
    void vehiclesKnowNothingOfEachOther() {
        counts.drive(new Span(0, 100), 80, 10, 1000, 1020);
        counts.nextVehicle();
        counts.drive(new Span(50, 60), 80, 70, 5, 15);
        assertCounts(0, 0, 0, 0);
    }

    @Test
    void countsAddUp() {
        counts.charge(new Span(0, 10), 50, 60);
        counts.charge(new Span(5, 20), 90, 95);
        NeighbourCounts sum = counts.plus(counts);
        assertThat(sum.overlaps()).isEqualTo(2);
        assertThat(sum.socJumps()).isEqualTo(2);
    }

    private void assertCounts(long overlaps, long drivesDuringCharges, long socJumps, long odometersBehind) {
        assertThat(counts.overlaps()).as("overlaps").isEqualTo(overlaps);
        assertThat(counts.drivesDuringCharges()).as("drives during charges").isEqualTo(drivesDuringCharges);
        assertThat(counts.socJumps()).as("SOC jumps").isEqualTo(socJumps);
        assertThat(counts.odometersBehind()).as("odometers behind").isEqualTo(odometersBehind);
    }
}
