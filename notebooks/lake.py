"""Tables of a lake without a cluster: delta-rs tells the files of the newest version, DuckDB reads them."""
import os
import pathlib

import duckdb
import matplotlib.pyplot as plt
from deltalake import DeltaTable

LAKE = pathlib.Path(os.environ.get("CHARGELAKE_LAKE", "../lake")).resolve()
ZONE = "Europe/Berlin"
BLUE, ORANGE, GREEN, GREY = "#0b6fa4", "#d55e00", "#00876c", "#6c7a86"

plt.rcParams.update({
    "figure.figsize": (9, 4),
    "figure.dpi": 110,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.grid": True,
    "grid.color": "#dbe2e7",
    "axes.axisbelow": True,
    "axes.titlelocation": "left",
    "axes.titleweight": "bold",
})


def table(name):
    return DeltaTable(str(LAKE / name))


def lake(*names):
    """A DuckDB in which each of these tables is there under its name; times come in UTC."""
    database = duckdb.connect()
    database.execute("SET TimeZone = 'UTC'")
    for name in names:
        database.register(name, table(name).to_pyarrow_dataset())
    return database
