package io.chargelake.jobs.forecast;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;

import io.chargelake.jobs.lake.Run;
import io.chargelake.jobs.tables.ChargingPoint;
import io.chargelake.jobs.tables.ChargingStation;
import io.chargelake.jobs.tables.Col;
import io.chargelake.jobs.tables.Connector;
import io.chargelake.jobs.tables.OccupancyFeature;
import io.chargelake.jobs.tables.OccupancyHourly;
import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What is forecast: single devices, or all points of a station or city together. */
enum Level {
    CONNECTOR,
    POINT,
    STATION,
    CITY;

    /** As tables and options call it. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return code();
    }

    /** Hours of the devices it is made of. */
    Dataset<Row> devices(Dataset<Row> occupancy) {
        String type = this == CONNECTOR ? CONNECTOR.code() : POINT.code();
        return occupancy.where(OccupancyHourly.DEVICE_TYPE.col().equalTo(type));
    }

    /** Hours of the level's members, from the hours of its devices: seconds summed up, and how many devices these are. */
    Dataset<Row> hours(Run run, Dataset<Row> devices) {
        if (this == CONNECTOR || this == POINT) {
            return devices.select(
                    OccupancyHourly.DEVICE_ID.col().as(OccupancyFeature.KEY.name()),
                    OccupancyHourly.HOUR.col(),
                    lit(1).as(OccupancyFeature.DEVICES.name()),
                    OccupancyHourly.OCCUPIED_S.col().cast("long").as(OccupancyHourly.OCCUPIED_S.name()),
                    OccupancyHourly.OUT_OF_SERVICE_S.col().cast("long").as(OccupancyHourly.OUT_OF_SERVICE_S.name()),
                    OccupancyHourly.UNKNOWN_S.col().cast("long").as(OccupancyHourly.UNKNOWN_S.name()),
                    OccupancyHourly.SESSIONS_STARTED.col());
        }
        return devices.join(members(run), OccupancyHourly.DEVICE_ID.col().equalTo(ChargingPoint.ID_CP.col()))
                .groupBy(OccupancyFeature.KEY.col(), OccupancyHourly.HOUR.col())
                .agg(
                        count(lit(1)).cast("int").as(OccupancyFeature.DEVICES.name()),
                        sum(OccupancyHourly.OCCUPIED_S.col()).as(OccupancyHourly.OCCUPIED_S.name()),
                        sum(OccupancyHourly.OUT_OF_SERVICE_S.col()).as(OccupancyHourly.OUT_OF_SERVICE_S.name()),
                        sum(OccupancyHourly.UNKNOWN_S.col()).as(OccupancyHourly.UNKNOWN_S.name()),
                        sum(OccupancyHourly.SESSIONS_STARTED.col())
                                .cast("int")
                                .as(OccupancyHourly.SESSIONS_STARTED.name()));
    }

    private Dataset<Row> members(Run run) {
        Column key = this == STATION ? ChargingStation.ID_CS.col().cast("string") : ChargingStation.CITY.col();
        return run.read(ChargingPoint.TABLE)
                .join(run.read(ChargingStation.TABLE), ChargingPoint.ID_CS.name())
                .select(ChargingPoint.ID_CP.col(), key.as(OccupancyFeature.KEY.name()))
                .where(OccupancyFeature.KEY.col().isNotNull());
    }

    /** Master data of the level's members: key, strongest connector, opening hours. */
    Dataset<Row> master(Run run) {
        Col power = OccupancyFeature.MAX_POWER_KW;
        Dataset<Row> rows = run.read(ChargingPoint.TABLE)
                .join(run.read(ChargingStation.TABLE), ChargingPoint.ID_CS.name())
                .join(run.read(Connector.TABLE), ChargingPoint.ID_CP.name());
        Column key =
                switch (this) {
                    case CONNECTOR -> Connector.ID_CONNECTOR.col();
                    case POINT -> ChargingPoint.ID_CP.col();
                    case STATION -> ChargingStation.ID_CS.col().cast("string");
                    case CITY -> ChargingStation.CITY.col();
                };
        return rows.where(key.isNotNull())
                .groupBy(key.as(OccupancyFeature.KEY.name()))
                .agg(
                        max(Connector.MAX_POWER.col()).cast(power.type()).as(power.name()),
                        this == CITY
                                ? lit(null).cast("boolean").as(OccupancyFeature.OPEN_24_7.name())
                                : first(ChargingStation.OPEN_24_7.col(), true).as(OccupancyFeature.OPEN_24_7.name()));
    }
}
