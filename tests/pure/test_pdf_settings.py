"""Who may publish without PDFs."""

import os
import subprocess

import pytest

from ..helpers import projects


@pytest.mark.parametrize(("settings", "wanted"), [({"CI": "true"}, "require"), ({}, "make")])
def test_only_people_may_publish_without_pdfs(settings: dict[str, str], wanted: str) -> None:
    own = {name: value for name, value in os.environ.items() if name not in ("CI", "HANDBOOK_PDF", "MAKEFLAGS")}
    command = ["make", "--dry-run", "site"]
    done = subprocess.run(
        command, cwd=projects.ROOT, env={**own, **settings}, capture_output=True, text=True, check=True
    )
    assert f"HANDBOOK_PDF={wanted} " in done.stdout
