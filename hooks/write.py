"""Writing files so that nobody ever reads half of one."""

import os
import tempfile
from pathlib import Path


def atomically(path: Path, text: str) -> None:
    """Write `text` to `path` as UTF-8: the file is the old one or the new one, never half of either."""
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        Path(temporary).chmod(0o644)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
