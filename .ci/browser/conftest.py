"""One server and one browser for all tests; each test has a page of its own that must stay quiet and at home."""
import urllib.parse

import pytest

import dashboard


@pytest.fixture(scope="session")
def address():
    with dashboard.served() as at:
        yield at


@pytest.fixture(scope="session")
def chromium():
    with dashboard.browser() as started:
        yield started


@pytest.fixture
def settings():
    """What the browser prefers; a test may have its own."""
    return {}


@pytest.fixture
def page(chromium, address, settings):
    context = chromium.new_context(
        viewport={"width": 1280, "height": 900}, accept_downloads=True, **{"reduced_motion": "reduce", "locale": "en-GB", **settings}
    )
    opened = context.new_page()
    faults, foreign = [], []
    expected = []
    opened.expected_faults = expected
    home = urllib.parse.urlsplit(address).netloc
    opened.on("pageerror", lambda error: faults.append(f"{error.message}\n{error.stack}"))
    opened.on("console", lambda line: faults.append(line.text) if line.type in ("error", "warning") else None)
    opened.on("request", lambda request: foreign.append(request.url) if is_foreign(request.url, home) else None)
    yield opened
    context.close()
    assert [fault for fault in faults if not any(word in fault for word in expected)] == [], "the console stays empty"
    assert foreign == [], "no request leaves the host"


def is_foreign(url, home):
    parts = urllib.parse.urlsplit(url)
    return parts.scheme not in ("data", "blob", "file") and parts.netloc != home


@pytest.fixture(scope="session")
def figures():
    """What the pages must show, by ./chargelake sql: one call, as each starts an engine."""
    observed = "sum(available_s + occupied_s + blocked_s + out_of_service_s)"
    asked = {
        **{kpi: f"SELECT value FROM station_kpi WHERE level = 'all' AND kpi = '{kpi}' ORDER BY date DESC LIMIT 1"
           for kpi in ("stations", "connectors", "operational_rate", "fast_rate", "open_24_7_rate", "public_rate", "growth_12m")},
        "stations_fr": "SELECT value FROM station_kpi WHERE level = 'country' AND key = 'FR' AND kpi = 'stations' ORDER BY date DESC LIMIT 1",
        "occupied": f"SELECT sum(occupied_s) / {observed} FROM utilization WHERE level = 'point' AND period = 'day'",
        "sessions": "SELECT sum(sessions) FROM utilization WHERE level = 'point' AND period = 'day'",
        "occupied_bonn": f"SELECT sum(occupied_s) / {observed} FROM utilization WHERE level = 'city' AND key = 'Bonn' AND period = 'day'",
        "sessions_bonn": "SELECT sum(sessions) FROM utilization WHERE level = 'city' AND key = 'Bonn' AND period = 'day'",
        "occupied_week": f"SELECT sum(occupied_s) / {observed} FROM utilization WHERE level = 'point' AND period = 'day'"
                         " AND period_start >= '2025-01-06' AND period_start < '2025-01-13'",
        "trips": "SELECT count(*) FROM trip",
        "charge_sessions": "SELECT count(*) FROM charge_session",
        "complete": "SELECT avg(CASE WHEN complete THEN 1.0 ELSE 0.0 END) FROM charge_session",
        "session_energy": "SELECT avg(energy_kwh) FROM charge_session",
        "read": "SELECT sum(read) FROM _runs WHERE status = 'ok'",
        "quarantined": "SELECT sum(quarantined) FROM _runs WHERE status = 'ok'",
    }
    union = " UNION ALL ".join(f"SELECT '{name}' AS name, CAST(({query}) AS DOUBLE) AS value" for name, query in asked.items())
    return {row["name"]: float(row["value"]) for row in dashboard.sql(union)}
