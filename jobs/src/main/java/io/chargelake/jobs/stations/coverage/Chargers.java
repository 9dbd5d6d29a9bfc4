package io.chargelake.jobs.stations.coverage;

import io.chargelake.geo.NearestPlaces;
import io.chargelake.geo.Place;
import io.chargelake.jobs.lake.Run;
import io.chargelake.jobs.tables.StationRegister;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;

/** The stations that meet a need, to ask which is nearest: some bytes a station, so a register of the world fits on the driver. */
final class Chargers {
    private final List<Place> places = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final NearestPlaces nearest;

    /** A station, and how far it is. */
    record Near(String station, double km) {}

    private Chargers(List<Row> stations) {
        for (Row station : stations) {
            places.add(new Place(station.getDouble(0), station.getDouble(1)));
            names.add(station.getString(2) + " " + station.getString(3));
        }
        nearest = new NearestPlaces(places);
    }

    static Chargers of(Run run, Need need, double fastKw) {
        return new Chargers(run.lake()
                .read(StationRegister.TABLE)
                .where(need.isMet(fastKw))
                .where(StationRegister.LATITUDE
                        .col()
                        .isNotNull()
                        .and(StationRegister.LONGITUDE.col().isNotNull()))
                .select(
                        StationRegister.LATITUDE.col(),
                        StationRegister.LONGITUDE.col(),
                        StationRegister.SOURCE.col(),
                        StationRegister.STATION_ID.col())
                .orderBy(StationRegister.SOURCE.col(), StationRegister.STATION_ID.col())
                .collectAsList());
    }

    Optional<Near> nearest(Place to) {
        var found = nearest.nearest(to);
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(new Near(
                        names.get(found.getAsInt()),
                        places.get(found.getAsInt()).distance_km(to)));
    }
}
