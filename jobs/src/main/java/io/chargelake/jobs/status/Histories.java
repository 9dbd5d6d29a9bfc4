package io.chargelake.jobs.status;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.to_date;

import io.chargelake.jobs.tables.DimensionSeen;
import io.chargelake.jobs.tables.History;
import io.chargelake.jobs.tables.Table;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * What polls showed of master data, day by day, and the versions that follow from it.
 *
 * <p>Of each day, row and version the first and the last poll that showed it are known; they join by min and max, so that any order of
 * deliveries gives the same. Versions change where a known poll shows another than the known poll before; where two show different ones
 * at the same second, the text that is greatest wins. A version that goes and comes back within one day is known by its first and
 * last poll of that day only.
 *
 * <p>What a day shows changes no version that began before it. So versions are made anew from the first day of a delivery on, beginning
 * with those that held before it; the usual delivery costs one day, a backfill the days since.
 */
final class Histories {
    private static final String BEFORE = "_before";

    /** One row a day, dimension, key and version. */
    static Dataset<Row> joined(Dataset<Row> seen) {
        return seen.groupBy(
                        to_date(DimensionSeen.FIRST_SEEN.col()).as(Table.DAY.name()),
                        DimensionSeen.DIMENSION.col(),
                        DimensionSeen.KEY.col(),
                        DimensionSeen.ATTRIBUTES.col())
                .agg(
                        min(DimensionSeen.FIRST_SEEN.col()).as(DimensionSeen.FIRST_SEEN.name()),
                        max(DimensionSeen.LAST_SEEN.col()).as(DimensionSeen.LAST_SEEN.name()));
    }

    /**
     * The versions of all rows, as {@link MasterRows} with the times they hold.
     *
     * @param earlier versions that began before the days of {@code seen}
     * @param seen what was seen from some day on, all of it
     */
    static Dataset<Row> versions(Dataset<Row> earlier, Dataset<Row> seen) {
        WindowSpec ofRow = Window.partitionBy(DimensionSeen.DIMENSION.col(), DimensionSeen.KEY.col())
                .orderBy(History.VALID_FROM.col());
        return known(earlier, seen)
                .withColumn(BEFORE, lag(DimensionSeen.ATTRIBUTES.col(), 1).over(ofRow))
                .where(not(DimensionSeen.ATTRIBUTES.col().eqNullSafe(col(BEFORE))))
                .withColumn(
                        History.VALID_TO.name(),
                        lead(History.VALID_FROM.col(), 1).over(ofRow))
                .drop(BEFORE);
    }

    private static Dataset<Row> known(Dataset<Row> earlier, Dataset<Row> seen) {
        return seen.select(
                        DimensionSeen.DIMENSION.col(),
                        DimensionSeen.KEY.col(),
                        DimensionSeen.ATTRIBUTES.col(),
                        explode(array(DimensionSeen.FIRST_SEEN.col(), DimensionSeen.LAST_SEEN.col()))
                                .as(History.VALID_FROM.name()))
                .union(earlier.select(
                        DimensionSeen.DIMENSION.col(),
                        DimensionSeen.KEY.col(),
                        DimensionSeen.ATTRIBUTES.col(),
                        History.VALID_FROM.col()))
                .groupBy(DimensionSeen.DIMENSION.col(), DimensionSeen.KEY.col(), History.VALID_FROM.col())
                .agg(max(DimensionSeen.ATTRIBUTES.col()).as(DimensionSeen.ATTRIBUTES.name()));
    }

    private Histories() {}
}
