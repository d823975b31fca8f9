"""A published text that changes, moves or disappears is noticed until somebody accepts it."""

import pytest

from hooks import handbook
from hooks.diagnostics import Code
from hooks.source import lock

from . import projects

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
    registry = handbook.analyse(projects.base(), projects.SETTINGS).registry
    assert lock.write(registry.documents.values()) == projects.base().lock


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


def test_an_inserted_dash_is_found_where_everything_shifts() -> None:
    codes = [code for code, _, _ in changed("- Qua đó tạo", "- Thêm một ý.\n\n- Qua đó tạo")]
    assert codes == [Code.LOCK_CHANGED, Code.LOCK_MISSING]


def test_a_vanished_provision_is_found_at_the_one_before_it() -> None:
    text = projects.base().pages[_PATH]
    start = text.index("- Phát huy vai trò nêu gương")
    findings = changed(text[start : text.index("\n", start) + 1], "")
    assert findings == [(Code.LOCK_VANISHED, _PATH, line_of("- Tổ chức các hoạt động"))]


def test_a_damaged_line_of_the_lock_is_found_at_its_line() -> None:
    damaged = (projects.base().lock or "").replace("cv.I.1  ", "cv.I.1 ", 1)
    findings = projects.findings({}, lock=damaged)
    assert [finding.code for finding in findings] == [Code.LOCK_UNREADABLE]
