"""Sites that all workers of a test run look at, each built by the first that needs it."""

from pathlib import Path

import pytest
from filelock import FileLock

from .mkdocs_build import build


def built_once(factory: pytest.TempPathFactory, worker: str, name: str, pdf: str, only: str = "") -> Path:
    """Return the site of this repository, built strictly, with or without PDFs; the first worker builds, others wait.

    A build that fails is tried, and fails, again in each worker: each says why.
    """
    folder = factory.getbasetemp() if worker == "master" else factory.getbasetemp().parent
    done = folder / f"{name}.built"
    with FileLock(folder / f"{name}.lock"):
        if not done.exists():
            result = build(folder / name, HANDBOOK_PDF=pdf, HANDBOOK_PDF_ONLY=only)
            assert result.returncode == 0, result.stdout + result.stderr
            done.touch()
    return folder / name
