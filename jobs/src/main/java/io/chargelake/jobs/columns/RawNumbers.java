package io.chargelake.jobs.columns;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.regexp_count;
import static org.apache.spark.sql.functions.rint;
import static org.apache.spark.sql.functions.split;
import static org.apache.spark.sql.functions.translate;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import io.chargelake.text.Nothing;
import io.chargelake.unit.Unit;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataTypes;

/** Numbers as sources write them. */
public final class RawNumbers {
    private static final double LARGEST = 1e15;
    /** A comma before the last digits, with points between the thousands or none. */
    private static final String DECIMAL_COMMA = "(?<![^ ])[-+]?(\\d+|\\d{1,3}(\\.\\d{3})+),\\d+(?![^ ])";

    private static final String DECIMAL_POINT = "(?<![^ ])[-+]?\\d*\\.\\d+(?![^ ])";

    /** An empty text, and the words for nothing. */
    private static final Object[] NOTHING =
            Stream.concat(Stream.of(""), Nothing.WORDS.stream()).toArray();

    /** Whether a text says something; null for null. */
    public static Column isGiven(Column text) {
        return not(trim(text).isin(NOTHING));
    }

    /** A text with a decimal point; null where it is no finite number. */
    public static Column withPoint(Column text) {
        return finite(trim(text).try_cast(DataTypes.DoubleType));
    }

    /** A text with a decimal comma; points before it part the thousands. */
    public static Column withComma(Column text) {
        return finite(translate(trim(text), ",.", ".").try_cast(DataTypes.DoubleType));
    }

    /** Whichever way it is written, for looking at values before it is known. */
    public static Column either(Column text) {
        return coalesce(withPoint(text), withComma(text));
    }

    /** How many numbers of a text of several, with spaces between, have a decimal comma. */
    public static Column commas(Column numbers) {
        return regexp_count(numbers, lit(DECIMAL_COMMA));
    }

    /** How many have a decimal point. */
    public static Column points(Column numbers) {
        return regexp_count(numbers, lit(DECIMAL_POINT));
    }

    /** Seconds of {@code h:mm:ss}; null for what is not written so. */
    public static Column clock(Column text) {
        Column parts = split(trim(text), ":");
        Column seconds = lit(0.0);
        for (int i = 1; i <= 3; i++) {
            seconds = seconds.multiply(60).plus(element_at(parts, i).try_cast(DataTypes.DoubleType));
        }
        return when(text.rlike("^\\s*\\d+:[0-5]\\d:[0-5]\\d\\s*$"), seconds);
    }

    /** The value in plain units, as {@link Unit#toPlain} has it. */
    public static Column plain(Column value, Unit unit) {
        return unit.isPlain() ? value : plain(value, lit(unit.grains()));
    }

    /** @param grains of the unit, null where it is the plain one */
    public static Column plain(Column value, Column grains) {
        return when(grains.isNull(), value)
                .otherwise(rint(value.multiply(grains)).divide(Unit.GRAIN));
    }

    private static Column finite(Column number) {
        return when(abs(number).lt(LARGEST), number);
    }

    private RawNumbers() {}
}
