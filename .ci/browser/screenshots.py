"""The pictures of docs/img: every page in both themes, as a reader of the docs should see it."""
import io

from PIL import Image, ImageColor

import dashboard
from dashboard import PAGES, show

FOLDER = dashboard.ROOT / "docs/img"
WIDTH, HEIGHT = 1280, 960
COLOURS = 256


def main():
    FOLDER.mkdir(parents=True, exist_ok=True)
    with dashboard.served() as address, dashboard.browser() as chromium:
        for theme in ("light", "dark"):
            context = chromium.new_context(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme=theme, locale="en-GB", reduced_motion="reduce")
            page = context.new_page()
            for name in PAGES:
                show(page, address, name)
                shoot(page, FOLDER / f"dashboard-{name}-{theme}.png")
            if theme == "light":
                show(page, address, "fleet")
                save(page, FOLDER / "dashboard.png")
            context.close()
    print(f"screenshots: {2 * len(PAGES) + 1} in docs/img")


def shoot(page, file):
    """The whole page: charts draw themselves when they come into view, so the view is made as high as the page."""
    page.set_viewport_size({"width": WIDTH, "height": page.evaluate("document.documentElement.scrollHeight")})
    page.wait_for_timeout(1200)
    save(page, file)
    page.set_viewport_size({"width": WIDTH, "height": HEIGHT})


def save(page, file):
    """With the series' colours and those that are most of it, each as it is: a third of the size."""
    series = page.evaluate("[1, 2, 3, 4, 5, 6, 7].map((i) => getComputedStyle(document.documentElement).getPropertyValue(`--series-${i}`).trim())")
    with Image.open(io.BytesIO(page.screenshot())) as picture:
        drawn = picture.convert("RGB")
    commonest = sorted(drawn.getcolors(drawn.width * drawn.height), reverse=True)[: COLOURS - len(series)]
    palette = Image.new("P", (1, 1))
    palette.putpalette([part for colour in [*map(ImageColor.getrgb, series), *(colour for _, colour in commonest)] for part in colour])
    drawn.quantize(palette=palette, dither=Image.Dither.NONE).save(file, optimize=True)


if __name__ == "__main__":
    main()
