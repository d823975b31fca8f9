"""What readers do, in a real browser on the built site."""

import itertools
import re

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from ..helpers.daily import one_in
from ..helpers.page_kinds import PARTS

_WIDTHS = (320, 360, 768, 1440)
_WIDEST = """() => Math.max(...["0", "3"].map(size => {
  document.documentElement.dataset.size = size;
  return document.documentElement.scrollWidth;
}))"""
"""Width of a page in the letters it comes with and in the largest that the reader can choose, in CSS px."""

_HEADER = """() => [...document.querySelectorAll(".lc-header__inner > *")]
  .map((item) => item.getBoundingClientRect())
  .filter((box) => box.width && box.height)
  .map((box) => [box.left, box.right])"""
"""Left and right edge of each thing in the header that is shown, in CSS px."""


def _outside(url: str, address: str) -> bool:
    return not url.startswith((address, "data:"))


@pytest.mark.parametrize("part", range(PARTS))
def test_every_page_opens_without_complaint_asks_no_other_host_and_is_no_wider_than_any_screen(
    address: str, page: Page, pages_to_try: list[str], part: int
) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(f"{page.url}: {message.text}"))
    page.on("pageerror", lambda error: said.append(f"{page.url}: {error}"))
    page.on("request", lambda request: said.append(request.url) if _outside(request.url, address) else None)
    for path in pages_to_try[part::PARTS]:
        page.goto(f"{address}/{path}")
        for width in _WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            if page.evaluate(_WIDEST) > width:
                said.append(f"{page.url}: wider than {width}")
    assert said == []


@pytest.mark.parametrize("language", one_in(2, ["", "en/"]))
def test_everything_in_the_header_has_its_place_in_letters_of_every_size(
    address: str, page: Page, language: str
) -> None:
    page.goto(f"{address}/{language}chi-thi-58/")
    for width, size in itertools.product([320, 360, 390, 412, 480, 560, 640, 768], "0123"):
        page.set_viewport_size({"width": width, "height": 800})
        page.evaluate("size => document.documentElement.dataset.size = size", size)
        boxes = page.evaluate(_HEADER)
        assert len(boxes) > 1
        for (_, end), (start, _) in itertools.pairwise(boxes):
            assert end <= start + 0.5, (width, size)
        assert boxes[-1][1] <= width, (width, size)


@pytest.mark.parametrize(("start", "language"), one_in(2, [("/en/chuong-trinh-20/", "en"), ("/chi-thi-58/", "vi")]))
def test_following_a_citation_leads_to_its_words(
    address: str, page: Page, every: bool, start: str, language: str
) -> None:
    """The last one of each document; with `--every` each."""
    page.goto(address + start)
    cited = page.locator("a.lc-cite[data-cite*='.']").evaluate_all("links => links.map(link => link.dataset.cite)")
    assert cited
    last = {provision.partition(".")[0]: number for number, provision in enumerate(cited)}
    for number, provision in enumerate(cited):
        if not every and number != last[provision.partition(".")[0]]:
            continue
        page.goto(address + start)
        page.locator("a.lc-cite[data-cite*='.']").nth(number).click()
        anchor = provision.lower().replace(".", "-")
        below = f"{address}{'/en' if language == 'en' else ''}/van-ban/"
        where = "cong-van" if provision.startswith("cv.") else "[a-z0-9-]+/[a-z0-9-]+"  # digests and reports
        expect(page).to_have_url(re.compile(f"^{re.escape(below)}{where}/#{re.escape(anchor)}$"))
        expect(page.locator(f"#{anchor}")).to_be_visible()


def test_without_javascript_the_words_the_links_and_the_matrix_are_there(address: str, chromium: Browser) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/tra-cuu/ma-tran/")
    expect(page.locator("table.lc-matrix tbody tr").last).to_be_visible()
    page.goto(f"{address}/van-ban/cong-van/")
    page.locator(".lc-cited > summary").click()
    expect(page.locator('.lc-cited [data-cites~="ii-1-3"] a').first).to_be_visible()
    context.close()


def test_the_other_language_is_one_click_away_on_the_same_page(address: str, page: Page) -> None:
    page.goto(f"{address}/van-ban/cong-van/")
    page.locator("header a[hreflang]").click()
    expect(page).to_have_url(f"{address}/en/van-ban/cong-van/")
    page.locator("header a[hreflang]").click()
    expect(page).to_have_url(f"{address}/van-ban/cong-van/")


def leave_out(page: Page, ids: list[str]) -> None:
    """Take ids away from the English pages that a browser gets."""

    def answer(route: Route) -> None:
        response = route.fetch()
        text = response.text()
        for one in ids:
            assert f'id="{one}"' in text
            text = text.replace(f'id="{one}"', "")
        route.fulfill(response=response, body=text)

    page.route("**/en/*/*/", answer)


@pytest.mark.parametrize(
    ("missing", "arrives"),
    [([], "#q-ct58-03"), (["q-ct58-03"], "#q-ct58-18"), (["q-ct58-17", "q-ct58-18", "q-ct58-03"], "")],
    ids=["there", "missing", "nothing before it"],
)
def test_the_other_language_opens_at_the_same_part_or_at_the_nearest_before_it_that_it_has(
    address: str, page: Page, missing: list[str], arrives: str
) -> None:
    leave_out(page, missing)
    page.goto(f"{address}/chi-thi-58/hoi-dap/#q-ct58-03")
    page.locator("header a[hreflang]").click()
    expect(page).to_have_url(f"{address}/en/chi-thi-58/hoi-dap/{arrives}")
    expect(page.locator(arrives or "h1")).to_be_in_viewport()
