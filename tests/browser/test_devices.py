"""Readers who enlarge, space out, recolour, print in the middle of something, or come back: nothing is lost to them."""

from collections.abc import Callable, Iterator
from typing import Any

import pypdfium2 as pdfium
import pytest
from playwright.sync_api import Browser, Page, expect

from ..helpers import panels
from ..helpers.chromium import another
from ..helpers.daily import one_in
from ..helpers.page_kinds import PARTS
from ..helpers.speaking_device import device_with_voices
from ..helpers.waiting import eventually

_SPACED = """
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-block-end: 2em !important }
"""
"""What WCAG 2.2, 1.4.12, lets readers set."""
_LOST = """() => {
  const lost = document.documentElement.scrollWidth > innerWidth ? ["the page is wider than the window"] : [];
  const seen = [...document.querySelectorAll("body *")].filter(
    (one) => one.checkVisibility({ visibilityProperty: true }) && !one.closest(".lc-unseen, template, svg"));
  for (const one of seen) {
    const style = getComputedStyle(one);
    const hides = (value) => ["hidden", "clip"].includes(value);
    const wider = one.scrollWidth > one.clientWidth + 2, higher = one.scrollHeight > one.clientHeight + 2;
    if ((hides(style.overflowX) && wider) || (hides(style.overflowY) && higher)) lost.push(`cut: ${one.outerHTML}`);
    if (one.matches("button, a, summary, label") && style.display !== "inline" && (wider || higher))
      lost.push(`out of its box: ${one.outerHTML}`);
    if (one.closest("pre") || ![...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim())) continue;
    const range = document.createRange();
    range.selectNodeContents(one);
    if ([...range.getClientRects()].some((box) => box.width && (box.right > innerWidth + 1 || box.left < -1)))
      lost.push(`out of the window: ${one.outerHTML}`);
  }
  const items = [...document.querySelectorAll(".lc-header__inner > *")].map((one) => one.getBoundingClientRect());
  const shown = items.filter((box) => box.width);
  if (shown.some((box, at) => at && box.left < shown[at - 1].right - 0.5)) lost.push("the header overlaps");
  return lost.map((text) => text.slice(0, 120));
}"""
"""Gives what a reader cannot see: words cut off, outside the window, or one above the other."""
_BEYOND = """(panel) => {
  const { left, top, right, bottom } = panel.getBoundingClientRect();
  const inside = left > -1 && top > -1 && right < innerWidth + 1 && bottom < innerHeight + 1;
  const scrolls = ["auto", "scroll"].includes(getComputedStyle(panel).overflowY);
  const held = panel.scrollWidth <= panel.clientWidth + 2 && (scrolls || panel.scrollHeight <= panel.clientHeight + 2);
  return inside && held ? "" : JSON.stringify([left, top, right, bottom, panel.scrollWidth, panel.scrollHeight]);
}"""
"""Says how a panel that stands over the page reaches beyond the window, and nothing where all of it can be reached."""


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """An empty page of a visitor whose own style sheet the policy of the page does not keep out."""
    context = chromium.new_context(bypass_csp=True, service_workers="block")
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("part", range(PARTS))
def test_at_400_percent_and_with_spaced_out_words_nothing_is_lost_on_any_kind_of_page(
    address: str, page: Page, pages_to_try: list[str], part: int
) -> None:
    page.set_viewport_size({"width": 320, "height": 256})
    lost = []
    for path in pages_to_try[part::PARTS]:
        page.goto(f"{address}/{path}")
        lost += [f"{path}: {fault}" for fault in page.evaluate(_LOST)]
        page.add_style_tag(content=_SPACED)
        page.add_style_tag(content="article table { display: none }")  # WCAG 1.4.10 lets tables go aside
        lost += [f"{path}, spaced out: {fault}" for fault in page.evaluate(_LOST)]
    assert lost == []


PANELS: dict[str, tuple[Callable[[Page], None], str, str]] = {
    "menu": (panels.open_menu, "chi-thi-58/", ".lc-menu"),
    "reading": (panels.open_reading, "chi-thi-58/", ".lc-reading"),
    "reading in English": (panels.open_reading, "en/chi-thi-58/", ".lc-reading"),
    "popup": (panels.open_popup, "chi-thi-58/", ".lc-popup"),
    "search": (panels.open_search, "chi-thi-58/", ".lc-search"),
    "meeting": (panels.open_meeting, "hoi-dap-chung/", ".lc-meeting"),
    "arrived": (lambda page: None, "chi-thi-58/?v=aaaaaaaa", ".lc-arrived"),
}


@pytest.mark.parametrize(("act", "path", "panel"), PANELS.values(), ids=PANELS)
def test_at_400_percent_with_the_largest_letters_spaced_out_every_panel_can_be_read_to_its_end(
    address: str, page: Page, act: Callable[[Page], None], path: str, panel: str
) -> None:
    page.set_viewport_size({"width": 320, "height": 256})
    page.add_init_script("localStorage.setItem('lc-size', '3')")
    page.goto(f"{address}/{path}")
    page.add_style_tag(content=_SPACED)
    act(page)
    expect(page.locator(panel)).to_be_visible()
    page.wait_for_timeout(500)  # until the page has scrolled to what has the focus
    assert page.locator(panel).evaluate(_BEYOND) == ""


@pytest.fixture(scope="module")
def remembering(chromium: Browser) -> Iterator[Browser]:
    """A browser that keeps the pages behind it, as browsers of readers do and Playwright's does not."""
    started = another(chromium, without="--disable-back-forward-cache")
    yield started
    started.close()


def test_who_comes_back_finds_the_page_in_the_letters_and_colours_chosen_meanwhile_and_nothing_open(
    address: str, remembering: Browser
) -> None:
    for _ in range(5):  # a browser that lacks time or room sometimes loads the page anew
        page = remembering.new_page(viewport={"width": 390, "height": 800}, has_touch=True)
        if _kept_while_reading_was_set(page, address):
            break
    assert page.evaluate("window.kept")
    root = page.locator("html")
    expect(root).to_have_attribute("data-size", "1")
    expect(root).to_have_attribute("data-scheme", "dark")
    expect(page.locator(".lc-popup")).to_be_hidden()
    panels.open_reading(page)
    expect(page.locator("[data-size-value]")).to_have_text("115%")
    expect(page.locator("[data-scheme-choice='dark']")).to_have_attribute("aria-pressed", "true")
    page.close()


def _kept_while_reading_was_set(page: Page, address: str) -> bool:
    """Leave a page with a citation open, choose letters and colours elsewhere, come back: whether the page was kept."""
    page.goto(f"{address}/chi-thi-58/")
    page.evaluate("addEventListener('pageshow', (event) => (window.kept = event.persisted))")
    link = page.locator("a.lc-cite[data-cite='cv.II.1.1']").first
    link.tap()
    expect(page.locator(".lc-popup")).to_be_visible()
    link.tap()
    page.wait_for_url("**/van-ban/cong-van/**")
    panels.open_reading(page)
    page.locator("[data-size-step='1']").click()
    page.locator("[data-scheme-choice='dark']").click()
    page.go_back(wait_until="commit")
    eventually(page, "window.kept || performance.getEntriesByType('navigation')[0]?.type === 'back_forward'")
    return bool(page.evaluate("window.kept"))


def test_who_comes_back_finds_the_choice_in_a_quiz_and_its_answer(address: str, remembering: Browser) -> None:
    page = remembering.new_page()
    page.goto(f"{address}/tuyen-truyen/van-hoa-the-thao/")
    page.locator("div.lc-quiz").first.locator("input").first.check()
    page.goto(f"{address}/chi-thi-58/")
    page.go_back(wait_until="commit")
    expect(page.locator("div.lc-quiz").first.locator("input").first).to_be_checked()
    expect(page.locator("details.lc-quiz__answer p").first).to_be_visible()
    page.close()


def test_reading_aloud_ends_with_the_page_and_does_not_go_on_for_who_comes_back(
    address: str, remembering: Browser
) -> None:
    page = remembering.new_page()
    page.add_init_script(device_with_voices())
    page.goto(f"{address}/chi-thi-58/")
    page.locator("[data-aloud]").click()
    expect(page.locator(".lc-aloud")).to_be_visible()
    page.goto(f"{address}/")
    page.go_back(wait_until="commit")
    expect(page.locator("[data-aloud]")).to_be_visible()
    expect(page.locator(".lc-aloud")).to_have_count(0)
    page.close()


_LOOK = """(one) => {
  const style = getComputedStyle(one);
  return [style.borderTopWidth, style.borderTopColor, style.outlineStyle, style.outlineWidth, style.backgroundColor,
    style.fontWeight, getComputedStyle(one, "::after").content].join(" ");
}"""
"""Gives what tells two states apart where readers choose all colours."""


@pytest.fixture
def recoloured(chromium: Browser) -> Iterator[Page]:
    """A page in the reader's own colours."""
    context = chromium.new_context(forced_colors="active", viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


def test_in_forced_colours_buttons_of_the_header_have_lines_and_the_focused_one_a_thicker_one(
    address: str, recoloured: Page
) -> None:
    page = recoloured
    page.goto(f"{address}/chi-thi-58/")
    items = page.locator(".lc-header__item").filter(visible=True)
    assert items.count() == 3
    for item in items.all():
        assert item.evaluate("one => getComputedStyle(one).outlineStyle") == "solid"
    page.locator(".lc-header__home").focus()
    page.keyboard.press("Tab")
    widths = [item.evaluate("one => getComputedStyle(one).outlineWidth") for item in items.all()]
    assert widths == ["3px", "1px", "1px"]


def test_in_forced_colours_what_is_chosen_can_be_told_from_what_is_not(address: str, recoloured: Page) -> None:
    page = recoloured
    page.goto(f"{address}/chi-thi-58/")
    panels.open_reading(page)
    page.locator("[data-scheme-choice='dark']").click()
    page.mouse.move(0, 0)
    chosen, other = page.locator("[data-scheme-choice='dark']"), page.locator("[data-scheme-choice='light']")
    assert chosen.evaluate(_LOOK) != other.evaluate(_LOOK)
    page.locator("[data-size-step='1']").click()
    expect(page.locator("[data-size-value]")).to_have_text("115%")
    page.keyboard.press("Escape")
    here = page.locator(".lc-menu [aria-current]").first
    elsewhere = page.locator(".lc-menu a:not([aria-current])").first
    assert here.evaluate(_LOOK) != elsewhere.evaluate(_LOOK)
    panels.open_search(page)
    first, second = page.get_by_role("option").nth(0), page.get_by_role("option").nth(1)
    assert first.evaluate(_LOOK) != second.evaluate(_LOOK)
    mark = "one => getComputedStyle(one).backgroundColor"
    assert page.locator(".lc-search mark").first.evaluate(mark) != first.evaluate(mark)
    page.goto(f"{address}/tuyen-truyen/van-hoa-the-thao/")
    options = page.locator("div.lc-quiz").first.locator(".lc-quiz__option")
    options.first.locator("input").check()
    assert options.nth(0).evaluate(_LOOK) != options.nth(1).evaluate(_LOOK)


def aloud(page: Page) -> None:
    page.locator("[data-aloud]").click()
    expect(page.locator(".lc-aloud")).to_be_visible()


def nothing(page: Page) -> None:
    """Leave the page as it came."""


@pytest.mark.parametrize(
    "act",
    one_in(
        2,
        [
            aloud,
            panels.open_menu,
            panels.open_reading,
            panels.open_take,
            panels.open_popup,
            panels.open_search,
            panels.open_meeting,
        ],
    ),
)
def test_what_is_open_or_read_aloud_is_not_printed(address: str, page: Page, act: Callable[[Page], None]) -> None:
    def looks(act: Callable[[Page], None]) -> list[Any]:
        page.goto(f"{address}/hoi-dap-chung/")
        act(page)
        page.wait_for_timeout(300)
        pages = pdfium.PdfDocument(page.pdf(prefer_css_page_size=True, print_background=True))
        return [(one.get_textpage().get_text_bounded(), one.render(scale=0.5).to_pil().tobytes()) for one in pages]

    page.add_init_script(device_with_voices())
    page.set_viewport_size({"width": 390, "height": 800})
    assert looks(act) == looks(nothing)
