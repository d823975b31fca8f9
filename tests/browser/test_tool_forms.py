"""A tool on its page: by keyboard, on a small screen, on paper, and without scripts."""

import pytest
from playwright.sync_api import Browser, Page, expect

from hooks.content.model import TOOL_NAMES

_PAGES = (
    *("tien-tang-ca", "phep-nam", "bao-truoc", "tro-cap-that-nghiep", "tuoi-nghi-huu", "tro-cap-thoi-viec"),
    "tro-cap-huu-tri-xa-hoi",
)
_TYPED = {"wage": "7.800.000", "days": "26", "hours": "8", "day_hours": "10"}


def open_overtime(page: Page, address: str, language: str = "") -> None:
    page.goto(f"{address}/{language}cong-cu/tien-tang-ca/")


def test_a_tool_is_used_by_keyboard_alone_and_says_its_steps_with_their_articles(address: str, page: Page) -> None:
    open_overtime(page, address)
    page.locator("[name=wage]").focus()
    for text in ("7.800.000", "26", "8"):
        page.keyboard.type(text)
        page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.type("10")
    page.keyboard.press("Enter")
    result = page.locator(".lc-calc__result")
    expect(result).to_be_focused()
    expect(result).to_contain_text("Ít nhất 562.500 đồng cho 10 giờ tăng ca vào ngày thường.")
    steps = result.locator("ol li")
    expect(steps).to_have_count(2)
    expect(steps.first.locator("a")).to_have_attribute(
        "href", "../../van-ban/nghi-dinh-145-2020/tom-luoc/#nd145-d55-k1"
    )


@pytest.mark.parametrize("language", ["", "en/"])
def test_what_is_wrong_stands_beside_its_field_which_gets_the_focus(address: str, page: Page, language: str) -> None:
    open_overtime(page, address, language)
    page.locator("[name=wage]").fill("7.800")
    page.locator(".lc-calc__go").click()
    wage = page.locator("[name=wage]")
    expect(wage).to_be_focused()
    expect(wage).to_have_attribute("aria-invalid", "true")
    expect(page.locator("#lc-overtime-wage-sai")).not_to_be_empty()
    for name, text in _TYPED.items():
        page.locator(f"[name={name}]").fill(text)
    page.locator("[name=kind]").select_option("rest")
    page.locator(".lc-calc__go").click()
    expect(wage).not_to_have_attribute("aria-invalid", "true")
    expect(page.locator("#lc-overtime-wage-sai")).to_be_empty()
    expect(page.locator(".lc-calc__said")).to_contain_text("750,000" if language else "750.000")


def test_a_field_is_asked_for_only_where_it_matters(address: str, page: Page) -> None:
    open_overtime(page, address)
    expect(page.locator("[name=before]")).to_be_hidden()
    page.locator("[name=kind]").select_option("normal")
    expect(page.locator("[name=before]")).to_be_visible()
    page.locator("[name=kind]").select_option("rest")
    expect(page.locator("[name=before]")).to_be_hidden()


def test_on_paper_stand_the_result_and_what_was_given_and_not_the_form(address: str, page: Page) -> None:
    open_overtime(page, address)
    page.locator("[name=kind]").select_option("rest")
    for name, text in _TYPED.items():
        page.locator(f"[name={name}]").fill(text)
    page.locator(".lc-calc__go").click()
    page.emulate_media(media="print")
    expect(page.locator(".lc-calc")).to_be_hidden()
    expect(page.locator(".lc-calc__print")).to_be_hidden()
    expect(page.locator(".lc-calc__given")).to_be_visible()
    expect(page.locator(".lc-calc__given")).to_contain_text("7.800.000")


@pytest.mark.parametrize("language", ["", "en/"])
def test_without_scripts_the_examples_stand_and_no_form(address: str, chromium: Browser, language: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    for name in _PAGES:
        page.goto(f"{address}/{language}cong-cu/{name}/")
        expect(page.locator("form")).to_be_hidden()
        expect(page.locator(".lc-calc__without")).to_be_visible()
        assert page.locator("table.lc-calc__examples tbody tr").count() >= 3
    context.close()


def test_each_page_loads_its_tool_alone_and_fits_a_small_screen(address: str, chromium: Browser) -> None:
    context = chromium.new_context(viewport={"width": 360, "height": 800}, service_workers="block")
    page = context.new_page()
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url.rpartition("/")[2].partition(".")[0]))
    failures: list[str] = []
    page.on("pageerror", lambda error: failures.append(str(error)))
    for name, tool in zip(_PAGES, TOOL_NAMES, strict=True):
        loaded.clear()
        page.goto(f"{address}/cong-cu/{name}/")
        page.locator(".lc-calc__go").click()
        assert set(loaded) & set(TOOL_NAMES) == {tool}
        assert page.evaluate("document.documentElement.scrollWidth") == 360, name
    loaded.clear()
    page.goto(f"{address}/quyen-loi/tien-luong/")
    assert not set(loaded) & {*TOOL_NAMES, "tool"}
    assert failures == []
    context.close()
