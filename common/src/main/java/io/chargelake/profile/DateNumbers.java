package io.chargelake.profile;

import java.time.LocalDate;

/** In which order the numbers of a column's dates come. */
enum DateNumbers {
    YEAR_FIRST("year first"),
    DAY_FIRST("day first"),
    MONTH_FIRST("month first"),
    /** The year is last, and no number is above 12. */
    UNKNOWN("day or month first, no number tells which"),
    /** Some rows can only be day first, others only month first. */
    MIXED("day first in some rows, month first in others");

    private static final int SECONDS_A_DAY = 86_400;
    private static final int MONTHS = 12;

    private final String words;

    DateNumbers(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    static DateNumbers of(long yearLast, long firstAboveMonths, long secondAboveMonths) {
        if (yearLast == 0) {
            return YEAR_FIRST;
        }
        if (firstAboveMonths > 0 && secondAboveMonths > 0) {
            return MIXED;
        }
        return firstAboveMonths > 0 ? DAY_FIRST : secondAboveMonths > 0 ? MONTH_FIRST : UNKNOWN;
    }

    /** What was read with the day first, with the month first; a day above 12 could be read in one way only, and stays. */
    static double monthFirst(double seconds) {
        long day = (long) Math.floor(seconds / SECONDS_A_DAY);
        LocalDate read = LocalDate.ofEpochDay(day);
        if (read.getDayOfMonth() > MONTHS) {
            return seconds;
        }
        LocalDate meant = LocalDate.of(read.getYear(), read.getDayOfMonth(), read.getMonthValue());
        return seconds + (double) (meant.toEpochDay() - day) * SECONDS_A_DAY;
    }

    /** A time of such a column that was read with the day first. */
    double meant(double seconds) {
        return this == MONTH_FIRST ? monthFirst(seconds) : seconds;
    }
}
