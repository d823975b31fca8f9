"""A translation that lags is marked in the preview."""

import pytest

from hooks.conventions import TRANSLATIONS_LOCK
from hooks.screen.interface import interface

from ..helpers.command_line import run
from ..helpers.live_preview import Preview
from ..helpers.translated_project import VI, a_sentence

pytestmark = pytest.mark.xdist_group("preview")


def test_in_the_preview_a_stale_section_says_so_and_shows_the_new_vietnamese(preview: Preview) -> None:
    lock = preview.root / TRANSLATIONS_LOCK
    run(preview.root, "translations", "--reviewed", "all")
    sentence = a_sentence((preview.root / VI).read_text("utf-8"))
    preview.edit(VI, sentence, "Câu này mới được viết lại.")
    text = preview.until("/en/danh-cho/doanh-nghiep/", lambda text: "lc-stale" in text)
    notice = text[text.index("lc-stale") :].split("</div>")[0]
    assert interface("en")["being_updated"] in notice
    assert '<div lang="vi">' in notice
    assert "Câu này mới được viết lại." in notice
    assert "lc-stale" not in preview.get("/danh-cho/doanh-nghiep/")
    preview.edit(VI, "Câu này mới được viết lại.", sentence)
    preview.until("/en/danh-cho/doanh-nghiep/", lambda text: "lc-stale" not in text)
    lock.unlink()
