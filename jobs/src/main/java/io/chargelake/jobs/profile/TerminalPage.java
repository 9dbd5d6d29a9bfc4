package io.chargelake.jobs.profile;

import io.chargelake.profile.ColumnProfile;
import io.chargelake.profile.TableProfile;
import io.chargelake.profile.TopValue;
import io.chargelake.profile.Usability;
import io.chargelake.profile.Words;
import io.chargelake.text.TextTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** A table's profile as lines of at most so many characters. */
final class TerminalPage {
    private static final int GAP = 2;
    private static final int HEADING = 12;
    private static final int BAR = 8;
    private static final int MOST_TOP = 6;
    private static final int LONGEST_NAME = 26;
    private static final int LONGEST_TYPE = 18;
    private static final int LONGEST_VALUE = 19;
    private static final int LONGEST_SHAPE = 12;
    private static final int NARROWEST = 30;

    private final Bars bars;
    private final int width;

    TerminalPage(Bars bars, int width) {
        this.bars = bars;
        this.width = width;
    }

    /** A column of the printed table; those of higher rank go first where there is no room. */
    private record Field(String heading, int rank, int longest, Function<ColumnProfile, String> value) {
        private String cell(ColumnProfile column) {
            return clipped(value.apply(column), longest);
        }

        private int width(List<ColumnProfile> columns) {
            return columns.stream().mapToInt(column -> cell(column).length()).reduce(heading.length(), Math::max);
        }
    }

    String of(TableProfile table) {
        var page = new StringBuilder();
        page.append(table.name()).append(": ").append(TableWords.size(table)).append("\n\n");
        TableWords.facts(table).forEach((heading, lines) -> listed(page, HEADING, heading, lines));
        page.append('\n').append(columns(table.columns()));
        section(page, "What to know", table.columns(), ColumnWords::remarks);
        section(page, "Common values", table.columns(), this::top);
        return page.toString();
    }

    private String columns(List<ColumnProfile> columns) {
        List<Field> fields = fitting(columns);
        var printed = new TextTable(fields.stream().map(Field::heading).toList());
        columns.forEach(column ->
                printed.add(fields.stream().map(field -> field.cell(column)).toList()));
        return printed.render();
    }

    private List<Field> fitting(List<ColumnProfile> columns) {
        var fields = new ArrayList<>(List.of(
                new Field("column", 0, LONGEST_NAME, ColumnProfile::name),
                new Field("verdict", 1, LONGEST_VALUE, column -> verdict(column.usability())),
                new Field("reads as", 2, LONGEST_TYPE, ColumnWords::type),
                new Field(
                        "missing",
                        3,
                        LONGEST_VALUE,
                        column -> Words.share(column.missing().share())),
                new Field("distinct", 4, LONGEST_VALUE, ColumnWords::distinct),
                new Field("min", 6, LONGEST_VALUE, ColumnWords::min),
                new Field("median", 8, LONGEST_VALUE, ColumnWords::median),
                new Field("max", 5, LONGEST_VALUE, ColumnWords::max),
                new Field("shape", 7, LONGEST_VALUE, column -> bars.spark(halved(ColumnWords.shape(column))))));
        while (fields.size() > 2
                && fields.stream().mapToInt(field -> field.width(columns) + GAP).sum() - GAP > width) {
            fields.remove(
                    fields.stream().max(Comparator.comparingInt(Field::rank)).orElseThrow());
        }
        return fields;
    }

    /** Two neighbours become one, where there are more than fit. */
    private static List<Long> halved(List<Long> counts) {
        return counts.size() <= LONGEST_SHAPE
                ? counts
                : IntStream.range(0, counts.size() / 2)
                        .mapToObj(i -> counts.get(2 * i) + counts.get(2 * i + 1))
                        .toList();
    }

    private static String verdict(Usability usability) {
        return switch (usability.level()) {
            case USABLE -> "usable";
            case AFTER_REPAIR -> "repair";
            case NOT -> "not usable";
        };
    }

    private List<String> top(ColumnProfile column) {
        if (column.top().isEmpty() || column.top().get(0).count() < 2) {
            return List.of();
        }
        long given = column.missing().given();
        return column.top().stream()
                .limit(MOST_TOP)
                .filter(value -> value.count() > 1)
                .map(value -> line(value, given))
                .toList();
    }

    private String line(TopValue value, long given) {
        double share = (double) value.count() / given;
        String bar = bars.bar(share, BAR);
        return bar + " ".repeat(Math.max(0, BAR - bar.length())) + " " + Words.share(share) + " "
                + value.value().strip().replaceAll("\\p{Cntrl}", " ");
    }

    private void section(
            StringBuilder page,
            String title,
            List<ColumnProfile> columns,
            Function<ColumnProfile, List<String>> lines) {
        List<ColumnProfile> told = columns.stream()
                .filter(column -> !lines.apply(column).isEmpty())
                .toList();
        if (told.isEmpty()) {
            return;
        }
        int heading = told.stream()
                .mapToInt(column -> Math.min(LONGEST_NAME, column.name().length()))
                .reduce(HEADING, Math::max);
        page.append('\n').append(title).append('\n');
        told.forEach(column -> listed(page, heading, clipped(column.name(), LONGEST_NAME), lines.apply(column)));
    }

    /** A heading with lines beside it; what is too long goes on in the next line. */
    private void listed(StringBuilder page, int longest, String heading, List<String> lines) {
        int indent = GAP + longest + GAP;
        String before = " ".repeat(GAP) + heading + " ".repeat(indent - GAP - heading.length());
        for (String line : lines) {
            for (String part : wrapped(line, Math.max(NARROWEST, width - indent))) {
                page.append(before).append(part).append('\n');
                before = " ".repeat(indent);
            }
        }
    }

    private static List<String> wrapped(String line, int width) {
        var parts = new ArrayList<String>();
        String rest = line;
        while (rest.length() > width) {
            int space = rest.lastIndexOf(' ', width);
            int end = space > width / 2 ? space : width;
            parts.add(rest.substring(0, end));
            rest = rest.substring(end).stripLeading();
        }
        parts.add(rest);
        return parts;
    }

    private static String clipped(String text, int longest) {
        String plain = text.replaceAll("\\p{Cntrl}", " ");
        return plain.length() <= longest ? plain : plain.substring(0, longest - 1) + "…";
    }
}
