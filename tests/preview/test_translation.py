"""A translation that lags is marked in the preview."""

import re

import pytest

from hooks.conventions import TRANSLATIONS_LOCK
from hooks.screen.interface import interface

from ..helpers import projects
from ..helpers.live_preview import Preview

pytestmark = pytest.mark.xdist_group("preview")

_VI, _EN = "docs/vi/danh-cho/doanh-nghiep.md", "docs/en/danh-cho/doanh-nghiep.md"


def a_sentence(text: str) -> str:
    """Return a line of plain words of a page."""
    body = text.split("\n---\n", 1)[1]
    return next(line for line in body.splitlines() if re.fullmatch(r"[A-ZĐ][\w ,]{20,}\.", line))


def test_in_the_preview_a_stale_section_says_so_and_shows_the_new_vietnamese(preview: Preview) -> None:
    lock = preview.root / TRANSLATIONS_LOCK
    lock.write_text((projects.ROOT / TRANSLATIONS_LOCK).read_text("utf-8"), "utf-8")
    sentence = a_sentence((preview.root / _VI).read_text("utf-8"))
    preview.edit(_VI, sentence, "Câu này mới được viết lại.")
    text = preview.until("/en/danh-cho/doanh-nghiep/", lambda text: "lc-stale" in text)
    notice = text[text.index("lc-stale") :].split("</div>")[0]
    assert interface("en")["being_updated"] in notice
    assert '<div lang="vi">' in notice
    assert "Câu này mới được viết lại." in notice
    assert "lc-stale" not in preview.get("/danh-cho/doanh-nghiep/")
    preview.edit(_VI, "Câu này mới được viết lại.", sentence)
    preview.until("/en/danh-cho/doanh-nghiep/", lambda text: "lc-stale" not in text)
    lock.unlink()
