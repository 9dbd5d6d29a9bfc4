package io.chargelake.profile;

import io.chargelake.text.Nothing;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * Tells what a text is and reads its value. One reader reads many texts: what it found is overwritten by the next, so that a cell
 * costs no object. Cost: one look at each character, and a second one for numbers.
 */
final class TextReader {
    private static final int LONGEST_NUMBER = 40;
    private static final int LONGEST_INTEGER = 18;
    private static final int MINUTES_AN_HOUR = 60;
    private static final int SECONDS_AN_HOUR = 3_600;
    private static final int SECONDS_A_DAY = 86_400;
    private static final int HOURS_A_DAY = 24;
    private static final int NOON = 12;
    private static final int NONE = -1;

    private String text = "";
    private int at;
    private int end;

    private TextKind kind = TextKind.BLANK;
    private double value;
    private boolean leadingZero;
    private boolean yearLast;
    private int first;
    private int second;
    private int offsetMinutes;

    TextKind kind() {
        return kind;
    }

    /** A number; the seconds of a clock; of a time the seconds since 1970, UTC where it has an offset, else as the clock showed. */
    double value() {
        return value;
    }

    /** Whether an integer is written as codes are, 00501. */
    boolean hasLeadingZero() {
        return leadingZero;
    }

    /** Whether day or month comes first; the value is then that of day first, where there is such a day. */
    boolean isYearLast() {
        return yearLast;
    }

    int first() {
        return first;
    }

    int second() {
        return second;
    }

    int offsetMinutes() {
        return offsetMinutes;
    }

    TextKind read(String of) {
        text = of;
        at = 0;
        end = of.length();
        while (end > 0 && of.charAt(end - 1) <= ' ') {
            end--;
        }
        while (at < end && of.charAt(at) <= ' ') {
            at++;
        }
        leadingZero = false;
        yearLast = false;
        offsetMinutes = 0;
        value = Double.NaN;
        kind = at == end ? TextKind.BLANK : told();
        return kind;
    }

    private TextKind told() {
        int start = at;
        char c = text.charAt(at);
        if (isDigit(c) || ((c == '-' || c == '+' || c == '.') && at + 1 < end)) {
            TextKind number = number();
            if (number != null) {
                return number;
            }
            at = start;
            TextKind time = isDigit(c) ? timeOrClock() : null;
            return time == null ? TextKind.TEXT : time;
        }
        return word();
    }

    private TextKind word() {
        int length = end - at;
        if (length > 5) {
            return TextKind.TEXT;
        }
        if (isWord("true") || isWord("false") || isWord("yes") || isWord("no")) {
            return TextKind.BOOLEAN;
        }
        return Nothing.isWord(text.substring(at, end)) ? TextKind.WORD_FOR_NOTHING : TextKind.TEXT;
    }

    private boolean isWord(String word) {
        return end - at == word.length() && text.regionMatches(true, at, word, 0, word.length());
    }

    private TextKind number() {
        if (end - at > LONGEST_NUMBER) {
            return null;
        }
        int digits = 0;
        int points = 0;
        int commas = 0;
        int exponents = 0;
        for (int i = at; i < end; i++) {
            char c = text.charAt(i);
            if (isDigit(c)) {
                digits++;
            } else if (c == '.') {
                points++;
            } else if (c == ',') {
                commas++;
            } else if ((c == 'e' || c == 'E') && digits > 0 && exponents == 0 && i + 1 < end) {
                exponents++;
            } else if (!isSign(i)) {
                return null;
            }
        }
        if (digits == 0) {
            return null;
        }
        if (commas == 0 && points == 0 && exponents == 0) {
            return digits > LONGEST_INTEGER ? null : integer();
        }
        if (commas == 0 && points <= 1) {
            return parsed(text.substring(at, end), TextKind.DECIMAL);
        }
        return commas == 1 && exponents == 0 && pointsPartThousands() ? comma() : null;
    }

    private boolean isSign(int i) {
        char c = text.charAt(i);
        return (c == '-' || c == '+') && (i == at || text.charAt(i - 1) == 'e' || text.charAt(i - 1) == 'E');
    }

    private TextKind integer() {
        int from = isDigit(text.charAt(at)) ? at : at + 1;
        leadingZero = text.charAt(from) == '0' && end - from > 1;
        long read = 0;
        for (int i = from; i < end; i++) {
            read = read * 10 + (text.charAt(i) - '0');
        }
        value = text.charAt(at) == '-' ? -read : read;
        return TextKind.INTEGER;
    }

    /** Points stand before the comma only, each before three digits. */
    private boolean pointsPartThousands() {
        int comma = text.indexOf(',', at);
        if (comma + 1 >= end || !isDigit(text.charAt(comma + 1)) || comma == at) {
            return false;
        }
        for (int i = at; i < end; i++) {
            boolean isPoint = text.charAt(i) == '.';
            if (isPoint && (i > comma || i + 4 > comma || (i + 4 < comma && text.charAt(i + 4) != '.') || i == at)) {
                return false;
            }
        }
        return true;
    }

    private TextKind comma() {
        return parsed(text.substring(at, end).replace(".", "").replace(',', '.'), TextKind.DECIMAL_COMMA);
    }

    private TextKind parsed(String number, TextKind as) {
        try {
            value = Double.parseDouble(number);
        } catch (NumberFormatException e) {
            return null;
        }
        return Double.isFinite(value) ? as : null;
    }

    private TextKind timeOrClock() {
        int from = at;
        int a = digits(4);
        int lengthOfA = at - from;
        if (at >= end) {
            return null;
        }
        char separator = text.charAt(at);
        if (separator == ':') {
            at = from;
            return clock();
        }
        if (separator != '-' && separator != '.' && separator != '/') {
            return null;
        }
        at++;
        int b = digits(2);
        if (b == NONE || !accept(separator)) {
            return null;
        }
        int fromC = at;
        int c = digits(4);
        long day = c == NONE ? Long.MIN_VALUE : day(a, lengthOfA, b, c, at - fromC);
        return day == Long.MIN_VALUE ? null : behindDay(day);
    }

    private long day(int a, int lengthOfA, int b, int c, int lengthOfC) {
        if (lengthOfA == 4 && lengthOfC <= 2) {
            return isDay(a, b, c) ? LocalDate.of(a, b, c).toEpochDay() : Long.MIN_VALUE;
        }
        if (lengthOfA > 2 || lengthOfC != 4) {
            return Long.MIN_VALUE;
        }
        yearLast = true;
        first = a;
        second = b;
        if (isDay(c, b, a)) {
            return LocalDate.of(c, b, a).toEpochDay();
        }
        return isDay(c, a, b) ? LocalDate.of(c, a, b).toEpochDay() : Long.MIN_VALUE;
    }

    private static boolean isDay(int year, int month, int day) {
        return month >= 1
                && month <= NOON
                && day >= 1
                && day <= YearMonth.of(year, month).lengthOfMonth();
    }

    private TextKind behindDay(long day) {
        double midnight = (double) day * SECONDS_A_DAY;
        if (at == end) {
            value = midnight;
            return TextKind.DATE;
        }
        if (text.charAt(at) != 'T' && text.charAt(at) != ' ') {
            return null;
        }
        at++;
        skipSpaces();
        double seconds = timeOfDay();
        if (Double.isNaN(seconds)) {
            return null;
        }
        if (at == end) {
            value = midnight + seconds;
            return TextKind.LOCAL_TIME;
        }
        if (!offset()) {
            return null;
        }
        value = midnight + seconds - offsetMinutes * 60.0;
        return TextKind.MOMENT;
    }

    private double timeOfDay() {
        int hour = digits(2);
        if (hour == NONE || hour >= HOURS_A_DAY || !accept(':')) {
            return Double.NaN;
        }
        int minute = digits(2);
        double seconds = minute == NONE || minute >= MINUTES_AN_HOUR ? Double.NaN : 0;
        if (at < end && text.charAt(at) == ':') {
            at++;
            int whole = digits(2);
            seconds = whole == NONE || whole > MINUTES_AN_HOUR ? Double.NaN : whole + fraction();
        }
        skipSpaces();
        return hourOfDay(hour) * SECONDS_AN_HOUR + minute * 60.0 + seconds;
    }

    private double fraction() {
        if (at >= end || text.charAt(at) != '.') {
            return 0;
        }
        at++;
        double fraction = 0;
        for (double unit = 0.1; at < end && isDigit(text.charAt(at)); unit /= 10) {
            fraction += unit * (text.charAt(at++) - '0');
        }
        return fraction;
    }

    /** With AM or PM behind it, twelve is the first hour. */
    private int hourOfDay(int hour) {
        if (at + 2 != end || hour > NOON || Character.toUpperCase(text.charAt(at + 1)) != 'M') {
            return hour;
        }
        char half = Character.toUpperCase(text.charAt(at));
        if (half != 'A' && half != 'P') {
            return hour;
        }
        at = end;
        return hour % NOON + (half == 'P' ? NOON : 0);
    }

    private boolean offset() {
        if (isWord("UTC") || isWord("GMT")) {
            return true;
        }
        char c = text.charAt(at++);
        if (c == 'Z' || c == 'z') {
            return at == end;
        }
        if (c != '+' && c != '-') {
            return false;
        }
        int hours = digits(2);
        if (at < end && text.charAt(at) == ':') {
            at++;
        }
        int minutes = at < end ? digits(2) : 0;
        offsetMinutes = (c == '-' ? -1 : 1) * (hours * MINUTES_AN_HOUR + minutes);
        return hours != NONE && minutes != NONE && at == end && hours <= 18;
    }

    private TextKind clock() {
        int hours = digits(4);
        if (hours == NONE || !accept(':')) {
            return null;
        }
        int minutes = digits(2);
        int seconds = 0;
        if (at < end) {
            seconds = accept(':') ? digits(2) : NONE;
        }
        if (at != end || minutes == NONE || seconds == NONE || minutes > 59 || seconds > 59) {
            return null;
        }
        value = (double) hours * SECONDS_AN_HOUR + minutes * 60 + seconds;
        return TextKind.CLOCK;
    }

    /** Up to so many digits as a number. */
    private int digits(int most) {
        int from = at;
        int read = 0;
        while (at < end && at - from < most && isDigit(text.charAt(at))) {
            read = read * 10 + (text.charAt(at++) - '0');
        }
        return at == from ? NONE : read;
    }

    private boolean accept(char c) {
        boolean is = at < end && text.charAt(at) == c;
        at += is ? 1 : 0;
        return is;
    }

    private void skipSpaces() {
        while (at < end && text.charAt(at) == ' ') {
            at++;
        }
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
