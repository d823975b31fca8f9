"""Builds the project in the working directory as the preview does, after each of some edits, kept pages or none.

Its arguments are a folder, and the edits as JSON: a list of [file, text before, text after]; a file without text after
is removed. The sites after each edit go into `<folder>/<number>/kept` and `<folder>/<number>/anew`.
"""

import json
import shutil
import sys
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import load_config


def preview(site: Path, *, anew: bool) -> None:
    """Build as `mkdocs serve` does, which reads its settings at each build; `anew` as if it had just been started."""
    config = load_config("mkdocs.yml", site_dir=str(site), site_url="http://127.0.0.1:8000/")
    events: Any = sys.modules["hooks.framework.events"]
    kept = events._unchanged
    if anew or kept is None:
        config.plugins.on_startup(command="serve", dirty=False)
    build(config)
    if anew:
        events._unchanged = kept


def main() -> None:
    """Build before the first edit and after each."""
    folder, edits = Path(sys.argv[1]), json.loads(sys.argv[2])
    preview(folder / "first", anew=False)
    for number, (name, before, after) in enumerate(edits):
        path = Path(name)
        if after is None:
            path.unlink()
        else:
            text = path.read_text("utf-8") if path.exists() else ""
            assert before in text, (name, before)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text.replace(before, after, 1), "utf-8")
        for anew in (False, True):
            preview(folder / str(number) / ("anew" if anew else "kept"), anew=anew)
    shutil.rmtree(folder / "first")


if __name__ == "__main__":
    main()
