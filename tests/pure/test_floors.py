"""The program is a house of rooms, one above the other: each imports only from rooms below it."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from ..helpers import projects

pytestmark = pytest.mark.xdist_group("floors")

_FLOORS = (
    "text conventions collector unchanged atomic cache findings publishing settings file_names old_encodings "
    "decoding files richtext documents content tools locks page_checks handbook analyse reminders screen search "
    "hosting paper commands editor cli __main__ framework entry"
).split()
"""Rooms and single modules from the lowest to the highest."""
_KNOWS_MKDOCS = ("framework.", "entry")


@cache
def modules() -> dict[str, Path]:
    """Return dotted name below `hooks` → file of every module; a package goes by its own name."""
    root = projects.ROOT / "hooks"
    found = {}
    for path in sorted(root.rglob("*.py")):
        parts = path.relative_to(root).with_suffix("").parts
        found[".".join(part for part in parts if part != "__init__")] = path
    return {name: path for name, path in found.items() if name}


@cache
def imported(name: str) -> tuple[str, ...]:
    """Return what a module imports, wherever in it: modules below `hooks` as `.name`, all others by their full name."""
    return tuple(_imported(name))


def _imported(name: str) -> Iterator[str]:
    path = modules()[name]
    package = name.split(".") if path.name == "__init__.py" else name.split(".")[:-1]
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield node.module or ""
        elif isinstance(node, ast.ImportFrom):
            base = [*package[: len(package) - node.level + 1], *(node.module or "").split(".")]
            stem = ".".join(part for part in base if part)
            for alias in node.names:
                inner = f"{stem}.{alias.name}" if stem else alias.name
                yield "." + (inner if inner in modules() else stem)


def test_every_room_has_its_floor() -> None:
    assert {name.partition(".")[0] for name in modules()} == set(_FLOORS)


def test_no_room_imports_one_above_it() -> None:
    upwards = set()
    for name in modules():
        for target in imported(name):
            room, other = name.partition(".")[0], target[1:].partition(".")[0]
            if target.startswith(".") and _FLOORS.index(other) > _FLOORS.index(room):
                upwards.add((name, other))
    assert upwards == set()


def test_no_modules_import_each_other_in_a_circle() -> None:
    graph = {name: {target[1:] for target in imported(name) if target.startswith(".")} for name in modules()}
    TopologicalSorter(graph).prepare()  # raises CycleError, which names the circle


def test_only_the_framework_room_and_the_entry_name_mkdocs() -> None:
    naming = {name for name in modules() if any(one.partition(".")[0] == "mkdocs" for one in imported(name))}
    assert {name for name in naming if not name.startswith(_KNOWS_MKDOCS)} == set()
    assert naming


def test_all_other_modules_are_imported_without_mkdocs() -> None:
    names = [f"hooks.{name}" for name in modules() if not name.startswith((*_KNOWS_MKDOCS, "__main__"))]
    script = (
        f"import sys, importlib\nfor name in {names!r}: importlib.import_module(name)\nprint('mkdocs' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=projects.ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
