"""Case files: what goes in, a line of `====`, what must come out. Their names are sentences."""

from collections.abc import Callable
from pathlib import Path

import pytest

from .projects import ROOT

_CASES = ROOT / "tests/cases"
_CUT = "====\n"


def cases(folder: str) -> list[object]:
    """Return the case files of a folder as parameters."""
    return [pytest.param(path, id=path.stem) for path in sorted((_CASES / folder).rglob("*.txt"))]


def hold(path: Path, outcome: Callable[[str], str], *, rewrite: bool) -> None:
    """Compare what a case gives with what its file says, or write it there."""
    given, cut, wanted = path.read_text("utf-8").partition(_CUT)
    found = outcome(given)
    if rewrite:
        path.write_text(f"{given}{_CUT}{found}", "utf-8")
        return
    assert cut, f"{path.name}: no expectation; write it with --rewrite and read the diff"
    assert found == wanted
