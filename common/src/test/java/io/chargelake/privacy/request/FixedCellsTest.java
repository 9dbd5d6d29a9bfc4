package io.chargelake.privacy.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class FixedCellsTest {
    private static final Period MARCH = new Period(LocalDate.of(2025, 3, 1), LocalDate.of(2025, 4, 1));

    @Test
    void eachListedValueHasEachTimeOfThePeriod() {
        assertThat(cells("vehicle_type|hour", MARCH, "vehicle_type in [van, car, van]"))
                .hasSize(48)
                .startsWith(List.of("car", "0"), List.of("van", "0"), List.of("car", "1"))
                .endsWith(List.of("van", "23"));
    }

    @Test
    void timesAreThoseThatThereAre() {
        assertThat(cells("month|weekday", new Period(LocalDate.of(2025, 3, 29), LocalDate.of(2025, 4, 2)), ""))
                .containsExactly(
                        List.of("2025-03", "6"),
                        List.of("2025-03", "7"),
                        List.of("2025-03", "1"),
                        List.of("2025-04", "2"));
        assertThat(cells("day|hour|year", MARCH, "")).hasSize(31 * 24).contains(List.of("2025-03-30", "2", "2025"));
    }

    @Test
    void withoutDimensionsThereIsOneCell() {
        assertThat(cells("", MARCH, "")).containsExactly(List.of());
    }

    @Test
    void noCellIsThereTwice() {
        List<List<String>> cells = cells("city|weekday|month", MARCH, "city in [a, b]");
        assertThat(new HashSet<>(cells)).hasSize(cells.size()).hasSize(2 * 7);
    }

    @Test
    void aColumnWithoutAListHasNoCells() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cells("city", MARCH, ""))
                .withMessageContaining("city");
    }

    private static List<List<String>> cells(String dimensions, Period period, String filters) {
        return FixedCells.of(Asked.usual()
                .dimensions(dimensions)
                .filters(filters)
                .of("charge_session", period, Asked.TERMS)
                .question());
    }
}
