"""The English keeps step with the Vietnamese, section by section, and says where it does not."""

import re

import pytest
from playwright.sync_api import Page, expect

from hooks.screen.interface import interface

from ..helpers import panels


@pytest.mark.parametrize(("width", "beside"), [(1440, True), (390, False)])
def test_one_box_shows_the_vietnamese_beside_the_english_without_scripts(
    chromium: object, address: str, width: int, beside: bool
) -> None:
    context = chromium.new_context(java_script_enabled=False, viewport={"width": width, "height": 900})  # type: ignore[attr-defined]
    page: Page = context.new_page()
    page.goto(f"{address}/en/van-ban/cong-van/")
    original = page.locator("#cv-ii-3-2 .lc-original > div")
    assert not original.is_visible()
    page.get_by_label(interface("en")["beside"]).check()
    assert original.is_visible()
    assert original.inner_text().startswith("Đẩy mạnh tuyên truyền các chủ trương")
    here, there = original.bounding_box(), page.locator("#cv-ii-3-2 .lc-pair p").first.bounding_box()
    assert here
    assert there
    assert (here["x"] > there["x"] + there["width"] - 1) == beside
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


_LINES_SHARED = """
  () => {
    const range = document.createRange();
    const lines = [...document.querySelectorAll(".vb :is(p, h2, h3, h4)")].filter(one => one.checkVisibility())
      .flatMap(one => (range.selectNodeContents(one), [...range.getClientRects()]));
    return [...document.querySelectorAll(".lc-original > summary")].filter(one => {
      const { top, bottom } = one.getBoundingClientRect();
      return lines.some(line => line.bottom - top > 4 && bottom - line.top > 4);
    }).length;
  }
"""


@pytest.mark.parametrize("width", [360, 768, 1440])
def test_what_unfolds_the_original_stands_on_a_line_of_its_own(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{address}/en/van-ban/cong-van/")
    assert page.locator(".lc-original > summary").count() > 20
    assert page.evaluate(_LINES_SHARED) == 0


def test_a_reader_without_vietnamese_finds_what_concerns_employers_and_cites_it(page: Page, address: str) -> None:
    page.goto(f"{address}/en/")
    page.get_by_role("link", name="Businesses", exact=True).first.click()
    section = page.locator("h2#thue-nguoi")
    expect(section).to_be_visible()
    questions = page.locator(".lc-questions a")
    expect(questions.nth(5)).to_be_visible()
    letters = re.compile("[ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđ]")
    asked = [words.replace("Hải Phòng", "").replace("Lê Chân", "") for words in questions.all_inner_texts()]
    assert [words for words in asked if letters.search(words)] == []
    page.goto(f"{address}/en/van-ban/cong-van/#cv-ii-3-2")
    panels.open_tools(page.locator("#cv-ii-3-2"))
    cited = page.locator("#cv-ii-3-2 > .lc-provision__tools dd").first.inner_text()
    assert cited.startswith("second point, Section II.3 of the dispatch of the People's Committee of Lê Chân Ward")
    page.emulate_media(media="print")
    assert page.locator("#cv-ii-3-2 .lc-pair p").first.is_visible()
    assert not page.locator("#cv-ii-3-2 .lc-original").is_visible()
