"""`python -m hooks new`: pages and items begun in both languages, with every word still to be written reported."""

import re
from pathlib import Path

import pytest

from ..helpers import small_project
from ..helpers.command_line import run, run_on_a_terminal


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return small_project.write(tmp_path / "project")


def _findings(project: Path, *paths: str) -> list[tuple[str, str]]:
    """Return file and code of the errors, and see that they are in these files alone."""
    lines = [line for line in run(project, "check").stdout.splitlines() if "ghi chú: " not in line]
    found = [(line.partition(":")[0], line.rpartition("[")[2].rstrip("]")) for line in lines]
    assert {path for path, _ in found} <= set(paths)
    return found


def _codes(project: Path, *paths: str) -> set[str]:
    return {code for _, code in _findings(project, *paths)}


def test_a_new_entry_stands_at_its_place_in_both_languages_and_waits_for_its_words(project: Path) -> None:
    pages = [f"docs/{language}/van-ban/bo-luat-lao-dong/tom-luoc.md" for language in ("vi", "en")]
    done = run(project, "new", "digest", "blld.d97.k5", "--title", "Trả qua tài khoản")
    assert done.returncode == 0
    assert [line.rpartition(":")[0] for line in done.stdout.splitlines()[:2]] == pages
    original, translation = ((project / path).read_text("utf-8") for path in pages)
    assert (
        "\n\n### Trả qua tài khoản {#d97-k5}\n\n‹"
        in original[original.index("{#d97-k4}") : original.index("{#d98-k1}")]
    )
    assert "\n\n### Clause 5, Article 97 {#d97-k5}\n\n‹" in translation
    found = _findings(project, *pages)
    assert [path for path, code in found if code == "words-missing"] == sorted(pages)


def test_a_new_digest_asks_in_both_languages_for_all_that_it_still_lacks(project: Path) -> None:
    done = run(project, "new", "digest", "kh85.d2")
    pages = [f"docs/{language}/van-ban/ke-hoach-85/tom-luoc.md" for language in ("vi", "en")]
    assert done.stdout.startswith(f"{pages[0]}:1\n{pages[1]}:1\n")
    assert "### Điều 2 {#d2}" in (project / pages[0]).read_text("utf-8")
    assert "### Article 2 {#d2}" in (project / pages[1]).read_text("utf-8")
    assert _codes(project, *pages) == {"words-missing", "front-matter-value"}


def test_a_new_question_has_the_next_id_of_its_page_and_waits_for_its_answer(project: Path) -> None:
    pages = [f"docs/{language}/hoi-dap-chung.md" for language in ("vi", "en")]
    before = (project / pages[0]).read_text("utf-8")
    last = max(int(number) for number in re.findall(r"\{#q-chung-(\d+)", before))
    (project / "docs/history.lock").write_text(f"{pages[0]}  =  0123456789abcdef  q-chung-{last + 3}\n", "utf-8")
    done = run(project, "new", "question", "hoi-dap-chung", "--title", "Hỏi gì?", "--readers", "doanh-nghiep")
    assert done.returncode == 0
    after = (project / pages[0]).read_text("utf-8")
    assert after.startswith(before)
    assert after[len(before) :].startswith(f'\n## Hỏi gì? {{#q-chung-{last + 4:02} readers="doanh-nghiep"}}\n\n‹')
    assert f"## ‹Question› {{#q-chung-{last + 4:02}}}" in (project / pages[1]).read_text("utf-8")
    assert {code for path, code in _findings(project, *pages, "docs/history.lock") if path == pages[0]} == {
        "words-missing"
    }


@pytest.mark.parametrize("kind", ["theme", "topic", "qa", "slogans", "script-page", "form"])
def test_a_new_page_stands_in_both_languages_and_lacks_nothing_but_words(project: Path, kind: str) -> None:
    pages = [f"docs/{language}/trang-moi.md" for language in ("vi", "en")]
    done = run(project, "new", kind, "trang-moi", "--title", "Trang mới: ví dụ")
    assert done.stdout.startswith(f"{pages[0]}:1\n{pages[1]}:1\n")
    assert 'title: "Trang mới: ví dụ"' in (project / pages[0]).read_text("utf-8")
    assert _codes(project, *pages) == {"words-missing"}
    assert {path for path, _ in _findings(project, *pages)} == set(pages)


def test_a_new_page_of_a_tool_has_the_tool_and_its_examples_in_both_languages(project: Path) -> None:
    done = run(project, "new", "tool", "phep-nam", "--title", "Tính phép năm", "--id", "leave")
    assert done.returncode == 0
    for language in ("vi", "en"):
        text = (project / f"docs/{language}/phep-nam.md").read_text("utf-8")
        assert text.index("<!-- insert: tool-leave -->") < text.index("<!-- insert: examples-leave -->")
    assert "words-missing" in _codes(project, "docs/vi/phep-nam.md", "docs/en/phep-nam.md", "docs/tools.toml")


def test_a_new_document_lacks_nothing_but_words(project: Path) -> None:
    pages = [f"docs/{language}/ke-hoach.md" for language in ("vi", "en")]
    done = run(project, "new", "document", "ke-hoach", "--title", "Kế hoạch", "--id", "khmoi", "--type", "ke-hoach")
    assert done.returncode == 0
    assert _codes(project, *pages) == {"words-missing"}


@pytest.mark.parametrize(("kind", "of"), [("slogans", "slogan"), ("script-page", "script"), ("form", "script")])
def test_a_new_item_has_the_id_after_the_last_of_its_page_in_both_languages(project: Path, kind: str, of: str) -> None:
    pages = [f"docs/{language}/trang-moi.md" for language in ("vi", "en")]
    run(project, "new", kind, "trang-moi", "--title", "Trang mới")
    done = run(project, "new", of, "trang-moi", "--title", "Mục thứ hai")
    assert done.returncode == 0
    for page in pages:
        first, second = re.findall(r"\{#((?:kh|tt|md)-\S+)\}", (project / page).read_text("utf-8"))
        assert (first[-3:], second) == ("-01", f"{first[:-2]}02")
    assert "words-missing" in _codes(project, *pages)


def test_without_arguments_it_asks_on_a_terminal_and_asks_again_where_an_answer_is_none(project: Path) -> None:
    done = run_on_a_terminal(project, "new", "cau-hoi\n1\n99\n1\nHỏi gì?\n")
    assert done.returncode == 0
    assert done.stdout.count("không có; gần nhất là") == 2
    assert "Hỏi đáp chung  (hoi-dap-chung)" in done.stdout
    assert "## Hỏi gì? {#q-chung-02" in (project / "docs/vi/hoi-dap-chung.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("digest", "blld.d97.k4"), "đã có ở docs/vi/van-ban/bo-luat-lao-dong/tom-luoc.md:"),
        (("digest", "blld"), "đã có ở docs/vi/van-ban/bo-luat-lao-dong/tom-luoc.md"),
        (("digest", "blxd.d1"), "gần nhất là blld"),
        (("digest", "cv.d1"), "giữ nguyên văn"),
        (("digest", "blld.97.4"), "như d97.k4"),
        (("digest", "blld."), "như d97.k4"),
        (("question", "index"), "không phải trang chứa được"),
        (("question", "../x"), "không phải trang chứa được"),
        (("slogan", "hoi-dap-chung"), "không phải trang chứa được"),
        (("questions", "index"), "gần nhất: question"),
        (("theme", "../x"), "chữ thường không dấu"),
        (("theme", "Trang Mới"), "như trang-moi"),
        (("theme", "khong-co/x"), "không có thư mục khong-co"),
        (("theme", "hoi-dap-chung"), "đã có ở docs/vi/hoi-dap-chung.md"),
        (("document", "x", "--id", "Kế hoạch", "--type", "luat"), "mã văn bản chỉ gồm"),
        (("document", "x", "--id", "blld", "--type", "luat"), "đã có ở"),
        (("document", "x", "--id", "khx", "--type", "luật"), "gần nhất: luat"),
        (("tool", "x", "--id", "leaves"), "gần nhất: leave"),
        ((), "còn thiếu new KIND"),
        (("theme",), "còn thiếu new theme PAGE"),
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
