package io.chargelake.privacy.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PublishedSystemTest {
    private static final List<Cell> CELLS = List.of(Cell.open("a", 5), Cell.open("b", 7), Cell.open("sum", 12));

    @Test
    void equationsThatDoNotHoldAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PublishedSystem.of(CELLS, List.of(Equation.margin("sum", List.of("a")))))
                .withMessage("Cannot build system: [sum] is 12 and not the 5 of 1 cells on the other side");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PublishedSystem.of(CELLS, List.of(Equation.margin("sum", List.of("a", "c")))))
                .withMessageContaining("unknown cell c");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PublishedSystem.of(List.of(CELLS.get(0), CELLS.get(0)), List.of()))
                .withMessageContaining("two cells have the key a");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Equation(List.of("a"), List.of("b", "a")))
                .withMessageContaining("a cell stands in it twice");
    }

    @Test
    void cellsThatCannotBeAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Cell.open("a", -1));
        assertThatIllegalArgumentException().isThrownBy(() -> Cell.unsafe("a", 1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Cell("a", 1, 0, Fate.OPEN, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Cell("a", 1, 0, Fate.OPEN, 0, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> Cell.open("a", 1L << 58));
    }

    /** A table of zones and hours with all its margins, of which the corner b2 has no contributors. */
    @Test
    void marginsAreTheSumsOfTheNextFinerTables() {
        List<Coordinates> cells = Stream.of(
                        Map.of("zone", "a", "hour", "1"),
                        Map.of("zone", "a", "hour", "2"),
                        Map.of("zone", "b", "hour", "1"),
                        Map.of("zone", "a"),
                        Map.of("zone", "b"),
                        Map.of("hour", "1"),
                        Map.of("hour", "2"),
                        Map.<String, String>of())
                .map(Coordinates::of)
                .toList();
        assertThat(Margins.equations(cells, UnaryOperator.identity()))
                .containsExactlyInAnyOrder(
                        Equation.margin("zone=a", List.of("hour=1,zone=a", "hour=2,zone=a")),
                        Equation.margin("zone=b", List.of("hour=1,zone=b")),
                        Equation.margin("hour=1", List.of("hour=1,zone=a", "hour=1,zone=b")),
                        Equation.margin("hour=2", List.of("hour=2,zone=a")),
                        Equation.margin("", List.of("zone=a", "zone=b")),
                        Equation.margin("", List.of("hour=1", "hour=2")));
    }

    @Test
    void withoutTheTablesBetweenTheTotalIsTheSumOfTheFinest() {
        List<Coordinates> cells = List.of(Coordinates.of(Map.of("zone", "a", "hour", "1")), Coordinates.TOTAL);
        assertThat(Margins.equations(cells, key -> "d1|" + key))
                .containsExactly(Equation.margin("d1|", List.of("d1|hour=1,zone=a")));
    }

    @Test
    void coordinatesWithSeparatorsInThemStayApart() {
        assertThat(Coordinates.of(Map.of("a", "1,b=2")).key())
                .isNotEqualTo(Coordinates.of(Map.of("a", "1", "b", "2")).key());
        assertThat(Coordinates.of(Map.of("a", "1\\", "b", "2")).key())
                .isNotEqualTo(Coordinates.of(Map.of("a", "1\\,b=2")).key());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Coordinates.TOTAL.onto(List.of("zone")))
                .withMessageStartingWith("Cannot sum cell");
    }
}
