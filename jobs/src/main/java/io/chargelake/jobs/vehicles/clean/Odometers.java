package io.chargelake.jobs.vehicles.clean;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.percentile_approx;
import static org.apache.spark.sql.functions.struct;

import io.chargelake.jobs.raw.FlatFiles;
import io.chargelake.unit.OdometerLinks;
import io.chargelake.unit.OdometerLinks.Link;
import io.chargelake.unit.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** Odometers from one file to the next, by vehicle. */
final class Odometers {
    private static final String BEGIN = "_begin";
    private static final String END = "_end";
    private static final String BEFORE = "_before";
    private static final String RATIO = "_ratio";
    private static final String VEHICLES = "_vehicles";
    private static final String FROM = "_from";
    private static final String AT = "_at";
    private static final String KM = "_km";
    /** An odometer of less tells nothing: a new car may well drive half of it between two rows. */
    private static final double LEAST = 200;

    /** @param known units of files by other evidence; @return those of all files that a chain of odometers tells of */
    static Map<String, Unit> units(Dataset<Row> sample, Map<String, Unit> known) {
        var byTime = Window.partitionBy(col(FileSample.VEHICLE)).orderBy(col(BEGIN), col(FlatFiles.SOURCE_FILE));
        List<Row> pairs = sample.where(col(FileSample.ODOMETER_START)
                        .gt(LEAST)
                        .and(col(FileSample.ODOMETER_END).gt(LEAST))
                        .and(col(FileSample.START_S).isNotNull()))
                .groupBy(col(FileSample.VEHICLE), col(FlatFiles.SOURCE_FILE))
                .agg(
                        min(struct(
                                        col(FileSample.START_S).as(AT),
                                        col(FileSample.ODOMETER_START).as(KM)))
                                .as(BEGIN),
                        max(struct(
                                        col(FileSample.START_S).as(AT),
                                        col(FileSample.ODOMETER_END).as(KM)))
                                .as(END))
                .select(
                        col(FlatFiles.SOURCE_FILE),
                        lag(col(FlatFiles.SOURCE_FILE), 1).over(byTime).as(FROM),
                        lag(col(END), 1).over(byTime).as(BEFORE),
                        col(BEGIN))
                .where(col(FROM).isNotNull())
                .groupBy(col(FROM), col(FlatFiles.SOURCE_FILE))
                .agg(
                        percentile_approx(
                                        col(BEGIN)
                                                .getField(KM)
                                                .divide(col(BEFORE).getField(KM)),
                                        lit(0.5),
                                        lit(100))
                                .as(RATIO),
                        count(lit(1)).as(VEHICLES))
                .collectAsList();
        return OdometerLinks.units(links(pairs), known);
    }

    private static List<Link> links(List<Row> pairs) {
        var links = new ArrayList<Link>();
        for (Row pair : pairs) {
            OdometerLinks.step(1, pair.<Double>getAs(RATIO))
                    .ifPresent(step -> links.add(new Link(
                            pair.getAs(FROM), pair.getAs(FlatFiles.SOURCE_FILE), step, pair.<Long>getAs(VEHICLES))));
        }
        return links;
    }

    private Odometers() {}
}
