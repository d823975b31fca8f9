"""A build says of its settings what `check` says."""

from pathlib import Path

import pytest

from ..helpers import small_project
from ..helpers.command_line import run
from ..helpers.mkdocs_build import build


def test_a_build_with_an_empty_address_ends_with_the_finding_of_check_and_publishes_nothing(tmp_path: Path) -> None:
    root = small_project.with_program(tmp_path / "project")
    done = build(root / "site", root=root, SITE_URL="")
    assert done.returncode == 1
    assert done.stderr.count("[site-url-wrong]") == 1
    assert "mkdocs.yml:2:1: " in done.stderr
    assert "Traceback" not in done.stderr
    assert not (root / "site").exists()


def test_an_address_without_its_scheme_ends_check_and_build_with_one_error_each_and_publishes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = small_project.with_program(tmp_path / "project")
    done = build(root / "site", root=root, SITE_URL="lechan.vn")
    assert done.returncode == 1
    assert done.stderr.count("ERROR") == 1  # MkDocs' own, said before it loads any hook
    assert "'site_url'" in done.stderr
    assert "scheme" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (root / "site").exists()
    monkeypatch.setenv("SITE_URL", "lechan.vn")
    assert run(root, "check").stdout.count("[site-url-wrong]") == 1
