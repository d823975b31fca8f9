"""What the program knows of the content by name stands in one module."""

import ast
import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from hooks import conventions

from ..helpers import projects

_HOOKS = projects.ROOT / "hooks"
_TEXTS = (".py", ".toml", ".md", ".j2", ".html", ".js", ".css", ".svg", ".json", ".code-snippets", ".xml")
_OWN = _HOOKS / "conventions.py"


def literals(module: Path) -> Iterator[tuple[int, str]]:
    """Yield line and text of each string of a module, its docstrings left out."""
    tree = ast.parse(module.read_text("utf-8"))
    said = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said:
            yield node.lineno, node.value


def names() -> set[str]:
    """Return every path and id that `conventions` has, folders also without the slash at their end."""
    values = [value for name, value in vars(conventions).items() if name.isupper()]
    one_by_one = {one for value in values for one in ([value] if isinstance(value, str) else value)}
    return one_by_one | {one.rstrip("/") for one in one_by_one}


def test_no_module_spells_a_page_or_section_that_conventions_names() -> None:
    found = [
        f"{module.relative_to(projects.ROOT)}:{line}: {text}"
        for module in sorted(_HOOKS.rglob("*.py"))
        if module != _OWN
        for line, text in literals(module)
        for name in names()
        if text == name or (name != "docs" and name in text) or text.startswith("docs/")
    ]
    assert found == []


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("name", sorted(name for name in vars(conventions) if name.endswith(("_PAGE", "_FOLDER"))))
def test_every_page_and_folder_that_the_program_names_is_there(language: str, name: str) -> None:
    assert (projects.ROOT / conventions.language_folder(language) / getattr(conventions, name)).exists()


@pytest.mark.parametrize("name", ["NEWS_SECTION", "READ_ON_SECTION", "SUGGESTED_SECTION", "ABBREVIATIONS_SECTION"])
def test_every_section_that_the_program_names_is_there(name: str) -> None:
    anchor = f"{{#{getattr(conventions, name)}}}"
    assert any(anchor in path.read_text("utf-8") for path in (projects.ROOT / "docs/vi").rglob("*.md"))


@pytest.mark.parametrize("value", [time.time_ns().to_bytes(8, "big"), str(time.time_ns()) * 20])
def test_a_case_is_called_the_same_by_every_worker(value: bytes | str, request: pytest.FixtureRequest) -> None:
    """Else they refuse to run together: what is made anew for a case, as a Word file is, differs by its second."""
    assert value and re.search(r"\[value\d\]", request.node.name)


@pytest.mark.xdist_group("conventions")
def test_tests_of_a_group_are_sent_to_one_worker(request: pytest.FixtureRequest, worker_id: str) -> None:
    """Else each makes anew what they share; a plugin that does not fit its pytest passes over groups in silence."""
    assert worker_id == "master" or request.node.nodeid.endswith("@conventions")


def test_what_is_this_wards_alone_stands_in_its_content_and_settings() -> None:
    ours = re.compile(r"Lê Chân|Hải Phòng|\ble-chan\b|\bLe Chan\b")
    program = [path for folder in ("hooks", "overrides", ".vscode") for path in (projects.ROOT / folder).rglob("*")]
    texts = [
        path for path in (*program, projects.ROOT / "Makefile") if path.suffix in _TEXTS or path.name == "Makefile"
    ]
    assert len(texts) > 300
    assert [path for path in texts if ours.search(path.read_text("utf-8"))] == []
