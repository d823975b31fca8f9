"""No test is passed over in silence: pytest is asked for all, and looks into every folder that has some."""

from fnmatch import fnmatch

import pytest

from ..helpers.projects import ROOT

_FILES = sorted(path.relative_to(ROOT) for path in (ROOT / "tests").rglob("test_*.py"))


def test_pytest_passes_over_no_folder_that_has_tests(pytestconfig: pytest.Config) -> None:
    passed_over = pytestconfig.getini("norecursedirs")
    folders = {part for path in _FILES for part in path.parts[:-1]}
    assert {"pure", "build", "browser", "paper", "preview"} <= folders
    assert {one for one in folders if any(fnmatch(one, pattern) for pattern in passed_over)} == set()


def test_pytest_is_asked_for_all_tests_and_for_the_examples_in_docstrings(pytestconfig: pytest.Config) -> None:
    assert pytestconfig.getini("testpaths") == ["hooks", "tests"]
    assert pytestconfig.getoption("doctestmodules")
