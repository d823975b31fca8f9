"""Building a site as its users do."""

import os
import subprocess
import sys
from pathlib import Path

from .projects import ROOT


def build(to: Path, *, root: Path = ROOT, strict: bool = True, **environment: str) -> subprocess.CompletedProcess[str]:
    """Build the site of the project at `root` as its users do."""
    command = [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(to), *(["--strict"] if strict else [])]
    settings = {**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment}
    return subprocess.run(command, cwd=root, env=settings, capture_output=True, text=True, check=False)
