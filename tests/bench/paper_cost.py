"""`make bench`, what paper costs: a PDF of each page, and a build in which all of them are there already."""

import os
import sys
import tempfile
from pathlib import Path

from hooks.cache import FOLDER

from ..helpers import projects
from .hooks_cost import timed

_ROUNDS = 3


def main() -> int:
    """Measure builds of the real site; print one row."""
    with tempfile.TemporaryDirectory() as folder:
        root = projects.copy(Path(folder) / "project")
        command = [sys.executable, "-m", "mkdocs", "build", "-q", "-d", f"{folder}/site"]

        def build(pdf: str) -> float:
            os.environ["HANDBOOK_PDF"] = pdf
            return timed(command, root)

        build("none")  # what Python compiles once is no part of it
        first = build("require")
        without, again = [], []
        for _ in range(_ROUNDS):
            without.append(build("none"))
            again.append(build("require"))
        count = len(list((root / FOLDER).glob("*.pdf")))
    print(
        f"{count:6} PDFs | {(first - min(again)) / count:.2f} s a PDF | build {min(without):6.2f} s without paper, "
        f"{min(again):6.2f} s with paper of which nothing has changed, ratio {min(again) / min(without):.2f}"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
