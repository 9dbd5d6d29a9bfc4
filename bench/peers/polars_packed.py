"""The best plan we know for Polars: polls packed into one Int64 and sorted, a day at a time.

usage: polars_packed.py RAW OUT [days a step = 1] [threads = 2]
RAW: the output of `generate status`. A poll that is late stands in the next day's folder, as late-*.parquet.
"""
import datetime
import glob
import os
import resource
import shutil
import sys
import time

raw, out = sys.argv[1:3]
step = int(sys.argv[3]) if len(sys.argv) > 3 else 1
os.environ["POLARS_MAX_THREADS"] = sys.argv[4] if len(sys.argv) > 4 else "2"
import polars as pl  # noqa: E402  # reads the number of threads when it is loaded

HOLD, GAP, DAY = 600, 1800, 86400
STATUSES = "UNKNOWN AVAILABLE BLOCKED RESERVED CHARGING INOPERATIVE OUTOFORDER PLANNED REMOVED".split()
DEVICE, SECOND = 1 << 36, (1 << 32) - 1  # a poll is device << 36 | second << 4 | status
END = (1 << 63) - 1

shutil.rmtree(out, ignore_errors=True)
os.makedirs(out)
began = time.time()
days = sorted(glob.glob(f"{raw}/status/*"))
polls = [f for d in days for f in sorted(glob.glob(f"{d}/polls-*.parquet"))]
# devices of the first and the last day; one that is in neither fails
ids = pl.concat([pl.scan_parquet(f).select("device_id") for f in (polls[0], polls[-1])]).drop_nulls().unique().collect()["device_id"].sort()
ID, STATUS = pl.Enum(ids), pl.Enum([*STATUSES, "OCCUPIED"])
k, t, d = pl.col("k"), (pl.col("k") // 16) & SECOND, pl.col("k") // DEVICE
p = pl.col("p")
HEAD = (d != p // DEVICE) | (k % 16 != p % 16) | (t - ((p // 16) & SECOND) > GAP)


def parts(some, low, high):
    second = pl.col("query_time").to_physical() // 1000000
    status = pl.col("status").cast(STATUS, strict=False).to_physical().cast(pl.Int64).fill_null(0)
    device = pl.col("device_id").cast(ID).to_physical().cast(pl.Int64) * 2 + (pl.col("device_type") == "point").cast(pl.Int64)
    x = (pl.scan_parquet(some).filter(pl.col("device_id").is_not_null())
         .select(d=device, t=second, s=pl.when(status == len(STATUSES)).then(4).otherwise(status))
         .filter((pl.col("t") >= low) & (pl.col("t") < high))
         .select(k=pl.col("d") * DEVICE + pl.col("t") * 16 + pl.col("s")).sort("k"))
    # of each second the greatest status; then the first poll of each part, and by the next the last one and the number
    x = x.filter(k // 16 != k.shift(-1, fill_value=-16) // 16).with_columns(p=k.shift(1, fill_value=-16)).with_row_index("n")
    x = pl.concat([x.filter(HEAD).select("k", "p", pl.col("n").cast(pl.Int64)),
                   x.select(k=pl.lit(END, pl.Int64), p=k.last(), n=pl.len().cast(pl.Int64))])
    return x.select(k, l=((p // 16) & SECOND).shift(-1).cast(pl.UInt32), polls=(pl.col("n").shift(-1) - pl.col("n")).cast(pl.UInt32)).filter(k < END)


first = int(datetime.datetime.fromisoformat(os.path.basename(days[0])).replace(tzinfo=datetime.timezone.utc).timestamp())
all_parts = []
for i in range(0, len(days), step):
    some = [f for x in days[i:i + step] for f in glob.glob(f"{x}/*.parquet")]
    some += [f for x in days[i + step:i + step + 1] for f in glob.glob(f"{x}/late-*.parquet")]
    all_parts.append(parts(some, first + i * DAY, first + (i + step) * DAY).collect(engine=os.environ.get("ENGINE", "in-memory")))
x = pl.concat(all_parts)
del all_parts
print("parts", len(x), round(time.time() - began, 2), flush=True)

# parts of days that adjoin become runs
x = x.sort("k").with_columns(p=k.shift(1, fill_value=-16), pl=pl.col("l").shift(1, fill_value=0), before=pl.col("polls").cast(pl.Int64).cum_sum() - pl.col("polls"))
total = x["polls"].sum()
last = x["l"][-1]
heads = x.lazy().filter((d != p // DEVICE) | (k % 16 != p % 16) | (t - pl.col("pl").cast(pl.Int64) > GAP)).select("k", "pl", "before").collect()
del x
heads = pl.concat([heads, pl.DataFrame({"k": [END], "pl": [last], "before": [total]}, schema=heads.schema)])
nk = k.shift(-1)
nt, nd, l = (nk // 16) & SECOND, nk // DEVICE, pl.col("pl").shift(-1).cast(pl.Int64)
run = heads.lazy().select(
    k, e=pl.when((nd == d) & (nt - l <= GAP)).then(nt).otherwise(l + HOLD),
    nt=pl.when(nd == d).then(nt).otherwise(0), polls=(pl.col("before").shift(-1) - pl.col("before")).cast(pl.Int32)).filter(k < END).collect()
del heads
print("runs", len(run), round(time.time() - began, 2), flush=True)

number = 2 * ids.len()
names = pl.DataFrame({"type": pl.Series(["connector", "point"] * ids.len()), "id": pl.Series([i for i in ids for _ in (0, 1)])})
TYPE, NAME = pl.Series(names["type"]), pl.Series(names["id"])
WORD = pl.Series(STATUSES)


def times(x, **columns):
    return {n: (c * 1000000).cast(pl.Datetime("us", "UTC")) for n, c in columns.items()}


def named(device):
    return {"device_type": pl.lit(TYPE).gather(device), "device_id": pl.lit(NAME).gather(device)}


def write(frame, name):
    frame.sink_parquet(f"{out}/{name}", compression="zstd", compression_level=1)


SLICE = 700
bounds = run["k"].search_sorted(pl.Series([device * DEVICE for device in range(0, number + SLICE, SLICE)]))
for name in ("status_run", "charging_session", "occupancy_hourly"):
    os.makedirs(f"{out}/{name}")
for i in range(len(bounds) - 1):
    x = run[bounds[i]:bounds[i + 1]]
    if not len(x):
        continue
    x = x.lazy()
    file = f"{i:04}.parquet"
    write(x.select(**named(d), status=pl.lit(WORD).gather(k % 16), **times(x, start_time=t, end_time=pl.col("e")), polls=pl.col("polls"), duration_s=pl.col("e") - t),
          f"status_run/{file}")
    write(x.filter(k % 16 == 4).select(session_id=pl.lit(NAME).gather(d) + "@" + t.cast(pl.String), **named(d), **times(x, start_time=t, end_time=pl.col("e")),
                                       duration_s=pl.col("e") - t, polls=pl.col("polls")), f"charging_session/{file}")
    # a run reaches on over hours in which its device was silent, with no seconds; the four known classes and the sessions have 12 bits each
    s, e, h = pl.col("t"), pl.col("e"), pl.col("h")
    status = k % 16
    shift = pl.when(status == 0).then(0).when(status == 1).then(1).when(status == 4).then(1 << 12).when(status < 4).then(1 << 24).otherwise(1 << 36)
    # pieces of a device are in order of hours, and so those of one hour are neighbours: sums without a hash table
    x = (x.select(d=d, t=t, e=pl.col("e"), f=shift.cast(pl.Int64), occupied=status == 4,
                  h=pl.int_ranges(t // 3600, pl.max_horizontal((pl.col("e") - 1) // 3600 + 1, pl.when(pl.col("nt") > pl.col("e")).then(pl.col("nt") // 3600).otherwise(0))))
         .explode("h")
         .select(dh=pl.col("d") * (1 << 20) + h,
                 x=pl.max_horizontal(pl.min_horizontal(e, (h + 1) * 3600) - pl.max_horizontal(s, h * 3600), pl.lit(0, pl.Int64)) * pl.col("f")
                 + (pl.col("occupied") & (h == s // 3600)).cast(pl.Int64) * (1 << 48))
         .with_columns(sum=pl.col("x").cum_sum())
         .filter(pl.col("dh") != pl.col("dh").shift(-1, fill_value=-1))
         .select("dh", x=pl.col("sum") - pl.col("sum").shift(1, fill_value=0)))
    c = [((pl.col("x") // (1 << 12 * n)) & 4095).cast(pl.Int32) for n in range(4)]
    device = pl.col("dh") // (1 << 20)
    write(x.select(**named(device), **times(x, hour=(pl.col("dh") & ((1 << 20) - 1)) * 3600), available_s=c[0], occupied_s=c[1], blocked_s=c[2], out_of_service_s=c[3],
                   unknown_s=(3600 - c[0] - c[1] - c[2] - c[3]).cast(pl.Int32), sessions_started=(pl.col("x") // (1 << 48)).cast(pl.Int32)), f"occupancy_hourly/{file}")
print("total", round(time.time() - began, 2), "s, peak", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, "MB")
