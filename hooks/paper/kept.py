"""Drawings that take long to make are kept under a name made of everything they show: words, type and program."""

from collections.abc import Callable, Iterable
from hashlib import sha256
from pathlib import Path

from ..write import atomically

_CACHE = Path(__file__).parent.parent.parent / ".cache" / "drawings"


def program(*made_of: Path) -> str:
    """Return what stands for the files that draw."""
    return sha256(b"\n".join(path.read_bytes() for path in made_of)).hexdigest()


def kept(shows: Iterable[str], draw: Callable[[], str], cache: Path = _CACHE) -> str:
    """Return a drawing that is kept, or draw it; `shows` is everything it depends on."""
    path = cache / sha256("\n".join(shows).encode()).hexdigest()[:32]
    try:
        return path.read_bytes().decode()
    except OSError:
        drawn = draw()
    try:
        cache.mkdir(parents=True, exist_ok=True)
        atomically(path, drawn)
    except OSError:
        pass  # a folder that cannot be written to only costs time
    return drawn
