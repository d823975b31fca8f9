"""The site's own preview beside the editor: `mkdocs serve`, on this machine alone, as long as the editor runs."""

import os
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import IO

from ..findings.wording import say_both

_READY = "Serving on"
_LOG = Path(".cache") / "editor" / "preview.log"

_FIRST_LOOK = 5
"""Seconds in which the watch has looked at every file for the first time."""


def free_port(wanted: int = 0) -> int:
    """Return a port of this machine that nothing listens on: the wanted one where it is free."""
    for port in (wanted, 0):
        with socket.socket() as tried:
            try:
                tried.bind(("127.0.0.1", port))
            except OSError:
                continue
            return int(tried.getsockname()[1])
    raise OSError(say_both("edit-no-port"))


class Preview:
    """A running preview."""

    def __init__(self, root: Path) -> None:
        """Choose a port; nothing runs yet."""
        self.root = root
        self.port = free_port()
        self.log = root / _LOG
        self._process: subprocess.Popen[bytes] | None = None
        self._output: IO[bytes] | None = None

    @property
    def url(self) -> str:
        """Where it is seen, without a slash at its end."""
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Start it, or start it again where it has ended."""
        self.log.parent.mkdir(parents=True, exist_ok=True)
        self._output = self.log.open("wb")
        command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{self.port}"]
        surroundings = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONIOENCODING": "utf-8"}
        self._process = subprocess.Popen(  # noqa: S603 - the command is ours
            command, cwd=self.root, stdout=self._output, stderr=self._output, env=surroundings
        )

    def state(self) -> str:
        """Return `starting`, `ready`, or `ended`."""
        if self._process is None or self._process.poll() is not None:
            return "ended"
        return "ready" if _READY in self.log.read_text("utf-8", errors="replace") else "starting"

    def saved(self, path: Path) -> None:
        """Take note of a saved file: the watch begins after the first build and does not see it."""
        if self.state() == "starting":
            threading.Thread(target=self._show, args=(path,), daemon=True).start()

    def _show(self, path: Path) -> None:
        """Touch a file once the watch has looked at all files."""
        while self.state() == "starting":
            time.sleep(0.5)
        time.sleep(_FIRST_LOOK)
        if path.is_file():
            os.utime(path)

    def stop(self) -> None:
        """End it."""
        if self._process is not None and self._process.poll() is None:
            self._process.terminate()
            self._process.wait(10)
        if self._output is not None:
            self._output.close()
