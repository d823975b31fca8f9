"""`publish` and `undo`, as an officer uses them: on a small project, with real builds."""

import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from hooks.commands.publish import prepare, publish
from hooks.commands.undo import undo
from hooks.conventions import HISTORY_LOCK, TRANSLATIONS_LOCK

from ..helpers import built_site, small_project
from ..helpers.command_line import run
from ..helpers.mounts import mounted

pytestmark = pytest.mark.xdist_group("publish")

_OLD, _NEW = "Chào.", "Chào bà con."


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small project with the program, published once without PDFs, its English read against the Vietnamese."""
    root = small_project.with_program(tmp_path_factory.mktemp("publish") / "project")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HANDBOOK_PDF", "none")
        run(root, "translations", "--reviewed", "all")
        done = run(root, "publish", "--yes")
    assert done.returncode == 0, done.stderr + done.stdout
    assert "Chưa có bản nào đăng từ máy này" in done.stdout
    return root


@pytest.fixture
def project(published: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of it that a test may change."""
    monkeypatch.setenv("HANDBOOK_PDF", "none")
    shutil.copytree(published, tmp_path / "project")
    return tmp_path / "project"


def say_otherwise(project: Path) -> None:
    page = project / "docs/vi/index.md"
    page.write_text(page.read_text("utf-8").replace(_OLD, _NEW), "utf-8")


def home(project: Path) -> str:
    return (project / "site/index.html").read_text("utf-8")


def test_nothing_new_is_said_where_nothing_has_changed(project: Path) -> None:
    plan = prepare(project)
    assert (plan.changes, plan.pdfs, plan.translations, plan.errors) == ((), (), (), ())
    assert "giống hệt trang đang đăng" in run(project, "publish").stdout


def test_a_changed_sentence_is_shown_beside_the_old_one_with_its_pdfs_and_what_to_translate(project: Path) -> None:
    say_otherwise(project)
    (change,) = prepare(project).changes
    assert (change.title, change.sections[0].rows) == ("Trang đầu", ((_OLD, _NEW),))
    said = run(project, "publish").stdout
    old_and_new = [line for line in said.splitlines() if _NEW in line]
    assert len(old_and_new) == 1
    assert old_and_new[0].index(_OLD) < old_and_new[0].index("│") < old_and_new[0].index(_NEW)
    assert "  pdf/index.pdf" in said
    assert "  docs/en/index.md#" in said


def test_without_a_terminal_it_says_what_to_add_and_publishes_nothing(project: Path) -> None:
    say_otherwise(project)
    before = home(project), (project / HISTORY_LOCK).read_bytes()
    done = run(project, "publish")
    assert done.returncode == 2
    assert "--translated" in done.stderr
    assert (home(project), (project / HISTORY_LOCK).read_bytes()) == before


def test_a_publication_is_undone_and_the_undoing_too_and_both_say_which_words(project: Path) -> None:
    say_otherwise(project)
    done = run(project, "publish", "--yes", "--translated")
    assert done.returncode == 0, done.stdout
    assert _NEW in home(project)
    undone = run(project, "undo")
    assert undone.returncode == 0
    assert _OLD in home(project)
    (line,) = [line for line in undone.stdout.splitlines() if _NEW in line]
    assert line.index(_NEW) < line.index("│") < line.index(_OLD)
    assert "index.html" not in undone.stdout  # of files only those that come or go: all others load other lists
    assert _NEW in (project / "docs/vi/index.md").read_text("utf-8")
    (again,) = undo(project, project / "site").changes
    assert again.sections[0].rows == ((_OLD, _NEW),)
    assert prepare(project).changes == ()


def test_what_is_wrong_is_listed_and_every_lock_stays(project: Path) -> None:
    say_otherwise(project)
    page = project / "docs/vi/index.md"
    page.write_text(page.read_text("utf-8") + "\n[a](cite:cv.IX)\n", "utf-8")
    locks = {name: (project / name).read_bytes() for name in (HISTORY_LOCK, TRANSLATIONS_LOCK)}
    done = run(project, "publish", "--yes", "--translated")
    assert done.returncode == 1
    assert "[cite-unknown-provision]" in done.stdout
    assert [one.code for one in publish(project, translated=True)] == ["cite-unknown-provision"]
    assert {name: (project / name).read_bytes() for name in locks} == locks


def test_a_folder_that_cannot_be_written_to_is_told_once_and_everything_stays(project: Path) -> None:
    say_otherwise(project)
    before = built_site.files(project / "site"), (project / HISTORY_LOCK).read_bytes()
    with mounted("--bind", str(project / "site"), at=project / "site"):
        subprocess.run(["mount", "-o", "remount,bind,ro", str(project / "site")], check=True)
        done = run(project, "publish", "--yes", "--translated")
    assert done.returncode == 1
    assert re.fullmatch(r"\S+: ổ đĩa này chỉ cho đọc[^\n]+; trang đang xuất bản còn nguyên / [^\n]+\n", done.stderr)
    assert "còn nguyên" not in done.stdout
    assert (built_site.files(project / "site"), (project / HISTORY_LOCK).read_bytes()) == before


def test_a_publication_that_is_interrupted_says_what_it_left_and_puts_the_locks_back(project: Path) -> None:
    say_otherwise(project)
    before = built_site.files(project / "site"), (project / HISTORY_LOCK).read_bytes()
    command = [sys.executable, "-m", "hooks", "--root", str(project), "publish", "--yes", "--translated"]
    with subprocess.Popen(
        command, cwd=project, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True
    ) as running:
        while (project / HISTORY_LOCK).read_bytes() == before[1]:
            assert running.poll() is None
            time.sleep(0.05)
        running.terminate()
        _, said = running.communicate(timeout=60)
    assert running.returncode == 130
    assert re.fullmatch(r"\n\S+: đã ngắt; [^\n]+; trang đang xuất bản còn nguyên / [^\n]+\n", said)
    assert (built_site.files(project / "site"), (project / HISTORY_LOCK).read_bytes()) == before


def test_a_build_that_fails_leaves_the_site_and_every_lock_as_they_were(project: Path) -> None:
    say_otherwise(project)
    before = home(project), (project / HISTORY_LOCK).read_bytes(), (project / TRANSLATIONS_LOCK).read_bytes()
    (project / "overrides/theme/main.html").write_text("{% nothing %}", "utf-8")
    done = run(project, "publish", "--yes", "--translated")
    assert done.returncode == 1
    assert "trang đang xuất bản còn nguyên" in done.stderr
    assert (home(project), (project / HISTORY_LOCK).read_bytes(), (project / TRANSLATIONS_LOCK).read_bytes()) == before
