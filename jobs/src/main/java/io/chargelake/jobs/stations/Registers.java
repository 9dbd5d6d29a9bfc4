package io.chargelake.jobs.stations;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import io.chargelake.jobs.lake.Run;
import io.chargelake.jobs.tables.Col;
import io.chargelake.jobs.tables.History;
import io.chargelake.jobs.tables.StationDelivery;
import io.chargelake.jobs.tables.StationRegister;
import io.chargelake.jobs.tables.Table;
import io.chargelake.station.Doubt;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Writes a delivery to the register: its history, the current rows, and that there was this delivery. */
final class Registers {
    static final Table HISTORY = History.of(StationRegister.TABLE);
    private static final double VOLUME_TOLERANCE = 0.4;

    /** One register's delivery: {@code unseen} are rows of stations that could not be read. */
    record Delivery(
            String source, LocalDate day, Dataset<Row> stations, Dataset<Row> unseen, Completeness completeness) {}

    /** Whether a station that is not in a delivery is closed. */
    enum Completeness {
        COMPLETE,
        INCOMPLETE
    }

    static void write(Run run, List<Delivery> deliveries) {
        Dataset<Row> stored = run.lake().read(HISTORY);
        Dataset<Row> versions = stored;
        for (Delivery delivery : deliveries) {
            versions = with(run, versions, delivery);
        }
        Dataset<Row> all = versions.persist();
        try {
            if (!run.lake().has(HISTORY) || isChanged(all, stored)) {
                run.replace(HISTORY, all);
                run.replace(StationRegister.TABLE, current(all));
            }
            run.merge(StationDelivery.TABLE, noted(run, deliveries));
        } finally {
            all.unpersist();
        }
    }

    /** The rows that hold now. */
    private static Dataset<Row> current(Dataset<Row> versions) {
        return versions.where(History.VALID_TO.col().isNull())
                .select(StationRegister.TABLE.columns().stream().map(Col::col).toArray(Column[]::new));
    }

    private static Dataset<Row> with(Run run, Dataset<Row> versions, Delivery delivery) {
        Column own = StationRegister.SOURCE.col().equalTo(delivery.source());
        Dataset<Row> ofSource = versions.where(own);
        Dataset<Row> unseen = delivery.completeness() == Completeness.COMPLETE ? delivery.unseen() : ofSource;
        return versions.where(not(own))
                .unionByName(StationHistory.with(
                        ofSource,
                        delivery.stations(),
                        unseen,
                        new StationHistory.Reign(delivery.day(), nextDay(run, delivery))));
    }

    private static Optional<LocalDate> nextDay(Run run, Delivery delivery) {
        return days(run, delivery.source()).stream()
                .filter(day -> day.isAfter(delivery.day()))
                .min(Comparator.naturalOrder());
    }

    private static List<LocalDate> days(Run run, String source) {
        return run.lake()
                .read(StationDelivery.TABLE)
                .where(StationDelivery.SOURCE.col().equalTo(source))
                .select(StationDelivery.DELIVERED_ON.col())
                .as(Encoders.LOCALDATE())
                .collectAsList();
    }

    private static boolean isChanged(Dataset<Row> versions, Dataset<Row> stored) {
        return !versions.exceptAll(stored).isEmpty()
                || !stored.exceptAll(versions).isEmpty();
    }

    private static Dataset<Row> noted(Run run, List<Delivery> deliveries) {
        List<Row> rows = deliveries.stream()
                .map(delivery -> {
                    long stations = delivery.stations().count();
                    findVolume(run, delivery, stations);
                    return RowFactory.create(
                            delivery.source(),
                            delivery.day(),
                            stations,
                            delivery.completeness() == Completeness.COMPLETE);
                })
                .toList();
        return run.spark().createDataFrame(rows, StationDelivery.TABLE.schema());
    }

    private static void findVolume(Run run, Delivery delivery, long stations) {
        Row before = run
                .lake()
                .read(StationDelivery.TABLE)
                .where(StationDelivery.SOURCE
                        .col()
                        .equalTo(delivery.source())
                        .and(StationDelivery.DELIVERED_ON.col().lt(lit(delivery.day()))))
                .orderBy(StationDelivery.DELIVERED_ON.col().desc())
                .select(StationDelivery.STATIONS.col())
                .limit(1)
                .collectAsList()
                .stream()
                .findFirst()
                .orElse(null);
        if (before != null && Math.abs(stations - before.getLong(0)) > VOLUME_TOLERANCE * before.getLong(0)) {
            run.find(Doubt.VOLUME_OFF.text(), 1);
        }
    }

    private Registers() {}
}
