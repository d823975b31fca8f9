"""What is told to whoever works on the program stands where it is told to be."""

import re

import pytest

from ..helpers.projects import ROOT

_GUIDES = ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "SECURITY.md")
_PATH = re.compile(r"`((?:[\w.*<>-]+/)*[\w.*<>-]+\.(?:py|js|css|toml|html|j2|lock|json|ya?ml|txt|md)|(?:[\w.-]+/)+)`")
"""Files by their endings, and folders."""
_BUILT = frozenset({"site/", "pdf/", "the/", "en/the/", "sw.js"})
"""What stands in a built site alone."""
_FOLDERS = (".ci", "deploy", "docs", "hooks", "overrides", "tests")


@pytest.mark.parametrize("guide", _GUIDES)
def test_every_file_and_folder_that_a_guide_names_is_there(guide: str) -> None:
    found = [*ROOT.glob("*"), *(path for folder in _FOLDERS for path in (ROOT / folder).rglob("*"))]
    paths = {f"/{path.relative_to(ROOT).as_posix()}{'/' * path.is_dir()}" for path in found}
    named = set(_PATH.findall((ROOT / guide).read_text("utf-8"))) - _BUILT
    assert {one for one in named if not _is_there(one, paths)} == set()


def _is_there(named: str, paths: set[str]) -> bool:
    """Return whether a path ends as a guide names it; `*` and `<name>` stand for any name."""
    ending = re.compile(r".*/" + re.sub(r"\\\*|<\w+>", r"[^/]+", re.escape(named)))
    return any(ending.fullmatch(path) for path in paths)
