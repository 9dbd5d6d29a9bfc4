package io.chargelake.station;

import io.chargelake.geo.Place;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Where countries lie and how their postcodes look, from the data files beside this class, which state their origin. */
public final class Countries {
    private static final Set<String> CODES = Set.of(Locale.getISOCountries());
    private static final Map<String, String> BY_ALPHA_3 = byAlpha3();
    private static final Map<String, List<Box>> BOXES = boxes();
    private static final Map<String, Pattern> POSTCODES = postcodes();

    private record Box(double south, double west, double north, double east) {
        boolean holds(Place place) {
            return place.latitude() >= south
                    && place.latitude() <= north
                    && place.longitude() >= west
                    && place.longitude() <= east;
        }
    }

    /** The ISO 3166 code of two letters for one of two or three; empty for other words. */
    public static Optional<String> code(String word) {
        String upper = word.strip().toUpperCase(Locale.ROOT);
        return CODES.contains(upper) ? Optional.of(upper) : Optional.ofNullable(BY_ALPHA_3.get(upper));
    }

    /** What is wrong with a place that is said to be in the country; countries of which no box is known take every place on earth. */
    public static Optional<Doubt> doubt(Place place, Optional<String> country) {
        if (place.isZero()) {
            return Optional.of(Doubt.ZERO_COORDINATES);
        }
        if (place.isOnEarth() && isIn(place, country)) {
            return Optional.empty();
        }
        boolean isSwapped = place.swapped().isOnEarth() && isIn(place.swapped(), country);
        return Optional.of(isSwapped ? Doubt.SWAPPED_COORDINATES : Doubt.OUTSIDE_COUNTRY);
    }

    private static boolean isIn(Place place, Optional<String> country) {
        List<Box> boxes = country.map(BOXES::get).orElse(null);
        return boxes == null || boxes.stream().anyMatch(box -> box.holds(place));
    }

    /** Whether a postcode is written as the country's are; true where that is not known. */
    public static boolean isPostcode(String postcode, String country) {
        Pattern pattern = POSTCODES.get(country);
        return pattern == null
                || pattern.matcher(postcode.strip().toUpperCase(Locale.ROOT)).matches();
    }

    private static Map<String, String> byAlpha3() {
        var codes = new HashMap<String, String>();
        CODES.forEach(code -> codes.put(new Locale("", code).getISO3Country(), code));
        return Map.copyOf(codes);
    }

    private static Map<String, List<Box>> boxes() {
        var boxes = new HashMap<String, List<Box>>();
        for (String[] line : lines("country-boxes.csv", 5)) {
            boxes.computeIfAbsent(line[0], code -> new ArrayList<>())
                    .add(new Box(number(line[1]), number(line[2]), number(line[3]), number(line[4])));
        }
        return Map.copyOf(boxes);
    }

    private static Map<String, Pattern> postcodes() {
        var patterns = new HashMap<String, Pattern>();
        for (String[] line : lines("postcodes.csv", 2)) {
            patterns.put(line[0], Pattern.compile(line[1]));
        }
        return Map.copyOf(patterns);
    }

    private static List<String[]> lines(String resource, int columns) {
        try (InputStream in = Countries.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .skip(1)
                    .map(line -> line.split(",", columns))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double number(String text) {
        return Double.parseDouble(text.strip());
    }

    private Countries() {}
}
