"""A machine that makes no PDFs."""

import os
import time
from pathlib import Path

import pytest

from hooks.cache import FOLDER

from ..helpers import small_project
from ..helpers.mkdocs_build import build


def test_without_what_makes_pdfs_the_site_is_built_and_one_line_says_which_are_missing(tmp_path: Path) -> None:
    root = small_project.with_program(tmp_path / "project")
    broken = tmp_path / "broken" / "weasyprint"
    broken.mkdir(parents=True)
    (broken / "__init__.py").write_text("raise OSError('cannot load library libpango')\n", "utf-8")
    there = str(broken.parent)
    done = build(tmp_path / "site", root=root, HANDBOOK_PDF="make", PYTHONPATH=there)
    assert done.returncode == 0
    said = [line for line in done.stderr.splitlines() if "libpango" in line]
    assert len(said) == 1
    assert "pdf/hoi-dap-chung.pdf" in said[0]
    assert "lc-tools__pdf" not in (tmp_path / "site/hoi-dap-chung/index.html").read_text("utf-8")
    assert build(tmp_path / "other", root=root, HANDBOOK_PDF="require", PYTHONPATH=there).returncode != 0


@pytest.mark.every
def test_a_build_that_does_not_print_forgets_too_what_no_build_has_used_for_a_month(tmp_path: Path) -> None:
    root = small_project.with_program(tmp_path / "project")
    cache = root / FOLDER
    cache.mkdir(parents=True)
    month_ago = time.time() - 31 * 24 * 60 * 60
    (cache / "old-2.pdf").write_bytes(b"printed long ago")
    os.utime(cache / "old-2.pdf", (month_ago, month_ago))
    assert build(tmp_path / "site", root=root).returncode == 0
    made = {path.name: path.read_bytes() for path in cache.iterdir()}
    assert made
    assert "old-2.pdf" not in made
    for path in cache.iterdir():
        os.utime(path, (month_ago, month_ago))
    assert build(tmp_path / "site", root=root).returncode == 0
    assert {path.name: path.read_bytes() for path in cache.iterdir()} == made
