"""`make shots`: screenshots of every kind of page for people to look at, below `.shots/`."""

import argparse
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from . import browser
from .conftest import build
from .projects import ROOT
from .served import serve

PAGES = {
    "home": "",
    "overview": "chi-thi-58/",
    "theme": "chi-thi-58/quyen-loi-ich/",
    "picture": "chuong-trinh-20/tranh/",
    "questions": "chi-thi-58/hoi-dap/",
    "slogans": "chuong-trinh-21/khau-hieu/",
    "script": "tuyen-truyen/truyen-thanh/",
    "kit": "tuyen-truyen/bang-tin-ap-phich/",
    "quiz": "tuyen-truyen/trac-nghiem-chi-thi-58/",
    "reader": "danh-cho/nguoi-lao-dong/",
    "dispatch": "van-ban/cong-van/",
    "record": "van-ban/bo-luat-lao-dong/",
    "documents": "van-ban/",
    "matrix": "tra-cuu/ma-tran/",
    "glossary": "tra-cuu/thuat-ngu/",
    "checks": "bien-tap/kiem-tra/",
    "missing": "404.html",
}
"""One page of every kind."""
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
        started = browser.launch(playwright)
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
