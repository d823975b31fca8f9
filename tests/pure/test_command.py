"""`python -m hooks`: what editors type."""

import os
import re
import shutil
import signal
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from hooks import cli
from hooks.commands.arguments import parser
from hooks.conventions import HISTORY_LOCK

from ..helpers import projects, small_project
from ..helpers.command_line import run, run_apart
from ..helpers.mounts import mounted


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return small_project.write(tmp_path / "project")


def _by_a_python_without_packages(root: Path) -> subprocess.CompletedProcess[str]:
    base = str(getattr(sys, "_base_executable", sys.executable))
    command = [base, "-S", "-m", "hooks", "check", "--help"]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)


def test_whichever_python_is_typed_the_packages_of_the_project_are_used(tmp_path: Path) -> None:
    copy = projects.copy(tmp_path / "project")
    (copy / ".venv").symlink_to(sys.prefix)
    done = _by_a_python_without_packages(copy)
    assert (done.returncode, done.stderr) == (0, "")
    assert "--lang" in done.stdout


def test_before_the_packages_are_there_a_command_says_how_to_set_them_up(tmp_path: Path) -> None:
    done = _by_a_python_without_packages(projects.copy(tmp_path / "project"))
    assert done.returncode == 2
    assert "make check" in done.stderr
    assert "Traceback" not in done.stderr


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


def test_errors_are_printed_before_notes(project: Path) -> None:
    page = project / "docs/vi/index.md"
    page.write_text(page.read_text("utf-8") + "\nXem [trang](khong-co.md).\n", "utf-8")
    lines = run(project, "check").stdout.splitlines()
    notes = [": ghi chú: " in line for line in lines]
    assert notes == sorted(notes)
    assert 0 < sum(notes) < len(notes)


def test_checking_loads_no_library_that_only_other_commands_need(project: Path) -> None:
    script = (
        "import sys; from hooks import cli; cli.main(sys.argv[1:]);"
        "print(sorted({'docx', 'jinja2', 'lxml', 'weasyprint', 'markdown'} & set(sys.modules)))"
    )
    command = [sys.executable, "-c", script, "--root", str(project), "check"]
    done = subprocess.run(command, cwd=projects.ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_every_command_of_the_help_can_be_run() -> None:
    helped = re.search(r"\{([a-z,-]+)\}", parser("", projects.ROOT).format_help())
    assert helped is not None
    assert set(helped[1].split(",")) == set(cli.COMMANDS)


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


_CONSOLES = ["cp1252", *(pytest.param(name, marks=pytest.mark.every) for name in ("cp1258", "ascii"))]


@pytest.mark.parametrize("encoding", _CONSOLES)
def test_a_console_that_cannot_show_vietnamese_gets_every_finding_all_the_same(project: Path, encoding: str) -> None:
    page = project / "docs/vi/index.md"
    page.write_text(page.read_text("utf-8") + "\n[a](cite:cv.IX)\n", "utf-8")
    command = [sys.executable, "-m", "hooks", "--root", str(project), "check"]
    surroundings = {**os.environ, "PYTHONIOENCODING": encoding}
    done = subprocess.run(command, cwd=projects.ROOT, capture_output=True, check=False, env=surroundings)
    assert done.returncode == 1
    assert b"[cite-unknown-provision]" in done.stdout
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("publsh",), "gần nhất là publish"),
        (("publish", "--yess"), "không hiểu --yess"),
        (("rate", "luong-co-so", "2.600.000"), "còn thiếu --from"),
        (("rate", "luong-co-so", "2.600.000", "--from", "31/12/2026"), "“31/12/2026” không phải một ngày có thật"),
        (("rate", "luong-co-so", "2.600.000", "--from", "2026-02-30"), "“2026-02-30” không phải một ngày có thật"),
        (("history", "--day"), "--day cần một giá trị"),
        (("check", "--lang", "fr"), "--lang không nhận “fr”"),
        (("edit", "--port", "nhiều"), "--port: “nhiều” không dùng được"),
    ],
)
def test_a_command_typed_wrong_gets_one_line_in_both_languages(
    project: Path, typed: tuple[str, ...], said: str
) -> None:
    done = run_apart(project, *typed)
    assert done.returncode == 2
    assert said in done.stderr
    assert re.fullmatch(r"[^\n]+ / [^\n]+--help\n", done.stderr)
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_command_that_is_interrupted_says_so_in_one_line(project: Path, ending: signal.Signals) -> None:
    os.mkfifo(project / "tu-word.docx")
    command = [sys.executable, "-m", "hooks", "--root", str(project), "import-word", str(project / "tu-word.docx")]
    heard = partial(signal.signal, ending, signal.SIG_DFL)  # where tests run in the background, children hear nothing
    with subprocess.Popen(command, cwd=projects.ROOT, stderr=subprocess.PIPE, text=True, preexec_fn=heard) as running:
        writer = os.open(project / "tu-word.docx", os.O_WRONLY)  # returns once the command reads
        running.send_signal(ending)
        try:
            _, said = running.communicate(timeout=60)
        finally:
            running.kill()
            os.close(writer)
    assert running.returncode == 130
    assert said.strip() == "đã ngắt; không tệp nào bị ghi dở / interrupted; no file is left half written"


def test_what_the_system_refuses_is_one_line_in_both_languages(project: Path) -> None:
    lock = project / HISTORY_LOCK
    with mounted("--bind", str(project / "docs"), at=project / "docs"):
        subprocess.run(["mount", "-o", "remount,bind,ro", str(project / "docs")], check=True)
        done = run(project, "history")
    assert done.returncode == 2
    assert done.stderr == f"{lock}: ổ đĩa này chỉ cho đọc, không ghi được / this disk is read-only\n"
