package io.chargelake.energy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class AdmissionTest {
    private static final Horizon DAY = Cases.DAY;

    /** What a line of a file may hold. */
    private record Line(String id, double battery, int fromHour, int toHour, double soc) {
        long arrivalS() {
            return DAY.startS() + fromHour * 3_600L;
        }

        long departureS() {
            return DAY.startS() + toHour * 3_600L;
        }

        Stay stay() {
            return new Stay(
                    new Vehicle(id, battery, 11, 0, false),
                    "s",
                    arrivalS(),
                    departureS(),
                    soc,
                    0.8,
                    new Charger(ChargerClass.AC, 11),
                    Phase.ONE);
        }
    }

    private static Admission of(List<Line> lines) {
        Admission admission = new Admission(DAY);
        lines.forEach(line -> admission.add(line.id(), line.arrivalS(), line.departureS(), line::stay));
        return admission;
    }

    @Test
    void aBadStayIsListedWithItsReasonAndTheRestStays() {
        Admission admission = of(List.of(
                new Line("good", 50, 8, 16, 0.5),
                new Line("nan", 50, 8, 16, Double.NaN),
                new Line("battery", Double.NaN, 8, 16, 0.5),
                new Line("backwards", 50, 16, 8, 0.5),
                new Line("late", 50, 20, 30, 0.5),
                new Line(" ", 50, 8, 16, 0.5),
                new Line(null, 50, 8, 16, 0.5),
                new Line("full", 50, 8, 16, 1.2),
                new Line("Zoë 🚗", 50, 8, 8, 0.5)));
        assertThat(admission.admitted()).extracting(stay -> stay.vehicle().id()).containsExactly("Zoë 🚗", "good");
        assertThat(admission.refused()).hasSize(7);
        assertThat(admission.refused())
                .anySatisfy(refusal -> assertThat(refusal.reason()).contains("SOC at arrival is NaN"))
                .anySatisfy(refusal -> assertThat(refusal.reason()).contains("battery in kWh is NaN"))
                .anySatisfy(refusal -> assertThat(refusal.reason()).contains("is before the arrival"))
                .anySatisfy(refusal -> assertThat(refusal.reason()).contains("not wholly within the horizon"))
                .anySatisfy(refusal ->
                        assertThat(refusal.reason()).contains("SOC at arrival is 1.2, allowed is from 0 to 1"))
                .anySatisfy(refusal -> assertThat(refusal.reason()).contains("id is missing"));
    }

    @Test
    void ofStaysOfOneVehicleThatOverlapTheFirstIsKept() {
        Admission admission = of(List.of(
                new Line("a", 50, 10, 12, 0.5),
                new Line("a", 50, 8, 11, 0.5),
                new Line("a", 50, 8, 11, 0.5),
                new Line("a", 50, 11, 12, 0.5),
                new Line("b", 50, 8, 12, 0.5)));
        assertThat(admission.admitted()).hasSize(3);
        assertThat(admission.refused()).hasSize(2).allSatisfy(refusal -> assertThat(refusal.reason())
                .contains("overlaps another of the same vehicle"));
    }

    @Property(tries = 100)
    void theOrderOfLinesDoesNotMatter(@ForAll Random random) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            int from = random.nextInt(23);
            lines.add(new Line("v" + random.nextInt(4), 50, from, from + random.nextInt(4), random.nextInt(13) / 10.0));
        }
        List<Line> shuffled = new ArrayList<>(lines);
        Collections.shuffle(shuffled, random);
        Admission one = of(lines);
        Admission other = of(shuffled);
        assertThat(other.admitted()).isEqualTo(one.admitted());
        assertThat(other.refused()).isEqualTo(one.refused());
    }
}
