"""A title is words: whatever stands in it, no page takes it for HTML."""

from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Dialog, Page, expect

from hooks.conventions import ABOUT_PAGE

from ..helpers import small_project
from ..helpers.mkdocs_build import build
from ..helpers.search_engines import typing

_TITLE = "A & B <script>alert(1)</script>"
_TITLES = {"thu/index.md": _TITLE, "thu/hai.md": "Hai", ABOUT_PAGE: _TITLE}
"""A page with a page below it, in whose path it stands, and one that stands in the foot of all."""
_PAGE = """---
title: "{title}"
description: Trang để thử.
kind: overview
own_figures: ['1']
translation: pending
---

# Trang

Lời alert.
"""

pytestmark = pytest.mark.xdist_group("titles")


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site with a title of signs that mean something in HTML."""
    root = small_project.with_program(tmp_path_factory.mktemp("titles") / "project")
    for key, title in _TITLES.items():
        page = root / "docs/vi" / key
        page.parent.mkdir(exist_ok=True)
        page.write_text(_PAGE.format(title=title), "utf-8")
    done = build(root / "site", root=root)
    assert done.returncode == 0, done.stderr
    return root / "site"


def said(page: html.HtmlElement, xpath: str) -> list[str]:
    return [" ".join(one.text_content().split()) for one in page.xpath(xpath)]


def test_a_title_is_shown_as_words_in_menu_path_foot_and_title(odd: Path) -> None:
    below = html.parse(str(odd / "thu/hai/index.html"), html.HTMLParser(encoding="utf-8")).getroot()
    assert _TITLE in said(below, "//nav[@id='lc-muc-luc']//a")
    assert _TITLE in said(below, "//ol[@class='lc-crumbs']//a")
    assert _TITLE in said(below, "//footer//a")
    own = html.parse(str(odd / "thu/index.html"), html.HTMLParser(encoding="utf-8")).getroot()
    assert any(words.startswith(f"{_TITLE} - ") for words in said(own, "//title"))


def test_no_page_runs_what_stands_in_a_title(odd: Path) -> None:
    for path in odd.rglob("*.html"):
        page = html.parse(str(path), html.HTMLParser(encoding="utf-8")).getroot()
        assert not [words for words in said(page, "//script") if words == "alert(1)"], path


def test_results_of_the_search_show_a_title_as_words(odd: Path, page: Page) -> None:
    opened: list[str] = []

    def dismissed(dialog: Dialog) -> None:
        opened.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", dismissed)
    typing(page, (odd / "thu/index.html").as_uri())
    page.get_by_role("combobox").fill("alert")
    expect(page.get_by_role("option").filter(has_text=_TITLE).first).to_be_visible()
    assert not opened
