"""A published text that changes, moves or disappears is noticed until somebody accepts it."""

from pathlib import Path

import pytest

from hooks import analyse
from hooks.conventions import HISTORY_LOCK, PROVISIONS_LOCK, TRANSLATIONS_LOCK
from hooks.findings.finding import Code
from hooks.locks import lock_file
from hooks.locks import provisions as lock

from ..helpers import projects, small_project
from ..helpers.command_line import run

_PATH = "docs/vi/van-ban/cong-van.md"


def changed(before: str, after: str) -> list[tuple[Code, str, int]]:
    """Return code, path and line of what is found when the dispatch has `after` for `before`."""
    text = projects.base().pages[_PATH]
    assert before in text
    findings = projects.findings({_PATH: text.replace(before, after, 1)})
    return [(finding.code, finding.place.path, finding.place.line) for finding in findings]


def line_of(words: str) -> int:
    text = projects.base().pages[_PATH]
    return text.count("\n", 0, text.index(words)) + 1


def test_the_lock_of_the_repository_is_that_of_its_documents() -> None:
    registry = analyse.analyse(projects.base(), projects.SETTINGS).registry
    assert lock.write(registry.documents.values(), {}) == projects.base().lock


@pytest.mark.parametrize(
    ("before", "after"),
    [("Qua đó tạo", "Qua đây tạo"), ("14%/năm", "15%/năm"), ("Hoàn thiện thể chế", "Hoàn thiện cơ chế")],
)
def test_a_changed_word_is_one_finding_at_its_provision(before: str, after: str) -> None:
    assert changed(before, after) == [(Code.LOCK_CHANGED, _PATH, line_of(before))]


def test_other_line_breaks_and_white_space_are_no_change() -> None:
    assert changed("Qua đó tạo sự thống nhất", "Qua đó tạo  sự\nthống nhất") == []


def test_a_changed_signature_is_found_too() -> None:
    assert changed("Phạm Việt Anh", "Phạm Việt An") == [(Code.LOCK_CHANGED, _PATH, 1)]


def test_an_inserted_dash_is_one_finding_though_everything_after_it_shifts() -> None:
    codes = [code for code, _, _ in changed("- Qua đó tạo", "- Thêm một ý.\n\n- Qua đó tạo")]
    assert codes == [Code.LOCK_MISSING]


def test_a_vanished_provision_is_found_at_the_one_before_it() -> None:
    text = projects.base().pages[_PATH]
    start = text.index("- Phát huy vai trò nêu gương")
    findings = changed(text[start : text.index("\n", start) + 1], "")
    assert findings == [(Code.LOCK_VANISHED, _PATH, line_of("- Tổ chức các hoạt động"))]


def test_a_damaged_line_of_the_lock_is_found_at_its_line() -> None:
    damaged = (projects.base().lock or "").replace("cv.I.1  ", "cv.I.1 ", 1)
    findings = projects.findings({}, lock=damaged)
    assert [finding.code for finding in findings] == [Code.LOCK_UNREADABLE]


def test_a_dash_taken_out_of_the_middle_is_one_finding_too() -> None:
    text = projects.base().pages[_PATH]
    start = text.index("- Đăng tải trên cổng")
    findings = changed(text[start : text.index("\n", start) + 2], "")
    assert findings == [(Code.LOCK_VANISHED, _PATH, line_of("- Tuyên truyền trên hệ thống"))]


def test_a_dash_with_children_takes_them_along() -> None:
    assert [c for c, _, _ in changed("- Tập trung tuyên truyền", "- Thêm.\n\n- Tập trung tuyên truyền")] == [
        Code.LOCK_MISSING
    ]


def test_an_emptied_document_and_a_missing_one_are_one_finding_each() -> None:
    text = projects.base().pages[_PATH]
    head = text[: text.index("\n---\n", 4) + 5]
    assert [f.code for f in projects.findings({_PATH: head})] == [Code.DOCUMENT_EMPTY]


_ALIASED = "{id}  ->  {to}\n"


def aliases(*pairs: tuple[str, str]) -> list[tuple[Code, int]]:
    text = (projects.base().lock or "") + "".join(_ALIASED.format(id=old, to=new) for old, new in pairs)
    page = {"docs/vi/vi-du.md": projects.page("[cũ](cite:cv.II.9.1) [](van-ban/cong-van.md#cv-ii-1-1)\n")}
    return [(f.code, f.place.line) for f in projects.findings(page, lock=text) if f.code is not Code.LINK_TEXT]


def test_an_alias_keeps_old_citations_working() -> None:
    assert aliases(("cv.II.9.1", "cv.II.1.1")) == []
    assert aliases(("cv.II.9.1", "cv.II.8"), ("cv.II.8", "cv.II.1.1")) == []


def test_aliases_in_a_circle_to_nowhere_or_over_a_provision_are_found_at_their_lines() -> None:
    last = len((projects.base().lock or "").splitlines())
    circle = aliases(("cv.II.9.1", "cv.II.9.2"), ("cv.II.9.2", "cv.II.9.1"))
    assert [found for found in circle if found[0] is Code.LOCK_ALIAS] == [
        (Code.LOCK_ALIAS, last + 1),
        (Code.LOCK_ALIAS, last + 2),
    ]
    assert (Code.LOCK_ALIAS, last + 1) in aliases(("cv.II.9.1", "cv.II.99"))
    assert (Code.LOCK_ALIAS, last + 1) in aliases(("cv.I.1", "cv.I.2"))


def test_accepting_a_moved_text_makes_the_alias_by_itself() -> None:
    text = projects.base().pages[_PATH]
    start = text.index("- Phát huy vai trò nêu gương")
    line = text[start : text.index("\n", start) + 1]
    moved_text = text.replace(line, "").replace("- Việc triển khai", line + "\n- Việc triển khai")
    files = type(projects.base())({**projects.base().pages, _PATH: moved_text}, frozenset(), projects.base().lock)
    analysed = analyse.analyse(files, projects.SETTINGS)
    documents = analysed.registry.documents.values()
    assert lock.moved(analysed.lock, documents) == {}  # cv.I.1 exists: an id that is in use is never an alias
    renamed = text.replace("## III. HÌNH THỨC", "## IV. HÌNH THỨC")
    files = type(projects.base())({**projects.base().pages, _PATH: renamed}, frozenset(), projects.base().lock)
    analysed = analyse.analyse(files, projects.SETTINGS)
    documents = analysed.registry.documents.values()
    assert lock.moved(analysed.lock, documents) == {f"cv.III.{n}": f"cv.IV.{n}" for n in range(1, 6)}


@pytest.mark.parametrize("name", [PROVISIONS_LOCK, TRANSLATIONS_LOCK, HISTORY_LOCK])
def test_no_command_writes_over_a_line_it_cannot_read(tmp_path: Path, name: str) -> None:
    root = small_project.write(tmp_path / "project")
    text = (projects.ROOT / name).read_text("utf-8")
    damaged = text.replace("\n", "\nmột dòng viết tay\n", 1)
    (root / name).write_text(damaged, "utf-8")
    command = {PROVISIONS_LOCK: ["lock"], HISTORY_LOCK: ["history"]}.get(name, ["translations", "--reviewed", "all"])
    done = run(root, *command)
    assert done.returncode == 1
    assert done.stderr.startswith(f"{name}:2:1: ")
    assert done.stderr.rstrip().endswith("[lock-unreadable]")
    assert (root / name).read_text("utf-8") == damaged
    assert f"{name}:2:1: " in run(root, "check").stdout


@pytest.mark.parametrize("name", [PROVISIONS_LOCK, TRANSLATIONS_LOCK, HISTORY_LOCK])
def test_every_lock_has_one_entry_a_line_and_is_written_as_it_is_read(name: str) -> None:
    text = (projects.ROOT / name).read_text("utf-8")
    entries, findings = lock_file.read(name, text, lambda _, fields: len(fields) > 0)
    assert findings == ()
    written = lock_file.write("history-lock", [(entry.name, *entry.fields) for entry in entries])
    assert text.split("\n", 1)[1] == written.split("\n", 1)[1]
