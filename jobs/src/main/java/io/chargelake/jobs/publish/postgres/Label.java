package io.chargelake.jobs.publish.postgres;

import io.chargelake.jobs.tables.Col;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a column is called where people choose it from a list: words, and the unit in brackets. */
final class Label {
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("id", "ID"),
            Map.entry("cs", "station"),
            Map.entry("cp", "charging point"),
            Map.entry("soc", "SOC"),
            Map.entry("kpi", "KPI"),
            Map.entry("kwh", "kWh"),
            Map.entry("kw", "kW"),
            Map.entry("km", "km"),
            Map.entry("24", "24/7"),
            Map.entry("7", ""),
            Map.entry("100km", "100 km"));

    static String of(Col col) {
        String name = withoutUnit(col);
        List<String> words = Arrays.stream(name.split("_"))
                .map(word -> WORDS.getOrDefault(word, word))
                .filter(word -> !word.isEmpty())
                .toList();
        List<String> ordered = words.size() > 1 && words.get(0).equals("ID")
                ? List.of(String.join(" ", words.subList(1, words.size())), "ID")
                : words;
        String label = capital(String.join(" ", ordered));
        return isShown(col) ? label + " (" + col.unit() + ")" : label;
    }

    private static String withoutUnit(Col col) {
        return Arrays.stream(col.name().split("_"))
                .filter(part -> !(part.equalsIgnoreCase(col.unit()) && !part.equals(col.name())))
                .collect(Collectors.joining("_"));
    }

    /** Maps know latitudes by their name alone. */
    private static boolean isShown(Col col) {
        return !col.unit().isEmpty() && !col.unit().equals("deg");
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
    }

    private Label() {}
}
