package io.chargelake.jobs.vehicles.clean;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
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

    private static final double SECONDS_AN_HOUR = 3_600;

    static Dataset<Row> of(List<Source> sources) {
        return IntStream.range(0, sources.size())
                .mapToObj(i -> of(sources.get(i), i))
                .reduce(Dataset::union)
                .orElseThrow();
    }

    private static Dataset<Row> of(Source source, int number) {
        Optional<Stored> start = source.stored(Drive.START_TIME);
        Optional<Stored> end = source.stored(Drive.END_TIME);
        Column texts = start.filter(Stored::isText).map(Stored::value).orElse(nothing(DataTypes.StringType));
        var columns = new ArrayList<Column>(List.of(
                col(FlatFiles.SOURCE_FILE),
                lit(number).as(SOURCE),
                vehicle(source).as(VEHICLE),
                number(source, Drive.ENERGY_KWH).as(ENERGY),
                number(source, Drive.DISTANCE_KM).as(DISTANCE),
                number(source, Drive.SOC_START).as(SOC_START),
                number(source, Drive.SOC_END).as(SOC_END),
                coalesce(number(source, Charge.POWER_MAX_KW), number(source, Charge.POWER_MEAN_KW))
                        .as(POWER),
                number(source, Drive.ODOMETER_START_KM).as(ODOMETER_START),
                number(source, Drive.ODOMETER_END_KM).as(ODOMETER_END),
                start.map(s -> seconds(s, DateOrder.DMY))
                        .orElse(nothing(DataTypes.DoubleType))
                        .as(START_S),
                hours(start, end, DateOrder.YMD).as(HOURS),
                hours(start, end, DateOrder.DMY).as(HOURS_DMY),
                hours(start, end, DateOrder.MDY).as(HOURS_MDY),
                when(RawTimes.isYearLast(texts), RawTimes.firstNumber(texts)).as(FIRST),
                when(RawTimes.isYearLast(texts), RawTimes.secondNumber(texts)).as(SECOND),
                start.map(FileSample::isLocal).orElse(lit(false)).as(IS_LOCAL),
                marks(source, DecimalMark.COMMA).as(COMMAS),
                marks(source, DecimalMark.POINT).as(POINTS)));
        return source.shape().sample().where(col(FlatFiles.CORRUPT).isNull()).select(columns.toArray(Column[]::new));
    }

    private static Column vehicle(Source source) {
        return source.stored(Drive.VEHICLE_ID)
                .map(stored -> Ids.normal(stored.value().cast(DataTypes.StringType)))
                .orElse(nothing(DataTypes.StringType));
    }

    private static Column number(Source source, Col ours) {
        return source.stored(ours)
                .filter(stored -> source.kind() != Kind.VEHICLE)
                .map(stored -> stored.isText() ? RawNumbers.either(stored.value()) : stored.value())
                .map(value -> value.try_cast(DataTypes.DoubleType))
                .orElse(nothing(DataTypes.DoubleType));
    }

    private static Column hours(Optional<Stored> start, Optional<Stored> end, DateOrder order) {
        return start.isEmpty() || end.isEmpty()
                ? nothing(DataTypes.DoubleType)
                : seconds(end.get(), order).minus(seconds(start.get(), order)).divide(SECONDS_AN_HOUR);
    }

    private static Column seconds(Stored time, DateOrder order) {
        Column moment = time.isText() ? order.moment(time.value()) : Times.typed(time);
        return unix_seconds(moment).cast(DataTypes.DoubleType);
    }

    private static Column isLocal(Stored start) {
        return start.isText() ? coalesce(RawTimes.isLocal(start.value()), lit(false)) : lit(Times.isTypedLocal(start));
    }

    private static Column marks(Source source, DecimalMark mark) {
        return source.kind().layout().columns().stream()
                .filter(ours -> ours.type().equals(DataTypes.DoubleType))
                .map(source::stored)
                .flatMap(Optional::stream)
                .filter(Stored::isText)
                .map(Stored::value)
                .map(text -> mark == DecimalMark.COMMA ? RawNumbers.hasComma(text) : RawNumbers.hasPoint(text))
                .map(has -> when(has, 1).otherwise(0))
                .reduce(Column::plus)
                .orElse(lit(0));
    }

    private static Column nothing(DataType type) {
        return lit(null).cast(type);
    }

    private FileSample() {}
}
