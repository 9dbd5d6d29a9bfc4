package io.chargelake.forecast;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.util.List;

/** Values of several series by the hour, without holes in time: what was not observed is NaN. */
public final class HourlySeries {
    private static final int HOURS_OF_DAY = 24;
    private static final int DAYS_OF_WEEK = 7;

    private final List<String> names;
    private final LocalDateTime start;
    private final double[][] values;

    /** @param values of each series, all as long */
    public HourlySeries(List<String> names, LocalDateTime start, double[][] values) {
        if (names.isEmpty() || names.size() != values.length) {
            throw new IllegalArgumentException(
                    "Cannot hold series: " + values.length + " have values, " + names.size() + " a name (one each)");
        }
        this.names = List.copyOf(names);
        this.start = start;
        this.values = values.clone();
    }

    public List<String> names() {
        return names;
    }

    public LocalDateTime start() {
        return start;
    }

    public int series() {
        return values.length;
    }

    public int hours() {
        return values[0].length;
    }

    public double value(int series, int hour) {
        return values[series][hour];
    }

    public LocalDateTime time(int hour) {
        return start.plusHours(hour);
    }

    public int hourOfDay(int hour) {
        return Math.floorMod(start.getHour() + hour, HOURS_OF_DAY);
    }

    /** 0 is Monday. */
    public int dayOfWeek(int hour) {
        int days = Math.floorDiv(start.getHour() + hour, HOURS_OF_DAY);
        return Math.floorMod(start.getDayOfWeek().getValue() - 1 + days, DAYS_OF_WEEK);
    }

    public int hourOfWeek(int hour) {
        return dayOfWeek(hour) * HOURS_OF_DAY + hourOfDay(hour);
    }

    public boolean isWeekend(int hour) {
        return dayOfWeek(hour) >= DayOfWeek.SATURDAY.getValue() - 1;
    }

    /** Whether all of these hours were observed. */
    public boolean isWhole(int series, int from, int to) {
        for (int hour = from; hour < to; hour++) {
            if (Double.isNaN(values[series][hour])) {
                return false;
            }
        }
        return true;
    }
}
