package io.chargelake.jobs.dashboard.store;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A table of the embedded database that pages read. It is made once of each version of its sources; the parts it reads stand before it.
 * {@code clock} tells the local hour of each hour in UTC, {@code calendar} how long a local day lasts.
 */
public enum Part {
    /** The clock of the network's zone at each hour that was observed. */
    CLOCK(
            List.of(Source.OCCUPANCY_HOURLY),
            """
            SELECT hour, CAST(local AS DATE) AS local_date, isodow(local) AS weekday, hour(local) AS local_hour
            FROM (SELECT h.hour, h.hour + ahead AS local
                  FROM (SELECT DISTINCT hour FROM occupancy_hourly) h JOIN utc_offset ON hour >= since AND hour < until)
            """),
    /** Where each charging point is. */
    PLACE(
            List.of(Source.CHARGING_POINT, Source.CHARGING_STATION),
            """
            SELECT p.id_cp, CAST(s.id_cs AS VARCHAR) AS station, s.name, s.city, s.operator_name AS operator
            FROM charging_point p JOIN charging_station s USING (id_cs)
            """),
    PLUG(List.of(Source.CONNECTOR), "SELECT id_connector, id_cp, max_power FROM connector"),
    /** In order of devices, so that one device is a few blocks. */
    DEVICE_HOUR(
            List.of(Source.OCCUPANCY_HOURLY),
            """
            SELECT device_type AS level, device_id AS key, hour, available_s, occupied_s, blocked_s, out_of_service_s
            FROM occupancy_hourly ORDER BY device_type, device_id, hour
            """),
    /** Stations, cities and operators are those of their points, as in utilization. */
    GROUP_HOUR(
            List.of(Source.OCCUPANCY_HOURLY, Source.CHARGING_POINT, Source.CHARGING_STATION),
            """
            SELECT CASE grouping(station, city, operator) WHEN 7 THEN 'all' WHEN 3 THEN 'station' WHEN 5 THEN 'city' ELSE 'operator' END AS level,
                   coalesce(station, city, operator, 'all') AS key, local_date, weekday, local_hour, count(*) AS device_hours, count(DISTINCT h.key) AS devices,
                   CAST(sum(available_s) AS BIGINT) AS available_s, CAST(sum(occupied_s) AS BIGINT) AS occupied_s,
                   CAST(sum(blocked_s) AS BIGINT) AS blocked_s, CAST(sum(out_of_service_s) AS BIGINT) AS out_of_service_s
            FROM (SELECT * FROM device_hour WHERE level = 'point') h JOIN clock USING (hour) LEFT JOIN place ON place.id_cp = h.key
            GROUP BY GROUPING SETS ((local_date, weekday, local_hour), (local_date, weekday, local_hour, station),
                                    (local_date, weekday, local_hour, city), (local_date, weekday, local_hour, operator))
            HAVING grouping(station, city, operator) = 7 OR coalesce(station, city, operator) IS NOT NULL
            ORDER BY level, key, local_date, local_hour
            """),
    /** The local days of utilization, and those of all points together. */
    USE_DAY(
            List.of(Source.UTILIZATION),
            """
            WITH days AS (
              SELECT level, key, period_start AS local_date, devices, available_s, occupied_s, blocked_s, out_of_service_s, sessions, session_s,
                     seconds * devices AS lasts_s
              FROM utilization JOIN calendar ON local_date = period_start WHERE period = 'day')
            SELECT * FROM days
            UNION ALL
            SELECT 'all', 'all', local_date, CAST(sum(devices) AS BIGINT), CAST(sum(available_s) AS BIGINT), CAST(sum(occupied_s) AS BIGINT),
                   CAST(sum(blocked_s) AS BIGINT), CAST(sum(out_of_service_s) AS BIGINT), CAST(sum(sessions) AS BIGINT),
                   CAST(sum(session_s) AS BIGINT), CAST(sum(lasts_s) AS BIGINT)
            FROM days WHERE level = 'point' GROUP BY local_date
            ORDER BY level, key, local_date
            """),
    /** How each station was used in the last four weeks in which most points were there: a stray poll of years ahead moves nothing. */
    STATION_USE(
            List.of(Source.UTILIZATION),
            """
            SELECT key AS station, CAST(sum(occupied_s) AS DOUBLE) / nullif(sum(observed_s), 0) AS occupied_share,
                   CAST(sum(observed_s) AS DOUBLE) / sum(lasts_s) AS observed_share
            FROM (SELECT *, available_s + occupied_s + blocked_s + out_of_service_s AS observed_s FROM use_day)
            WHERE level = 'station' AND local_date > (SELECT max(local_date) FROM use_day
                                                    WHERE level = 'all' AND 2 * devices >= (SELECT max(devices) FROM use_day WHERE level = 'all')) - 28 GROUP BY key
            """),
    /** Sessions by how long they lasted, {@code bin} counts the borders they passed. */
    SESSION_BIN(
            List.of(Source.CHARGING_SESSION),
            """
            SELECT device_type AS level, device_id AS key, CAST(start_time + ahead AS DATE) AS local_date,
                   (SELECT count(*) FROM duration_edge WHERE duration_s >= from_s) - 1 AS bin, count(*) AS sessions
            FROM charging_session JOIN utc_offset ON start_time >= since AND start_time < until
            GROUP BY ALL ORDER BY level, key, local_date
            """),
    /** What each device was last found to be; unknown when that is a day older than what most devices have. */
    DEVICE_STATE(
            List.of(Source.STATUS_RUN),
            """
            WITH last AS (SELECT device_type, device_id, arg_max(status, last_poll) AS status, max(end_time) AS until FROM status_run GROUP BY ALL)
            SELECT device_type, device_id,
                   CASE WHEN until < (SELECT median(until) FROM last) - INTERVAL 1 DAY THEN 'unknown' ELSE class END AS class
            FROM last JOIN status_class USING (status)
            """),
    /** Stations that are polled with what they are now, and those of registers. One of a register is a polled one when id and place agree. */
    STATION(
            List.of(
                    Source.CHARGING_STATION,
                    Source.CHARGING_POINT,
                    Source.CONNECTOR,
                    Source.STATUS_RUN,
                    Source.UTILIZATION,
                    Source.STATION_REGISTER),
            """
            WITH state AS (
              SELECT station, CASE WHEN bool_or(class = 'available') THEN 'available' WHEN bool_or(class IN ('occupied', 'blocked')) THEN 'occupied'
                                   WHEN bool_or(class = 'out_of_service') THEN 'out_of_service' ELSE 'unknown' END AS status
              FROM device_state JOIN place ON device_type = 'point' AND device_id = id_cp GROUP BY station),
            plugs AS (SELECT station, count(*) AS connectors, max(max_power) AS max_power_kw FROM plug JOIN place USING (id_cp) GROUP BY station),
            polled AS (
              SELECT CAST(id_cs AS VARCHAR) AS id, coalesce(source_id, CAST(id_cs AS VARCHAR)) AS source_id, name, city, operator_name AS operator, country,
                     latitude, longitude, status, connectors, max_power_kw, occupied_share, observed_share
              FROM charging_station s LEFT JOIN state ON state.station = CAST(id_cs AS VARCHAR)
                LEFT JOIN plugs ON plugs.station = CAST(id_cs AS VARCHAR) LEFT JOIN station_use m ON m.station = CAST(id_cs AS VARCHAR)),
            met AS (
              SELECT r.source || '/' || r.station_id AS id, p.id AS polled_id, coalesce(r.name, p.name) AS name, r.city, r.state, r.country, r.operator,
                     r.latitude, r.longitude, coalesce(nullif(p.status, 'unknown'), r.status) AS status, coalesce(r.connectors, p.connectors) AS connectors,
                     coalesce(r.max_power_kw, p.max_power_kw) AS max_power_kw, r.fast_connectors > 0 AS has_fast, p.occupied_share, p.observed_share
              FROM station_register r LEFT JOIN polled p
                ON r.station_id = p.source_id AND abs(r.latitude - p.latitude) <= 0.01 AND abs(r.longitude - p.longitude) <= 0.01)
            SELECT * FROM met
            UNION ALL
            SELECT id, id, name, city, NULL, country, operator, latitude, longitude, coalesce(status, 'unknown'), connectors, max_power_kw, NULL,
                   occupied_share, observed_share
            FROM polled WHERE id NOT IN (SELECT polled_id FROM met WHERE polled_id IS NOT NULL)
            """),
    KPI(
            List.of(Source.STATION_KPI),
            """
            SELECT level, key, country, state, date, kpi, numerator, denominator, value, unknown_share, basis FROM station_kpi
            """),
    OPENED(
            List.of(Source.STATION_REGISTER),
            """
            SELECT CAST(date_trunc('month', opened_on) AS DATE) AS month, country, state, city, operator, count(*) AS stations, CAST(sum(connectors) AS BIGINT) AS connectors
            FROM station_register WHERE opened_on IS NOT NULL GROUP BY ALL
            """),
    GAP(List.of(Source.COVERAGE_GAP), "SELECT * FROM coverage_gap"),
    SITE(List.of(Source.SITE_CANDIDATE), "SELECT * FROM site_candidate"),
    /** Of each key the last forecast. */
    FORECAST(
            List.of(Source.OCCUPANCY_FORECAST),
            """
            SELECT level, key, made_at, hour, horizon_h, value, p10, p90, model, devices
            FROM occupancy_forecast QUALIFY made_at = max(made_at) OVER (PARTITION BY level, key)
            ORDER BY level, key, hour
            """),
    /** What forecasts are held against. */
    TRUTH(
            List.of(Source.OCCUPANCY_FEATURE, Source.OCCUPANCY_FORECAST),
            """
            SELECT f.level, f.key, f.hour, f.devices, f.share * f.devices AS occupied
            FROM occupancy_feature f JOIN (SELECT level, key, max(made_at) AS made_at FROM forecast GROUP BY ALL) m USING (level, key)
            WHERE f.share IS NOT NULL AND f.hour >= m.made_at - INTERVAL 48 HOUR ORDER BY level, key, hour
            """),
    FORECAST_ERROR(
            List.of(Source.BACKTEST_SCORE),
            "SELECT series, model, horizon_h, mae, rmse, coverage_80, n FROM backtest_score"),
    FAULT(List.of(Source.ANOMALY), "SELECT * FROM anomaly"),
    /** Measures of charge sessions by vehicle type: how many lie in each bin, and of how many vehicles. */
    CHARGE_BIN(
            List.of(Source.CHARGE_SESSION, Source.VEHICLE),
            """
            WITH value AS (
              UNPIVOT (SELECT vehicle_id, coalesce(vehicle_type, 'unknown') AS type, energy_kwh AS energy, power_mean_kw AS power,
                              duration_s / 60.0 AS duration, soc_end - soc_start AS soc_change
                       FROM charge_session LEFT JOIN vehicle USING (vehicle_id))
              ON energy, power, duration, soc_change INTO NAME measure VALUE value)
            SELECT measure, CASE WHEN grouping(type) = 1 THEN '' ELSE type END AS type, from_value, to_value, count(*) AS n,
                   count(DISTINCT vehicle_id) AS vehicles
            FROM value JOIN measure_edge USING (measure) WHERE value >= from_value AND value < to_value
            GROUP BY GROUPING SETS ((measure, from_value, to_value), (measure, from_value, to_value, type))
            """),
    /** How many there are, by vehicle type. */
    VEHICLE_COUNT(
            List.of(Source.TRIP, Source.CHARGE_SESSION, Source.VEHICLE),
            """
            WITH rows AS (SELECT 'trips' AS what, vehicle_id FROM trip UNION ALL SELECT 'charge_sessions', vehicle_id FROM charge_session)
            SELECT what, CASE WHEN grouping(type) = 1 THEN '' ELSE type END AS type, count(*) AS n, count(DISTINCT vehicle_id) AS vehicles
            FROM (SELECT what, vehicle_id, coalesce(vehicle_type, 'unknown') AS type FROM rows LEFT JOIN vehicle USING (vehicle_id))
            GROUP BY GROUPING SETS ((what), (what, type))
            """),
    /** What trips need, by vehicle type; {@code largest} is the share of the vehicle that gives most. */
    TRIP_TYPE(
            List.of(Source.TRIP, Source.VEHICLE),
            """
            WITH of_vehicle AS (
              SELECT coalesce(vehicle_type, 'unknown') AS type, vehicle_id, count(*) AS trips, sum(energy_kwh) AS kwh, sum(distance_km) AS km,
                     count(*) FILTER (100 * energy_kwh / distance_km > 20) AS thirsty
              FROM trip LEFT JOIN vehicle USING (vehicle_id) WHERE energy_kwh IS NOT NULL AND distance_km > 0 GROUP BY ALL)
            SELECT type, count(*) AS vehicles, CAST(sum(trips) AS BIGINT) AS trips, sum(kwh) AS kwh, sum(km) AS km, CAST(sum(thirsty) AS BIGINT) AS thirsty,
                   max(kwh) / sum(kwh) AS largest
            FROM of_vehicle GROUP BY type
            """),
    /** What batteries consume and lose, by model and by type of battery; {@code largest} as above. */
    BATTERY(
            List.of(Source.CYCLE, Source.VEHICLE),
            """
            WITH of_vehicle AS (
              SELECT coalesce(v.model, 'unknown') AS model, coalesce(v.battery_type, 'unknown') AS battery, coalesce(v.vehicle_type, 'unknown') AS type,
                     vehicle_id, sum(energy_out_kwh) FILTER (distance_km > 0 AND energy_out_kwh IS NOT NULL) AS kwh,
                     sum(distance_km) FILTER (distance_km > 0 AND energy_out_kwh IS NOT NULL) AS km,
                     sum(soc_lost_parked) AS soc_lost, sum(parked_s) FILTER (soc_lost_parked IS NOT NULL) AS parked_s, count(*) AS cycles
              FROM cycle LEFT JOIN vehicle v USING (vehicle_id) GROUP BY ALL)
            SELECT CASE WHEN grouping(model) = 0 THEN 'model' ELSE 'battery_type' END AS kind,
                   CASE WHEN grouping(model) = 0 THEN model ELSE battery END AS key, CASE WHEN grouping(type) = 1 THEN '' ELSE type END AS type,
                   count(*) AS vehicles, CAST(sum(cycles) AS BIGINT) AS cycles, sum(kwh) AS kwh, sum(km) AS km, sum(soc_lost) AS soc_lost,
                   CAST(sum(parked_s) AS BIGINT) AS parked_s, max(kwh) / sum(kwh) AS largest
            FROM of_vehicle GROUP BY GROUPING SETS ((model), (model, type), (battery), (battery, type))
            """),
    /** Figures of trips and sessions over the last year there is. */
    YEAR_INDICATOR(
            List.of(Source.INDICATOR),
            """
            SELECT dimension, key, indicator, unit, value, n FROM indicator
            WHERE period = 'year' AND dimension IN ('all', 'vehicle_type') QUALIFY period_start = max(period_start) OVER ()
            """),
    /** Why charge sessions are not complete, by vehicle type. */
    COMPLETENESS(
            List.of(Source.CHARGE_SESSION, Source.VEHICLE),
            """
            WITH flag AS (
              SELECT vehicle_id, session_id, coalesce(vehicle_type, 'unknown') AS type,
                     unnest(CASE WHEN complete THEN ['complete'] ELSE flags END) AS flag
              FROM charge_session LEFT JOIN vehicle USING (vehicle_id))
            SELECT flag, CASE WHEN grouping(type) = 1 THEN '' ELSE type END AS type, count(*) AS n, count(DISTINCT vehicle_id) AS vehicles
            FROM flag GROUP BY GROUPING SETS ((flag), (flag, type))
            """);

    private final Set<Source> sources;
    private final String sql;

    Part(List<Source> sources, String sql) {
        this.sources = EnumSet.copyOf(sources);
        this.sql = sql;
    }

    Set<Source> sources() {
        return sources;
    }

    String sql() {
        return sql;
    }

    String table() {
        return name().toLowerCase(Locale.ROOT);
    }
}
