"""`make bench`, what paper costs: PDFs of the pages on rights, made first and with nothing changed since.

With `--all` every PDF, and the booklet of the whole site, made first and after a sentence has changed.
"""

import argparse
import os
import resource
import shutil
import sys
import tempfile
from pathlib import Path

from hooks.cache import FOLDER

from ..helpers import projects
from .hooks_cost import timed

_ROUNDS = 3
_SAMPLE = "quyen-loi/* en/quyen-loi/*"
"""Two languages, both sizes of letters: fifty PDFs or so, as `HANDBOOK_PDF_ONLY` names them."""
_WHOLE = "index.tap-sach"
"""The booklet of the whole site."""
_CHANGED = "docs/vi/quyen-loi/gio-lam-nghi-ngoi.md"
"""The page whose sentence changes: in one of the long parts of that booklet."""


class _Project:
    """A copy of the real site."""

    def __init__(self, folder: str) -> None:
        self.root = projects.copy(Path(folder) / "project")
        self._command = [sys.executable, "-m", "mkdocs", "build", "-q", "-d", f"{folder}/site"]
        self.build("none")  # what Python compiles once is no part of what is measured

    def build(self, pdf: str, only: str = "") -> float:
        """Build with PDFs or without; return the seconds of processor time."""
        os.environ |= {"HANDBOOK_PDF": pdf, "HANDBOOK_PDF_ONLY": only}
        return timed(self._command, self.root)

    def forget(self) -> None:
        """Empty the cache but for what every build keeps in it."""
        shutil.rmtree(self.root / FOLDER)
        self.build("none")


def _booklet(project: _Project) -> None:
    """Print what the booklet of the whole site costs."""
    bare = project.build("none")
    whole = project.build("require", _WHOLE) - bare
    page = project.root / _CHANGED
    words = page.read_text("utf-8")
    page.write_text(words.replace("\n## ", "\nMột câu mới.\n\n## ", 1), "utf-8")
    changed = project.build("require", _WHOLE) - bare
    page.write_text(words, "utf-8")
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    print(
        f"booklet of the whole site | {whole:.0f} s first, {changed:.0f} s after a changed sentence, {memory} MB",
        flush=True,
    )


def _pdfs(project: _Project, only: str) -> None:
    """Print what PDFs cost, and what those cost that are there already."""
    first = project.build("require", only)
    without, again = [], []
    for _ in range(_ROUNDS):
        without.append(project.build("none"))
        again.append(project.build("require", only))
    count = len(list((project.root / FOLDER).glob("*.pdf")))
    print(
        f"{count:6} PDFs | {(first - min(again)) / count:.2f} s a PDF | build {min(without):6.2f} s without paper, "
        f"{min(again):6.2f} s with paper of which nothing has changed, ratio {min(again) / min(without):.2f}"
    )


def main() -> int:
    """Measure builds of the real site."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--all", action="store_true", help="every PDF, and the booklet of the whole site: half an hour")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        project = _Project(folder)
        if chosen.all:
            _booklet(project)
            project.forget()
        _pdfs(project, "" if chosen.all else _SAMPLE)
    return 0


if __name__ == "__main__":
    sys.exit(main())
