"""A build says of its settings what `check` says."""

from pathlib import Path

from ..helpers import projects
from ..helpers.mkdocs_build import build


def test_a_build_with_an_empty_address_ends_with_the_finding_of_check_and_publishes_nothing(tmp_path: Path) -> None:
    root = projects.copy(tmp_path / "project")
    done = build(root / "site", root=root, SITE_URL="")
    assert done.returncode == 1
    assert done.stderr.count("[site-url-wrong]") == 1
    assert "mkdocs.yml:2:1: " in done.stderr
    assert "Traceback" not in done.stderr
    assert not (root / "site").exists()
