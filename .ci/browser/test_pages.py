"""Each page loads, shows what the tables hold, and follows its filters."""
import json
import pathlib

import pytest

import dashboard
from dashboard import PAGES, settle, show

WORDS = dashboard.ROOT / "jobs/src/main/resources/dashboard/i18n"


def tile(page, kpi):
    return page.locator(f'[data-kpi="{kpi}"] .value').inner_text()


def percent(value):
    return f"{value:.1%}"


@pytest.mark.parametrize("name", PAGES)
def test_loads_with_figures(page, address, name):
    show(page, address, name)
    assert page.title().endswith("Chargelake")
    assert page.locator(".state.error").count() == 0
    assert page.locator("[data-figure]").count() >= 4
    assert page.locator("[data-kpi]").count() >= 4
    assert page.locator('nav [aria-current="page"]').get_attribute("data-page") == name


def test_network_shows_what_sql_says(page, address, figures):
    show(page, address, "network")
    assert tile(page, "stations") == f"{figures['stations']:,.0f}"
    assert tile(page, "connectors") == f"{figures['connectors']:,.0f}"
    for kpi in ("operational_rate", "fast_rate", "open_24_7_rate", "public_rate", "growth_12m"):
        assert tile(page, kpi) == percent(figures[kpi])


def test_a_filter_changes_address_and_figures(page, address, figures):
    show(page, address, "network")
    page.get_by_label("Country").select_option("FR")
    page.wait_for_function("() => location.hash.includes('country=FR')")
    page.wait_for_function("shown => document.querySelector('[data-kpi=stations] .value').innerText === shown", arg=f"{figures['stations_fr']:,.0f}")
    page.reload()
    settle(page)
    assert page.get_by_label("Country").input_value() == "FR"
    assert tile(page, "stations") == f"{figures['stations_fr']:,.0f}"


def test_occupancy_shows_what_sql_says(page, address, figures):
    show(page, address, "occupancy")
    assert tile(page, "occupied_share") == percent(figures["occupied"])
    assert tile(page, "sessions") == f"{figures['sessions']:,.0f}"
    for figure in ("by_hour_of_week", "by_hour_of_day", "by_day", "sessions", "ranking"):
        assert "observed" in page.locator(f'[data-figure="{figure}"] .observed').inner_text()


def test_occupancy_of_a_city_and_of_days(page, address, figures):
    show(page, address, "occupancy")
    page.get_by_label("Level", exact=True).select_option("city")
    page.wait_for_function("() => location.hash.includes('level=city')")
    page.get_by_label("Which").select_option("Bonn")
    page.wait_for_function("shown => document.querySelector('[data-kpi=sessions] .value').innerText === shown", arg=f"{figures['sessions_bonn']:,.0f}")
    assert tile(page, "occupied_share") == percent(figures["occupied_bonn"])
    show(page, address, "occupancy", "?from=2025-01-06&to=2025-01-13")
    assert tile(page, "occupied_share") == percent(figures["occupied_week"])


def test_ranking_leads_one_level_down(page, address):
    show(page, address, "occupancy")
    page.locator('[data-figure="ranking"]').get_by_role("button", name="Table").click()
    page.locator('[data-figure="ranking"] tbody a').first.click()
    page.wait_for_function("() => location.hash.includes('level=city')")
    settle(page)
    assert page.locator(".crumbs li").count() == 2


def test_vehicles_show_what_sql_says(page, address, figures):
    show(page, address, "vehicles")
    assert tile(page, "trips") == f"{figures['trips']:,.0f}"
    assert tile(page, "sessions") == f"{figures['charge_sessions']:,.0f}"
    assert tile(page, "complete_sessions_share") == percent(figures["complete"])
    assert tile(page, "session_energy_mean").split()[0] == f"{figures['session_energy']:.1f}"


def test_vehicles_show_none_of_few(page, address):
    show(page, address, "vehicles")
    answer = page.request.get(f"{address}api/vehicles").json()
    hidden = [row for table in answer["tables"].values() for row in table["rows"] if row[-1] is True]
    assert hidden, "of some groups there are few vehicles"
    assert all(value is None for row in hidden for value in row[2:-1] if isinstance(value, (int, float)) and not isinstance(value, bool))
    assert "veh" not in json.dumps(answer["tables"]).replace("vehicle", "")


def test_data_shows_what_sql_says(page, address, figures):
    show(page, address, "data")
    assert tile(page, "read") == f"{figures['read']:,.0f}"
    assert tile(page, "quarantined") == f"{figures['quarantined']:,.0f}"
    closing = page.locator('[data-kpi="closes"] .of').inner_text().split()
    assert closing[0] == closing[2]


def test_fleet_follows_its_choices(page, address):
    show(page, address, "fleet")
    before = tile(page, "peak")
    page.get_by_label("Strategy", exact=True).select_option("peak-shaving")
    page.wait_for_function("() => location.hash.includes('strategy=peak-shaving')")
    page.wait_for_function("before => document.querySelector('[data-kpi=peak] .value').innerText !== before", arg=before)
    answer = page.request.get(f"{address}api/fleet?strategy=peak-shaving").json()
    columns = [column["name"] for column in answer["tables"]["kpis"]["columns"]]
    peak = next(dict(zip(columns, row)) for row in answer["tables"]["kpis"]["rows"] if row[0] == "peak")
    assert tile(page, "peak") == f"{peak['controlled']:,.0f} kW"
    assert "Peak shaving" in page.locator('[data-figure="kpis"] thead').inner_text()


def test_fleet_of_two_thousand_answers_at_once(page, address):
    show(page, address, "fleet", "?vehicles=2000&site_kw=20000&grid=HV")
    assert "2,000 vehicles" in page.locator('[data-figure="load"] .note').inner_text()


class TestClock:
    def test_goes_on_every_two_seconds_when_let(self, page, address):
        show(page, address, "fleet", "?slot=10")
        time = page.locator(".clock .time")
        first = time.inner_text()
        page.get_by_role("button", name="Let the day run").click()
        page.wait_for_function("first => document.querySelector('.clock .time').innerText !== first", arg=first, timeout=4000)
        page.get_by_role("button", name="Stop the day").click()
        stopped = time.inner_text()
        page.wait_for_timeout(2500)
        assert time.inner_text() == stopped
        assert "slot=11" in page.url

    def test_moves_the_table_of_vehicles(self, page, address):
        show(page, address, "fleet", "?slot=0")
        plan = page.locator('[data-figure="v2g"]')
        before = plan.locator("tbody").inner_text()
        page.get_by_label("Time of day").fill("50")
        assert plan.locator("tbody").inner_text() != before

    def test_table_is_filtered_and_sorted(self, page, address):
        show(page, address, "fleet", "?slot=50")
        plan = page.locator('[data-figure="v2g"]')
        plan.get_by_text("charging", exact=True).first.click()
        states = set(plan.locator("tbody tr td:nth-child(4)").all_inner_texts())
        assert states == {"charging"}
        plan.get_by_role("button", name="Power kW").click()
        powers = [float(text) for text in plan.locator("tbody tr td:nth-child(5)").all_inner_texts()]
        assert powers == sorted(powers, reverse=True)
        assert plan.locator('th[aria-sort="descending"]').inner_text().startswith("Power")


class TestLanguage:
    def test_is_switched_and_remembered(self, page, address):
        show(page, address, "network")
        page.get_by_label("Language").select_option("fr")
        page.wait_for_function("() => document.documentElement.lang === 'fr'")
        settle(page)
        assert page.locator("h1").inner_text() == "Réseau"
        assert "\u202f%" in tile(page, "public_rate") or "\u00a0%" in tile(page, "public_rate")
        page.reload()
        settle(page)
        assert page.locator("h1").inner_text() == "Réseau"

    def test_both_have_the_same_words(self):
        english, french = (json.loads(pathlib.Path(WORDS / f"{name}.json").read_text(encoding="utf-8")) for name in ("en", "fr"))
        assert english.keys() == french.keys()
        places = lambda text: sorted(part.split("}")[0] for part in text.split("{")[1:])
        assert [key for key in english if places(english[key]) != places(french[key])] == []


def test_theme_is_switched_and_remembered(page, address):
    show(page, address, "network")
    page.get_by_role("button", name="Switch to the dark theme").click()
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    page.reload()
    settle(page)
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    assert page.get_by_role("button", name="Switch to the light theme").is_visible()


@pytest.mark.parametrize("name", PAGES)
def test_fits_a_phone(page, address, name):
    page.set_viewport_size({"width": 360, "height": 780})
    show(page, address, name)
    page.get_by_label("Language").select_option("fr")
    page.wait_for_function("() => document.documentElement.lang === 'fr'")
    settle(page)
    assert page.evaluate("document.documentElement.scrollWidth") == 360


class TestFaults:
    def test_a_server_that_is_gone_is_told(self, page, address):
        page.expected_faults.append("Failed to load resource")
        show(page, address, "network")
        page.route("**/api/occupancy*", lambda route: route.abort())
        page.locator('[data-page="occupancy"]').click()
        page.wait_for_selector('[data-figure="by_day"] .state.error')
        assert "does not answer" in page.locator('[data-figure="by_day"] .state.error').inner_text()

    def test_a_table_that_is_missing_names_its_job(self, page, address):
        answer = page.request.get(f"{address}api/anomalies").json()
        answer["tables"]["anomalies"]["rows"] = []
        answer["missing"] = [{"table": "anomaly", "job": "anomalies"}]
        page.route("**/api/anomalies*", lambda route: route.fulfill(json=answer))
        show(page, address, "occupancy")
        assert "./chargelake anomalies" in page.locator('[data-figure="anomalies"] .state').inner_text()

    def test_a_choice_that_is_refused_shows_why(self, page, address):
        page.expected_faults.append("400")
        show(page, address, "fleet", "?vehicles=3")
        assert "50" in page.locator(".notice.error").inner_text()

    def test_an_address_that_is_unknown_leads_home(self, page, address):
        show(page, address, "nowhere")
        assert page.locator("h1").inner_text() == "Network"


def test_all_modules_are_asked_for_at_once():
    folder = WORDS.parent
    modules = {str(file.relative_to(folder)) for file in (folder / "app").rglob("*.js")}
    index = (folder / "index.html").read_text(encoding="utf-8")
    assert {line.split('"')[3] for line in index.splitlines() if "modulepreload" in line} == modules
