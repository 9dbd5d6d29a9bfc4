package io.chargelake.jobs.stations.kpi;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import io.chargelake.jobs.lake.Run;
import io.chargelake.jobs.tables.ChargingPoint;
import io.chargelake.jobs.tables.ChargingStation;
import io.chargelake.jobs.tables.Connector;
import io.chargelake.jobs.tables.StationKpi;
import io.chargelake.jobs.tables.StationRegister;
import io.chargelake.jobs.tables.StatusConnectors;
import io.chargelake.jobs.tables.Table;
import io.chargelake.status.Status;
import io.chargelake.status.StatusClass;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Whether stations worked at the end of a day, by the last poll of each of their connectors on that day. */
final class LiveStatus {
    static final String LIVE = "_live";
    /** At least one connector is neither out of service nor unknown. */
    static final String WORKS = "works";

    /** None works, and of at least one it is known that it does not. */
    static final String FAILS = "fails";

    /** Polled, but nothing is known of any connector. */
    static final String UNKNOWN = "unknown";

    private static final Set<StatusClass> WORKING =
            EnumSet.of(StatusClass.AVAILABLE, StatusClass.OCCUPIED, StatusClass.BLOCKED);

    /** Stations that were polled on these days: date, station's id, place, and one of the three words. */
    static Dataset<Row> of(Run run, List<LocalDate> days) {
        Stream.of(StatusConnectors.TABLE, Connector.TABLE, ChargingPoint.TABLE, ChargingStation.TABLE)
                .forEach(run::noteInput);
        Dataset<Row> polls =
                run.lake().read(StatusConnectors.TABLE).where(Table.DAY.col().isin(days.toArray()));
        return stations(
                last(polls),
                run.lake().read(Connector.TABLE),
                run.lake().read(ChargingPoint.TABLE),
                run.lake().read(ChargingStation.TABLE));
    }

    private static Dataset<Row> last(Dataset<Row> polls) {
        return polls.groupBy(Table.DAY.col().as(StationKpi.DATE.name()), StatusConnectors.ID_CONNECTOR.col())
                .agg(max_by(StatusConnectors.STATUS_CONNECTOR.col(), StatusConnectors.QUERY_TIME.col())
                        .as(StatusConnectors.STATUS_CONNECTOR.name()));
    }

    static Dataset<Row> stations(
            Dataset<Row> last, Dataset<Row> connectors, Dataset<Row> points, Dataset<Row> stations) {
        Column status = StatusConnectors.STATUS_CONNECTOR.col();
        Column live = when(max(works(status)), WORKS)
                .when(max(not(status.equalTo(Status.UNKNOWN.name()))), FAILS)
                .otherwise(UNKNOWN);
        return last.join(
                        connectors.select(Connector.ID_CONNECTOR.col(), Connector.ID_CP.col()),
                        Connector.ID_CONNECTOR.name())
                .join(points.select(ChargingPoint.ID_CP.col(), ChargingPoint.ID_CS.col()), ChargingPoint.ID_CP.name())
                .join(
                        stations.select(
                                ChargingStation.ID_CS.col(),
                                coalesce(
                                                ChargingStation.SOURCE_ID.col(),
                                                ChargingStation.ID_CS.col().cast("string"))
                                        .as(StationRegister.STATION_ID.name()),
                                ChargingStation.LATITUDE.col(),
                                ChargingStation.LONGITUDE.col()),
                        ChargingStation.ID_CS.name())
                .groupBy(
                        StationKpi.DATE.col(),
                        StationRegister.STATION_ID.col(),
                        ChargingStation.LATITUDE.col(),
                        ChargingStation.LONGITUDE.col())
                .agg(live.as(LIVE));
    }

    private static Column works(Column status) {
        Object[] words = Stream.of(Status.values())
                .filter(word -> WORKING.contains(word.statusClass()))
                .map(Status::name)
                .toArray();
        return status.isin(words);
    }

    private LiveStatus() {}
}
