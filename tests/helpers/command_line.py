"""`python -m hooks`, as editors type it."""

import subprocess
import sys
from pathlib import Path

from .projects import ROOT


def run(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command on the project at `root`."""
    command = [sys.executable, "-m", "hooks", "--root", str(root), *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
