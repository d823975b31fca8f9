"""The English keeps step with the Vietnamese, section by section, and says where it does not."""

import tomllib
from pathlib import Path

import pytest

from hooks import analyse, files
from hooks.content.checks import terms
from hooks.content.model import Page as Text
from hooks.conventions import TRANSLATIONS_LOCK
from hooks.files import Files
from hooks.findings.finding import Code
from hooks.handbook import Handbook
from hooks.locks import provisions, translations
from hooks.screen.labels import official_citation
from hooks.screen.popups import popup
from hooks.text import normalise

from ..helpers import projects, small_project
from ..helpers.command_line import run
from ..helpers.translated_project import EN, VI, a_sentence, edit, remembering


@pytest.fixture(scope="module")
def real() -> Files:
    return files.read(projects.ROOT)


@pytest.fixture
def remembered(tmp_path: Path) -> Path:
    return remembering(small_project.write(tmp_path / "project"))


def test_the_memory_of_the_repository_is_that_of_its_pages(real: Files, book: Handbook) -> None:
    every = [part.name for part in book.translated]
    assert book.memory is not None
    assert translations.write(book.memory, book.translated, every) == real.translations
    assert {name.partition("#")[0] for name in every} == {path for path in real.pages if path.startswith("docs/en/")}


def test_without_the_memory_nothing_is_said() -> None:
    assert projects.base().translations is None
    assert projects.findings({}) == ()


def test_a_changed_provision_of_the_dispatch_makes_its_translation_stale_once_it_is_accepted(remembered: Path) -> None:
    edit(remembered, "docs/vi/van-ban/cong-van.md", "Như trên;", "Như kính gửi;")
    assert "translation-stale" not in run(remembered, "check").stdout
    run(remembered, "lock")
    found = run(remembered, "check").stdout
    assert found.count("[translation-stale]") == 1
    assert "docs/en/van-ban/cong-van.md#" in found


def test_the_changed_sentence_is_shown_as_it_was_and_as_it_is_until_it_is_reviewed(remembered: Path) -> None:
    sentence = a_sentence((remembered / VI).read_text("utf-8"))
    edit(remembered, VI, sentence, "Câu này mới được viết lại.")
    shown = run(remembered, "translations")
    assert shown.returncode == 1
    assert f"  - {sentence}\n" in shown.stdout
    assert "  + Câu này mới được viết lại.\n" in shown.stdout
    name = shown.stdout.split()[0]
    assert name.startswith(f"{EN}#")
    assert run(remembered, "translations", "--reviewed", name).stdout == f"{name}\n"
    assert run(remembered, "translations").stdout == ""
    assert run(remembered, "check").returncode == 0


def test_the_check_tells_a_changed_and_a_new_sentence_but_not_many(remembered: Path) -> None:
    sentence = a_sentence((remembered / VI).read_text("utf-8"))
    edit(remembered, VI, sentence, "Câu này mới được viết lại.")
    assert f"Câu “{sentence}” nay là “Câu này mới được viết lại.”" in run(remembered, "check").stdout
    edit(remembered, VI, "Câu này mới được viết lại.", f"{sentence} Câu này mới thêm vào.")
    told = run(remembered, "check").stdout
    assert f"Câu mới: “Câu này mới thêm vào.” Viết lời ấy bằng tiếng Anh, sau câu dịch của “{sentence}”" in told
    assert "để nguyên" not in told  # there is nothing that could still hold
    edit(remembered, VI, "Câu này mới thêm vào.", "Thêm câu này. Thêm câu nữa. Rồi câu thứ ba.")
    found = run(remembered, "check").stdout
    assert "[translation-stale]" in found
    assert "Thêm câu này" not in found


def test_a_changed_sentence_with_a_quotation_is_told_whole_without_the_brackets_of_its_citation(
    remembered: Path,
) -> None:
    sentence = a_sentence((remembered / VI).read_text("utf-8"))
    quoting = "Công văn viết: “Đăng tải trên cổng thông tin điện tử” ([](cite:cv.III.2)). Ở TP. Hải Phòng: cũng vậy."
    edit(remembered, VI, sentence, f"{sentence} {quoting}")
    edit(remembered, EN, "\n> ", "\nAs in “Đăng tải trên cổng thông tin điện tử” ([](cite:cv.III.2)).\n\n> ")
    new = "“Công văn viết: ‘Đăng tải trên cổng thông tin điện tử’.” “Ở TP. Hải Phòng: cũng vậy.”"
    assert f"Các câu mới: {new} Viết" in run(remembered, "check").stdout


def test_a_new_sentence_is_found_at_the_english_paragraph_beside_its_own(remembered: Path) -> None:
    sentence = a_sentence((remembered / VI).read_text("utf-8"))
    edit(remembered, VI, sentence, f"{sentence} Câu này mới thêm vào.")
    line = (
        (remembered / EN).read_text("utf-8").splitlines().index("This page is for those who employ people in the ward.")
    )
    assert f"{EN}:{line + 1}:1: " in run(remembered, "check").stdout


def test_the_check_says_once_that_english_follows_where_a_vietnamese_page_with_a_translation_has_errors(
    remembered: Path,
) -> None:
    says = "bản tiếng Anh cũng phải theo"
    assert says not in run(remembered, "check").stderr
    edit(remembered, EN, "\n> ", "\nSee 99,999%.\n\n> ")
    in_english = run(remembered, "check")
    assert in_english.returncode == 1
    assert says not in in_english.stderr
    edit(remembered, VI, "\n> ", "\nĐạt 99,999%. Và 98,999%.\n\n> ")
    assert run(remembered, "check").stderr.count(says) == 1


def test_without_a_history_only_the_new_words_are_shown(remembered: Path) -> None:
    sentence = a_sentence((remembered / VI).read_text("utf-8"))
    edit(remembered, VI, sentence, "Câu này mới được viết lại.")
    (remembered / ".git").rename(remembered / ".away")
    told = run(remembered, "check").stdout
    assert "[translation-stale]" in told
    assert "Câu này mới được viết lại." not in told
    shown = run(remembered, "translations").stdout
    assert "the old words are not to be had" in shown
    assert "  + Câu này mới được viết lại.\n" in shown


def test_white_space_and_other_line_breaks_make_nothing_stale(remembered: Path) -> None:
    path = remembered / VI
    sentence = a_sentence(path.read_text("utf-8"))
    edit(remembered, VI, sentence, sentence.replace(" ", "\n", 1).replace(" ", "   ", 1))
    edit(remembered, VI, "\n>\n", "\n> \n>\n")
    assert "[translation-stale]" not in run(remembered, "check").stdout


def test_a_name_that_is_no_section_leaves_with_2_and_changes_nothing(remembered: Path) -> None:
    before = (remembered / TRANSLATIONS_LOCK).read_bytes()
    done = run(remembered, "translations", "--reviewed", "docs/en/khong-co.md#x")
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert (remembered / TRANSLATIONS_LOCK).read_bytes() == before


def test_the_names_in_the_list_are_those_of_the_dispatch_and_its_translation(real: Files, book: Handbook) -> None:
    listed = tomllib.loads(real.terms or "")["term"]
    names = sorted({term["vi"].lower(): term["en"].lower() for term in listed if " " in term["en"]}.items())
    names.sort(key=lambda name: -len(name[0]))  # the longer name first: it may hold a shorter one
    texts = book.registry.documents["cv"].texts
    checked = 0
    for provision, words in texts["vi"].own_words.items():
        left, english = normalise(words).lower(), normalise(texts["en"].own_words[provision]).lower()
        for vietnamese, rendering in names:
            if vietnamese in left:
                left = left.replace(vietnamese, "")
                assert normalise(rendering) in english, (vietnamese, provision)
                checked += 1
    assert checked > 20


def test_no_rendering_is_both_right_and_refused(real: Files) -> None:
    refused, wrong = terms.read(real.terms or "")
    assert wrong == ()
    right = [term["en"] for term in tomllib.loads(real.terms or "")["term"]]
    page = Text("docs/en/x.md", "x.md", "en", "", masked="\n\n".join(right))
    page = Text("docs/en/x.md", "x.md", "en", page.masked, masked=page.masked)
    assert [finding.details["found"] for finding in terms.check(page, refused)] == []


_LAW = """---
title: Luật Thử
description: Luật đặt ra để thử.
kind: document
document:
  id: lt
  type: luat
  name: Luật Thử
  text: full
  provenance:
    text: {source: outside, copied_from: tep-thu.docx, copied_on: 2026-11-01, verified: false}
---

## I. Phạm vi

- Luật này để thử.
- Luật này không có thật.
"""
_TRANSLATED = """---
title: Trial Law
description: A law made up for a trial.
kind: document
document:
  id: lt
  name: Trial Law
---

# Trial Law

The text is held in Vietnamese only.
"""


def _in_both_languages(translation: str) -> Handbook:
    pages = {"docs/vi/van-ban/luat-thu.md": _LAW, "docs/en/van-ban/luat-thu.md": translation}
    documents = analyse.analyse(Files(pages), projects.SETTINGS).registry.documents.values()
    return analyse.analyse(Files(pages, lock=provisions.write(documents, {})), projects.SETTINGS)


def test_an_english_page_may_hold_the_record_of_a_text_that_is_vietnamese_only() -> None:
    book = _in_both_languages(_TRANSLATED)
    assert book.errors == ()
    assert official_citation(book.registry, "lt.I.2", "en", first=False) == "second point, Section I of the Trial Law"
    shown = popup("lt.I.2", book, "en")
    assert '<p lang="vi">Luật này không có thật.</p>' in shown


def test_an_english_page_that_has_provisions_has_all_of_them() -> None:
    book = _in_both_languages(_TRANSLATED.split("# Trial")[0] + "## I. Scope\n\n- This law is a trial.\n")
    assert [finding.code for finding in book.errors] == [Code.PARITY_PROVISIONS]
