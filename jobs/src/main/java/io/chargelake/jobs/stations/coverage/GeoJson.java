package io.chargelake.jobs.stations.coverage;

import io.chargelake.geo.Cells;
import io.chargelake.geo.Place;
import io.chargelake.jobs.lake.Run;
import io.chargelake.jobs.lake.Storage;
import io.chargelake.jobs.lake.StorageErrors;
import io.chargelake.text.JsonText;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Cells and places as maps read them (RFC 7946): longitude before latitude, rings closed and counterclockwise. */
final class GeoJson {
    private static final int DEGREE_DIGITS = 6;
    private static final double HALF_WAY_ROUND = 180;

    private final List<Map<String, Object>> features = new ArrayList<>();

    void polygon(long cell, Map<String, Object> properties) {
        List<List<BigDecimal>> ring = new ArrayList<>();
        List<Place> corners = Cells.corners(cell);
        double first = corners.get(0).longitude();
        corners.forEach(corner -> ring.add(position(unwrapped(corner, first))));
        ring.add(ring.get(0));
        feature("Polygon", List.of(ring), properties);
    }

    void point(Place place, Map<String, Object> properties) {
        feature("Point", position(place), properties);
    }

    /** A cell across the date line goes on beyond 180 degrees: its ring must not run around the earth. */
    private static Place unwrapped(Place corner, double first) {
        double off = corner.longitude() - first;
        double turn = off > HALF_WAY_ROUND ? -360 : off < -HALF_WAY_ROUND ? 360 : 0;
        return new Place(corner.latitude(), corner.longitude() + turn);
    }

    private static List<BigDecimal> position(Place place) {
        return List.of(rounded(place.longitude(), DEGREE_DIGITS), rounded(place.latitude(), DEGREE_DIGITS));
    }

    static BigDecimal rounded(double value, int digits) {
        return BigDecimal.valueOf(value)
                .setScale(digits, RoundingMode.HALF_EVEN)
                .stripTrailingZeros();
    }

    private void feature(String type, Object coordinates, Map<String, Object> properties) {
        var geometry = new LinkedHashMap<String, Object>();
        geometry.put("type", type);
        geometry.put("coordinates", coordinates);
        var feature = new LinkedHashMap<String, Object>();
        feature.put("type", "Feature");
        feature.put("geometry", geometry);
        feature.put("properties", properties);
        features.add(feature);
    }

    void write(Run run, String output) {
        URI file = Storage.uri(output);
        try {
            Storage.of(run.spark(), file).writeText(file, text());
            run.noteOutput(Storage.plain(file), "geojson", features.size());
        } catch (IOException e) {
            throw StorageErrors.explain(e, file);
        }
    }

    String text() {
        var collection = new LinkedHashMap<String, Object>();
        collection.put("type", "FeatureCollection");
        collection.put("features", features);
        return JsonText.compact(collection) + "\n";
    }
}
