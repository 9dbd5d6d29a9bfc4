"""The pictures of docs/img: every page in both themes, as a reader of the docs should see it."""
import dashboard
from dashboard import PAGES, show

FOLDER = dashboard.ROOT / "docs/img"
SIZE = {"width": 1280, "height": 960}


def main():
    FOLDER.mkdir(parents=True, exist_ok=True)
    with dashboard.served() as address, dashboard.browser() as chromium:
        for theme in ("light", "dark"):
            context = chromium.new_context(viewport=SIZE, color_scheme=theme, locale="en-GB", reduced_motion="reduce")
            page = context.new_page()
            for name in PAGES:
                show(page, address, name)
                page.wait_for_timeout(600)
                page.screenshot(path=FOLDER / f"dashboard-{name}-{theme}.png")
            context.close()
    print(f"screenshots: {2 * len(PAGES)} in docs/img")


if __name__ == "__main__":
    main()
