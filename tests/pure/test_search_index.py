"""The index that the browser loads."""

import os
import subprocess
import sys

from ..helpers import projects


def test_the_same_content_gives_the_same_index_byte_for_byte() -> None:
    script = (
        "import hashlib; from pathlib import Path; from hooks import analyse, files, settings; "
        "from hooks.screen.urls import Urls; from hooks.search.index import index; root = Path(); "
        "made = analyse.analyse(files.read(root), settings.read(root)); "
        "print(hashlib.sha256(''.join(index(made, 'vi', Urls()) + index(made, 'en', Urls())).encode()).hexdigest())"
    )
    printed = {
        subprocess.run(
            [sys.executable, "-c", script],
            cwd=projects.ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(printed) == 1
