"""A running `mkdocs serve`."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from . import small_project

_PATIENCE = 150


@dataclass
class Preview:
    """A running preview of a project."""

    root: Path
    address: str
    log: Path
    process: subprocess.Popen[bytes]
    patience: float
    """Seconds to wait for what should come."""

    def get(self, path: str) -> str:
        """Return a page, or what the server says instead of it."""
        try:
            with urllib.request.urlopen(self.address + path, timeout=self.patience) as answer:
                return str(answer.read().decode())
        except urllib.error.HTTPError as error:
            return f"status {error.code}"

    def until(self, path: str, holds: Callable[[str], bool]) -> str:
        """Return a page once something holds of it."""
        deadline = time.monotonic() + self.patience
        while time.monotonic() < deadline:
            text = self.get(path)
            if holds(text):
                return text
            time.sleep(0.2)
        raise AssertionError(f"{path}: {text[-1500:]}\n{self.log.read_text()[-1500:]}")

    def edit(self, name: str, before: str, after: str) -> None:
        """Change a file as an editor does."""
        path = self.root / name
        text = path.read_text("utf-8")
        assert before in text
        path.write_text(text.replace(before, after, 1), "utf-8")


@contextmanager
def serving(
    root: Path, write: Callable[[Path], object] = small_project.with_program, *, patience: float = _PATIENCE
) -> Iterator[Preview]:
    """Write a project to `root`, the small one unless another is given, and serve it as `make serve` does."""
    write(root)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = root.parent / "log"
    command = [sys.executable, "-m", "mkdocs", "serve", "-a", f"127.0.0.1:{port}"]
    with log.open("w") as output:
        process = subprocess.Popen(command, cwd=root, stdout=output, stderr=output, env=dict(os.environ))
    try:
        deadline = time.monotonic() + patience
        while "Serving on" not in log.read_text():
            assert process.poll() is None, log.read_text()
            assert time.monotonic() < deadline, log.read_text()
            time.sleep(0.1)
        yield Preview(root, f"http://127.0.0.1:{port}", log, process, patience)
    finally:
        process.terminate()
        process.wait(10)
