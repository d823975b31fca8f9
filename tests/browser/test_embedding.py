"""A question on another site: its code is copied under “Chia sẻ”, and its card stands whole in a frame."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from ..helpers import built_site
from ..helpers.daily import one_in
from ..helpers.local_server import serve


@pytest.fixture(params=["", "en/"])
def language(request: pytest.FixtureRequest) -> str:
    """The folder of a language below the site."""
    return str(request.param)


@pytest.fixture
def reader(chromium: Browser) -> Iterator[Page]:
    """A visitor on a phone who may read what was copied."""
    context = chromium.new_context(
        permissions=["clipboard-read", "clipboard-write"],
        viewport={"width": 360, "height": 640},
        service_workers="block",
    )
    yield context.new_page()
    context.close()


def copied_code(reader: Page, address: str, language: str) -> tuple[str, str]:
    """Return a question, and the code that a reader copies for it."""
    reader.goto(f"{address}/{language}chi-thi-58/hoi-dap/")
    reader.locator("summary", has_text="Chia sẻ" if not language else "Share").click()
    button = reader.locator("[data-embed]").nth(1)
    button.click()
    expect(reader.get_by_role("status")).to_have_text("Đã chép mã nhúng" if not language else "Code copied")
    return button.inner_text(), str(reader.evaluate("navigator.clipboard.readText()"))


def test_the_code_that_is_copied_shows_the_question_on_another_site(
    address: str, reader: Page, language: str, tmp_path: Path
) -> None:
    question, code = copied_code(reader, address, language)
    assert code.startswith(f'<iframe src="{built_site.SITE}{language}the/q-ct58-')
    local = code.replace(built_site.SITE, f"{address}/")
    (tmp_path / "index.html").write_text(f"<!doctype html><meta charset=utf-8><title>Cổng</title>{local}", "utf-8")
    with serve(tmp_path) as portal:
        reader.goto(portal)
        framed = reader.frame_locator("iframe")
        expect(framed.get_by_role("heading")).to_have_text(question)
        assert reader.locator("iframe").get_attribute("title") == question
        expect(framed.locator("main p").first).not_to_be_empty()
        assert framed.locator("html").evaluate("root => root.scrollWidth <= root.clientWidth")
        framed.get_by_role("link").first.click()
        reader.wait_for_url(re.compile(f"{re.escape(address)}/{language}chi-thi-58/hoi-dap/#q-ct58-"))


def test_all_questions_of_a_page_can_be_chosen_and_fit_on_a_phone(address: str, reader: Page, language: str) -> None:
    reader.goto(f"{address}/{language}quyen-loi/tien-luong/")
    reader.locator("summary", has_text="Chia sẻ" if not language else "Share").click()
    asked = [words.removesuffix("¶") for words in reader.locator("h3[id^=q-]").all_inner_texts()]
    assert asked
    expect(reader.locator("[data-embed]")).to_have_text(asked)
    assert reader.evaluate("document.documentElement.scrollWidth <= innerWidth")
    last = reader.locator("[data-embed]").last
    last.scroll_into_view_if_needed()
    expect(last).to_be_in_viewport()


def test_turning_to_what_can_be_taken_along_folds_what_can_be_shared(address: str, reader: Page) -> None:
    reader.goto(f"{address}/chi-thi-58/hoi-dap/")
    folded = reader.locator("details.lc-take")
    folded.nth(0).locator("summary").click()
    folded.nth(1).locator("summary").click()
    assert folded.evaluate_all("all => all.map(one => one.open)") == [False, True]
    reader.keyboard.press("Escape")
    assert folded.evaluate_all("all => all.map(one => one.open)") == [False, False]


@pytest.mark.parametrize("scheme", one_in(2, ["light", "dark"]))
def test_a_card_is_accessible_in_light_and_dark(address: str, chromium: Browser, language: str, scheme: str) -> None:
    context = chromium.new_context(color_scheme="dark" if scheme == "dark" else "light", service_workers="block")
    page = context.new_page()
    page.goto(f"{address}/{language}the/q-tl-01.html")
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    context.close()
