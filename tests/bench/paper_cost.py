"""`make bench`, what paper costs: the booklet of the whole site, made first and after a sentence has changed; a PDF of
each page, and a build in which all of them are there already.
"""

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
_WHOLE = "index.tap-sach"
"""The booklet of the whole site, as `HANDBOOK_PDF_ONLY` names it."""
_CHANGED = "docs/vi/quyen-loi/gio-lam-nghi-ngoi.md"
"""The page whose sentence changes: in one of the long parts of that booklet."""


def main() -> int:
    """Measure builds of the real site; print two rows."""
    with tempfile.TemporaryDirectory() as folder:
        root = projects.copy(Path(folder) / "project")
        command = [sys.executable, "-m", "mkdocs", "build", "-q", "-d", f"{folder}/site"]

        def build(pdf: str, only: str = "") -> float:
            os.environ |= {"HANDBOOK_PDF": pdf, "HANDBOOK_PDF_ONLY": only}
            return timed(command, root)

        build("none")  # what Python compiles once is no part of it
        bare = build("none")
        whole = build("require", _WHOLE) - bare
        page = root / _CHANGED
        words = page.read_text("utf-8")
        page.write_text(words.replace("\n## ", "\nMột câu mới.\n\n## ", 1), "utf-8")
        changed = build("require", _WHOLE) - bare
        page.write_text(words, "utf-8")
        shutil.rmtree(root / FOLDER)
        build("none")
        memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
        print(
            f"booklet of the whole site | {whole:.0f} s first, {changed:.0f} s after a changed sentence, {memory} MB",
            flush=True,
        )
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
