package io.chargelake.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows as a table a person can read: columns as wide as they need, numbers to the right. */
public final class TextTable {
    private static final int WIDEST = 60;

    private final List<String> header;
    private final List<List<String>> rows = new ArrayList<>();

    public TextTable(List<String> header) {
        this.header = List.copyOf(header);
    }

    public void add(List<String> row) {
        rows.add(row.stream().map(TextTable::shortened).toList());
    }

    public String render() {
        int[] widths = IntStream.range(0, header.size()).map(this::width).toArray();
        boolean[] numeric = new boolean[widths.length];
        for (int i = 0; i < widths.length; i++) {
            int column = i;
            numeric[i] = !rows.isEmpty()
                    && rows.stream().allMatch(row -> row.get(column).matches("-?[\\d,.]*"));
        }
        var lines = new ArrayList<String>();
        lines.add(line(header, widths, numeric));
        lines.add(IntStream.of(widths).mapToObj("-"::repeat).collect(Collectors.joining("  ")));
        rows.forEach(row -> lines.add(line(row, widths, numeric)));
        return String.join("\n", lines) + "\n";
    }

    private int width(int column) {
        return rows.stream()
                .mapToInt(row -> row.get(column).length())
                .reduce(header.get(column).length(), Math::max);
    }

    private static String line(List<String> cells, int[] widths, boolean[] numeric) {
        return IntStream.range(0, widths.length)
                .mapToObj(i -> {
                    String padding = " ".repeat(widths[i] - cells.get(i).length());
                    return numeric[i] ? padding + cells.get(i) : cells.get(i) + padding;
                })
                .collect(Collectors.joining("  "))
                .stripTrailing();
    }

    private static String shortened(String cell) {
        return cell.length() <= WIDEST ? cell : cell.substring(0, WIDEST - 1) + "…";
    }
}
