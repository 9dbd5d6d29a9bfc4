package io.chargelake.jobs.vehicles.indicators;

import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.chargelake.jobs.tables.ChargeSession;
import io.chargelake.jobs.tables.Col;
import io.chargelake.jobs.tables.Cycle;
import io.chargelake.jobs.tables.Trip;
import java.util.List;
import org.apache.spark.sql.Column;

/** Every indicator, by the table it is made of. docs/indicators.md tells their meaning. */
final class Figures {
    private static final String PER_100_KM = "kWh/100 km";

    static final String TRIPS = "trips";
    static final String LONG_TRIPS = "long_trips";
    static final String SHORT_TRIPS = "short_trips";
    static final String TRIP_ENERGY = "trip_energy";
    static final String TRIP_DISTANCE = "trip_distance";
    static final String ENERGY_PER_100KM = "energy_per_100km";
    static final String THIRSTY_TRIPS = "thirsty_trips";
    static final String ENERGY_PER_HOUR = "energy_per_hour";
    static final String SOC_USED_PER_HOUR = "soc_used_per_hour";
    static final String CYCLES = "cycles";
    static final String THIRSTY_CYCLES = "thirsty_cycles";
    static final String CYCLE_PER_100KM = "cycle_energy_per_100km";
    static final String SOC_LOST_PER_HOUR = "soc_lost_parked_per_hour";
    static final String SESSIONS = "sessions";
    static final String COMPLETE = "complete_sessions";

    static List<Figure> ofTrips(Thresholds thresholds) {
        Column km = Trip.DISTANCE_KM.col();
        Column kwh = Trip.ENERGY_KWH.col();
        Column hours = Trip.DURATION_S.col().divide(3600);
        Column per100Km = when(km.gt(0), kwh.multiply(100).divide(km));
        Column isLong = km.gt(thresholds.longKm()).or(hours.multiply(60).gt(thresholds.longMin()));
        return List.of(
                Figure.count_of(TRIPS),
                Figure.spread(TRIP_DISTANCE, "km", km),
                Figure.total("trip_distance_total", "km", km),
                Figure.spread("trip_duration", "min", hours.multiply(60)),
                Figure.spread(TRIP_ENERGY, "kWh", kwh),
                Figure.total("trip_energy_total", "kWh", kwh),
                Figure.spread("trip_energy_per_100km", PER_100_KM, per100Km),
                Figure.share(LONG_TRIPS, isLong),
                Figure.share(SHORT_TRIPS, km.lt(thresholds.shortKm())),
                Figure.share(THIRSTY_TRIPS, per100Km.gt(thresholds.kwhPer100Km())),
                Figure.ratio(ENERGY_PER_100KM, PER_100_KM, kwh.multiply(100), km),
                Figure.ratio(ENERGY_PER_HOUR, "kWh/h", kwh, hours),
                Figure.ratio(SOC_USED_PER_HOUR, "%/h", minus(Trip.SOC_START, Trip.SOC_END), hours));
    }

    static List<Figure> ofSessions() {
        Column kwh = ChargeSession.ENERGY_KWH.col();
        Column flags = ChargeSession.FLAGS.col();
        return List.of(
                Figure.count_of(SESSIONS),
                Figure.spread("session_energy", "kWh", kwh),
                Figure.total("session_energy_total", "kWh", kwh),
                Figure.spread("session_power_mean", "kW", ChargeSession.POWER_MEAN_KW.col()),
                Figure.spread("session_power_max", "kW", ChargeSession.POWER_MAX_KW.col()),
                Figure.spread(
                        "session_duration",
                        "min",
                        ChargeSession.DURATION_S.col().divide(60)),
                Figure.spread("session_soc_change", "%", minus(ChargeSession.SOC_END, ChargeSession.SOC_START)),
                Figure.share(COMPLETE, ChargeSession.COMPLETE.col()),
                Figure.share("overlapped_sessions", array_contains(flags, lit("overlap"))));
    }

    static List<Figure> ofCycles(Thresholds thresholds) {
        Column per100Km = Cycle.KWH_PER_100KM.col();
        Column parked = Cycle.PARKED_S.col().divide(3600);
        return List.of(
                Figure.count_of(CYCLES),
                Figure.spread("cycle_distance", "km", Cycle.DISTANCE_KM.col()),
                Figure.spread("cycle_energy_in", "kWh", Cycle.ENERGY_IN_KWH.col()),
                Figure.spread("cycle_energy_out", "kWh", Cycle.ENERGY_OUT_KWH.col()),
                Figure.spread(CYCLE_PER_100KM, PER_100_KM, per100Km),
                Figure.share(THIRSTY_CYCLES, per100Km.gt(thresholds.kwhPer100Km())),
                Figure.total("soc_lost_parked", "%", Cycle.SOC_LOST_PARKED.col()),
                Figure.ratio(SOC_LOST_PER_HOUR, "%/h", Cycle.SOC_LOST_PARKED.col(), parked));
    }

    private static Column minus(Col from, Col what) {
        return from.col().minus(what.col());
    }

    private Figures() {}
}
