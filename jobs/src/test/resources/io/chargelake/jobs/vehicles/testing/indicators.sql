-- Indicators of the views trip, charge_session, cycle and vehicle, with the thresholds of the defaults, in Berlin's time.
-- Berlin's clock by its rule: an hour ahead of UTC, two between the last Sundays of March and October at 01:00 UTC.
CREATE OR REPLACE MACRO last_sunday(y, m) AS make_date(y, m, 31) - (isodow(make_date(y, m, 31)) % 7)::INT;
CREATE OR REPLACE MACRO berlin_day(us) AS (make_timestamp(us) + CASE
    WHEN make_timestamp(us) >= last_sunday(year(make_timestamp(us)), 3) + INTERVAL 1 HOUR
     AND make_timestamp(us) < last_sunday(year(make_timestamp(us)), 10) + INTERVAL 1 HOUR THEN INTERVAL 2 HOUR ELSE INTERVAL 1 HOUR END)::DATE;
CREATE OR REPLACE MACRO m6(x) AS round(x * 1000000)::BIGINT;

CREATE OR REPLACE TABLE trip_day AS
SELECT t.*, berlin_day(epoch_us(start_time)) AS d, duration_s / 3600.0::DOUBLE AS h, CASE WHEN distance_km > 0 THEN energy_kwh * 100 / distance_km END AS per100
FROM trip t;
CREATE OR REPLACE TABLE session_day AS SELECT *, berlin_day(epoch_us(start_time)) AS d FROM charge_session;
CREATE OR REPLACE TABLE cycle_day AS SELECT *, berlin_day(epoch_us(start_time)) AS d FROM cycle;

-- each quantity of each row: kind spread has mean and percentiles, total the sum, share the part for which x = 1, ratio a sum by another
CREATE OR REPLACE TABLE quantity AS
SELECT vehicle_id, d, 'trip_distance' AS f, 'spread' AS kind, 'km' AS unit, distance_km AS x, NULL::DOUBLE AS y FROM trip_day
UNION ALL SELECT vehicle_id, d, 'trip_duration', 'spread', 'min', h * 60, NULL FROM trip_day
UNION ALL SELECT vehicle_id, d, 'trip_energy', 'spread', 'kWh', energy_kwh, NULL FROM trip_day
UNION ALL SELECT vehicle_id, d, 'trip_energy_per_100km', 'spread', 'kWh/100 km', per100, NULL FROM trip_day
UNION ALL SELECT vehicle_id, d, 'trip_distance_total', 'total', 'km', distance_km, NULL FROM trip_day
UNION ALL SELECT vehicle_id, d, 'trip_energy_total', 'total', 'kWh', energy_kwh, NULL FROM trip_day
UNION ALL SELECT vehicle_id, d, 'trips', 'count', '', 1, NULL FROM trip_day
UNION ALL SELECT vehicle_id, d, 'long_trips', 'share', '', (distance_km > 100 OR duration_s > 5400)::INT, NULL FROM trip_day
UNION ALL SELECT vehicle_id, d, 'short_trips', 'share', '', (distance_km < 5)::INT, NULL FROM trip_day
UNION ALL SELECT vehicle_id, d, 'thirsty_trips', 'share', '', (per100 > 20)::INT, NULL FROM trip_day
UNION ALL SELECT vehicle_id, d, 'energy_per_100km', 'ratio', 'kWh/100 km', energy_kwh * 100, distance_km FROM trip_day
UNION ALL SELECT vehicle_id, d, 'energy_per_hour', 'ratio', 'kWh/h', energy_kwh, h FROM trip_day
UNION ALL SELECT vehicle_id, d, 'soc_used_per_hour', 'ratio', '%/h', soc_start - soc_end, h FROM trip_day
UNION ALL SELECT vehicle_id, d, 'sessions', 'count', '', 1, NULL FROM session_day
UNION ALL SELECT vehicle_id, d, 'session_energy', 'spread', 'kWh', energy_kwh, NULL FROM session_day
UNION ALL SELECT vehicle_id, d, 'session_energy_total', 'total', 'kWh', energy_kwh, NULL FROM session_day
UNION ALL SELECT vehicle_id, d, 'session_power_mean', 'spread', 'kW', power_mean_kw, NULL FROM session_day
UNION ALL SELECT vehicle_id, d, 'session_power_max', 'spread', 'kW', power_max_kw, NULL FROM session_day
UNION ALL SELECT vehicle_id, d, 'session_duration', 'spread', 'min', duration_s / 60.0::DOUBLE, NULL FROM session_day
UNION ALL SELECT vehicle_id, d, 'session_soc_change', 'spread', '%', soc_end - soc_start, NULL FROM session_day
UNION ALL SELECT vehicle_id, d, 'complete_sessions', 'share', '', complete::INT, NULL FROM session_day
UNION ALL SELECT vehicle_id, d, 'overlapped_sessions', 'share', '', list_contains(flags, 'overlap')::INT, NULL FROM session_day
UNION ALL SELECT vehicle_id, d, 'cycles', 'count', '', 1, NULL FROM cycle_day
UNION ALL SELECT vehicle_id, d, 'cycle_distance', 'spread', 'km', distance_km, NULL FROM cycle_day
UNION ALL SELECT vehicle_id, d, 'cycle_energy_in', 'spread', 'kWh', energy_in_kwh, NULL FROM cycle_day
UNION ALL SELECT vehicle_id, d, 'cycle_energy_out', 'spread', 'kWh', energy_out_kwh, NULL FROM cycle_day
UNION ALL SELECT vehicle_id, d, 'cycle_energy_per_100km', 'spread', 'kWh/100 km', kwh_per_100km, NULL FROM cycle_day
UNION ALL SELECT vehicle_id, d, 'thirsty_cycles', 'share', '', (kwh_per_100km > 20)::INT, NULL FROM cycle_day
UNION ALL SELECT vehicle_id, d, 'soc_lost_parked', 'total', '%', soc_lost_parked, NULL FROM cycle_day
UNION ALL SELECT vehicle_id, d, 'soc_lost_parked_per_hour', 'ratio', '%/h', soc_lost_parked, parked_s / 3600.0::DOUBLE FROM cycle_day;

CREATE OR REPLACE TABLE grouped AS
WITH periods AS (
  SELECT *, unnest([{'period': 'day', 'period_start': d}, {'period': 'month', 'period_start': date_trunc('month', d)::DATE},
                    {'period': 'year', 'period_start': date_trunc('year', d)::DATE},
                    {'period': 'weekday', 'period_start': (SELECT min(g) FROM (SELECT unnest([make_date(year(d), 1, i::INT) for i in range(1, 8)]) AS g) WHERE isodow(g) = isodow(d))}],
                   recursive := true) FROM quantity),
dimensions AS (
  SELECT p.*, unnest([{'dimension': 'all', 'key': 'all'}, {'dimension': 'vehicle', 'key': p.vehicle_id}, {'dimension': 'model', 'key': coalesce(v.model, 'unknown')},
                      {'dimension': 'vehicle_type', 'key': coalesce(v.vehicle_type, 'unknown')}, {'dimension': 'battery_type', 'key': coalesce(v.battery_type, 'unknown')}],
                     recursive := true) FROM periods p LEFT JOIN vehicle v USING (vehicle_id))
SELECT period, period_start, dimension, key, f, kind, unit, count(x) AS n, sum(m6(x))::BIGINT AS total, list_sort(list(m6(x) / 1000000.0::DOUBLE) FILTER (x IS NOT NULL)) AS sorted,
       count(*) FILTER (x = 1) AS so, sum(m6(x)) FILTER (x IS NOT NULL AND y IS NOT NULL)::BIGINT AS part,
       sum(m6(y)) FILTER (x IS NOT NULL AND y IS NOT NULL)::BIGINT AS whole, count(*) FILTER (x IS NOT NULL AND y IS NOT NULL) AS n_both
FROM dimensions GROUP BY ALL;

CREATE OR REPLACE MACRO straight(l, p) AS CASE
    WHEN floor((len(l) - 1) * p) = ceil((len(l) - 1) * p) OR l[floor((len(l) - 1) * p)::INT + 1] = l[ceil((len(l) - 1) * p)::INT + 1]
    THEN l[floor((len(l) - 1) * p)::INT + 1]
    ELSE (ceil((len(l) - 1) * p) - (len(l) - 1) * p) * l[floor((len(l) - 1) * p)::INT + 1]
       + ((len(l) - 1) * p - floor((len(l) - 1) * p)) * l[ceil((len(l) - 1) * p)::INT + 1] END;

CREATE OR REPLACE VIEW ref_indicator AS
WITH g AS (SELECT period, period_start, dimension, key, * EXCLUDE (period, period_start, dimension, key) FROM grouped)
SELECT period, period_start, dimension, key, f || '_mean' AS indicator, unit, total::DOUBLE / n::DOUBLE / 1000000 AS value, n FROM g WHERE kind = 'spread' AND n > 0
UNION ALL SELECT period, period_start, dimension, key, f || '_p10', unit, straight(sorted, 0.1::DOUBLE), n FROM g WHERE kind = 'spread' AND n > 0
UNION ALL SELECT period, period_start, dimension, key, f || '_p50', unit, straight(sorted, 0.5::DOUBLE), n FROM g WHERE kind = 'spread' AND n > 0
UNION ALL SELECT period, period_start, dimension, key, f || '_p90', unit, straight(sorted, 0.9::DOUBLE), n FROM g WHERE kind = 'spread' AND n > 0
UNION ALL SELECT period, period_start, dimension, key, f, unit, total / 1000000.0::DOUBLE, n FROM g WHERE kind = 'total' AND n > 0
UNION ALL SELECT period, period_start, dimension, key, f, unit, n::DOUBLE, n FROM g WHERE kind = 'count'
UNION ALL SELECT period, period_start, dimension, key, f, unit, so::DOUBLE, n FROM g WHERE kind = 'share' AND n > 0
UNION ALL SELECT period, period_start, dimension, key, f || '_share', unit, so::DOUBLE / n::DOUBLE, n FROM g WHERE kind = 'share' AND n > 0
UNION ALL SELECT period, period_start, dimension, key, f, unit, part::DOUBLE / whole::DOUBLE, n_both FROM g WHERE kind = 'ratio' AND whole > 0;
