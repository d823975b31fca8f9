"""Writing files so that nobody ever reads half of one, nor some of several that belong together."""

import os
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path


def write_atomically(path: Path, content: str | bytes) -> None:
    """Write `content` to `path`, a text as UTF-8: the file is the old one or the new one, never half of either."""
    write_together({path: content})


def write_together(contents: Mapping[Path, str | bytes]) -> None:
    """Write several files whose folders are there: all of them are ready on the disk before the first is replaced.

    An `OSError` names the file it is about, and nothing was written unless a file that was ready could not be renamed.
    """
    ready: dict[Path, Path] = {}
    path = Path()
    try:
        for path, content in contents.items():
            handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
            ready[path] = Path(temporary)
            with os.fdopen(handle, "wb") as file:
                file.write(content.encode() if isinstance(content, str) else content)
            ready[path].chmod(0o644)
        for path, made in ready.items():
            made.replace(path)
    except BaseException as error:
        for made in ready.values():
            with suppress(OSError):
                made.unlink(missing_ok=True)
        if isinstance(error, OSError):
            error.filename, error.filename2 = str(path), None
        raise
