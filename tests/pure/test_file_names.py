"""Names of files: what can stand in a URL, what is to be used instead, and what is no part of the site."""

import unicodedata
from pathlib import Path

import pytest

from hooks import file_names, files
from hooks.findings.finding import Code, Finding, Reason

from ..helpers import projects, small_project


def better(path: str, *others: str) -> tuple[str, str, str]:
    """Return where a name is found wrong, why, and the name to use."""
    finding = file_names.check([path, *others])[path]
    reason, name = finding.details["reason"], finding.details["better"]
    assert finding.code is Code.FILE_NAME and isinstance(reason, Reason) and isinstance(name, str)
    return finding.place.path, reason.name, name


@pytest.mark.parametrize(
    ("name", "reason", "wanted"),
    [
        ("kế hoạch mới.md", "name-letters", "ke-hoach-moi.md"),
        (unicodedata.normalize("NFD", "kế-hoạch.md"), "name-letters", "ke-hoach.md"),
        ("Đường.md", "name-letters", "duong.md"),
        ("muc#1.md", "name-letters", "muc-1.md"),
        ("hoi?.md", "name-letters", "hoi.md"),
        ("tang-100%.md", "name-letters", "tang-100.md"),
        ("a&b'c.md", "name-letters", "a-b-c.md"),
        ("a_b.md", "name-letters", "a-b.md"),
        ("-a.md", "name-letters", "a.md"),
        ("a--b.md", "name-letters", "a-b.md"),
        ("a.b.md", "name-letters", "a-b.md"),
        ("A.md", "name-letters", "a.md"),
        ("???.md", "name-letters", "trang.md"),
        ("IMG 2026.JPG", "name-letters", "img-2026.jpg"),
        ("hinh.PNG", "name-letters", "hinh.png"),
        ("duoi.markdown", "name-ending", "duoi.md"),
        ("duoi.mdown", "name-ending", "duoi.md"),
        ("duoi.MD", "name-ending", "duoi.md"),
        ("con.md", "name-reserved", "muc-con.md"),
        ("lpt1.md", "name-reserved", "muc-lpt1.md"),
        ("a-" * 40 + "b.md", "name-long", "a-" * 26 + "a.md"),
    ],
)
def test_a_name_that_cannot_stand_in_a_url_is_found_with_the_one_to_use(name: str, reason: str, wanted: str) -> None:
    path, why, instead = better(f"docs/vi/{name}")
    assert (path, why, instead) == (f"docs/vi/{name}", reason, wanted)
    assert file_names.check([f"docs/vi/{instead}"]) == {}


def test_a_folder_is_found_once_for_all_that_is_in_it() -> None:
    found = file_names.check(["docs/vi/Mục mới/a.md", "docs/vi/Mục mới/b.png"])
    assert {finding.place.path for finding in found.values()} == {"docs/vi/Mục mới"}
    assert len(found) == 2


def test_a_folder_of_two_letters_is_taken_for_a_language() -> None:
    assert better("docs/vi/en/a.md") == ("docs/vi/en", "name-language", "muc-en")


@pytest.mark.parametrize("path", ["docs/a.md", "docs/fr/a.md", "docs/hinh/a.MD"])
def test_pages_stand_below_a_language(path: str) -> None:
    assert better(path) == (path, "name-outside", "docs/vi/a.md")


def test_the_name_to_use_is_free() -> None:
    assert better("docs/vi/A.md", "docs/vi/a.md") == ("docs/vi/A.md", "name-letters", "a-2.md")
    assert better("docs/vi/a b.md", "docs/vi/a-b.md", "docs/vi/a-b-2.md")[2] == "a-b-3.md"


def test_two_pages_cannot_have_one_url() -> None:
    assert better("docs/vi/a.md", "docs/vi/a/index.md") == ("docs/vi/a.md", "name-twice", "a-2.md")
    assert better("docs/vi/a/README.md", "docs/vi/a/index.md")[1] == "name-twice"
    assert better("docs/en/a/README.md", "docs/vi/a/index.md") == ("docs/en/a/README.md", "name-twice", "index.md")


@pytest.mark.parametrize(
    "path", ["docs/vi/README.md", "docs/CNAME", "docs/robots.txt", "docs/vi/a/b-2.md", "docs/en/a.png"]
)
def test_fit_names_are_silent(path: str) -> None:
    assert file_names.check([path]) == {}
    assert list(file_names.strays([path])) == []


@pytest.mark.parametrize(
    "name",
    [
        "index.md~",
        "a.md.bak",
        "a.md.orig",
        ".a.md.swp",
        "~$bieu-mau.docx",
        "#a.md#",
        ".#a.md",
        "._a.md",
        "Thumbs.db",
        ".DS_Store",
        "desktop.ini",
        "Copy of a.md",
        "a - Copy.md",
        "a - Copy (2).md",
        "Bản sao của a.md",
        "a - Sao chép.md",
        "a copy.md",
        "a (1).md",
        "a (conflicted copy 2026-11-28).md",
        "nhap.txt",
        "a.exe",
        "khong-duoi",
    ],
)
def test_what_programs_leave_behind_is_noted(name: str) -> None:
    assert [finding.code for finding in file_names.strays([f"docs/vi/{name}"])] == [Code.FILE_STRAY]


def test_strays_and_misnamed_files_are_not_read(tmp_path: Path) -> None:
    for name in ("a.md", "a (1).md", "Á.md", "b.MD", "hinh.png", "a.md~", ".nojekyll"):
        path = tmp_path / "docs/vi" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("chữ", "utf-8")
    found = files.read(tmp_path)
    assert set(found.pages) == {"docs/vi/a.md"}
    assert found.assets == {"docs/vi/hinh.png"}
    assert set(found.misnamed) == {"docs/vi/Á.md", "docs/vi/b.MD"}
    assert {stray.place.path for stray in found.strays} == {"docs/vi/a (1).md", "docs/vi/a.md~"}


def paths(findings: tuple[Finding, ...]) -> set[str]:
    return {finding.place.path for finding in findings}


def test_a_link_to_a_misnamed_page_is_not_found_a_second_time(tmp_path: Path) -> None:
    root = small_project.write(tmp_path / "project")
    (root / "docs/vi/Kế hoạch.md").write_text(projects.page("## Một {#mot}\n"), "utf-8")
    (root / "docs/vi/vi-du.md").write_text(projects.page("[kế hoạch](K%E1%BA%BF%20ho%E1%BA%A1ch.md)\n"), "utf-8")
    assert paths(projects.errors_of(root)) == {"docs/vi/Kế hoạch.md"}
