package io.chargelake.profile;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Tables of tests, written as text: a header, then a line a row, cells parted by {@code |}. */
final class Filled {
    static final Instant AS_OF = Instant.parse("2026-01-01T00:00:00Z");
    static final List<String> ZONES = List.of("Europe/Berlin", "Europe/London", "America/New_York");

    static TableProfile profile(String text) {
        return Profiler.of("t", of(text), AS_OF);
    }

    static ColumnProfile column(TableProfile profile, String name) {
        return profile.columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static TableSketch of(String text) {
        List<String[]> lines = text.lines().map(Filled::cells).toList();
        return of(lines.get(0), lines.subList(1, lines.size()), 0);
    }

    static TableSketch of(String[] header, List<String[]> rows, int file) {
        TableSketch sketch = blank(header);
        rows.forEach(cells -> add(sketch, header, cells, file));
        return sketch;
    }

    static TableSketch blank(String... header) {
        return new TableSketch(ZONES, ColumnPair.likely(List.of(header)));
    }

    static void add(TableSketch sketch, String[] header, String[] cells, int file) {
        int[] places = Arrays.stream(header)
                .mapToInt(name -> sketch.column(name, "string"))
                .toArray();
        sketch.beginRow();
        for (int i = 0; i < places.length; i++) {
            sketch.text(places[i], cells[i]);
        }
        sketch.endRow(file);
    }

    private static String[] cells(String line) {
        return Arrays.stream(line.split("\\|", -1)).map(String::strip).toArray(String[]::new);
    }

    private Filled() {}
}
