"""Whatever is in the folder: a finding with its line, never a traceback, in `check` and in a build alike."""

import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from ..helpers import projects
from ..helpers.command_line import run
from ..helpers.mkdocs_build import build

_PAGE = projects.page("## Một {#mot}\n\nXem [Mục I](cite:cv.I).\n")
_FRONT = "---\ntitle: Ví dụ\ndescription: Trang.\nkind: overview\ntranslation: pending\n"
_RECORD = "---\ntitle: Ví dụ\ndescription: Trang.\nkind: document\ntranslation: pending\ndocument:\n"


def _text(text: str) -> Callable[[Path], None]:
    return _bytes(text.encode())


def _bytes(data: bytes) -> Callable[[Path], None]:
    def write(path: Path) -> None:
        path.write_bytes(data)

    return write


WRONG: dict[str, tuple[Callable[[Path], None], str]] = {
    "a byte order mark": (_text("\ufeff" + _PAGE), ":1:1: [text-form]"),
    "windows line ends": (_text(_PAGE.replace("\n", "\r\n")), ":1:4: [text-form]"),
    "a tab": (_text(_PAGE + "\n-\tmột\n"), ":14:2: [text-form]"),
    "decomposed letters": (_text(_PAGE + unicodedata.normalize("NFD", "\nMột ý.\n")), ":14:2: [text-form]"),
    "a control character": (_text(_PAGE + "\nMột\x0b ý.\n"), ":14:4: [text-form]"),
    "bytes that are no text": (_bytes(_PAGE.encode() + b"\nM\xf4t.\n"), ":14:2: [page-unreadable]"),
    "an empty page": (_text(""), ":1:1: [page-unreadable]"),
    "a page of white space": (_text("\n \n"), ":1:1: [page-unreadable]"),
    "a line of a megabyte": (_text(_PAGE + "\n" + "chữ " * 250_000 + "\n"), ":14:1: [page-unreadable]"),
    "a megabyte of spaces": (_text(_PAGE + "\n" + " " * 1_000_000 + "\n"), ":14:1: [page-unreadable]"),
    "quotations nested deep": (_text(_PAGE + "\n" + ">" * 900 + " a\n"), ":14:1: [page-unreadable]"),
    "lists nested deep": (_text(_PAGE + "\n" + "- " * 900 + " a\n"), ":14:1: [page-unreadable]"),
    "brackets nested deep": (_text(_PAGE + "\n" + "[" * 5000 + "a\n"), ":14:1: [page-unreadable]"),
    "front matter that is no YAML": (_text(_FRONT + "own_figures: [a\n---\n\n# Ví dụ\n"), ":7:1: [front-matter-yaml]"),
    "front matter with a tab": (_text(_FRONT + "order:\n\t- 1\n---\n\n# Ví dụ\n"), ":7:1: [text-form]"),
    "front matter never closed": (_text(_FRONT + "\n# Ví dụ\n"), ":1:1: [front-matter-yaml]"),
    "front matter nested deep": (_text(_FRONT + "own_figures: " + "[" * 5000 + "\n---\n"), ":6:14: [page-unreadable]"),
    "front matter that is a list": (_text("---\n- a\n---\n\n# Ví dụ\n"), ":2:1: [front-matter-yaml]"),
    "no front matter": (_text("# Ví dụ\n"), ":1:1: [front-matter-missing]"),
    "a first line that looks like a setting": (_text("Note: chữ\n\n# Ví dụ\n"), ":1:1: [front-matter-missing]"),
    "a key twice": (_text(_FRONT + "order: 1\norder: 2\n---\n\n# Ví dụ\n"), ":7:1: [front-matter-yaml]"),
    "a title that YAML reads as no": (
        _text(_FRONT.replace("Ví dụ", "no") + "---\n\n# Ví dụ\n"),
        ":2:1: [front-matter-value]",
    ),
    "a date that is none": (
        _text(_RECORD + "  id: vd\n  type: luat\n  text: none\n  date: 2026-13-45\n---\n\n# Ví dụ\n"),
        ":10:3: [front-matter-value]",
    ),
    "an id twice": (_text(_PAGE + "\n## Hai {#mot}\n"), ":14:8: [id-duplicate]"),
    "a document with another's id": (
        _text(_RECORD + "  id: cv\n  type: luat\n  text: none\n---\n\n# Ví dụ\n"),
        ":7:3: [document-duplicate]",
    ),
    "a full text that is empty": (
        _text(_RECORD + "  id: vd\n  type: luat\n  text: full\n---\n"),
        ":1:1: [document-empty]",
    ),
    "a record that is no mapping": (
        _text(_RECORD.replace("document:\n", "document: cv\n") + "---\n\n# Ví dụ\n"),
        ":6:1: [front-matter-value]",
    ),
    "a link that is no address": (_text(_PAGE + "\n[a](http://[x) [b](%zz)\n"), ":14:5: [link-broken]"),
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return projects.copy(tmp_path / "project")


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


def test_all_wrong_input_at_once_ends_a_build_with_findings_only(project: Path) -> None:
    for number, (write, _) in enumerate(WRONG.values()):
        write(project / f"docs/vi/vi-du-{number}.md")
    (project / "docs/vi/lien-ket.md").symlink_to("index.md")
    (project / "docs/vi/hong.md").symlink_to("khong-co.md")
    (project / "docs/vi/vong").symlink_to("../vi")
    done = build(project / "site", root=project)
    assert done.returncode == 1
    assert "Traceback" not in done.stdout + done.stderr
    for number in range(len(WRONG)):
        assert f"docs/vi/vi-du-{number}.md:" in done.stderr, list(WRONG)[number]
    for name in ("lien-ket.md", "hong.md", "vong"):
        assert f"docs/vi/{name}:1:1:" in done.stderr
    assert not (project / "site").exists()


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


def test_a_menu_in_the_settings_is_found_at_its_line(project: Path) -> None:
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("nav:\n  - khong-co.md\n")
    found = judged(project)
    assert [line.rpartition(" ")[2] for line in found] == ["[nav-unused]"]
    done = build(project / "site", root=project)
    assert done.returncode == 1
    assert "[nav-unused]" in done.stderr


def test_tidy_mends_the_form_of_files_and_nothing_else(project: Path) -> None:
    page = project / "docs/vi/index.md"
    text = page.read_text("utf-8")
    page.write_text("\ufeff" + unicodedata.normalize("NFD", text).replace("\n", "\r\n"), "utf-8", newline="")
    assert judged(project) != []
    assert run(project, "tidy").stdout == "docs/vi/index.md\n"
    assert page.read_text("utf-8") == text
    assert run(project, "tidy").stdout == ""
