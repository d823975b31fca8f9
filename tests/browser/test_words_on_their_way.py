"""The words behind a citation while what shows them is still on its way, over a slow network or none."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from ..helpers.waiting import eventually

_SCRIPT = "**/popup.*.js"
_CITATION = "a.lc-cite[data-cite='cv.II.1.1']"


class Held:
    """A page whose requests for what shows the words wait until they are let go."""

    def __init__(self, page: Page, url: str) -> None:
        """Open the page."""
        self.page = page
        self._waiting: list[Route] = []
        page.route(_SCRIPT, self._hold)
        page.goto(url)

    def _hold(self, route: Route) -> None:
        self._waiting.append(route)

    def let_go(self) -> None:
        """Let what shows the words come, once it has been asked for."""
        for _ in range(200):
            if self._waiting:
                break
            self.page.wait_for_timeout(50)
        self._waiting.pop().continue_()
        eventually(self.page, "'lcPopup' in window")


@pytest.fixture
def phone(chromium: Browser) -> Iterator[Page]:
    """A page on a phone with a keyboard, on which nothing is kept that requests could be answered from."""
    context = chromium.new_context(has_touch=True, viewport={"width": 360, "height": 740}, service_workers="block")
    yield context.new_page()
    context.close()


@pytest.fixture
def held(phone: Page, address: str) -> Held:
    return Held(phone, f"{address}/chi-thi-58/")


def test_a_tap_shows_the_words_as_soon_as_they_can_be_shown(held: Held) -> None:
    held.page.locator(_CITATION).first.tap()
    expect(held.page.locator(".lc-popup")).to_have_count(0)
    held.let_go()
    expect(held.page.locator(".lc-popup")).to_contain_text("vị trí, vai trò của công tác tuyên truyền")
    assert held.page.url.endswith("/chi-thi-58/")


def test_a_tap_follows_the_link_where_the_words_cannot_be_shown(phone: Page, address: str) -> None:
    phone.route(_SCRIPT, lambda route: route.abort())
    phone.goto(f"{address}/chi-thi-58/")
    phone.locator(_CITATION).first.tap()
    phone.wait_for_url("**/van-ban/cong-van/#cv-ii-1-1")


@pytest.mark.parametrize("left", ["Escape", "Tab"])
def test_who_has_gone_on_by_keyboard_meanwhile_is_not_shown_the_words_left_behind(held: Held, left: str) -> None:
    held.page.keyboard.press("Tab")
    held.page.locator(_CITATION).first.focus()
    held.page.keyboard.press(left)
    held.let_go()
    held.page.wait_for_timeout(400)  # longer than it takes to show what is pointed at
    shown = held.page.locator(".lc-popup:popover-open")
    assert "vị trí, vai trò của công tác tuyên truyền" not in " ".join(shown.all_inner_texts())
