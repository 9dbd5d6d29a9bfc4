package io.chargelake.time;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * National holidays of countries, by the rules of {@code holidays.csv}: a day of the year ({@code 12-25}), days from Easter
 * ({@code easter-2}), or a weekday of a month by its number, from the end where that is negative ({@code 11-thursday4}).
 */
public final class Holidays {
    private static final Map<String, List<String>> RULES = read();

    private static Map<String, List<String>> read() {
        var stream = Objects.requireNonNull(Holidays.class.getResourceAsStream("holidays.csv"));
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .collect(Collectors.groupingBy(
                            cells -> cells[0],
                            TreeMap::new,
                            Collectors.mapping(cells -> cells[1], Collectors.toUnmodifiableList())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** ISO 3166 codes of the countries that are known. */
    public static List<String> countries() {
        return List.copyOf(RULES.keySet());
    }

    /** Holidays of a country in these years, the last inclusive. */
    public static NavigableSet<LocalDate> of(String country, int firstYear, int lastYear) {
        List<String> rules = RULES.get(country);
        if (rules == null) {
            throw new IllegalArgumentException("Cannot tell holidays of '" + country + "' (" + countries() + ")");
        }
        NavigableSet<LocalDate> days = new TreeSet<>();
        for (int year = firstYear; year <= lastYear; year++) {
            for (String rule : rules) {
                days.add(day(rule, year));
            }
        }
        return days;
    }

    private static LocalDate day(String rule, int year) {
        if (rule.startsWith("easter")) {
            return easter(year).plusDays(Integer.parseInt(rule.substring("easter".length())));
        }
        int month = Integer.parseInt(rule.substring(0, 2));
        String of = rule.substring(3);
        if (Character.isDigit(of.charAt(0))) {
            return MonthDay.of(month, Integer.parseInt(of)).atYear(year);
        }
        String weekday = of.replaceAll("[-\\d]", "");
        return LocalDate.of(year, month, 1)
                .with(TemporalAdjusters.dayOfWeekInMonth(
                        Integer.parseInt(of.substring(weekday.length())),
                        DayOfWeek.valueOf(weekday.toUpperCase(Locale.ROOT))));
    }

    /** Easter Sunday of the Gregorian calendar (the algorithm of Meeus, Jones and Butcher). */
    static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
        int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
        return LocalDate.of(year, f / 31, f % 31 + 1);
    }

    private Holidays() {}
}
