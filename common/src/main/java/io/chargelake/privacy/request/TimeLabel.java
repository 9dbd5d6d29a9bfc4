package io.chargelake.privacy.request;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What of a record's time may leave, in UTC: the finest is the hour. */
public enum TimeLabel {
    HOUR("hour of the day, 0 to 23"),
    DAY("day, as 2026-03-01"),
    WEEKDAY("day of the week, 1 (Monday) to 7 (Sunday)"),
    MONTH("month, as 2026-03"),
    YEAR("year");

    private final String meaning;

    TimeLabel(String meaning) {
        this.meaning = meaning;
    }

    public String meaning() {
        return meaning;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<TimeLabel> named(String name) {
        return Arrays.stream(values())
                .filter(label -> label.code().equals(name))
                .findFirst();
    }

    public static List<String> codes() {
        return Arrays.stream(values()).map(TimeLabel::code).toList();
    }

    /** What a record of this hour has, as text. */
    String of(LocalDate day, int hour) {
        return switch (this) {
            case HOUR -> Integer.toString(hour);
            case DAY -> day.toString();
            case WEEKDAY -> Integer.toString(day.getDayOfWeek().getValue());
            case MONTH -> YearMonth.from(day).toString();
            case YEAR -> Integer.toString(day.getYear());
        };
    }

    /** How many different labels the days can have. */
    long labels(Period period) {
        return switch (this) {
            case HOUR -> 24;
            case DAY -> period.days();
            case WEEKDAY -> Math.min(7, period.days());
            case MONTH -> period.touches(ChronoUnit.MONTHS);
            case YEAR -> period.touches(ChronoUnit.YEARS);
        };
    }
}
