package io.chargelake.profile;

import io.chargelake.unit.Quantity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Which columns of a table hold what, by their names and what they read as; the place of a column, or {@link #NONE}. */
record Roles(int energy, int power, int distance, int duration, int socStart, int socEnd, List<TimeSpan> spans) {
    static final int NONE = -1;

    /** Columns of the start and the end of the same. */
    record TimeSpan(int start, int end) {}

    static Roles of(List<ColumnSketch> columns, List<Reading> readings) {
        var by = new Finder(columns, readings);
        return new Roles(
                by.number(Quantity.ENERGY, name -> true),
                by.number(Quantity.POWER, name -> true),
                by.number(Quantity.DISTANCE, name -> !name.isOdometer()),
                by.number(Quantity.DURATION, name -> true),
                by.number(Quantity.SOC, ColumnName::isStart),
                by.number(Quantity.SOC, ColumnName::isEnd),
                by.spans());
    }

    private record Finder(List<ColumnSketch> columns, List<Reading> readings) {

        private int number(Quantity quantity, Predicate<ColumnName> fits) {
            return IntStream.range(0, columns.size())
                    .filter(i -> readings.get(i).isNumber())
                    .filter(i -> name(i).quantity().filter(quantity::equals).isPresent() && fits.test(name(i)))
                    .findFirst()
                    .orElse(NONE);
        }

        private List<TimeSpan> spans() {
            var spans = new ArrayList<TimeSpan>();
            for (int start = 0; start < columns.size(); start++) {
                int from = start;
                if (readings.get(from).isMoment() && name(from).isStart()) {
                    IntStream.range(0, columns.size())
                            .filter(i -> readings.get(i).isMoment() && name(i).isEnd())
                            .filter(i -> parent(i).equals(parent(from)))
                            .boxed()
                            .min(Comparator.comparingInt(
                                    i -> name(i).withoutEdge().equals(name(from).withoutEdge())
                                            ? 0
                                            : 1 + Math.abs(i - from)))
                            .ifPresent(end -> spans.add(new TimeSpan(from, end)));
                }
            }
            return spans;
        }

        private ColumnName name(int column) {
            return ColumnName.of(columns.get(column).name());
        }

        private String parent(int column) {
            String name = columns.get(column).name();
            return name.substring(0, name.lastIndexOf('.') + 1);
        }
    }
}
