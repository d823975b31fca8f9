"""The English of a built site keeps step with the Vietnamese."""

import re
from pathlib import Path

import pytest

from hooks import analyse, files
from hooks.files import Files

from ..helpers import projects, small_project
from ..helpers.mkdocs_build import build
from ..helpers.translated_project import VI, a_sentence, edit, remembering


@pytest.fixture(scope="module")
def real() -> Files:
    return files.read(projects.ROOT)


@pytest.fixture
def remembered(tmp_path: Path) -> Path:
    return remembering(small_project.with_program(tmp_path / "project"))


def test_a_stale_section_fails_the_build(remembered: Path, tmp_path: Path) -> None:
    edit(remembered, VI, a_sentence((remembered / VI).read_text("utf-8")), "Câu này mới được viết lại.")
    done = build(tmp_path / "site", root=remembered)
    assert done.returncode != 0
    assert "[translation-stale]" in done.stdout + done.stderr
    assert not (tmp_path / "site").exists()


def test_each_english_provision_has_its_original_beside_it_on_demand(site: Path, real: Files) -> None:
    text = (site / "en/van-ban/cong-van/index.html").read_text("utf-8")
    provisions = analyse.analyse(real, projects.SETTINGS).registry.documents["cv"].texts["vi"].provisions
    shown = re.findall(r'<details class="lc-original">\s*<summary>[^<]*</summary>\s*<div lang="vi">', text)
    assert len(shown) == len(provisions) + 2  # the letterhead and the signature have theirs too
    assert "lc-original" not in (site / "van-ban/cong-van/index.html").read_text("utf-8")


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
