"""The best plan we know for DuckDB: polls packed into one BIGINT and sorted, windows that stream, some days a step. A window
that streams runs on one core, so two steps run side by side.

usage: duckdb_packed.py RAW OUT [days a step = 2] [threads = 2]
RAW: the output of `generate status`. A poll that is late stands in the next day's folder, as late-*.parquet: so polls of
some days are in the folders of these days and the late files of the day after them.
"""
import glob
import os
import resource
import shutil
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import duckdb

raw, out = sys.argv[1:3]
step = int(sys.argv[3]) if len(sys.argv) > 3 else 2
threads = int(sys.argv[4]) if len(sys.argv) > 4 else 2
HOLD, GAP, DAY = 600, 1800, 86400
# order decides a conflict: class first, then the alphabet
STATUSES = "UNKNOWN AVAILABLE BLOCKED RESERVED CHARGING INOPERATIVE OUTOFORDER PLANNED REMOVED".split()
T = "((k >> 4) & 4294967295)"  # a poll is device << 36 | second << 4 | status

shutil.rmtree(out, ignore_errors=True)
os.makedirs(out)
began = time.time()
c = duckdb.connect()
c.execute(f"set threads={threads}; set memory_limit='8GB'; set temp_directory='{out}/spill'; set TimeZone='UTC'")
c.execute("set enable_progress_bar=false; set preserve_insertion_order=true")
days = sorted(glob.glob(f"{raw}/status/*"))
polls = [f for d in days for f in sorted(glob.glob(f"{d}/polls-*.parquet"))]


def files(some):
    return "[" + ",".join(f"'{f}'" for f in some) + "]"


# devices of the first and the last day: the generated network does not grow; one in neither would be missing from all tables, which the comparison shows
ids = [r[0] for r in c.execute(
    f"select distinct device_id from read_parquet({files([polls[0], polls[-1]])}) where device_id is not null order by 1").fetchall()]
c.execute("create type id_t as enum (" + ",".join(f"'{i}'" for i in ids) + ")")
c.execute("create type st_t as enum (" + ",".join(f"'{s}'" for s in [*STATUSES, "OCCUPIED"]) + ")")
c.execute("create table part(k bigint, l uinteger, polls uinteger)")


def epoch(folder):
    return c.execute("select epoch(?::timestamptz)::bigint", [os.path.basename(folder)]).fetchone()[0]




def side_by_side(work, of):
    with ThreadPoolExecutor(threads) as pool:
        list(pool.map(lambda one: work(c.cursor(), one), of))


c.execute("create table device as select (enum_code(x)::bigint * 2 + p) d, x::varchar id, case p when 1 then 'point' else 'connector' end type "
          "from (select unnest(enum_range(null::id_t))::id_t x), (values (0), (1)) v(p)")
c.execute("create table number as select id device_id, type device_type, d from device")
c.execute("create table word as select * from (values " + ",".join(f"({i}, '{s}')" for i, s in enumerate(STATUSES)) + ") w(s, status)")
c.execute("create table code as select status, s::bigint s from word union all select 'OCCUPIED', 4")
HEAD = f"(k >> 36) <> (pk >> 36) or (k & 15) <> (pk & 15) or {T} - ((pk >> 4) & 4294967295) > {GAP}"
first = epoch(days[0])


def encode(c, i):
    some = [f for d in days[i:i + step] for f in glob.glob(f"{d}/*.parquet")]
    some += [f for d in days[i + step:i + step + 1] for f in glob.glob(f"{d}/late-*.parquet")]
    low = first + i * DAY
    high = low + step * DAY
    c.execute(f"""insert into part
      with p as (select d, epoch_us(query_time) // 1000000 t, coalesce(s, 0) s
                 from read_parquet({files(some)}) join number using (device_id, device_type) left join code using (status)),
      s as (select (d << 36) | (t << 4) | s k from p where t >= {low} and t < {high} order by k),
      d as (select k from (select k, lead(k, 1, -16) over () nk from s) where (nk >> 4) <> (k >> 4)),
      l as (select k, lag(k, 1, -16) over () pk, lead(k, 1, -16) over () nk, row_number() over () n from d),
      h as (select k, pk, n, {HEAD} head from l where {HEAD} or nk < 0),
      r as (select k, head, n, lead(case when head then pk else k end, 1) over () lk, lead(case when head then n else n + 1 end, 1) over () ln from h)
      select k, (coalesce(lk, k) >> 4) & 4294967295, coalesce(ln, n + 1) - n from r where head""")


side_by_side(encode, range(0, len(days), step))
print("parts", c.execute("select count(*) from part").fetchone()[0], round(time.time() - began, 2), flush=True)

# parts of steps that adjoin become runs: the same trick once more, now on parts in order
END = 9223372036854775807
c.execute(f"""create table run as
  with s as (select * from part union all select {END}, 0, 0),
  o as (select * from s order by k),
  a as (select k, lag(k, 1, -16) over () pk, lag(l, 1, 0) over () pl, sum(polls) over (rows between unbounded preceding and current row) - polls before from o),
  h as (select * from a where (k >> 36) <> (pk >> 36) or (k & 15) <> (pk & 15) or {T} - pl > {GAP}),
  r as (select k, lead(k, 1) over () nk, lead(pl, 1) over () l, lead(before, 1) over () - before polls from h)
  select k, (case when (nk >> 36) = (k >> 36) and ((nk >> 4) & 4294967295) - l <= {GAP} then (nk >> 4) & 4294967295 else l + {HOLD} end)::uinteger e,
         (case when (nk >> 36) = (k >> 36) then (nk >> 4) & 4294967295 else 0 end)::uinteger nt, polls::uinteger polls from r where k < {END}""")
c.execute("drop table part")
print("runs", c.execute("select count(*) from run").fetchone()[0], round(time.time() - began, 2), flush=True)

c.execute("set preserve_insertion_order=false")


def copy(c, sql, name):
    c.execute(f"copy ({sql}) to '{out}/{name}' (format parquet, compression zstd)")


TIMES = f"make_timestamptz({T} * 1000000) start_time, make_timestamptz(e::bigint * 1000000) end_time"
side_by_side(lambda c, one: copy(c, *one), [
    (f"select type device_type, id device_id, status, {TIMES}, polls::int polls, e - {T} duration_s from run "
     "join device on d = k >> 36 join word on s = k & 15", "status_run.parquet"),
    (f"select id || '@' || {T} session_id, type device_type, id device_id, {TIMES}, e - {T} duration_s, polls::int polls from run "
     "join device on d = k >> 36 where k & 15 = 4", "charging_session.parquet")])
print("runs and sessions written", round(time.time() - began, 2), flush=True)

# seconds of the four known classes and the sessions in 12 bits each: one sum an hour. A run reaches on over hours in which its device
# was silent, with no seconds. Some devices a step, for memory.
os.makedirs(f"{out}/occupancy_hourly")
ALL = 2 * len(ids)
CLASS = "case when k & 15 = 0 then 60 when k & 15 = 1 then 0 when k & 15 = 4 then 12 when k & 15 < 4 then 24 else 36 end"
SIZE = 1400

def hours(c, low):
    copy(c, f"""
      select type device_type, id device_id, make_timestamptz(h * 3600000000) as hour, (x & 4095)::int available_s, ((x >> 12) & 4095)::int occupied_s,
        ((x >> 24) & 4095)::int blocked_s, ((x >> 36) & 4095)::int out_of_service_s,
        (3600 - (x & 4095) - ((x >> 12) & 4095) - ((x >> 24) & 4095) - ((x >> 36) & 4095))::int unknown_s, (x >> 48)::int sessions_started
      from (select dh >> 20 d, dh & 1048575 h, sum(x)::bigint x from (
          select ((k >> 36) << 20) | h dh, case when c = 60 then 0 else greatest(0, least(e, (h + 1) * 3600) - greatest(t, h * 3600)) << c end
                 | case when c = 12 and h = t // 3600 then 1::bigint << 48 else 0 end x
          from (select k, {T} t, e::bigint e, {CLASS} c,
                  unnest(range({T} // 3600, greatest((e - 1) // 3600 + 1, case when nt > e then nt // 3600 else 0 end)::bigint)) h
                from run where k >= {low}::bigint << 36 and k < {low + SIZE}::bigint << 36)) group by dh)
      join device using (d)""", f"occupancy_hourly/{low:06}.parquet")


side_by_side(hours, range(0, ALL, SIZE))
print("total", round(time.time() - began, 2), "s, peak", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, "MB")
