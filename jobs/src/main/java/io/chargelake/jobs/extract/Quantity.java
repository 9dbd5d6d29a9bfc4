package io.chargelake.jobs.extract;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.when;

import io.chargelake.jobs.tables.ChargeSession;
import io.chargelake.jobs.tables.Cycle;
import io.chargelake.privacy.request.Measure;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataTypes;

/**
 * Something of records that adds up, in millionths of its unit. Figures are worked out of sums of these: a mean of one by another.
 *
 * @param name in the ledger; the same whoever asks for it, so that deliveries can be held against each other
 * @param ofRecord what one record gives, a whole number
 */
record Quantity(String name, Column ofRecord) {
    private static final long MILLION = 1_000_000;

    private static final Map<String, String> SAME = Map.of(
            Cycle.TABLE.name() + "." + Cycle.ENERGY_IN_KWH.name(),
            ChargeSession.TABLE.name() + "." + ChargeSession.ENERGY_KWH.name());

    static Quantity sum(String table, String column) {
        return new Quantity(
                name(table, column),
                coalesce(round(col(column).multiply(MILLION)).cast(DataTypes.LongType), lit(0L)));
    }

    /** How many records have a value. */
    static Quantity number(String table, String column) {
        return column.equals(Measure.RECORDS)
                ? new Quantity(table + "." + Measure.RECORDS, lit(MILLION))
                : new Quantity(
                        name(table, column) + " is there",
                        when(col(column).isNotNull(), MILLION).otherwise(0L));
    }

    static Quantity yes(String table, String column) {
        return new Quantity(
                table + "." + column + " = true", when(col(column), MILLION).otherwise(0L));
    }

    /** A column that repeats another table's has that one's name, so that extracts of both are held against each other. */
    private static String name(String table, String column) {
        String name = table + "." + column;
        return SAME.getOrDefault(name, name);
    }

    /** The base that multiples of a rounding have. */
    static long base(BigDecimal rounding) {
        return rounding.multiply(BigDecimal.valueOf(MILLION))
                .setScale(0, RoundingMode.CEILING)
                .longValueExact();
    }

    static long millionths(double value) {
        return Math.round(value * MILLION);
    }

    static BigDecimal plain(long millionths) {
        return BigDecimal.valueOf(millionths).divide(BigDecimal.valueOf(MILLION));
    }

    /** The quotient of two sums, in millionths. */
    static long quotient(long above, long below) {
        return BigDecimal.valueOf(above)
                .multiply(BigDecimal.valueOf(MILLION))
                .divide(BigDecimal.valueOf(below), 0, RoundingMode.HALF_EVEN)
                .longValueExact();
    }
}
