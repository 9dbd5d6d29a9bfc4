package io.chargelake.jobs.anomalies;

import static org.apache.spark.sql.functions.col;

import io.chargelake.jobs.lake.Run;
import io.chargelake.jobs.tables.ChargingPoint;
import io.chargelake.jobs.tables.ChargingStation;
import io.chargelake.jobs.tables.Connector;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Which station a device is at and who runs it, by today's master data. */
final class Places {
    private static final String STATION = "station";
    private static final String OPERATOR = "operator";

    private final Dataset<Row> devices;
    private final Map<String, String> stationOf = new HashMap<>();
    private final Map<String, String> operatorOf = new HashMap<>();
    private final Map<String, String> operatorOfStation = new HashMap<>();

    private Places(Dataset<Row> devices) {
        this.devices = devices;
    }

    static Places of(Run run, Anomalies.Device device) {
        Dataset<Row> points = run.read(ChargingPoint.TABLE)
                .join(run.read(ChargingStation.TABLE), ChargingPoint.ID_CS.name())
                .select(
                        ChargingPoint.ID_CP.col(),
                        ChargingStation.ID_CS.col().cast("string").as(STATION),
                        ChargingStation.OPERATOR_NAME.col().as(OPERATOR));
        Dataset<Row> devices = device == Anomalies.Device.CONNECTOR
                ? run.read(Connector.TABLE)
                        .join(points, Connector.ID_CP.name())
                        .withColumnRenamed(Connector.ID_CONNECTOR.name(), Watched.DEVICE)
                : points.withColumnRenamed(ChargingPoint.ID_CP.name(), Watched.DEVICE);
        Places places = new Places(devices.select(Watched.DEVICE, STATION, OPERATOR));
        List<Row> rows = places.devices.collectAsList();
        for (Row row : rows) {
            places.stationOf.put(row.getString(0), row.getString(1));
            places.operatorOf.put(row.getString(0), row.getString(2));
            places.operatorOfStation.put(row.getString(1), row.getString(2));
        }
        return places;
    }

    Dataset<Row> stations() {
        return groups(STATION);
    }

    Dataset<Row> operators() {
        return groups(OPERATOR);
    }

    private Dataset<Row> groups(String by) {
        return devices.where(col(by).isNotNull()).select(col(Watched.DEVICE), col(by).as(Watched.GROUP));
    }

    /** Null where it is not known. */
    String station(String device) {
        return stationOf.get(device);
    }

    /** Null where it is not known. */
    String operator(String device) {
        return operatorOf.get(device);
    }

    /** Null where it is not known. */
    String operatorOfStation(String station) {
        return operatorOfStation.get(station);
    }
}
