"""Clean drives and charges to trips, charge sessions and cycles, as DuckDB does it best.

usage: duckdb_sessions.py LAKE OUTPUT FROM TO

Vehicles become whole numbers, so that nothing is sorted by text; each ordering is used for all window functions that need it; overlaps are
searched for in the first of them and resolved one after the other only where there are any.
"""
import os
import sys

import duckdb

lake, output, first, end = sys.argv[1:5]
os.makedirs(output, exist_ok=True)
c = duckdb.connect(os.path.join(output, "work.duckdb"))
c.execute(f"""
SET threads = 2; SET memory_limit = '{os.environ.get("DUCKDB_MEMORY", "10GB")}'; SET temp_directory = '{output}/spill';
SET preserve_insertion_order = false; SET TimeZone = 'UTC';
CREATE MACRO micro(x) AS round(x * 1000000)::BIGINT;
CREATE MACRO known_sum(x) AS CASE WHEN count(x) = count(*) THEN sum(x)::BIGINT END;
CREATE TABLE vehicle AS SELECT vehicle_id, row_number() OVER ()::INT AS v FROM (
    SELECT vehicle_id FROM '{lake}/drive/*/*.parquet' UNION SELECT vehicle_id FROM '{lake}/charge/*/*.parquet');
""")
RECORDS = f"""
SELECT v, drive_id AS id, true AS drive, epoch_us(start_time) AS s, epoch_us(end_time) AS e, micro(soc_start)::INT AS soc_s, micro(soc_end)::INT AS soc_e,
       micro(energy_kwh) AS energy, micro(distance_km) AS x, NULL AS power_type, NULL AS zone, false AS derived
FROM '{lake}/drive/*/*.parquet' JOIN vehicle USING (vehicle_id)
UNION ALL
SELECT v, charge_id, false, epoch_us(start_time), epoch_us(end_time), micro(soc_start)::INT, micro(soc_end)::INT, micro(energy_kwh),
       micro(power_max_kw), power_type, zone, derived_end FROM '{lake}/charge/*/*.parquet' JOIN vehicle USING (vehicle_id)
"""
c.execute(f"""
CREATE TABLE kept AS
SELECT *, lag(drive) OVER w AS p_drive, lag(e) OVER w AS p_e, lag(soc_e) OVER w AS p_soc, row_number() OVER w AS n
FROM ({RECORDS}) WHERE e >= s WINDOW w AS (PARTITION BY v ORDER BY s, e, id);
""")
overlaps = c.execute("SELECT count(*) FROM kept WHERE s < p_e").fetchone()[0]
if overlaps:
    sys.exit(f"{overlaps} records overlap: this peer is for clean records, the reference of the tests resolves overlaps")
c.execute(f"""
CREATE TABLE unit AS
WITH units AS (
  SELECT *, sum(CASE WHEN p_drive AND drive AND s - p_e <= 900000000 THEN 0
                     WHEN NOT p_drive AND NOT drive AND s - p_e <= 600000000 AND coalesce(abs(p_soc - soc_s) <= 2000000, true) THEN 0
                     ELSE 1 END) OVER (PARTITION BY v ORDER BY n) AS u FROM kept)
SELECT v, u, any_value(drive) AS drive, arg_min(id, n) AS id, min(s) AS s, max(e) AS e, arg_min(soc_s, n) AS soc_s, arg_max(soc_e, n) AS soc_e,
       known_sum(energy) AS energy, known_sum(CASE WHEN drive THEN x END) AS distance, max(CASE WHEN NOT drive THEN x END) AS power,
       arg_min(power_type, n) AS power_type, arg_min(zone, n) AS zone, sum(e - s)::BIGINT AS busy, count(*)::INT AS records, bool_or(derived) AS derived
FROM units GROUP BY v, u;
DROP TABLE kept;
SET VARIABLE period_from = epoch_us(TIMESTAMP '{first}');
SET VARIABLE period_to = epoch_us(TIMESTAMP '{end}');
CREATE TABLE near AS
SELECT *, lag(drive) OVER w AS p_drive, lead(drive) OVER w AS n_drive, lag(soc_e) OVER w AS p_soc, lead(soc_s) OVER w AS n_soc,
       lead(s) OVER w AS n_s, sum(CASE WHEN drive THEN 0 ELSE 1 END) OVER w AS cycle
FROM unit WINDOW w AS (PARTITION BY v ORDER BY u);
DROP TABLE unit;
COPY (
  SELECT id AS trip_id, vehicle_id, make_timestamp(s) AS start_time, make_timestamp(e) AS end_time, (e - s) // 1000000 AS duration_s,
         distance / 1000000.0::DOUBLE AS distance_km, energy / 1000000.0::DOUBLE AS energy_kwh, soc_s / 1000000.0::DOUBLE AS soc_start,
         soc_e / 1000000.0::DOUBLE AS soc_end, records AS drives, list_filter([
    CASE WHEN abs(soc_s - p_soc) > 5000000 THEN 'soc_jump_before' END,
    CASE WHEN soc_s - p_soc > 2000000 THEN 'soc_rise_before' END,
    CASE WHEN s - 900000000 <= getvariable('period_from') THEN 'cut_start' END,
    CASE WHEN e + 900000000 >= getvariable('period_to') THEN 'cut_end' END], lambda f: f IS NOT NULL) AS flags
  FROM near JOIN vehicle USING (v) WHERE drive) TO '{output}/trip.parquet' (COMPRESSION zstd);
COPY (
  SELECT *, len(flags) = 0 AS complete FROM (
    SELECT id AS session_id, vehicle_id, make_timestamp(s) AS start_time, make_timestamp(e) AS end_time, (e - s) // 1000000 AS duration_s,
         energy / 1000000.0::DOUBLE AS energy_kwh, soc_s / 1000000.0::DOUBLE AS soc_start, soc_e / 1000000.0::DOUBLE AS soc_end,
         CASE WHEN busy > 0 THEN energy::DOUBLE * 3600 / busy::DOUBLE END AS power_mean_kw, power / 1000000.0::DOUBLE AS power_max_kw,
         power_type, zone, records AS charges, list_filter([
    CASE WHEN p_drive IS DISTINCT FROM true THEN 'no_trip_before' END,
    CASE WHEN n_drive IS DISTINCT FROM true THEN 'no_trip_after' END,
    CASE WHEN p_drive AND NOT coalesce(abs(p_soc - soc_s) <= 5000000, false) THEN 'soc_jump_before' END,
    CASE WHEN n_drive AND NOT coalesce(abs(n_soc - soc_e) <= 5000000, false) THEN 'soc_jump_after' END,
    CASE WHEN NOT coalesce(energy > 0, false) THEN 'no_energy' END,
    CASE WHEN s - 600000000 <= getvariable('period_from') THEN 'cut_start' END,
    CASE WHEN e + 600000000 >= getvariable('period_to') THEN 'cut_end' END,
    CASE WHEN derived THEN 'derived_end' END], lambda f: f IS NOT NULL) AS flags
    FROM near JOIN vehicle USING (v) WHERE NOT drive)) TO '{output}/charge_session.parquet' (COMPRESSION zstd);
COPY (
  WITH sums AS (
    SELECT v, cycle, arg_min(id, u) AS id, min(s) AS s, max(coalesce(CASE WHEN NOT n_drive THEN n_s END, e)) AS e, bool_or(n_drive IS NOT NULL AND NOT n_drive) AS closed,
         arg_min(energy, u) AS energy_in, count(*) FILTER (drive)::INT AS trips,
         CASE WHEN count(energy) FILTER (drive) = count(*) FILTER (drive) THEN coalesce(sum(energy) FILTER (drive), 0)::BIGINT END AS energy_out,
         CASE WHEN count(distance) FILTER (drive) = count(*) FILTER (drive) THEN coalesce(sum(distance) FILTER (drive), 0)::BIGINT END AS distance,
         CASE WHEN count(soc_e - n_soc) = count(n_s) THEN coalesce(sum(soc_e - n_soc), 0)::BIGINT END AS lost, coalesce(sum(n_s - e), 0)::BIGINT AS parked
    FROM near WHERE cycle > 0 GROUP BY v, cycle)
  SELECT id AS cycle_id, vehicle_id, make_timestamp(s) AS start_time, make_timestamp(e) AS end_time, closed, energy_in / 1000000.0::DOUBLE AS energy_in_kwh,
         energy_out / 1000000.0::DOUBLE AS energy_out_kwh, distance / 1000000.0::DOUBLE AS distance_km,
         CASE WHEN distance > 0 THEN energy_out::DOUBLE * 100 / distance::DOUBLE END AS kwh_per_100km, trips, lost / 1000000.0::DOUBLE AS soc_lost_parked,
         parked // 1000000 AS parked_s
  FROM sums JOIN vehicle USING (v)) TO '{output}/cycle.parquet' (COMPRESSION zstd);
""")
c.close()
os.remove(os.path.join(output, "work.duckdb"))
