"""What a page offers to take along: printing, and whatever has been made for paper."""

import re
from collections import Counter
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from ..helpers import printed_pages
from ..helpers.booklet_pdfs import LANGUAGES, made, sides_of
from ..helpers.built_site import Built


def test_everything_made_is_linked_with_its_pages_and_size_and_listed_once(paper: Path) -> None:
    linked: Counter[Path] = Counter()
    for path in paper.rglob("index.html"):
        html = Built(path).html
        for href, words in re.findall(r'<a [^>]*href="([^"]*\.pdf)"[^>]*>([^<]*)</a>', html):
            target = (path.parent / href).resolve()
            assert target.is_file(), (path, href)
            if "/pdf/" in str(target):
                linked[target] += 1
                pages, size = sides_of(target), round(target.stat().st_size / 1024)
                assert re.search(rf"\({pages} (?:trang|pages?), {size} KB\)$", words), words
    home = {made(paper, f"{language}index{ending}") for language in LANGUAGES for ending in ("", ".chu-lon")}
    assert set(linked) == {path.resolve() for path in (paper / "pdf").rglob("*.pdf")} - {p.resolve() for p in home}
    for language in LANGUAGES:
        page = paper / f"{language}tra-cuu/du-lieu/index.html"
        listed = [page.parent / href for href in re.findall(r'<a href="([^"]*\.pdf)"', Built(page).html)]
        own = (path for path in (paper / "pdf").rglob("*.pdf") if ("/pdf/en/" in str(path)) == bool(language))
        kinds = (".tap-sach", ".to-gap", ".a3", ".to-a4", ".ap-phich-a3")
        more = {path.resolve() for path in own if path.stem.endswith(kinds)}
        assert sorted(path.resolve() for path in listed) == sorted(more)


@pytest.mark.parametrize("width", [360, 768, 1440])
def test_what_can_be_taken_along_unfolds_over_the_page_by_keyboard_and_without_scripts(
    paper: Path, chromium: Browser, width: int
) -> None:
    tops = "[...document.querySelectorAll('.lc-body *')].map(one => one.getBoundingClientRect().top)"
    viewport = {"width": width, "height": 800}
    for scripts in (True, False):
        with printed_pages.visit(chromium, paper, "chi-thi-58/tranh/", scripts=scripts, viewport=viewport) as page:
            before = page.evaluate(tops)
            page.locator(".lc-take > summary").focus()
            page.keyboard.press("Enter")
            links = page.locator(".lc-take a")
            assert links.count() > 1
            assert links.last.is_visible()
            assert page.evaluate(tops) == before
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            for box in (one.bounding_box() for one in links.all()):
                assert box and box["x"] >= 0 and box["x"] + box["width"] <= width and box["height"] >= 24
            page.keyboard.press("Tab")
            page.keyboard.press("Escape" if scripts else "Shift+Tab")
            assert page.evaluate("document.activeElement.tagName") == "SUMMARY"
