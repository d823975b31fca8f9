"""What takes long to make is kept under a name made of everything it shows: words, type and program."""

import os
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from hashlib import sha256
from importlib import metadata
from pathlib import Path

from ..atomic import atomically

CACHE = Path(__file__).parent.parent.parent / ".cache" / "made"
"""Where it is kept."""

_DAYS = 30


def program(*made_of: Path | str, packages: Iterable[str] = ()) -> str:
    """Return what stands for the files that make something, and for the versions of the packages they use."""
    versions = (f"{name} {metadata.version(name)}".encode() for name in packages)
    return sha256(b"\n".join([*(Path(path).read_bytes() for path in made_of), *versions])).hexdigest()


def kept(shows: Iterable[str], make: Callable[[], bytes], cache: Path = CACHE) -> bytes:
    """Return what is kept, or make it; `shows` is everything it depends on."""
    path = cache / sha256("\n".join(shows).encode()).hexdigest()[:32]
    try:
        used(path)
        return path.read_bytes()
    except OSError:
        made = make()
    with suppress(OSError):  # a folder that cannot be written to only costs time
        cache.mkdir(parents=True, exist_ok=True)
        atomically(path, made)
    return made


def used(path: Path) -> None:
    """Note that a build uses what is kept at `path`."""
    with suppress(OSError):
        os.utime(path)


def forget(*folders: Path) -> None:
    """Remove what no build has used for a month: each change of a page leaves its old sheets behind."""
    oldest = time.time() - _DAYS * 24 * 60 * 60
    for path in (path for folder in folders for path in folder.glob("*")):
        with suppress(OSError):
            if path.stat().st_mtime < oldest:
                path.unlink()
