package io.chargelake.jobs.extract;

import io.chargelake.privacy.request.Admitted;
import io.chargelake.privacy.request.Filter;
import io.chargelake.privacy.request.Operator;
import io.chargelake.privacy.request.Period;
import io.chargelake.privacy.request.Question;
import io.chargelake.privacy.request.TimeLabel;
import io.chargelake.privacy.table.Coordinates;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/** What all cells of a request have in common: where it stands among other deliveries though its own files do not say so. */
final class Scope {
    private static final String PERIOD = "period";

    private final Map<String, String> common = new TreeMap<>();

    Scope(Admitted admitted) {
        Question question = admitted.request().question();
        time(question.period());
        for (Filter filter : question.filters()) {
            if (filter.values().size() == 1
                    && (filter.operator() == Operator.IN || filter.operator() == Operator.EQUAL)) {
                common.put(filter.column(), filter.value());
            }
        }
        question.dimensions().forEach(dimension -> common.remove(dimension.name()));
        if (question.dimensions().stream()
                .anyMatch(d -> d.timeLabel().filter(Scope::isCalendar).isPresent())) {
            common.keySet()
                    .removeIf(
                            name -> name.equals(PERIOD) || TimeLabel.named(name).isPresent());
        }
    }

    /** A label that tells by itself which days are meant. */
    private static boolean isCalendar(TimeLabel label) {
        return label == TimeLabel.DAY || label == TimeLabel.MONTH || label == TimeLabel.YEAR;
    }

    /** By the name that a request by such periods would have for it. */
    private void time(Period period) {
        LocalDate from = period.from();
        if (from.plusDays(1).equals(period.to())) {
            common.put(TimeLabel.DAY.code(), from.toString());
        } else if (from.getDayOfMonth() == 1 && from.plusMonths(1).equals(period.to())) {
            common.put(TimeLabel.MONTH.code(), from.toString().substring(0, 7));
        } else if (from.getDayOfYear() == 1 && from.plusYears(1).equals(period.to())) {
            common.put(TimeLabel.YEAR.code(), Integer.toString(from.getYear()));
        } else {
            common.put(PERIOD, period.toString());
        }
    }

    Coordinates of(Map<String, String> at) {
        var all = new TreeMap<>(common);
        all.putAll(at);
        return Coordinates.of(all);
    }
}
