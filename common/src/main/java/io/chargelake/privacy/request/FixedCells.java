package io.chargelake.privacy.request;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The cells of a request, by its words alone: under differential privacy a cell that nobody gave to is told like any other, since its absence would
 * tell of everybody.
 */
public final class FixedCells {
    private static final int HOURS = 24;

    /** The values of each cell in the order of the dimensions: times that are in the period, and what the filters list. */
    public static List<List<String>> of(Question question) {
        Collection<List<String>> cells = times(question);
        for (int i = 0; i < question.dimensions().size(); i++) {
            Dimension dimension = question.dimensions().get(i);
            if (dimension.timeLabel().isEmpty()) {
                cells = with(i, listed(dimension, question), cells);
            }
        }
        return List.copyOf(cells);
    }

    /** With a place for each dimension, empty where it is no time. A Monday that is no day of the period makes no cell. */
    private static Set<List<String>> times(Question question) {
        List<Optional<TimeLabel>> labels =
                question.dimensions().stream().map(Dimension::timeLabel).toList();
        int hours = labels.contains(Optional.of(TimeLabel.HOUR)) ? HOURS : 1;
        Set<List<String>> times = new LinkedHashSet<>();
        Period period = question.period();
        for (LocalDate day = period.from(); day.isBefore(period.to()); day = day.plusDays(1)) {
            for (int hour = 0; hour < hours; hour++) {
                times.add(at(labels, day, hour));
            }
        }
        return times;
    }

    private static List<String> at(List<Optional<TimeLabel>> labels, LocalDate day, int hour) {
        return labels.stream()
                .map(label -> label.map(time -> time.of(day, hour)).orElse(""))
                .toList();
    }

    private static Collection<List<String>> with(int place, Collection<String> values, Collection<List<String>> cells) {
        var all = new ArrayList<List<String>>();
        for (List<String> cell : cells) {
            for (String value : values) {
                var filled = new ArrayList<>(cell);
                filled.set(place, value);
                all.add(List.copyOf(filled));
            }
        }
        return all;
    }

    private static Set<String> listed(Dimension dimension, Question question) {
        return question.filters().stream()
                .filter(filter -> filter.column().equals(dimension.name()))
                .findFirst()
                .map(filter -> (Set<String>) new TreeSet<>(filter.values()))
                .orElseThrow(() -> new IllegalArgumentException("Cannot list the cells: no filter lists the values of "
                        + dimension.name() + ", which the gate demands"));
    }

    private FixedCells() {}
}
