package io.chargelake.profile;

/**
 * What a column is taken for: the kind that most of its values are of, if nearly all are.
 *
 * @param others values that are not of this kind
 */
record Reading(TextKind kind, String words, long others) {
    private static final double NEARLY_ALL = 0.9;
    private static final double MOST = 0.5;
    private static final double SECONDS_FROM = 3e8;
    private static final double SECONDS_TO = 4e9;

    static Reading of(ColumnSketch column) {
        long given = column.given();
        if (given == 0) {
            return new Reading(TextKind.BLANK, "nothing", 0);
        }
        long numbers =
                column.count(TextKind.INTEGER) + column.count(TextKind.DECIMAL) + column.count(TextKind.DECIMAL_COMMA);
        long times = column.count(TextKind.MOMENT) + column.count(TextKind.LOCAL_TIME) + column.count(TextKind.DATE);
        if (numbers >= NEARLY_ALL * given) {
            return ofNumbers(column, given - numbers);
        }
        if (times >= NEARLY_ALL * given) {
            TextKind kind = most(column, TextKind.MOMENT, TextKind.LOCAL_TIME, TextKind.DATE);
            return new Reading(kind, kind.word(), given - times);
        }
        for (TextKind kind : new TextKind[] {TextKind.BOOLEAN, TextKind.CLOCK, TextKind.LIST, TextKind.TEXT}) {
            if (column.count(kind) >= NEARLY_ALL * given) {
                return new Reading(kind, kind.word(), kind == TextKind.TEXT ? 0 : given - column.count(kind));
            }
        }
        return mixed(given, numbers, times);
    }

    private static Reading ofNumbers(ColumnSketch column, long others) {
        if (column.leadingZeros() > 0) {
            return new Reading(TextKind.TEXT, "code", 0);
        }
        if (isSince1970(column)) {
            boolean millis = column.numbers().min() > SECONDS_TO;
            return new Reading(TextKind.INTEGER, millis ? "milliseconds since 1970" : "seconds since 1970", others);
        }
        TextKind kind = column.count(TextKind.DECIMAL_COMMA) > column.count(TextKind.DECIMAL)
                ? TextKind.DECIMAL_COMMA
                : column.count(TextKind.DECIMAL) > 0 || column.count(TextKind.DECIMAL_COMMA) > 0
                        ? TextKind.DECIMAL
                        : TextKind.INTEGER;
        return new Reading(kind, kind == TextKind.DECIMAL_COMMA ? "decimal, with comma" : kind.word(), others);
    }

    /** Whole numbers of the years 1980 to 2096 under the name of a time. */
    private static boolean isSince1970(ColumnSketch column) {
        double min = column.numbers().min();
        double max = column.numbers().max();
        boolean isTime = ColumnName.of(column.name()).isTime();
        return isTime
                && column.count(TextKind.INTEGER) == column.numbers().count()
                && ((min > SECONDS_FROM && max < SECONDS_TO) || (min > SECONDS_FROM * 1e3 && max < SECONDS_TO * 1e3));
    }

    private static Reading mixed(long given, long numbers, long times) {
        if (numbers >= MOST * given) {
            return new Reading(TextKind.TEXT, "number or text", given - numbers);
        }
        return times >= MOST * given
                ? new Reading(TextKind.TEXT, "time or text", given - times)
                : new Reading(TextKind.TEXT, "text", 0);
    }

    private static TextKind most(ColumnSketch column, TextKind... kinds) {
        TextKind most = kinds[0];
        for (TextKind kind : kinds) {
            most = column.count(kind) > column.count(most) ? kind : most;
        }
        return most;
    }

    boolean isNumber() {
        return kind.isNumber() || kind == TextKind.CLOCK;
    }

    boolean isTime() {
        return kind.isTime();
    }

    /** A time of a day, not a day alone. */
    boolean isMoment() {
        return kind == TextKind.MOMENT || kind == TextKind.LOCAL_TIME;
    }

    boolean isMixed() {
        return kind == TextKind.TEXT && others > 0;
    }
}
