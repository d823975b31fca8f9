"""The English keeps step with the Vietnamese, section by section, and says where it does not."""

import re
import subprocess
import tomllib
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from hooks import analyse, files
from hooks.content.checks import terms
from hooks.content.model import Page as Text
from hooks.conventions import TRANSLATIONS_LOCK
from hooks.files import Files
from hooks.locks import translations
from hooks.screen.words import interface
from hooks.text import normalise

from . import projects
from .conftest import build
from .test_command import run
from .test_preview import Preview, preview

__all__ = ["preview"]

_VI, _EN = "docs/vi/danh-cho/doanh-nghiep.md", "docs/en/danh-cho/doanh-nghiep.md"


@pytest.fixture(scope="module")
def real() -> Files:
    return files.read(projects.ROOT)


@pytest.fixture
def remembered(tmp_path: Path) -> Path:
    """A copy of the project, with its memory of translations and with a history."""
    root = projects.copy(tmp_path / "project")
    (root / TRANSLATIONS_LOCK).write_text((projects.ROOT / TRANSLATIONS_LOCK).read_text("utf-8"), "utf-8")
    for arguments in (
        ["init", "-q"],
        ["add", "-A"],
        ["-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "1"],
    ):
        subprocess.run(["git", *arguments], cwd=root, check=True)
    return root


def edit(root: Path, name: str, before: str, after: str) -> None:
    path = root / name
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), "utf-8")


def a_sentence(text: str) -> str:
    """Return a line of plain words of a page."""
    body = text.split("\n---\n", 1)[1]
    return next(line for line in body.splitlines() if re.fullmatch(r"[A-ZĐ][\w ,]{20,}\.", line))


def test_the_memory_of_the_repository_is_that_of_its_pages(real: Files) -> None:
    analysed = analyse.analyse(real, projects.SETTINGS)
    every = [part.name for part in analysed.translated]
    assert analysed.memory is not None
    assert translations.write(analysed.memory, analysed.translated, every) == real.translations
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
    sentence = a_sentence((remembered / _VI).read_text("utf-8"))
    edit(remembered, _VI, sentence, "Câu này mới được viết lại.")
    shown = run(remembered, "translations")
    assert shown.returncode == 1
    assert f"  - {sentence}\n" in shown.stdout
    assert "  + Câu này mới được viết lại.\n" in shown.stdout
    name = shown.stdout.split()[0]
    assert name.startswith(f"{_EN}#")
    assert run(remembered, "translations", "--reviewed", name).stdout == f"{name}\n"
    assert run(remembered, "translations").stdout == ""
    assert run(remembered, "check").returncode == 0


def test_without_a_history_only_the_new_words_are_shown(remembered: Path) -> None:
    sentence = a_sentence((remembered / _VI).read_text("utf-8"))
    edit(remembered, _VI, sentence, "Câu này mới được viết lại.")
    (remembered / ".git").rename(remembered / ".away")
    shown = run(remembered, "translations").stdout
    assert "the old words are not to be had" in shown
    assert "  + Câu này mới được viết lại.\n" in shown


def test_white_space_and_other_line_breaks_make_nothing_stale(remembered: Path) -> None:
    path = remembered / _VI
    sentence = a_sentence(path.read_text("utf-8"))
    edit(remembered, _VI, sentence, sentence.replace(" ", "\n", 1).replace(" ", "   ", 1))
    edit(remembered, _VI, "\n>\n", "\n> \n>\n")
    assert "translation-" not in run(remembered, "check").stdout


def test_a_name_that_is_no_section_leaves_with_2_and_changes_nothing(remembered: Path) -> None:
    before = (remembered / TRANSLATIONS_LOCK).read_bytes()
    done = run(remembered, "translations", "--reviewed", "docs/en/khong-co.md#x")
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert (remembered / TRANSLATIONS_LOCK).read_bytes() == before


def test_a_stale_section_fails_the_build(remembered: Path, tmp_path: Path) -> None:
    edit(remembered, _VI, a_sentence((remembered / _VI).read_text("utf-8")), "Câu này mới được viết lại.")
    done = build(tmp_path / "site", root=remembered)
    assert done.returncode != 0
    assert "[translation-stale]" in done.stdout + done.stderr
    assert not (tmp_path / "site").exists()


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


def test_the_names_in_the_list_are_those_of_the_dispatch_and_its_translation(real: Files) -> None:
    listed = tomllib.loads(real.terms or "")["term"]
    names = sorted({term["vi"].lower(): term["en"].lower() for term in listed if " " in term["en"]}.items())
    names.sort(key=lambda name: -len(name[0]))  # the longer name first: it may hold a shorter one
    texts = analyse.analyse(real, projects.SETTINGS).registry.documents["cv"].texts
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


def test_each_english_provision_has_its_original_beside_it_on_demand(site: Path, real: Files) -> None:
    text = (site / "en/van-ban/cong-van/index.html").read_text("utf-8")
    provisions = analyse.analyse(real, projects.SETTINGS).registry.documents["cv"].texts["vi"].provisions
    shown = re.findall(r'<details class="lc-original">\s*<summary>[^<]*</summary>\s*<div lang="vi">', text)
    assert len(shown) == len(provisions) + 2  # the letterhead and the signature have theirs too
    assert "lc-original" not in (site / "van-ban/cong-van/index.html").read_text("utf-8")


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


def test_a_reader_without_vietnamese_finds_what_concerns_employers_and_cites_it(page: Page, address: str) -> None:
    page.goto(f"{address}/en/")
    page.get_by_role("link", name="Businesses", exact=True).first.click()
    section = page.locator("h2#voi-nguoi-lao-dong, h2", has_text="workers and employees").first
    expect(section).to_be_visible()
    questions = page.locator(".lc-questions a")
    expect(questions.nth(5)).to_be_visible()
    letters = re.compile("[ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđ]")
    asked = [words.replace("Hải Phòng", "").replace("Lê Chân", "") for words in questions.all_inner_texts()]
    assert [words for words in asked if letters.search(words)] == []
    page.goto(f"{address}/en/van-ban/cong-van/#cv-ii-3-2")
    page.locator("#cv-ii-3-2 > .lc-provision__tools summary").click()
    cited = page.locator("#cv-ii-3-2 > .lc-provision__tools dd").first.inner_text()
    assert cited.startswith("second dash, Section II.3 of the dispatch of the People's Committee of Lê Chân Ward")
    page.emulate_media(media="print")
    assert page.locator("#cv-ii-3-2 .lc-pair p").first.is_visible()
    assert not page.locator("#cv-ii-3-2 .lc-original").is_visible()


def test_english_lengths_are_words_with_a_point_and_vietnamese_ones_syllables_with_a_comma(site: Path) -> None:
    vi = (site / "tuyen-truyen/truyen-thanh/index.html").read_text("utf-8")
    en = (site / "en/tuyen-truyen/truyen-thanh/index.html").read_text("utf-8")
    assert re.search(r"khoảng \d,\d phút \(\d+ tiếng\)", vi)
    assert re.search(r"About \d\.\d minutes to read aloud \(\d+ words\)", en)
    assert "syllables" not in en


def test_a_law_is_named_in_english_as_our_rendering_of_its_own_name(site: Path) -> None:
    text = (site / "en/van-ban/luat-cong-doan/index.html").read_text("utf-8")
    assert re.search(
        r'Law on Trade Unions <span class="lc-rendering">\(our rendering of <span lang="vi">Luật Công đoàn', text
    )
    assert "lc-rendering" not in (site / "van-ban/luat-cong-doan/index.html").read_text("utf-8")


def test_words_of_another_language_stay_marked_in_quizzes_and_lists(site: Path) -> None:
    for path in (site / "en").rglob("*.html"):
        text = re.sub(r"<(pre|code|script)\b.*?</\1>", "", path.read_text("utf-8"), flags=re.DOTALL)
        assert "{lang=" not in text, path
