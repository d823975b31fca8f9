"""WCAG 2.2 AA: axe on every page, what axe cannot see by hand, and journeys with the keyboard alone."""

from collections.abc import Mapping
from itertools import product
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, ViewportSize, expect

from ..helpers import panels
from ..helpers.page_kinds import PAGES, PARTS

_RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
_COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
_WIDE: ViewportSize = {"width": 1280, "height": 1024}
_ENLARGED: ViewportSize = {"width": 320, "height": 256}
"""The same window at 400 %."""
_SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
_VIEWS = list(product((_WIDE, _ENLARGED), _SCHEMES))


def violations(page: Page, rules: Mapping[str, object] = _RULES) -> list[str]:
    """Return what axe finds on an open page."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(Axe().axe_script)
    found = page.evaluate("options => axe.run(options)", {"resultTypes": ["violations"], **rules})
    return [f"{page.url} {one['id']}: {one['nodes'][0]['html'][:120]}" for one in found["violations"]]


@pytest.mark.parametrize("part", range(PARTS))
def test_axe_finds_nothing_on_any_page_light_or_dark_wide_or_enlarged(
    address: str, page: Page, pages_to_try: list[str], every: bool, part: int
) -> None:
    """Each page in light or in dark, at one of the two sizes, by turns; with `--every` in both, at both.

    What does not hang on colours is asked in light alone then: it is the same in the dark.
    """
    found: list[str] = []
    for turn, path in list(enumerate(pages_to_try))[part::PARTS]:
        for size, scheme in _VIEWS if every else [_VIEWS[turn // PARTS % len(_VIEWS)]]:
            page.set_viewport_size(size)
            page.emulate_media(color_scheme=scheme)
            if page.url != f"{address}/{path}":
                page.goto(f"{address}/{path}")
            expect(page.locator("html")).to_have_attribute("data-scheme", scheme)
            found += violations(page, _COLOURS if every and scheme == "dark" else _RULES)
    assert found == []


_OPENED = (
    (panels.open_menu, "chi-thi-58/"),
    (panels.open_reading, "en/chi-thi-58/"),
    (panels.open_contents, "chi-thi-58/"),
    (panels.open_take, "chi-thi-58/"),
    (panels.open_take, "en/chuong-trinh-20/tranh/"),
    (panels.open_provision, "van-ban/cong-van/"),
    (panels.open_provision, "en/van-ban/cong-van/"),
    (panels.open_popup, "chi-thi-58/"),
    (panels.open_search, "chi-thi-58/"),
    (panels.open_suggestions, "en/"),
    (panels.open_meeting, "hoi-dap-chung/"),
    (panels.open_meeting, "en/van-ban/cong-van/"),
)
_FIRST = dict(reversed(_OPENED))
_OPENED_IN = [
    pytest.param(act, path, scheme, marks=() if turn % 2 == number and _FIRST[act] == path else pytest.mark.every)
    for turn, (act, path) in enumerate(_OPENED)
    for number, scheme in enumerate(("light", "dark"))
]
"""What can be opened, each on one page, by turns in light and in dark."""


@pytest.mark.parametrize(("act", "path", "scheme"), _OPENED_IN)
def test_axe_finds_nothing_with_drawers_and_dialogs_open(
    address: str, chromium: Browser, act: object, path: str, scheme: str
) -> None:
    context = chromium.new_context(
        viewport={"width": 320, "height": 800},
        color_scheme="dark" if scheme == "dark" else "light",
        service_workers="block",
    )
    page = context.new_page()
    page.goto(f"{address}/{path}")
    assert callable(act)
    act(page)
    page.wait_for_timeout(300)
    found = violations(page, _RULES if scheme == "light" else _COLOURS)
    context.close()
    assert found == []


def test_everything_that_is_pressed_is_at_least_24_pixels(address: str, page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    small = []
    for path in PAGES.values():
        page.goto(f"{address}/{path}")
        small += page.evaluate(
            """() => [...document.querySelectorAll("button, summary, nav a, .lc-button, label, header a, footer a")]
              .filter(e => e.checkVisibility({ visibilityProperty: true }))
              .map(e => [e.outerHTML.slice(0, 90), e.getBoundingClientRect()])
              .filter(([, box]) => box.width && (box.width < 24 || box.height < 24)).map(([html]) => html)"""
        )
    assert small == []


def test_the_keyboard_alone_leads_from_the_search_to_an_answer_to_the_cited_words_and_back(
    address: str, page: Page
) -> None:
    page.goto(f"{address}/")
    page.keyboard.press("Tab")
    expect(page.locator(".lc-skip")).to_be_focused()
    page.keyboard.press("/")
    expect(page.get_by_role("combobox")).to_be_focused()
    page.keyboard.type("tin la trong nhom chat")
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("Enter")
    page.wait_for_url("**/hoi-dap/#q-*")
    answer = page.url
    expect(page.locator(page.evaluate("location.hash"))).to_be_in_viewport()
    for _ in range(30):
        page.keyboard.press("Tab")
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
        if page.evaluate("document.activeElement.matches('a.lc-cite[data-cite*=\".\"]')"):
            break
    cited = page.evaluate("document.activeElement.hash")
    expect(page.locator(".lc-popup")).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/van-ban/cong-van/{cited}")
    expect(page.locator(cited)).to_be_in_viewport()
    page.go_back()
    expect(page).to_have_url(answer)


def test_the_menu_opens_and_closes_by_keyboard_and_gives_the_focus_back(address: str, page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{address}/chi-thi-58/")
    button = page.locator(".lc-header__menu")
    button.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".lc-menu")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".lc-menu")).to_be_hidden()
    expect(button).to_be_focused()


def test_forced_colours_keep_the_focus_and_the_state_of_buttons_visible(address: str, chromium: Browser) -> None:
    context = chromium.new_context(forced_colors="active")
    page = context.new_page()
    page.goto(f"{address}/chi-thi-58/")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    panels.open_reading(page)
    pressed = page.locator("[data-scheme-choice][aria-pressed='true']")
    other = page.locator("[data-scheme-choice][aria-pressed='false']")
    style = "e => getComputedStyle(e).borderTopWidth + getComputedStyle(e).backgroundColor"
    assert pressed.evaluate(style) != other.evaluate(style)
    context.close()


def test_nothing_moves_for_readers_who_asked_for_less_motion(address: str, chromium: Browser) -> None:
    context = chromium.new_context(reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{address}/van-ban/cong-van/")
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
    assert page.evaluate("document.getAnimations().length") == 0
    context.close()
