"""The build that a publication runs, in a process of its own: what it says, and what it leaves if it does not end."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from ..findings.wording import say_both
from ..publishing import manifest
from ..publishing.site import PublishError, Site

_ROUTINE = ("Cleaning site", "Building documentation", "Documentation built", "mkdocs_static_i18n")


def build(root: Path, published: Path, tell: Callable[[str], None]) -> None:
    """Build and publish as `make site` does, and hand on what that says; `PublishError`."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(published.absolute())]
    surroundings = {
        "HANDBOOK_PDF": "make",
        "HANDBOOK_COMPRESSED": "true",
        **os.environ,
        "HANDBOOK_HISTORY": "error",
        "NO_MKDOCS_2_WARNING": "1",
    }
    with subprocess.Popen(  # noqa: S603 - the command is ours
        command,
        cwd=root,
        env={**surroundings, "PYTHONIOENCODING": "utf-8"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
    ) as building:
        ending = ""
        try:
            for line in building.stdout or ():
                level, _, words = line.rstrip().partition("-")
                said = words.strip() if level.strip() == "INFO" else line.rstrip()
                if said.endswith(_endings()):
                    ending = said
                elif said and not words.strip().startswith(_ROUTINE):
                    tell(said)
        except BaseException:
            building.terminate()  # whoever interrupts this command means its build too
            raise
    if building.returncode:
        raise PublishError(ending or f"{published}: {left(Site(root, published).state)}")


def _endings() -> tuple[str, ...]:
    """Return how the line ends in which a build says why it failed: that line is told once, as the error."""
    return say_both("publish-untouched"), say_both("publish-unfinished")


def left(state: Path) -> str:
    """Return what a publication that did not end has left in the published folder, in both languages."""
    return say_both("publish-unfinished" if manifest.read(state).unfinished else "publish-untouched")
