"""For those who do not use a mouse, do not see well, or do not see."""
import pytest
from axe_playwright_python.sync_playwright import Axe

from dashboard import PAGES, settle, show

GRAVE = ("serious", "critical")


def grave(page):
    found = Axe().run(page).response["violations"]
    return [f"{fault['id']}: {node['html'][:160]} {node['failureSummary'][:300]}" for fault in found if fault["impact"] in GRAVE for node in fault["nodes"]]


class TestLight:
    @pytest.mark.parametrize("name", PAGES)
    def test_axe_finds_nothing_grave(self, page, address, name):
        show(page, address, name)
        assert grave(page) == []

    @pytest.mark.parametrize("name", PAGES)
    def test_axe_finds_nothing_grave_in_tables(self, page, address, name):
        show(page, address, name)
        for button in page.get_by_role("button", name="Table", exact=True).all():
            button.click()
        assert grave(page) == []


class TestDark:
    @pytest.fixture
    def settings(self):
        return {"color_scheme": "dark"}

    @pytest.mark.parametrize("name", PAGES)
    def test_axe_finds_nothing_grave(self, page, address, name):
        show(page, address, name)
        assert page.evaluate("document.documentElement.dataset.theme") == "dark"
        assert grave(page) == []


class TestKeyboard:
    def test_the_first_stop_skips_to_the_content(self, page, address):
        show(page, address, "network")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.id") == "skip"
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "main"

    def test_leads_to_a_page_and_to_its_title(self, page, address):
        show(page, address, "network")
        page.locator('[data-page="occupancy"]').focus()
        page.keyboard.press("Enter")
        page.wait_for_function("() => location.hash.startsWith('#/occupancy')")
        settle(page)
        assert page.evaluate("document.activeElement.tagName") == "H1"

    def test_reaches_all_controls_in_order(self, page, address):
        show(page, address, "occupancy")
        page.locator("h1").focus()
        reached = []
        for _ in range(60):
            page.keyboard.press("Tab")
            reached.append(page.evaluate("document.activeElement.name || document.activeElement.textContent.trim().slice(0, 30) || document.activeElement.className"))
        for wanted in ("level", "from", "to", "Table", "CSV", "PNG"):
            assert wanted in reached

    def test_walks_through_a_chart_aloud(self, page, address):
        show(page, address, "occupancy")
        page.locator('[data-figure="by_day"] .canvas').focus()
        page.keyboard.press("Home")
        page.keyboard.press("ArrowRight")
        page.wait_for_function("() => document.getElementById('announcer').textContent.includes('2 Jan 2025')")
        assert "Occupied" in page.locator("#announcer").text_content()

    def test_opens_a_table_and_keeps_the_focus(self, page, address):
        show(page, address, "network")
        button = page.locator('[data-figure="growth"]').get_by_role("button", name="Table", exact=True)
        button.focus()
        page.keyboard.press("Space")
        assert button.get_attribute("aria-pressed") == "true"
        assert page.evaluate("document.activeElement.textContent") == "Table"


class TestScreenReader:
    def test_landmarks_and_names(self, page, address):
        show(page, address, "fleet")
        assert page.locator("main").count() == page.locator("h1").count() == page.locator("header.masthead").count() == 1
        for chart in page.locator(".canvas[role=img]").all():
            assert len(chart.get_attribute("aria-label")) > 10
        assert page.locator("#announcer[aria-live=polite]").count() == 1

    def test_a_new_page_is_told(self, page, address):
        show(page, address, "network")
        page.locator('[data-page="data"]').click()
        page.wait_for_function("() => document.getElementById('announcer').textContent.startsWith('Data')")

    def test_language_is_marked(self, page, address):
        show(page, address, "network")
        assert page.evaluate("document.documentElement.lang") == "en"


def test_motion_waits_to_be_wanted(page, address):
    show(page, address, "fleet")
    assert page.get_by_role("button", name="Let the day run").is_visible()
