"""The words behind a citation while what shows them is still on its way, over a slow network or none."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

_SCRIPT = "**/popup.*.js"
_CITATION = "a.lc-cite[data-cite='cv.II.1.1']"


@pytest.fixture
def phone(chromium: Browser, address: str) -> Iterator[Page]:
    """A page open on a phone."""
    context = chromium.new_context(has_touch=True, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(f"{address}/chi-thi-58/")
    yield page
    context.close()


def _held(page: Page) -> list[Route]:
    """Hold back what shows the words; return what waits."""
    waiting: list[Route] = []

    def hold(route: Route) -> None:
        waiting.append(route)

    page.route(_SCRIPT, hold)
    return waiting


def _come(page: Page, waiting: list[Route]) -> None:
    while not waiting:
        page.wait_for_timeout(20)
    waiting[0].continue_()


def test_a_tap_shows_the_words_as_soon_as_they_can_be_shown(phone: Page) -> None:
    waiting = _held(phone)
    phone.locator(_CITATION).first.tap()
    expect(phone.locator(".lc-popup")).to_have_count(0)
    _come(phone, waiting)
    expect(phone.locator(".lc-popup")).to_contain_text("vị trí, vai trò của công tác tuyên truyền")
    assert phone.url.endswith("/chi-thi-58/")


def test_a_tap_follows_the_link_where_the_words_cannot_be_shown(phone: Page) -> None:
    phone.route(_SCRIPT, lambda route: route.abort())
    phone.locator(_CITATION).first.tap()
    phone.wait_for_url("**/van-ban/cong-van/#cv-ii-1-1")


@pytest.mark.parametrize("left", ["Escape", "Tab"])
def test_who_has_gone_on_by_keyboard_meanwhile_is_not_shown_the_words_left_behind(
    address: str, page: Page, left: str
) -> None:
    page.goto(f"{address}/chi-thi-58/")
    waiting = _held(page)
    page.keyboard.press("Tab")
    page.locator(_CITATION).first.focus()
    page.keyboard.press(left)
    _come(page, waiting)
    page.wait_for_function("'lcPopup' in window")
    page.wait_for_timeout(400)  # longer than it takes to show what is pointed at
    shown = page.locator(".lc-popup:popover-open")
    assert "vị trí, vai trò của công tác tuyên truyền" not in " ".join(shown.all_inner_texts())
