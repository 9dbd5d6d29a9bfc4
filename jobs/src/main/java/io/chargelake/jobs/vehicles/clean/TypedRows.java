package io.chargelake.jobs.vehicles.clean;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import io.chargelake.jobs.columns.LocalTime;
import io.chargelake.jobs.columns.RawNumbers;
import io.chargelake.jobs.columns.RawTimes;
import io.chargelake.jobs.raw.FlatFiles;
import io.chargelake.jobs.tables.Col;
import io.chargelake.jobs.tables.Drive;
import io.chargelake.jobs.tables.FlatDrives;
import io.chargelake.jobs.vehicles.clean.Source.Stored;
import io.chargelake.unit.Quantity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** Rows of a source in our columns, plain units and UTC, each file by its own reading; what can't be read is null and named. */
final class TypedRows {
    private static final String VALUE = "_value_";
    private static final String WALL = "_wall_";
    private static final String LOCAL = "_local_";
    private static final Col START = Drive.START_TIME;
    private static final Col END = Drive.END_TIME;

    private final Source source;
    private final ReadingColumns readings;
    private final Clock clock;

    private TypedRows(Source source, ReadingColumns readings, Clock clock) {
        this.source = source;
        this.readings = readings;
        this.clock = clock;
    }

    static Dataset<Row> of(Source source, List<FileVerdict> files, Clock clock) {
        var typed = new TypedRows(source, ReadingColumns.of(files), clock);
        Dataset<Row> rows =
                typed.parsed(typed.read(typed.readings.beside(source.shape().asReceived())));
        return Texts.repaired(source.kind(), source.kind() == Kind.VEHICLE ? rows : typed.moments(rows));
    }

    /** Values are read in a step of their own, so that looking at what came of them does not read them again. */
    private Dataset<Row> read(Dataset<Row> rows) {
        Map<String, Column> values = new LinkedHashMap<>();
        for (Col ours : source.kind().layout().columns()) {
            source.stored(ours)
                    .filter(stored -> !ours.type().equals(DataTypes.StringType))
                    .map(stored -> isTime(ours) ? wall(stored) : number(ours, stored))
                    .ifPresent(value -> values.put(VALUE + ours.name(), value));
        }
        return rows.withColumns(values);
    }

    private Dataset<Row> parsed(Dataset<Row> read) {
        var columns = new ArrayList<Column>();
        var unparsed = new ArrayList<Column>(List.of(nothing(DataTypes.StringType)));
        for (Col ours : source.kind().layout().columns()) {
            Optional<Stored> stored = source.stored(ours);
            Column value = stored.map(s -> value(ours, s)).orElse(nothing(ours.type()));
            columns.add(value.as(isTime(ours) ? WALL + ours.name() : ours.name()));
            if (isTime(ours)) {
                columns.add(stored.map(this::isLocal).orElse(lit(false)).as(LOCAL + ours.name()));
            }
            if (!ours.type().equals(DataTypes.StringType)) {
                stored.ifPresent(s -> unparsed.add(unparsed(ours, s)));
            }
        }
        columns.add(source.stored(Drive.VEHICLE_ID)
                .map(s -> s.value().cast(DataTypes.StringType))
                .orElse(nothing(DataTypes.StringType))
                .as(RawRow.SPELLED));
        columns.add(col(FlatFiles.SOURCE_FILE));
        columns.add(col(FlatFiles.ORIGINAL));
        columns.add(col(FlatFiles.CORRUPT));
        columns.add(coalesce(unparsed.toArray(Column[]::new)).as(FlatFiles.UNPARSED));
        return read.select(columns.toArray(Column[]::new));
    }

    private static boolean isTime(Col ours) {
        return ours.type().equals(DataTypes.TimestampType);
    }

    private Column value(Col ours, Stored stored) {
        if (ours.type().equals(DataTypes.StringType)) {
            Column text = trim(stored.value().cast(DataTypes.StringType));
            return when(RawNumbers.isGiven(text), text);
        }
        Column value = col(VALUE + ours.name());
        return source.kind()
                .quantity(ours)
                .map(quantity -> readings.plain(value, quantity))
                .orElse(value);
    }

    private Column number(Col ours, Stored stored) {
        if (!stored.isText()) {
            return stored.value().try_cast(DataTypes.DoubleType);
        }
        Column number = when(RawNumbers.isGiven(stored.value()), readings.number(stored.value()));
        return ours.equals(FlatDrives.DURATION_S) ? coalesce(number, clock(stored)) : number;
    }

    /** A duration written h:mm:ss, in the unit that the file's plain numbers have. */
    private Column clock(Stored stored) {
        Column one = readings.plain(lit(1.0), Quantity.DURATION);
        return RawNumbers.clock(stored.value()).divide(one);
    }

    private Column wall(Stored stored) {
        if (!stored.isText()) {
            return Times.typed(stored);
        }
        Column text = clock.offsets() == Clock.Offsets.IGNORED ? RawTimes.dropOffset(stored.value()) : stored.value();
        return readings.moment(text);
    }

    private Column isLocal(Stored stored) {
        if (clock.isUtc()) {
            return lit(false);
        }
        if (clock.offsets() == Clock.Offsets.IGNORED) {
            return lit(true);
        }
        return stored.isText() ? RawTimes.isLocal(stored.value()) : lit(Times.isTypedLocal(stored));
    }

    /** Something is there, but it could not be read. */
    private static Column unparsed(Col ours, Stored stored) {
        Column given = RawNumbers.isGiven(stored.value().cast(DataTypes.StringType));
        return when(col(VALUE + ours.name()).isNull().and(given), lit(ours.name()));
    }

    private Dataset<Row> moments(Dataset<Row> rows) {
        Column start = moment(START);
        Column first = moment(END);
        // a charge that began before the clock went back ends after it
        Column end = clock.isUtc()
                ? first
                : when(
                                col(LOCAL + END.name()).and(first.lt(start)),
                                LocalTime.toLastMoment(col(WALL + END.name()), clock.zone()))
                        .otherwise(first);
        return rows.withColumn(START.name(), start)
                .withColumn(END.name(), end)
                .withColumn(FlatFiles.TIME_FAULT, coalesce(fault(START), fault(END)))
                .drop(Arrays.stream(rows.columns())
                        .filter(name -> name.startsWith(WALL) || name.startsWith(LOCAL))
                        .toArray(String[]::new));
    }

    private Column moment(Col time) {
        Column wall = col(WALL + time.name());
        return clock.isUtc()
                ? wall
                : when(col(LOCAL + time.name()), LocalTime.toMoment(wall, clock.zone()))
                        .otherwise(wall);
    }

    private Column fault(Col time) {
        return clock.isUtc()
                ? nothing(DataTypes.StringType)
                : when(col(LOCAL + time.name()), LocalTime.fault(col(WALL + time.name()), clock.zone()));
    }

    private static Column nothing(DataType type) {
        return lit(null).cast(type);
    }
}
