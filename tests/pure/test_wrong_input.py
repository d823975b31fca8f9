"""Whatever is in the folder: a finding with its line, never a traceback, in `check` and in a build alike."""

import unicodedata
from pathlib import Path

import pytest

from ..helpers import projects, small_project
from ..helpers.command_line import run
from ..helpers.wrong_files import WRONG


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return small_project.write(tmp_path / "project")


def judged(root: Path) -> list[str]:
    """Return path:line:col and code of every error of a project."""
    done = run(root, "check", "--lang", "en")
    assert "Traceback" not in done.stderr, done.stderr
    assert done.returncode in (0, 1), done.stderr
    lines = [line for line in done.stdout.splitlines() if ": note: " not in line]
    return [line.partition(": ")[0] + ": " + line.rpartition(" ")[2] for line in lines]


@pytest.mark.parametrize("name", WRONG)
def test_wrong_input_is_found_at_its_line(project: Path, name: str) -> None:
    write, expected = WRONG[name]
    write(project / "docs/vi/vi-du.md")
    found = judged(project)
    assert f"docs/vi/vi-du.md{expected}" in found
    assert {line.partition(":")[0] for line in found} == {"docs/vi/vi-du.md"}


@pytest.mark.parametrize("name", ["van-ban/cong-van.md", "van-ban/chi-thi-58.md"])
@pytest.mark.parametrize("harm", ["empty", "bytes", "yaml"])
def test_a_source_that_cannot_be_read_is_one_finding(project: Path, name: str, harm: str) -> None:
    page = project / "docs/vi" / name
    text = page.read_text("utf-8")
    if harm == "empty":
        page.write_text("", "utf-8")
    elif harm == "bytes":
        page.write_bytes(text.encode("cp1258", errors="replace"))
    else:
        page.write_text(text.replace("type: ", "type: [", 1), "utf-8")
    found = judged(project)
    assert len(found) == 1
    assert found[0].startswith(f"docs/vi/{name}:")


def test_a_source_that_is_missing_is_one_finding_for_its_text_and_one_for_each_link(project: Path) -> None:
    (project / "docs/vi/van-ban/ke-hoach-85.md").unlink()
    codes = {line.rpartition(" ")[2] for line in judged(project)}
    assert codes <= {"[cite-unknown-document]", "[document-unknown]", "[link-broken]", "[translation-extra]"}


def test_a_digest_whose_source_is_missing_is_one_finding_however_often_it_is_cited(project: Path) -> None:
    cited = "[a](cite:bld58.y1) và [b](cite:bld58), 10/1/2026"
    (project / "docs/vi/vi-du.md").write_text(projects.page(f"## Một {{#mot}}\n\n{cited}.\n"), "utf-8")
    report = project / "docs/vi/van-ban/chi-thi-58/bao-lao-dong.md"
    report.write_text(report.read_text("utf-8").replace("of: ct58", "of: ct85", 1), "utf-8")
    assert judged(project) == ["docs/vi/van-ban/chi-thi-58/bao-lao-dong.md:6:1: [document-unknown]"]


def test_a_menu_in_the_settings_is_found_at_its_line(project: Path) -> None:
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("nav:\n  - khong-co.md\n")
    line = (project / "mkdocs.yml").read_text("utf-8").count("\n") - 1
    assert judged(project) == [f"mkdocs.yml:{line}:1: [nav-unused]"]


def test_tidy_mends_the_form_of_files_and_nothing_else(project: Path) -> None:
    page = project / "docs/vi/index.md"
    text = page.read_text("utf-8")
    page.write_text("\ufeff" + unicodedata.normalize("NFD", text).replace("\n", "\r\n"), "utf-8", newline="")
    assert judged(project) != []
    assert run(project, "tidy").stdout == "docs/vi/index.md\n"
    assert page.read_text("utf-8") == text
    assert run(project, "tidy").stdout == ""
