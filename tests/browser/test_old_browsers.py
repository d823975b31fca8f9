"""Old browsers, and none of our scripts: everything, or a plain page that is whole; no control that does nothing."""

import re
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from playwright.sync_api import Browser, Page, expect

from hooks.screen import assets

from ..helpers import projects
from ..helpers.daily import one_in
from ..helpers.old_browser import without_layers, without_popovers, without_unfolding_styles
from ..helpers.page_kinds import PAGES

PAGE = "/van-ban/cong-van/"
_MENU = ".lc-header__menu"
_REFUSED = re.compile(
    r"\(\?<[=!]"  # lookbehind: Safari 16.4
    r"|/[a-z]*v[a-z]*[,;).]"  # the flag v of regular expressions: Safari 17
    r"|\bstatic \{"  # blocks of classes: Safari 16.4
)
"""For what an old parser would refuse a whole script. `make audit` has a parser look at everything else too."""


def test_without_popovers_the_menu_opens_closes_and_gives_the_focus_back(address: str, chromium: Browser) -> None:
    page = without_popovers(chromium)
    page.goto(address + PAGE)
    menu = page.locator(".lc-menu")
    expect(menu).to_be_hidden()
    page.locator(_MENU).click()
    expect(menu).to_be_visible()
    expect(page.locator(_MENU)).to_have_attribute("aria-expanded", "true")
    menu.locator(".lc-menu__close").click()
    expect(menu).to_be_hidden()
    expect(page.locator(_MENU)).to_be_focused()
    page.locator(_MENU).click()
    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    page.close()


def test_without_popovers_the_menu_stands_beside_the_text_on_a_wide_screen(address: str, chromium: Browser) -> None:
    page = without_popovers(chromium)
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(address + PAGE)
    menu, text = page.locator(".lc-menu").bounding_box(), page.locator("main").bounding_box()
    assert menu
    assert text
    assert menu["x"] + menu["width"] <= text["x"] + 1
    expect(page.locator(".lc-menu__close")).to_be_hidden()
    page.close()


def test_without_popovers_the_size_of_letters_can_be_chosen_and_a_press_elsewhere_closes(
    address: str, chromium: Browser
) -> None:
    page = without_popovers(chromium)
    page.goto(address + PAGE)
    panel = page.locator(".lc-reading")
    expect(panel).to_be_hidden()
    page.get_by_role("button", name="Cỡ chữ và nền").click()
    panel.get_by_role("button", name="A+").or_(panel.locator("[data-size-step='1']")).first.click()
    expect(page.locator("[data-size-value]")).to_have_text("115%")
    page.mouse.click(10, 700)
    expect(panel).to_be_hidden()
    page.close()


def test_without_popovers_the_words_behind_a_citation_open_and_close(address: str, chromium: Browser) -> None:
    page = without_popovers(chromium)
    page.goto(f"{address}/chi-thi-58/")
    page.locator("a.lc-cite[data-cite='cv.II.1.1']").first.tap()
    popup = page.locator(".lc-popup")
    expect(popup).to_contain_text("vị trí, vai trò của công tác tuyên truyền")
    page.locator("h1").tap()
    expect(popup).to_be_hidden()
    page.close()


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_before_layers_there_is_a_plain_page_with_text_menu_and_search_and_no_dead_control(
    address: str, chromium: Browser, scripts: bool
) -> None:
    page = without_layers(chromium, scripts=scripts)
    page.goto(address + PAGE)
    is_plain_and_whole(page)
    page.close()


def test_without_scripts_and_popovers_the_menu_is_a_list_and_no_control_is_dead(
    address: str, chromium: Browser
) -> None:
    page = without_popovers(chromium, scripts=False)
    page.goto(address + PAGE)
    is_plain_and_whole(page)
    page.close()


def test_without_scripts_the_menu_still_opens_where_popovers_are_known(address: str, chromium: Browser) -> None:
    page = chromium.new_page(viewport={"width": 390, "height": 800}, java_script_enabled=False)
    page.goto(address + PAGE)
    expect(page.locator(".lc-js").filter(visible=True)).to_have_count(0)
    page.locator(_MENU).click()
    expect(page.locator(".lc-menu")).to_be_visible()
    page.locator(".lc-menu__close").click()
    expect(page.locator(".lc-menu")).to_be_hidden()
    page.close()


def test_nothing_in_the_scripts_makes_an_old_browser_refuse_them_whole() -> None:
    overrides = Path(projects.ROOT / "overrides")
    shipped = assets.assets(overrides, ("vi", "en")).files
    scripts = {name: str(text) for name, text in shipped.items() if name.endswith(".js")}
    assert scripts
    assert [f"{name}: {found[0]}" for name, text in scripts.items() for found in _REFUSED.finditer(text)] == []


def test_what_is_folded_is_printed_where_styles_cannot_unfold_it_and_is_folded_again(
    address: str, chromium: Browser
) -> None:
    page = without_unfolding_styles(chromium)
    page.goto(f"{address}/chi-thi-58/")
    page.evaluate(
        """document.querySelector('.lc-body').insertAdjacentHTML('afterbegin',
        '<details class="note"><summary>Hộp</summary><p>Chữ gấp lại.</p></details>')"""
    )
    words = pdfium.PdfDocument(page.pdf(prefer_css_page_size=True))[0].get_textpage().get_text_bounded()
    assert "Chữ gấp lại." in words
    assert "Dẫn câu này" not in words
    expect(page.locator("details.note")).not_to_have_attribute("open", "")
    page.close()


@pytest.mark.parametrize("kind", one_in(2, PAGES))
def test_before_layers_no_kind_of_page_shows_what_only_paper_or_a_script_needs(
    address: str, chromium: Browser, kind: str
) -> None:
    page = without_layers(chromium)
    page.goto(f"{address}/{PAGES[kind]}")
    expect(page.locator("main")).to_be_visible()
    dead = page.locator("button, .lc-js, .lc-take, [popover]:not(nav), .lc-imprint, .lc-ref, .lc-refs")
    expect(dead.filter(visible=True)).to_have_count(0)
    page.close()


def is_plain_and_whole(page: Page) -> None:
    """Look that text, menu and search are there, and that every button shown does something."""
    expect(page.locator("#cv-ii-1-3")).to_be_visible()
    expect(page.locator(".lc-menu a").first).to_be_visible()
    expect(page.locator("button").filter(visible=True)).to_have_count(0)
    expect(page.locator(".lc-reading")).to_be_hidden()
    page.locator("[data-search]").click()
    page.wait_for_load_state()
    assert page.locator("main a").count() > 100
