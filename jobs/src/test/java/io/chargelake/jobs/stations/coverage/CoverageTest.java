package io.chargelake.jobs.stations.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargelake.geo.Cells;
import io.chargelake.geo.Place;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CoverageTest {

    @Test
    void ringsOfCellsAreClosedCounterclockwiseAndLongitudeFirst() throws Exception {
        GeoJson map = new GeoJson();
        long cell = Cells.of(new Place(52.52, 13.40), 8);
        map.polygon(cell, Map.of("rank", 1));
        var ring = new com.fasterxml.jackson.databind.ObjectMapper()
                .readTree(map.text())
                .at("/features/0/geometry/coordinates/0");
        assertThat(ring).hasSize(7);
        assertThat(ring.get(0)).isEqualTo(ring.get(6));
        double area = 0;
        for (int i = 0; i < 6; i++) {
            assertThat(ring.get(i).get(0).asDouble()).isBetween(13.3, 13.5);
            area += ring.get(i).get(0).asDouble() * ring.get(i + 1).get(1).asDouble()
                    - ring.get(i + 1).get(0).asDouble() * ring.get(i).get(1).asDouble();
        }
        assertThat(area).isPositive();
    }

    @Test
    void aCellAcrossTheDateLineDoesNotRunAroundTheEarth() throws Exception {
        GeoJson map = new GeoJson();
        map.polygon(Cells.of(new Place(0, 179.9999), 5), Map.of());
        var ring = new com.fasterxml.jackson.databind.ObjectMapper()
                .readTree(map.text())
                .at("/features/0/geometry/coordinates/0");
        double least = Double.MAX_VALUE;
        double most = -Double.MAX_VALUE;
        for (var position : ring) {
            least = Math.min(least, position.get(0).asDouble());
            most = Math.max(most, position.get(0).asDouble());
        }
        assertThat(most - least).isLessThan(1);
    }
}
