"""What leaves the page as a file: CSV, PNG, and the whole dashboard."""
import csv
import io
import json
import struct

import dashboard
from dashboard import PAGES, settle, show


def download(page, figure, tool):
    with page.expect_download() as started:
        page.locator(f'[data-figure="{figure}"]').get_by_role("button", name=tool, exact=True).click()
    file = started.value
    return file.suggested_filename, file.path().read_bytes()


def test_csv_holds_the_rows_of_the_answer(page, address):
    show(page, address, "occupancy")
    name, content = download(page, "by_day", "CSV")
    rows = list(csv.reader(io.StringIO(content.decode("utf-8"))))
    answer = page.request.get(f"{address}api/occupancy?level=all").json()["tables"]["by_day"]
    assert name == "chargelake-by-day.csv"
    assert rows[0] == [column["name"] for column in answer["columns"]]
    assert len(rows) - 1 == len(answer["rows"])
    assert float(rows[1][1]) == answer["rows"][0][1]


def test_csv_of_lists_has_a_row_a_vehicle(page, address):
    show(page, address, "fleet")
    _, content = download(page, "v2g", "CSV")
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8"))))
    assert len(rows) > 40
    assert len(rows[0]["power_kw"].split("|")) == 96


def test_png_of_charts_and_map(page, address):
    show(page, address, "network")
    for figure in ("growth", "stations"):
        name, content = download(page, figure, "PNG")
        width, height = struct.unpack(">II", content[16:24])
        assert name == f"chargelake-{figure}.png"
        assert content.startswith(b"\x89PNG")
        assert width > 500 and height > 500 and len(content) > 10_000


def test_every_chart_can_be_read_as_a_table_and_tells_its_source(page, address):
    for name in PAGES:
        show(page, address, name)
        drawn = page.locator("[data-figure]:has(.canvas[role=img]), [data-figure]:has(.map)")
        for figure in [page.locator(f'[data-figure="{one.get_attribute("data-figure")}"]') for one in drawn.all()]:
            figure.get_by_role("button", name="Table", exact=True).click()
            assert figure.locator("table tbody tr").count() > 0
            assert figure.locator("table caption").count() == 1
            figure.locator("summary").click()
            assert figure.locator("details code").count() == 1, "a formula"
            assert name == "fleet" or figure.locator("details dt").count() >= 1


def test_one_file_works_without_a_server(page, address, tmp_path):
    file = tmp_path / "dashboard.html"
    dashboard.chargelake("dashboard", "--export", str(file))
    assert file.stat().st_size < 5_000_000
    for name in PAGES:
        page.goto(f"{file.as_uri()}#/{name}")
        page.reload()
        settle(page)
        assert page.locator("[data-kpi]").count() >= 4
        assert page.locator(".state.error").count() == 0
    page.get_by_label("Language").select_option("fr")
    page.wait_for_function("() => document.documentElement.lang === 'fr'")
    assert "Enregistré" in page.locator("#colophon").inner_text()


def test_answers_hold_no_path_of_the_machine(page, address):
    for name in ("meta", "network", "occupancy", "vehicles", "fleet", "data", "forecast", "anomalies"):
        assert dashboard.LAKE not in json.dumps(page.request.get(f"{address}api/{name}").json())
