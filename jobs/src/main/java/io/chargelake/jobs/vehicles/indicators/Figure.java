package io.chargelake.jobs.vehicles.indicators;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.percentile;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.chargelake.jobs.tables.Indicator;
import java.util.List;
import org.apache.spark.sql.Column;

/**
 * A figure about a group of rows. Sums are those of whole millionths, so that the order of rows changes nothing; percentiles are
 * exact, between two values by the straight line.
 *
 * @param aggregates what is computed of the group, by names that begin with the figure's
 * @param results what becomes of these: rows of the indicator table, without a value where there is nothing to tell
 */
record Figure(List<Column> aggregates, List<Column> results) {
    private static final long MILLION = 1_000_000;

    /** Mean, 10th, 50th and 90th percentile of a quantity, over the rows in which it is known. */
    static Figure spread(String name, String unit, Column quantity) {
        Column micro = micro(quantity);
        Column percentiles = col(name + "_percentiles");
        Column n = col(name + "_n");
        return new Figure(
                List.of(
                        sum(micro).as(name + "_sum"),
                        percentile(micro.divide(MILLION), array(lit(0.1), lit(0.5), lit(0.9)))
                                .as(name + "_percentiles"),
                        count(micro).as(name + "_n")),
                List.of(
                        result(
                                name + "_mean",
                                unit,
                                col(name + "_sum").divide(n).divide(MILLION),
                                n),
                        result(name + "_p10", unit, element_at(percentiles, lit(1)), n),
                        result(name + "_p50", unit, element_at(percentiles, lit(2)), n),
                        result(name + "_p90", unit, element_at(percentiles, lit(3)), n)));
    }

    static Figure total(String name, String unit, Column quantity) {
        Column micro = micro(quantity);
        return new Figure(
                List.of(sum(micro).as(name + "_sum"), count(micro).as(name + "_n")),
                List.of(result(name, unit, col(name + "_sum").divide(MILLION), col(name + "_n"))));
    }

    /** How many rows there are. */
    static Figure count_of(String name) {
        return new Figure(
                List.of(count(lit(1)).as(name + "_n")),
                List.of(result(name, "", col(name + "_n").cast("double"), col(name + "_n"))));
    }

    /** How many rows are so, and their share of those of which it is known. */
    static Figure share(String name, Column isSo) {
        Column n = col(name + "_n");
        Column so = col(name + "_so");
        return new Figure(
                List.of(count(isSo).as(name + "_n"), count_if(isSo).as(name + "_so")),
                List.of(
                        result(name, "", when(n.gt(0), so.cast("double")), n),
                        result(name + "_share", "", when(n.gt(0), so.divide(n)), n)));
    }

    /** A sum by another one, over the rows in which both are known. */
    static Figure ratio(String name, String unit, Column part, Column whole) {
        Column both = part.isNotNull().and(whole.isNotNull());
        Column sum = col(name + "_whole");
        return new Figure(
                List.of(
                        sum(when(both, micro(part))).as(name + "_part"),
                        sum(when(both, micro(whole))).as(name + "_whole"),
                        count_if(both).as(name + "_n")),
                List.of(result(name, unit, when(sum.gt(0), col(name + "_part").divide(sum)), col(name + "_n"))));
    }

    private static Column micro(Column quantity) {
        return round(quantity.multiply(MILLION)).cast("long");
    }

    private static Column result(String name, String unit, Column value, Column n) {
        return struct(
                lit(name).as(Indicator.INDICATOR.name()),
                lit(unit).as(Indicator.UNIT.name()),
                value.as(Indicator.VALUE.name()),
                n.as(Indicator.N.name()));
    }
}
