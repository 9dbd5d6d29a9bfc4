package io.chargelake.geo;

import com.uber.h3core.H3Core;
import com.uber.h3core.util.LatLng;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** The cells of the H3 grid: nearly equal hexagons, in 16 resolutions, each with an id that other tools know. */
public final class Cells {
    public static final int FINEST = 15;
    private static final H3Core H3 = open();

    private static H3Core open() {
        try {
            return H3Core.newInstance();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot load the H3 library for this machine", e);
        }
    }

    public static long of(Place place, int resolution) {
        return H3.latLngToCell(place.latitude(), place.longitude(), resolution);
    }

    /** The cell of a text such as 871fb4662ffffff; empty where it is none. */
    public static Optional<Long> parse(String text) {
        try {
            long cell = H3.stringToH3(text.strip());
            return H3.isValidCell(cell) ? Optional.of(cell) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    public static String text(long cell) {
        return H3.h3ToString(cell);
    }

    public static int resolution(long cell) {
        return H3.getResolution(cell);
    }

    /** The cell of a coarser resolution that holds this one. */
    public static long parent(long cell, int resolution) {
        return H3.cellToParent(cell, resolution);
    }

    public static Place centre(long cell) {
        return place(H3.cellToLatLng(cell));
    }

    /** Its corners, counterclockwise, without the first once more. */
    public static List<Place> corners(long cell) {
        return H3.cellToBoundary(cell).stream().map(Cells::place).toList();
    }

    private static Place place(LatLng point) {
        return new Place(point.lat, point.lng);
    }

    private Cells() {}
}
