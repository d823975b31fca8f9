"""The index that the browser loads."""

import os
import subprocess
import sys
from pathlib import Path

from ..helpers import projects, small_project


def test_the_same_content_gives_the_same_index_byte_for_byte(tmp_path: Path) -> None:
    root = small_project.write(tmp_path)
    script = (
        "import hashlib, sys; from pathlib import Path; from hooks import analyse, files, settings; "
        "from hooks.screen.urls import Urls; from hooks.search.index import index; root = Path(sys.argv[1]); "
        "made = analyse.analyse(files.read(root), settings.read(root)); "
        "from hooks.cache import Cache; cache = Cache(Path(sys.argv[2])); "
        "from hooks.unchanged import Unchanged; none = Unchanged(); "
        "made = {**index(made, 'vi', Urls(), cache, none), **index(made, 'en', Urls(), cache, none)}; "
        "print(hashlib.sha256(''.join([*made, *made.values()]).encode()).hexdigest())"
    )
    printed = {
        subprocess.run(
            [sys.executable, "-c", script, str(root), str(tmp_path / seed)],
            cwd=projects.ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(printed) == 1
