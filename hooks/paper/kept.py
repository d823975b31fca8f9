"""What takes long to make is kept under a name made of everything it shows: words, type and program."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from hashlib import sha256
from importlib import metadata
from pathlib import Path

from ..write import atomically

_CACHE = Path(__file__).parent.parent.parent / ".cache" / "made"


def program(*made_of: Path | str, packages: Iterable[str] = ()) -> str:
    """Return what stands for the files that make something, and for the versions of the packages they use."""
    versions = (f"{name} {metadata.version(name)}".encode() for name in packages)
    return sha256(b"\n".join([*(Path(path).read_bytes() for path in made_of), *versions])).hexdigest()


def kept(shows: Iterable[str], make: Callable[[], bytes], cache: Path = _CACHE) -> bytes:
    """Return what is kept, or make it; `shows` is everything it depends on."""
    path = cache / sha256("\n".join(shows).encode()).hexdigest()[:32]
    try:
        return path.read_bytes()
    except OSError:
        made = make()
    with suppress(OSError):  # a folder that cannot be written to only costs time
        cache.mkdir(parents=True, exist_ok=True)
        atomically(path, made)
    return made
