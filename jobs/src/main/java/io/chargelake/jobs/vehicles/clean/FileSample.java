package io.chargelake.jobs.vehicles.clean;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.unix_seconds;
import static org.apache.spark.sql.functions.when;

import io.chargelake.jobs.columns.RawNumbers;
import io.chargelake.jobs.columns.RawTimes;
import io.chargelake.jobs.raw.FlatFiles;
import io.chargelake.jobs.tables.Charge;
import io.chargelake.jobs.tables.Col;
import io.chargelake.jobs.tables.Drive;
import io.chargelake.jobs.vehicles.clean.Source.Stored;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/** Some rows of each file, read leniently and side by side, whatever their kind: what detection looks at. */
final class FileSample {
    /** Which of the sources the row is of. */
    static final String SOURCE = "_source";

    static final String VEHICLE = "_vehicle";
    static final String ENERGY = "_energy";
    static final String DISTANCE = "_distance";
    static final String SOC_START = "_soc_start";
    static final String SOC_END = "_soc_end";
    static final String POWER = "_power";
    static final String ODOMETER_START = "_odometer_start";
    static final String ODOMETER_END = "_odometer_end";
    static final String START_S = "_start_s";
    /** Hours from start to end, by each order of a date's numbers. */
    static final String HOURS = "_hours";

    static final String HOURS_DMY = "_hours_dmy";
    static final String HOURS_MDY = "_hours_mdy";
    /** The first and the second number of a date that has the year last. */
    static final String FIRST = "_first";

    static final String SECOND = "_second";
    static final String IS_LOCAL = "_is_local";
    /** How many numbers of the row have a decimal comma, or a point. */
    static final String COMMAS = "_commas";

    static final String POINTS = "_points";

    private static final String START = "_start";
    private static final String END = "_end";
    private static final String NUMBERS = "_numbers";
    private static final String POWER_MEAN = "_power_mean";
    private static final double SECONDS_AN_HOUR = 3_600;

    /** Shapes are brought to one form first, so that one plan parses them all. */
    static Dataset<Row> of(List<Source> sources) {
        return hours(parsed(IntStream.range(0, sources.size())
                .mapToObj(i -> texts(sources.get(i), i))
                .reduce(Dataset::union)
                .orElseThrow()));
    }

    private static Dataset<Row> texts(Source source, int number) {
        Column[] columns = {
            col(FlatFiles.SOURCE_FILE),
            lit(number).as(SOURCE),
            text(source, Drive.VEHICLE_ID).as(VEHICLE),
            text(source, Drive.ENERGY_KWH).as(ENERGY),
            text(source, Drive.DISTANCE_KM).as(DISTANCE),
            text(source, Drive.SOC_START).as(SOC_START),
            text(source, Drive.SOC_END).as(SOC_END),
            text(source, Charge.POWER_MAX_KW).as(POWER),
            text(source, Charge.POWER_MEAN_KW).as(POWER_MEAN),
            text(source, Drive.ODOMETER_START_KM).as(ODOMETER_START),
            text(source, Drive.ODOMETER_END_KM).as(ODOMETER_END),
            text(source, Drive.START_TIME).as(START),
            text(source, Drive.END_TIME).as(END),
            numbers(source).as(NUMBERS)
        };
        return source.shape().sample().where(col(FlatFiles.CORRUPT).isNull()).select(columns);
    }

    /** Values that are stored as numbers or times are written out: there are few of them here. */
    private static Column text(Source source, Col ours) {
        return source.stored(ours)
                .map(stored -> ours.type().equals(DataTypes.TimestampType) ? Times.text(stored) : stored.value())
                .map(value -> value.cast(DataTypes.StringType))
                .orElse(lit(null).cast(DataTypes.StringType));
    }

    private static Column numbers(Source source) {
        return concat_ws(
                " ",
                source.kind().layout().columns().stream()
                        .filter(ours -> ours.type().equals(DataTypes.DoubleType))
                        .map(source::stored)
                        .flatMap(Optional::stream)
                        .filter(Stored::isText)
                        .map(Stored::value)
                        .toArray(Column[]::new));
    }

    private static Dataset<Row> parsed(Dataset<Row> texts) {
        Column start = col(START);
        Column end = col(END);
        return texts.select(
                col(FlatFiles.SOURCE_FILE),
                col(SOURCE),
                Ids.normal(col(VEHICLE)).as(VEHICLE),
                RawNumbers.either(col(ENERGY)).as(ENERGY),
                RawNumbers.either(col(DISTANCE)).as(DISTANCE),
                RawNumbers.either(col(SOC_START)).as(SOC_START),
                RawNumbers.either(col(SOC_END)).as(SOC_END),
                RawNumbers.either(coalesce(col(POWER), col(POWER_MEAN))).as(POWER),
                RawNumbers.either(col(ODOMETER_START)).as(ODOMETER_START),
                RawNumbers.either(col(ODOMETER_END)).as(ODOMETER_END),
                RawTimes.yearFirst(start).as(START),
                RawTimes.yearFirst(end).as(END),
                RawTimes.dayFirst(start).as(START + DateOrder.DMY),
                RawTimes.dayFirst(end).as(END + DateOrder.DMY),
                RawTimes.monthFirst(start).as(START + DateOrder.MDY),
                RawTimes.monthFirst(end).as(END + DateOrder.MDY),
                when(RawTimes.isYearLast(start), RawTimes.firstNumber(start)).as(FIRST),
                when(RawTimes.isYearLast(start), RawTimes.secondNumber(start)).as(SECOND),
                coalesce(RawTimes.isLocal(start), lit(false)).as(IS_LOCAL),
                RawNumbers.commas(col(NUMBERS)).as(COMMAS),
                RawNumbers.points(col(NUMBERS)).as(POINTS));
    }

    private static Dataset<Row> hours(Dataset<Row> parsed) {
        return parsed.withColumn(START_S, seconds(coalesce(col(START), col(START + DateOrder.DMY))))
                .withColumn(HOURS, hours(col(START), col(END)))
                .withColumn(HOURS_DMY, hours(col(START + DateOrder.DMY), col(END + DateOrder.DMY)))
                .withColumn(HOURS_MDY, hours(col(START + DateOrder.MDY), col(END + DateOrder.MDY)));
    }

    private static Column hours(Column start, Column end) {
        return seconds(end).minus(seconds(start)).divide(SECONDS_AN_HOUR);
    }

    private static Column seconds(Column moment) {
        return unix_seconds(moment).cast(DataTypes.DoubleType);
    }

    private FileSample() {}
}
