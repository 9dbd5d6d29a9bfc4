package io.chargelake.jobs.collect.api;

import io.chargelake.jobs.lake.UserError;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A part of the world that the ChargeCloud API is asked for. */
public record Place(String name, Optional<Area> area) {

    /** A circle. */
    public record Area(double latitude, double longitude, int radius_m) {
        public Area {
            if (!(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180) || radius_m < 1 || radius_m > 500_000) {
                throw new IllegalArgumentException(
                        "latitude -90 to 90, longitude -180 to 180 and a radius of 1 to 500000 metres are allowed");
            }
        }
    }

    public static Place city(String name) {
        return new Place(name.strip(), Optional.empty());
    }

    /** Lines {@code city} or {@code name;latitude;longitude;radius in metres}; empty ones and those that begin with # say nothing. */
    public static List<Place> read(Path file, String text) {
        List<String> lines = text.lines().map(String::strip).toList();
        return java.util.stream.IntStream.range(0, lines.size())
                .filter(i -> !lines.get(i).isEmpty() && !lines.get(i).startsWith("#"))
                .mapToObj(i -> parse(file + " line " + (i + 1), lines.get(i)))
                .toList();
    }

    private static Place parse(String where, String line) {
        String[] cells = line.split(";", -1);
        if (cells.length == 1) {
            return city(line);
        }
        try {
            if (cells.length != 4 || cells[0].isBlank()) {
                throw new IllegalArgumentException("four fields are expected");
            }
            return new Place(
                    cells[0].strip(),
                    Optional.of(new Area(
                            Double.parseDouble(cells[1].strip()),
                            Double.parseDouble(cells[2].strip()),
                            Integer.parseInt(cells[3].strip()))));
        } catch (IllegalArgumentException e) {
            throw UserError.usage("Cannot read " + where + ": '" + line + "' is no place (" + e.getMessage()
                    + "; a city, or name;latitude;longitude;radius in metres)");
        }
    }
}
