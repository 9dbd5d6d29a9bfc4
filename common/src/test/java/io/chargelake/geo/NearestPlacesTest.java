package io.chargelake.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class NearestPlacesTest {

    @Property(tries = 300)
    void isWhatLookingAtAllFinds(@ForAll @IntRange(min = 1, max = 200) int size, @ForAll long seed) {
        Random random = new Random(seed);
        // on a coarse grid places coincide, and many are equally far
        double grid = random.nextBoolean() ? 10 : 1e-6;
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            places.add(place(random, grid));
        }
        NearestPlaces tree = new NearestPlaces(places);
        Place asked = place(random, grid);
        double least = places.stream().mapToDouble(asked::distance_km).min().orElseThrow();
        assertThat(places.get(tree.nearest(asked).orElseThrow()).distance_km(asked))
                .isCloseTo(least, org.assertj.core.data.Offset.offset(1e-6));
        double km = random.nextDouble() * 5_000 + 0.001;
        assertThat(tree.within(asked, km))
                .containsExactly(IntStream.range(0, size)
                        .filter(i -> places.get(i).distance_km(asked) <= km)
                        .toArray());
    }

    private static Place place(Random random, double grid) {
        return new Place(
                Math.rint((random.nextDouble() * 180 - 90) / grid) * grid,
                Math.rint((random.nextDouble() * 360 - 180) / grid) * grid);
    }

    @Test
    void theDateLineAndThePolesAreNoEdges() {
        NearestPlaces tree = new NearestPlaces(List.of(new Place(0, 170), new Place(0, -179.9), new Place(89.9, 0)));
        assertThat(tree.nearest(new Place(0, 179.9))).hasValue(1);
        assertThat(tree.nearest(new Place(89.9, 180))).hasValue(2);
        assertThat(new NearestPlaces(List.of()).nearest(new Place(0, 0))).isEmpty();
    }

    @Test
    void distancesAreThoseOfTheEarth() {
        Place berlin = new Place(52.5200, 13.4050);
        assertThat(berlin.distance_km(new Place(48.1372, 11.5755))).isBetween(503.0, 506.0);
        assertThat(berlin.distance_km(berlin)).isZero();
    }

    @Test
    void cellsAreThoseOfH3() {
        long cell = Cells.of(new Place(52.52, 13.40), 8);
        assertThat(Cells.text(cell)).isEqualTo("881f1d4895fffff");
        assertThat(Cells.parse("881f1d4895fffff")).contains(cell);
        assertThat(Cells.resolution(cell)).isEqualTo(8);
        assertThat(Cells.of(Cells.centre(cell), 8)).isEqualTo(cell);
        assertThat(Cells.parent(cell, 7)).isEqualTo(Cells.of(new Place(52.52, 13.40), 7));
        assertThat(Cells.corners(cell)).hasSize(6);
        assertThat(Cells.parse("no cell")).isEmpty();
        assertThat(Cells.parse("ffff")).isEmpty();
    }
}
