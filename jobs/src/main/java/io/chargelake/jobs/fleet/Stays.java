package io.chargelake.jobs.fleet;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.timestamp_seconds;
import static org.apache.spark.sql.functions.unix_seconds;
import static org.apache.spark.sql.functions.when;

import io.chargelake.jobs.lake.Run;
import io.chargelake.jobs.raw.FlatFiles;
import io.chargelake.jobs.tables.ChargeSession;
import io.chargelake.jobs.tables.Col;
import io.chargelake.jobs.tables.FlatStays;
import io.chargelake.jobs.tables.Trip;
import io.chargelake.jobs.tables.Vehicle;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Who stays where, from wherever it is told. */
final class Stays {
    private static final String NEXT_TRIP = "_next_trip";
    private static final String TRIP_START = "_trip_start";
    private static final String OF_MODEL = "_of_";
    private static final int DAY_S = 86_400;

    /** Only stays that begin on the days asked for; those without a readable arrival are looked at. */
    static Dataset<Row> within(Run run, Dataset<Row> stays) {
        return run.days().isAll()
                ? stays
                : stays.where(FlatStays.ARRIVAL.col().isNull().or(run.days().containTime(FlatStays.ARRIVAL.col())));
    }

    /** What a row does not tell of its vehicle is that of its model. */
    static Dataset<Row> withModels(Dataset<Row> stays, Catalogue catalogue) {
        List<Col> told = List.of(FlatStays.BATTERY_KWH, FlatStays.AC_KW, FlatStays.DC_KW, FlatStays.V2G);
        StructType schema = new StructType().add(OF_MODEL + FlatStays.MODEL.name(), DataTypes.StringType);
        for (Col column : told) {
            schema = schema.add(OF_MODEL + column.name(), column.type());
        }
        List<Row> rows = catalogue.byModel().values().stream()
                .map(entry -> RowFactory.create(
                        entry.model(),
                        entry.batteryKwh().orElse(null),
                        entry.acKw().orElse(null),
                        entry.dcKw().orElse(null),
                        entry.v2g().orElse(null)))
                .toList();
        Dataset<Row> models = broadcast(stays.sparkSession().createDataFrame(rows, schema));
        Dataset<Row> beside =
                stays.join(models, FlatStays.MODEL.col().equalTo(col(OF_MODEL + FlatStays.MODEL.name())), "left");
        for (Col column : told) {
            beside = beside.withColumn(column.name(), coalesce(column.col(), col(OF_MODEL + column.name())));
        }
        return beside.drop(Stream.of(schema.fieldNames()).toArray(String[]::new));
    }

    /**
     * Charge sessions of a fleet as stays at one site. Where the next trip of a vehicle begins within a day it stood there until then; else it
     * leaves with the session's end. It wants what it got.
     */
    static Dataset<Row> ofSessions(Run run, String site) {
        Dataset<Row> sessions = run.read(ChargeSession.TABLE);
        Dataset<Row> vehicles = run.lake()
                .read(Vehicle.TABLE)
                .select(Vehicle.VEHICLE_ID.col(), Vehicle.MODEL.col(), Vehicle.BATTERY_KWH.col());
        run.noteInput(Trip.TABLE);
        run.noteInput(Vehicle.TABLE);
        Column end = ChargeSession.END_TIME.col();
        Column limit = timestamp_seconds(unix_seconds(end).plus(DAY_S));
        Column departure = when(col(NEXT_TRIP).geq(end).and(col(NEXT_TRIP).leq(limit)), least(col(NEXT_TRIP), limit))
                .otherwise(end);
        Column isDirect = ChargeSession.POWER_TYPE.col().equalTo("DC");
        Column power = coalesce(ChargeSession.POWER_MAX_KW.col(), ChargeSession.POWER_MEAN_KW.col());
        Column type = when(isDirect, when(power.gt(150), "DC_ULTRA").otherwise("DC_FAST"))
                .otherwise("AC");
        Dataset<Row> stays = untilNextTrip(sessions, run.lake().read(Trip.TABLE))
                .join(vehicles, Vehicle.VEHICLE_ID.name(), "left")
                .select(
                        FlatStays.VEHICLE_ID.col(),
                        lit(site).as(FlatStays.SITE_ID.name()),
                        ChargeSession.START_TIME.col().as(FlatStays.ARRIVAL.name()),
                        departure.as(FlatStays.DEPARTURE.name()),
                        ChargeSession.SOC_START.col().as(FlatStays.SOC_ARRIVAL.name()),
                        ChargeSession.SOC_END.col().as(FlatStays.SOC_TARGET.name()),
                        Vehicle.MODEL.col().as(FlatStays.MODEL.name()),
                        Vehicle.BATTERY_KWH.col().as(FlatStays.BATTERY_KWH.name()),
                        when(isDirect, lit(0.0)).otherwise(power).as(FlatStays.AC_KW.name()),
                        when(isDirect, power).otherwise(lit(0.0)).as(FlatStays.DC_KW.name()),
                        lit(null).cast(DataTypes.BooleanType).as(FlatStays.V2G.name()),
                        power.as(FlatStays.CHARGER_KW.name()),
                        type.as(FlatStays.CHARGER_CLASS.name()),
                        lit(null).cast(DataTypes.IntegerType).as(FlatStays.PHASE.name()));
        return stays.withColumn(
                        FlatFiles.ORIGINAL,
                        struct(Stream.of(stays.columns()).map(name -> col(name)).toArray(Column[]::new)))
                .withColumn(FlatFiles.SOURCE_FILE, lit(ChargeSession.TABLE.name()))
                .withColumn(FlatFiles.CORRUPT, lit(null).cast(DataTypes.StringType))
                .withColumn(FlatFiles.TIME_FAULT, lit(null).cast(DataTypes.StringType))
                .withColumn(FlatFiles.UNPARSED, lit(null).cast(DataTypes.StringType));
    }

    /** Sessions and trips of a vehicle sorted once: the next trip is the first behind a session. */
    private static Dataset<Row> untilNextTrip(Dataset<Row> sessions, Dataset<Row> trips) {
        var following = Window.partitionBy(Trip.VEHICLE_ID.col())
                .orderBy(Trip.START_TIME.col(), col(TRIP_START).asc_nulls_first())
                .rowsBetween(1, Window.unboundedFollowing());
        return sessions.withColumn(TRIP_START, lit(null).cast(DataTypes.TimestampType))
                .unionByName(
                        trips.select(
                                Trip.VEHICLE_ID.col(),
                                Trip.START_TIME.col(),
                                Trip.START_TIME.col().as(TRIP_START)),
                        true)
                .withColumn(NEXT_TRIP, first(col(TRIP_START), true).over(following))
                .where(col(TRIP_START).isNull())
                .drop(TRIP_START);
    }

    private Stays() {}
}
