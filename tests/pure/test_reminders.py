"""`python -m hooks reminders`: what waits for an editor and is no error."""

from datetime import date
from pathlib import Path

import pytest

from hooks import files, settings
from hooks.analyse import analyse
from hooks.conventions import SYNONYMS
from hooks.reminders import Reminder, reminders

from ..helpers import projects, small_project
from ..helpers.command_line import run

_TODAY = date(2026, 11, 28)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return small_project.write(tmp_path / "project")


def found(project: Path, kind: str, today: date = _TODAY) -> list[Reminder]:
    handbook = analyse(files.read(project), settings.read(project), today=today)
    return [one for one in reminders(handbook, today) if one.kind == kind]


def test_a_digest_near_its_day_of_review_is_named_and_no_other(project: Path) -> None:
    page = project / "docs/vi/van-ban/bo-luat-lao-dong/tom-luoc.md"
    lines = page.read_text("utf-8").splitlines()
    line = next(number for number, words in enumerate(lines, 1) if words.startswith("review_by:"))
    day = date.fromisoformat(lines[line - 1].partition(": ")[2])
    assert [one.place.path for one in found(project, "review", day)].count(page.relative_to(project).as_posix()) == 1
    (near,) = [one for one in found(project, "review", day) if one.place.line == line and one.day == day]
    assert near.key == "van-ban/bo-luat-lao-dong/tom-luoc.md"
    assert found(project, "review", date(2020, 1, 1)) == []


def test_a_question_without_an_answer_is_named(project: Path) -> None:
    assert found(project, "unanswered") == []
    page = project / "docs/vi/hoi-dap-chung.md"
    text = page.read_text("utf-8").replace('readers="doanh-nghiep"', 'readers="doanh-nghiep" answered=false')
    page.write_text(text, "utf-8")
    assert [(one.section, one.words) for one in found(project, "unanswered")] == [("q-chung-01", "Gửi những ai?")]


def test_a_page_is_named_until_another_leads_to_it(project: Path) -> None:
    asked = "hoi-dap-chung.md"
    assert asked in [one.key for one in found(project, "unlinked")]
    home = project / "docs/vi/index.md"
    home.write_text(home.read_text("utf-8") + f"\n[Hỏi đáp]({asked}#q-chung-01)\n", "utf-8")
    assert asked not in [one.key for one in found(project, "unlinked")]


def test_a_word_noted_as_not_found_is_named_and_is_no_error_and_no_synonym(project: Path) -> None:
    (project / SYNONYMS).write_text('[vi]\n"bị sếp mắng" = []\n', "utf-8")
    assert [(one.words, one.place.line) for one in found(project, "unfound")] == [("bị sếp mắng", 2)]
    assert [one.code for one in projects.errors_of(project)] == []


def test_the_command_tells_every_kind_and_says_where_nothing_waits(project: Path) -> None:
    done = run(project, "reminders")
    assert done.returncode == 0
    for words in ("ngày xem lại", "tiếng Anh", "lời đáp", "thực đơn", "tìm không thấy", "chưa điền"):
        assert words in done.stdout


def test_without_a_day_every_text_to_be_looked_at_again_is_named_the_nearest_first(project: Path) -> None:
    handbook = analyse(files.read(project), settings.read(project))
    days = [one.day for one in reminders(handbook) if one.kind == "review"]
    assert days == sorted(digest.review_by for digest in handbook.registry.digests.values() if digest.review_by)
    assert days
