-- Trips, charge sessions and cycles of the views drive and charge, and the macros period_from() and period_to() (microseconds).
-- Times in microseconds, amounts in millionths of their unit, as whole numbers.
CREATE OR REPLACE MACRO micro(x) AS round(x * 1000000)::BIGINT;
CREATE OR REPLACE MACRO known_sum(x) AS CASE WHEN count(x) = count(*) THEN sum(x)::BIGINT END;

CREATE OR REPLACE TABLE record AS
SELECT vehicle_id, drive_id AS id, 'drive' AS kind, epoch_us(start_time) AS s, epoch_us(end_time) AS e, micro(soc_start) AS soc_s,
       micro(soc_end) AS soc_e, micro(energy_kwh) AS energy, micro(distance_km) AS distance, NULL::BIGINT AS power, NULL AS power_type,
       NULL AS zone, false AS derived
FROM drive
UNION ALL
SELECT vehicle_id, charge_id, 'charge', epoch_us(start_time), epoch_us(end_time), micro(soc_start), micro(soc_end), micro(energy_kwh), NULL,
       micro(power_max_kw), power_type, zone, derived_end
FROM charge;

-- islands of records that overlap, directly or by others
CREATE OR REPLACE TABLE numbered AS
WITH ordered AS (
  SELECT *, row_number() OVER w AS n, max(e) OVER (w ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS reach
  FROM record WHERE e >= s WINDOW w AS (PARTITION BY vehicle_id ORDER BY s, e, id, kind DESC)),
islands AS (SELECT *, sum(CASE WHEN reach IS NULL OR s >= reach THEN 1 ELSE 0 END) OVER (PARTITION BY vehicle_id ORDER BY n) AS island FROM ordered)
SELECT *, row_number() OVER (PARTITION BY vehicle_id, island ORDER BY n) AS i FROM islands;

-- within an island one after the other: the longer of two stays, and a record behind the one that stayed begins a new contest
CREATE OR REPLACE TABLE contest AS
WITH RECURSIVE fold AS (
  SELECT vehicle_id, island, i, n AS held, e AS held_e, e - s AS held_len, 1 AS contest FROM numbered WHERE i = 1
  UNION ALL
  SELECT r.vehicle_id, r.island, r.i,
         CASE WHEN r.s >= f.held_e OR r.e - r.s > f.held_len THEN r.n ELSE f.held END,
         CASE WHEN r.s >= f.held_e OR r.e - r.s > f.held_len THEN r.e ELSE f.held_e END,
         CASE WHEN r.s >= f.held_e OR r.e - r.s > f.held_len THEN r.e - r.s ELSE f.held_len END,
         CASE WHEN r.s >= f.held_e THEN f.contest + 1 ELSE f.contest END
  FROM fold f JOIN numbered r ON r.vehicle_id = f.vehicle_id AND r.island = f.island AND r.i = f.i + 1)
SELECT vehicle_id, island, contest, arg_max(held, i) AS winner, count(*) AS records FROM fold GROUP BY ALL;

CREATE OR REPLACE TABLE kept AS
SELECT r.*, c.records > 1 AS contested FROM numbered r JOIN contest c ON c.vehicle_id = r.vehicle_id AND c.winner = r.n;

CREATE OR REPLACE TABLE ref_refused AS
SELECT vehicle_id, id, kind, 'end_before_start' AS reason FROM record WHERE e < s
UNION ALL
SELECT vehicle_id, id, kind, 'overlap' FROM numbered r WHERE NOT EXISTS (FROM kept k WHERE k.vehicle_id = r.vehicle_id AND k.n = r.n);

CREATE OR REPLACE TABLE unit AS
WITH near AS (
  SELECT *, lag(kind) OVER w AS p_kind, lag(e) OVER w AS p_e, lag(soc_e) OVER w AS p_soc
  FROM kept WINDOW w AS (PARTITION BY vehicle_id ORDER BY n)),
heads AS (
  SELECT *, CASE WHEN p_kind = 'drive' AND kind = 'drive' AND s - p_e <= 900000000 THEN 0
                 WHEN p_kind = 'charge' AND kind = 'charge' AND s - p_e <= 600000000 AND coalesce(abs(p_soc - soc_s) <= 2000000, true) THEN 0
                 ELSE 1 END AS head FROM near),
units AS (SELECT *, sum(head) OVER (PARTITION BY vehicle_id ORDER BY n) AS u FROM heads)
SELECT vehicle_id, u, kind, first(id ORDER BY n) AS id, min(s) AS s, max(e) AS e, first(soc_s ORDER BY n) AS soc_s,
       last(soc_e ORDER BY n) AS soc_e, known_sum(energy) AS energy, known_sum(distance) AS distance, max(power) AS power,
       first(power_type ORDER BY n) AS power_type, first(zone ORDER BY n) AS zone, sum(e - s)::BIGINT AS busy, count(*) AS records,
       bool_or(contested) AS contested, bool_or(derived) AS derived
FROM units GROUP BY vehicle_id, u, kind;

CREATE OR REPLACE TABLE flagged AS
WITH near AS (
  SELECT *, lag(kind) OVER w AS p_kind, lead(kind) OVER w AS n_kind, lag(soc_e) OVER w AS p_soc, lead(soc_s) OVER w AS n_soc,
         lag(e) OVER w AS p_e, lead(s) OVER w AS n_s, sum(CASE kind WHEN 'charge' THEN 1 ELSE 0 END) OVER w AS cycle
  FROM unit WINDOW w AS (PARTITION BY vehicle_id ORDER BY u))
SELECT *, CASE kind WHEN 'charge' THEN list_filter([
    CASE WHEN p_kind IS DISTINCT FROM 'drive' THEN 'no_trip_before' END,
    CASE WHEN n_kind IS DISTINCT FROM 'drive' THEN 'no_trip_after' END,
    CASE WHEN p_kind = 'drive' AND NOT coalesce(abs(p_soc - soc_s) <= 5000000, false) THEN 'soc_jump_before' END,
    CASE WHEN n_kind = 'drive' AND NOT coalesce(abs(n_soc - soc_e) <= 5000000, false) THEN 'soc_jump_after' END,
    CASE WHEN NOT coalesce(energy > 0, false) THEN 'no_energy' END,
    CASE WHEN s - 600000000 <= period_from() THEN 'cut_start' END,
    CASE WHEN e + 600000000 >= period_to() THEN 'cut_end' END,
    CASE WHEN contested THEN 'overlap' END,
    CASE WHEN derived THEN 'derived_end' END], lambda f: f IS NOT NULL)
  ELSE list_filter([
    CASE WHEN abs(soc_s - p_soc) > 5000000 THEN 'soc_jump_before' END,
    CASE WHEN soc_s - p_soc > 2000000 THEN 'soc_rise_before' END,
    CASE WHEN s - 900000000 <= period_from() THEN 'cut_start' END,
    CASE WHEN e + 900000000 >= period_to() THEN 'cut_end' END,
    CASE WHEN contested THEN 'overlap' END], lambda f: f IS NOT NULL) END AS flags
FROM near;

CREATE OR REPLACE VIEW ref_trip AS
SELECT id AS trip_id, vehicle_id, s, e, (e - s) // 1000000 AS duration_s, distance / 1000000.0::DOUBLE AS distance_km, energy / 1000000.0::DOUBLE AS energy_kwh,
       soc_s / 1000000.0::DOUBLE AS soc_start, soc_e / 1000000.0::DOUBLE AS soc_end, records AS drives, flags
FROM flagged WHERE kind = 'drive';

CREATE OR REPLACE VIEW ref_charge_session AS
SELECT id AS session_id, vehicle_id, s, e, (e - s) // 1000000 AS duration_s, energy / 1000000.0::DOUBLE AS energy_kwh, soc_s / 1000000.0::DOUBLE AS soc_start,
       soc_e / 1000000.0::DOUBLE AS soc_end, CASE WHEN busy > 0 THEN energy::DOUBLE * 3600 / busy::DOUBLE END AS power_mean_kw,
       power / 1000000.0::DOUBLE AS power_max_kw, power_type, zone, records AS charges, len(flags) = 0 AS complete, flags
FROM flagged WHERE kind = 'charge';

CREATE OR REPLACE VIEW ref_cycle AS
WITH parts AS (
  SELECT *, lead(kind) OVER w IS NOT NULL AS parks, lead(s) OVER w - e AS parked, soc_e - lead(soc_s) OVER w AS lost
  FROM flagged WINDOW w AS (PARTITION BY vehicle_id ORDER BY u)),
sums AS (
  SELECT vehicle_id, cycle, first(id ORDER BY u) AS id, min(s) AS s, max(e) AS last_e, max(parks AND n_kind = 'charge') AS closed,
         first(energy ORDER BY u) AS energy_in, count(*) FILTER (kind = 'drive') AS trips,
         CASE WHEN count(energy) FILTER (kind = 'drive') = count(*) FILTER (kind = 'drive') THEN coalesce(sum(energy) FILTER (kind = 'drive'), 0)::BIGINT END AS energy_out,
         CASE WHEN count(distance) FILTER (kind = 'drive') = count(*) FILTER (kind = 'drive') THEN coalesce(sum(distance) FILTER (kind = 'drive'), 0)::BIGINT END AS distance,
         CASE WHEN count(lost) = count(*) FILTER (parks) THEN coalesce(sum(lost), 0)::BIGINT END AS lost, coalesce(sum(parked), 0)::BIGINT AS parked
  FROM parts WHERE cycle > 0 GROUP BY vehicle_id, cycle)
SELECT id AS cycle_id, vehicle_id, s, coalesce(lead(s) OVER (PARTITION BY vehicle_id ORDER BY cycle), last_e) AS e, closed,
       energy_in / 1000000.0::DOUBLE AS energy_in_kwh, energy_out / 1000000.0::DOUBLE AS energy_out_kwh, distance / 1000000.0::DOUBLE AS distance_km,
       CASE WHEN distance > 0 THEN energy_out::DOUBLE * 100 / distance::DOUBLE END AS kwh_per_100km, trips, lost / 1000000.0::DOUBLE AS soc_lost_parked,
       parked // 1000000 AS parked_s
FROM sums;
