#!/usr/bin/env python3
"""Counts with DuckDB what ingest-status should have made of the raw polls, and compares it with the tables and the run's record."""
import glob
import json
import sys

import duckdb

work = sys.argv[1]
record = json.load(open(f"{work}/record.json", encoding="utf-8"))
duck = duckdb.connect()
duck.execute("set TimeZone='UTC'")
duck.execute(f"create view raw as select * from read_parquet('{work}/raw/status/*/*.parquet')")
duck.execute(
    f"""create view good as select device_type, device_id, epoch_us(query_time)//1000000 t, status from raw
        where device_id is not null and query_time >= timestamptz '2010-01-01'
          and query_time <= timestamptz '{record["started"]}' + interval 10 minute"""
)


def one(sql):
    return duck.execute(sql).fetchone()[0]


def facts(table):
    """Rows of the Delta table's only version: every file below it belongs to it."""
    files = glob.glob(f"{work}/lake/{table}/day=*/*.parquet")
    return one(f"select count(*) from read_parquet({files!r})")


distinct = one("select count(*) from (select distinct device_type, device_id, t from good)")
expected = {
    "read": one("select count(*) from raw"),
    "accepted": distinct,
    "quarantined": one("select count(*) from raw") - one("select count(*) from good"),
    "deduplicated": one("select count(*) from good") - distinct,
}
found = {name: record[name] for name in expected}
expected["points"] = one("select count(*) from (select distinct device_id, t from good where device_type='point')")
expected["connectors"] = one("select count(*) from (select distinct device_id, t from good where device_type='connector')")
found["points"] = facts("status_chargingpoints")
found["connectors"] = facts("status_connectors")
print("facts:", "as DuckDB counts them" if found == expected else f"found {found}, expected {expected}", found)
sys.exit(0 if found == expected else 1)
