"""`python -m hooks`: what editors type."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from ..helpers import projects, small_project
from ..helpers.command_line import run, run_apart


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return small_project.write(tmp_path / "project")


def test_a_clean_project_leaves_with_0_and_only_notes(project: Path) -> None:
    done = run_apart(project, "check")
    assert done.returncode == 0
    assert all("ghi chú: " in line for line in done.stdout.splitlines())
    assert done.stderr == ""


def test_all_findings_of_both_languages_come_in_one_sorted_run_with_1(project: Path) -> None:
    for language in ("vi", "en"):
        page = project / "docs" / language / "index.md"
        page.write_text(page.read_text("utf-8") + "\n[a](cite:cv.IX) [b](khong-co.md)\n", "utf-8")
    done = run(project, "check")
    assert done.returncode == 1
    lines = [line for line in done.stdout.splitlines() if "ghi chú: " not in line]
    assert [re.sub(r":\d+:\d+: .*(\[.*\])$", r" \1", line) for line in lines] == [
        "docs/en/index.md [cite-unknown-provision]",
        "docs/en/index.md [link-broken]",
        "docs/vi/index.md [cite-unknown-provision]",
        "docs/vi/index.md [link-broken]",
    ]


def test_messages_are_in_vietnamese_unless_english_is_asked_for(project: Path) -> None:
    page = project / "docs/vi/index.md"
    page.write_text(page.read_text("utf-8") + "\n[a](cite:cv.ii.1)\n", "utf-8")
    assert "Có phải ý bạn là “cite:cv.II.1”?" in run(project, "check").stdout
    assert "Did you mean “cite:cv.II.1”?" in run(project, "check", "--lang", "en").stdout


def test_without_what_it_needs_it_leaves_with_2_and_one_line(project: Path) -> None:
    (project / "mkdocs.yml").write_text("extra: [", "utf-8")
    broken = run(project, "check")
    shutil.rmtree(project / "docs")
    empty = run(project, "check")
    for done in (broken, empty):
        assert done.returncode == 2
        assert "Traceback" not in done.stderr
        assert done.stderr.strip()


def test_accepting_a_changed_text_writes_the_lock_and_says_what_changed(project: Path) -> None:
    page = project / "docs/vi/van-ban/cong-van.md"
    page.write_text(page.read_text("utf-8").replace("Như trên;", "Như kính gửi;"), "utf-8")
    assert "[lock-changed]" in run(project, "check").stdout
    done = run(project, "lock")
    assert done.returncode == 0
    assert [line[:4] for line in done.stdout.splitlines()] == ["- cv", "+ cv"]
    assert run(project, "check").returncode == 0
    assert run(project, "lock").stdout == ""


@pytest.mark.parametrize("encoding", ["cp1252", "cp1258", "ascii"])
def test_a_console_that_cannot_show_vietnamese_gets_every_finding_all_the_same(project: Path, encoding: str) -> None:
    page = project / "docs/vi/index.md"
    page.write_text(page.read_text("utf-8") + "\n[a](cite:cv.IX)\n", "utf-8")
    command = [sys.executable, "-m", "hooks", "--root", str(project), "check"]
    surroundings = {**os.environ, "PYTHONIOENCODING": encoding}
    done = subprocess.run(command, cwd=projects.ROOT, capture_output=True, check=False, env=surroundings)
    assert done.returncode == 1
    assert b"[cite-unknown-provision]" in done.stdout
    assert b"Traceback" not in done.stderr


def _findings(project: Path, *paths: str) -> list[tuple[str, str]]:
    """Return file and code of the errors, and see that they are in these files alone."""
    lines = [line for line in run(project, "check").stdout.splitlines() if "ghi chú: " not in line]
    found = [(line.partition(":")[0], line.rpartition("[")[2].rstrip("]")) for line in lines]
    assert {path for path, _ in found} <= set(paths)
    return found


def test_a_new_entry_stands_at_its_place_in_both_languages_and_lacks_its_words(project: Path) -> None:
    pages = [f"docs/{language}/van-ban/bo-luat-lao-dong/tom-luoc.md" for language in ("vi", "en")]
    done = run(project, "new", "digest", "blld.d97.k5", "--title", "Trả qua tài khoản")
    assert done.returncode == 0
    assert [line.rpartition(":")[0] for line in done.stdout.splitlines()[:2]] == pages
    original, translation = ((project / path).read_text("utf-8") for path in pages)
    assert (
        "\n\n### Trả qua tài khoản {#d97-k5}\n\n## "
        in original[original.index("{#d97-k4}") : original.index("{#d98-k1}")]
    )
    assert "\n\n### Clause 5, Article 97 {#d97-k5}\n\n## " in translation
    assert [code for path, code in _findings(project, *pages) if code == "digest-empty"] == ["digest-empty"] * 2


def test_a_new_digest_asks_for_all_that_it_still_lacks(project: Path) -> None:
    done = run(project, "new", "digest", "kh85.d2")
    page = "docs/vi/van-ban/ke-hoach-85/tom-luoc.md"
    assert done.stdout.startswith(f"{page}:1\n")
    assert "### Điều 2 {#d2}" in (project / page).read_text("utf-8")
    codes = [code for _, code in _findings(project, page)]
    assert codes.count("front-matter-value") == 3  # description, and what it was compared with and when
    assert "digest-empty" in codes


def test_a_new_question_has_the_next_id_of_its_page_and_lacks_its_answer(project: Path) -> None:
    pages = [f"docs/{language}/hoi-dap-chung.md" for language in ("vi", "en")]
    before = (project / pages[0]).read_text("utf-8")
    last = max(int(number) for number in re.findall(r"\{#q-chung-(\d+)", before))
    (project / "docs/history.lock").write_text(f"{pages[0]}  =  0123456789abcdef  q-chung-{last + 3}\n", "utf-8")
    done = run(project, "new", "question", "hoi-dap-chung", "--title", "Hỏi gì?", "--readers", "doanh-nghiep")
    assert done.returncode == 0
    after = (project / pages[0]).read_text("utf-8")
    assert after.replace(f'\n## Hỏi gì? {{#q-chung-{last + 4:02} readers="doanh-nghiep"}}\n', "", 1) == before
    assert f"{{#q-chung-{last + 4:02}}}" in (project / pages[1]).read_text("utf-8")
    assert {code for path, code in _findings(project, *pages, "docs/history.lock") if path == pages[0]} == {
        "cite-missing",
        "question-quote",
    }


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("digest", "blld.d97.k4"), "đã có ở docs/vi/van-ban/bo-luat-lao-dong/tom-luoc.md:"),
        (("digest", "blld"), "đã có ở docs/vi/van-ban/bo-luat-lao-dong/tom-luoc.md"),
        (("digest", "blxd.d1"), "gần nhất là blld"),
        (("digest", "cv.d1"), "giữ nguyên văn"),
        (("digest", "blld.97.4"), "như d97.k4"),
        (("digest", "blld."), "như d97.k4"),
        (("question", "index"), "không phải trang có câu hỏi"),
        (("question", "../x"), "không phải trang có câu hỏi"),
        (("question", "hoi-dap-chung", "--title", "Hỏi {#x}?"), "tiêu đề là một dòng chữ"),
        (("question", "hoi-dap-chung", "--title", "Hỏi\ngì?"), "tiêu đề là một dòng chữ"),
        (("question", "hoi-dap-chung", "--readers", "hang-xom"), "không có nhóm người đọc này"),
    ],
)
def test_a_draft_that_cannot_be_is_refused_in_one_line_and_nothing_is_written(
    project: Path, arguments: tuple[str, ...], said: str
) -> None:
    before = {path: path.read_bytes() for path in (project / "docs").rglob("*") if path.is_file()}
    done = run(project, "new", *arguments)
    assert done.returncode == 2
    assert said in done.stderr
    assert done.stderr.count("\n") == 1
    assert done.stdout == ""
    assert {path: path.read_bytes() for path in (project / "docs").rglob("*") if path.is_file()} == before
