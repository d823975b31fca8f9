"""What editors see marked in their own editor: markdownlint, with the rules of `.markdownlint.json`.

Those rules have to agree with the checks: whatever `hooks check` accepts is accepted by them too. Held to it are all
pages, the right example of every finding, the pages a new site begins with, and what `new` begins.
"""

import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from ..helpers import projects, small_project
from ..helpers.command_line import run
from ..pure.test_checks_page import examples

_LINT = Path(__file__).resolve().parent / "node_modules/.bin/markdownlint-cli2"
_BEGUN = ("theme", "topic", "qa", "slogans", "script-page", "form")


def markdown() -> Iterator[str]:
    """Yield what markdownlint says of pages and drafts that the checks accept, or that no editor has written yet."""
    yield from _lint(projects.ROOT, "docs/**/*.md")
    with tempfile.TemporaryDirectory() as folder:
        accepted = Path(folder)
        for number, (code, _, right) in enumerate(examples("vi")):
            for path, text in projects.split(right).items():
                if path.endswith(".md"):
                    _write(accepted / "examples" / code / str(number) / path, text)
        project = small_project.write(accepted / "begun")
        for kind in _BEGUN:
            run(project, "new", kind, f"trang-{kind}", "--title", f"Trang mới {kind}")
        run(project, "new", "document", "van-ban/nghi-dinh-moi", "--title", "Mới", "--id", "ndm", "--type", "nghi-dinh")
        run(project, "new", "digest", "kh85.d2")
        run(projects.ROOT, "new-site", str(accepted / "site"), "--name", "phường An Biên", "--name-en", "An Biên Ward")
        yield from _lint(accepted, "**/*.md", "!site/hooks/**")


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def _lint(folder: Path, *patterns: str) -> Iterator[str]:
    command = [str(_LINT), "--config", str(projects.ROOT / ".markdownlint.json"), *patterns]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if "Linting: 0 file" in done.stdout or done.returncode not in (0, 1):
        yield f"markdownlint: {done.stdout} {done.stderr}"
    yield from (f"markdownlint: {line}" for line in done.stderr.splitlines() if line.strip())
