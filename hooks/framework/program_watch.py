"""The program as the preview runs it: MkDocs loads it once, and a saved change of it needs a restart."""

import traceback
from contextlib import suppress
from pathlib import Path

from ..findings.wording import say_both


class Program:
    """The files of the program, as they were when it started."""

    def __init__(self, folder: Path) -> None:
        """Remember the files below `folder`."""
        self._folder = folder
        self._started = self._times()

    def changed(self) -> bool:
        """Return whether a file has changed, come or gone since the program started."""
        return self._times() != self._started

    def failure(self, error: Exception) -> str:
        """Return an error of the program in one line: what happened, and where in our code or templates."""
        frames = traceback.extract_tb(error.__traceback__)
        folders = (self._folder, self._folder.parent / "overrides")
        own = [frame for frame in frames if any(Path(frame.filename).is_relative_to(folder) for folder in folders)]
        at = (own or frames)[-1] if frames else None
        place = f"{at.filename}:{at.lineno}" if at else ""
        return say_both("program-failed", place=place, error=f"{type(error).__name__}: {error}")

    def _times(self) -> dict[Path, int]:
        times = {}
        for path in (*self._folder.rglob("*.py"), *self._folder.rglob("*.toml")):
            with suppress(FileNotFoundError):  # an editor's temporary file comes and goes
                times[path] = path.stat().st_mtime_ns
        return times
