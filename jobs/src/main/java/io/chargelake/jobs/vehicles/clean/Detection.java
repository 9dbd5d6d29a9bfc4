package io.chargelake.jobs.vehicles.clean;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.percentile_approx;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.chargelake.jobs.raw.FlatFiles;
import io.chargelake.unit.CommonCar;
import io.chargelake.unit.FileEvidence;
import io.chargelake.unit.Quantity;
import io.chargelake.unit.UnitDetection;
import io.chargelake.unit.Verdict;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What each file's values tell of how they are written: one query for all files, and one more for odometers. */
final class Detection {
    private static final int ACCURACY = 1_000;
    private static final double WEEK_H = 7 * 24;
    /** A month has no thirteenth. */
    private static final int MONTHS = 12;

    private static final double LEAST_SOC_CHANGE = 1e-9;

    private static final String SOCS = "socs";
    private static final String SOCS_UP_TO_ONE = "socs_up_to_one";
    private static final String ENERGY = "energy";
    private static final String ENERGY_PER_SOC = "energy_per_soc";
    private static final String ENERGY_PER_HOUR = "energy_per_hour";
    private static final String POWER = "power";
    private static final String ENERGY_PER_DISTANCE = "energy_per_distance";
    private static final String THIRST = "thirst";
    private static final String FAST = "fast";
    private static final String COMMAS = "commas";
    private static final String POINTS = "points";
    private static final String LOCAL = "local";
    private static final String YEAR_LAST = "year_last";
    private static final String FIRST_ABOVE_12 = "first_above_12";
    private static final String SECOND_ABOVE_12 = "second_above_12";
    private static final String ODD_DMY = "odd_dmy";
    private static final String ODD_MDY = "odd_mdy";

    static List<FileVerdict> of(Dataset<Row> sample, List<Source> sources, Mapping mapping) {
        Column hours = coalesce(col(FileSample.HOURS), col(FileSample.HOURS_DMY), col(FileSample.HOURS_MDY));
        Column energy = col(FileSample.ENERGY);
        Column distance = col(FileSample.DISTANCE);
        Column speed = when(hours.gt(0).and(distance.gt(0)), distance.divide(hours));
        Column change = abs(col(FileSample.SOC_END).minus(col(FileSample.SOC_START)));
        return sample
                .groupBy(col(FlatFiles.SOURCE_FILE))
                .agg(
                        first(col(FileSample.SOURCE)).as(FileSample.SOURCE),
                        socs(lit(Double.MAX_VALUE)).as(SOCS),
                        socs(lit(1.0)).as(SOCS_UP_TO_ONE),
                        median(when(energy.gt(0), energy)).as(ENERGY),
                        median(when(change.gt(LEAST_SOC_CHANGE).and(energy.gt(0)), energy.divide(change)))
                                .as(ENERGY_PER_SOC),
                        median(when(hours.gt(0).and(energy.gt(0)), energy.divide(hours)))
                                .as(ENERGY_PER_HOUR),
                        median(when(col(FileSample.POWER).gt(0), col(FileSample.POWER)))
                                .as(POWER),
                        median(when(distance.gt(0).and(energy.gt(0)), energy.divide(distance)))
                                .as(ENERGY_PER_DISTANCE),
                        median(when(
                                        speed.geq(CommonCar.SLOW).and(energy.gt(0)),
                                        energy.divide(distance).divide(common(speed))))
                                .as(THIRST),
                        avg(when(speed.gt(CommonCar.FAST), 1.0).when(speed.isNotNull(), 0.0))
                                .as(FAST),
                        sum(col(FileSample.COMMAS)).as(COMMAS),
                        sum(col(FileSample.POINTS)).as(POINTS),
                        avg(when(col(FileSample.IS_LOCAL), 1.0).otherwise(0.0)).as(LOCAL),
                        count(col(FileSample.FIRST)).as(YEAR_LAST),
                        count(when(col(FileSample.FIRST).gt(MONTHS), 1)).as(FIRST_ABOVE_12),
                        count(when(col(FileSample.SECOND).gt(MONTHS), 1)).as(SECOND_ABOVE_12),
                        odd(FileSample.HOURS_DMY).as(ODD_DMY),
                        odd(FileSample.HOURS_MDY).as(ODD_MDY))
                .orderBy(col(FlatFiles.SOURCE_FILE))
                .collectAsList()
                .stream()
                .map(row -> verdict(row, sources.get(row.getAs(FileSample.SOURCE)), mapping))
                .toList();
    }

    private static Column common(Column speed) {
        return speed.multiply(speed)
                .multiply(CommonCar.DRAG_KWH_PER_KM_PER_KMH2)
                .plus(CommonCar.ROLLING_KWH_PER_KM)
                .plus(lit(CommonCar.BESIDE_KW).divide(speed));
    }

    private static Column median(Column value) {
        return percentile_approx(value, lit(0.5), lit(ACCURACY));
    }

    /** Empty batteries are written 0 in any unit. */
    private static Column socs(Column upTo) {
        return count(when(
                        col(FileSample.SOC_START)
                                .gt(0)
                                .and(col(FileSample.SOC_START).leq(upTo)),
                        1))
                .plus(count(when(
                        col(FileSample.SOC_END)
                                .gt(0)
                                .and(col(FileSample.SOC_END).leq(upTo)),
                        1)));
    }

    /** Rows that would end before they begin, or after more than a week. */
    private static Column odd(String hours) {
        return count(when(not(col(hours).between(0, WEEK_H)), 1));
    }

    private static FileVerdict verdict(Row row, Source source, Mapping mapping) {
        Map<Quantity, Verdict> units = new EnumMap<>(UnitDetection.of(evidence(row)));
        mapping.units().forEach((quantity, unit) -> {
            if (source.has(quantity)) {
                units.put(quantity, Verdict.stated(unit));
            }
        });
        Dates dates = mapping.dates()
                .map(order -> new Dates(order, Verdict.Certainty.STATED))
                .orElseGet(() -> dates(row));
        return new FileVerdict(
                row.getAs(FlatFiles.SOURCE_FILE),
                source,
                units,
                mapping.decimal()
                        .orElse(number(row, COMMAS) > number(row, POINTS) ? DecimalMark.COMMA : DecimalMark.POINT),
                dates.order,
                dates.certainty,
                row.<Double>getAs(LOCAL));
    }

    private record Dates(DateOrder order, Verdict.Certainty certainty) {}

    /** A number above 12 is a day; else the order by which fewer rows last longer than a week. */
    private static Dates dates(Row row) {
        if (number(row, YEAR_LAST) == 0) {
            return new Dates(DateOrder.YMD, Verdict.Certainty.DETECTED);
        }
        long dayFirst = number(row, FIRST_ABOVE_12);
        long monthFirst = number(row, SECOND_ABOVE_12);
        if (dayFirst != monthFirst) {
            return new Dates(dayFirst > monthFirst ? DateOrder.DMY : DateOrder.MDY, Verdict.Certainty.DETECTED);
        }
        long oddDmy = number(row, ODD_DMY);
        long oddMdy = number(row, ODD_MDY);
        return oddDmy == oddMdy
                ? new Dates(DateOrder.DMY, Verdict.Certainty.ASSUMED)
                : new Dates(oddDmy < oddMdy ? DateOrder.DMY : DateOrder.MDY, Verdict.Certainty.DETECTED);
    }

    private static FileEvidence evidence(Row row) {
        long socs = number(row, SOCS);
        return new FileEvidence(
                socs == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) number(row, SOCS_UP_TO_ONE) / socs),
                real(row, ENERGY),
                real(row, ENERGY_PER_SOC),
                real(row, ENERGY_PER_HOUR),
                real(row, POWER),
                real(row, ENERGY_PER_DISTANCE),
                real(row, THIRST),
                real(row, FAST));
    }

    private static OptionalDouble real(Row row, String name) {
        return row.getAs(name) == null ? OptionalDouble.empty() : OptionalDouble.of(row.<Double>getAs(name));
    }

    private static long number(Row row, String name) {
        return row.getAs(name) == null ? 0 : row.<Number>getAs(name).longValue();
    }

    private Detection() {}
}
