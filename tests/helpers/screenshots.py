"""`make shots`: screenshots of every kind of page for people to look at, below `.shots/`."""

import argparse
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from . import chromium
from .local_server import serve
from .mkdocs_build import build
from .page_kinds import PAGES
from .projects import ROOT

WIDTHS = {360: 740, 768: 1024, 1440: 900}
"""Width of the window → its height."""


def main() -> int:
    """Build the site and photograph it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--to", type=Path, default=ROOT / ".shots")
    parser.add_argument("--only", nargs="*", default=list(PAGES), choices=list(PAGES))
    parser.add_argument("--languages", nargs="*", default=["vi", "en"])
    parser.add_argument("--schemes", nargs="*", default=["light", "dark"])
    parser.add_argument("--widths", nargs="*", type=int, default=list(WIDTHS))
    parser.add_argument("--whole", action="store_true", help="the whole page, not only the first screen")
    chosen = parser.parse_args()
    chosen.to.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = Path(folder) / "site"
        done = build(site)
        if done.returncode:
            print(done.stderr, file=sys.stderr)
            return 1
        started = chromium.launch(playwright)
        with serve(site) as address:
            for width in chosen.widths:
                for scheme in chosen.schemes:
                    context = started.new_context(
                        viewport={"width": width, "height": WIDTHS[width]}, color_scheme=scheme, has_touch=width < 600
                    )
                    page = context.new_page()
                    for language in chosen.languages:
                        for kind in chosen.only:
                            below = "en/" if language == "en" and kind != "missing" else ""
                            page.goto(f"{address}/{below}{PAGES[kind]}")
                            name = f"{kind}-{language}-{width}-{scheme}.png"
                            page.screenshot(path=chosen.to / name, full_page=chosen.whole)
                    context.close()
        started.close()
    print(chosen.to)
    return 0


if __name__ == "__main__":
    sys.exit(main())
