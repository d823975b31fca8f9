"""Files of the published folder: which differ, how they come into their place, how they go."""

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import groupby
from pathlib import Path, PurePosixPath

COPIES = (".br", ".gz")
"""Endings of compressed copies, which servers send in the place of the file itself."""
_WORKER = "sw.js"
STAGING = ".publishing"
"""Folder inside the published one in which new files are made ready; renaming needs the same disk."""


def files(folder: Path) -> frozenset[str]:
    """Return the paths of all files of a folder, without what is made ready there."""
    found = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return frozenset(path.as_posix() for path in found if path.parts[0] != STAGING)


def rank(path: str) -> int:
    """Return 0 for what pages need, 1 for a page, 2 for what names pages: site map, feed, the service worker."""
    path = original(path)
    if path.endswith(".html"):
        return 1
    return 2 if path.endswith(".xml") or path == _WORKER else 0


def is_page(path: str) -> bool:
    """Return whether a file is a page itself, and no compressed copy of one."""
    return path.endswith(".html")


def original(path: str) -> str:
    """Return the path of the file of which this one is a compressed copy, or its own.

    >>> original("a/index.html.br"), original("a/index.html")
    ('a/index.html', 'a/index.html')
    """
    return path.removesuffix(".br").removesuffix(".gz")


def differs(one: Path, other: Path) -> bool:
    """Return whether `other` is missing or has another content than `one`."""
    if not other.is_file():
        return True
    return one.stat().st_size != other.stat().st_size or one.read_bytes() != other.read_bytes()


def in_the_way(folder: Path, new: Iterable[str]) -> Iterator[str]:
    """Yield the files that stand where `new` needs a folder, or in a folder where it needs a file."""
    parents = {parent.as_posix() for path in new for parent in PurePosixPath(path).parents}
    yield from (path for path in sorted(parents) if (folder / path).is_file())
    for path in sorted(new):
        if (folder / path).is_dir():
            yield from (f"{path}/{inner}" for inner in sorted(files(folder / path)) or [""])


def stage(source: Path, folder: Path, paths: Iterable[str]) -> None:
    """Write files of `source` ready to be renamed into their place, with the mode and owner of what they replace."""
    (folder / STAGING).mkdir(0o700)  # for nobody but who publishes
    for path in sorted(paths):
        staged, target = folder / STAGING / path, folder / path
        staged.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source / path, staged)
        if target.is_file():
            shutil.copymode(target, staged)
        _belong(staged, target if target.is_file() else folder)
        with staged.open("rb") as file:
            os.fsync(file.fileno())


def move(folder: Path, paths: Iterable[str]) -> None:
    """Rename staged files into their place: what pages need, new pages, changed pages, lists of pages."""

    def order(path: str) -> tuple[int, bool, bool, int, str]:
        first = original(path)
        return rank(path), (folder / first).exists(), first == "index.html", -path.count("/"), path

    for _, group in groupby(sorted(paths, key=order), rank):
        changed = set()
        for path in group:
            changed |= _make_folder(folder, (folder / path).parent)
            _remove_copies(folder, path)  # not for a moment may one of the old words stand beside the new ones
            (folder / STAGING / path).replace(folder / path)
        for parent in changed:
            _flush(parent)


def remove(folder: Path, path: str) -> None:
    """Remove a file with its compressed copies, these first, and the folders that it leaves empty."""
    _remove_copies(folder, path)
    (folder / path).unlink(missing_ok=True)
    for parent in PurePosixPath(path).parents:
        if parent.parts:
            try:
                (folder / parent).rmdir()
            except OSError:  # not empty, or gone already
                if (folder / parent).exists():
                    return


def clear(folder: Path) -> None:
    """Remove what was made ready and never moved."""
    with suppress(FileNotFoundError):
        shutil.rmtree(folder / STAGING)


def copy(folder: Path, paths: Iterable[str], to: Path) -> None:
    """Copy files of a folder to another; those that are missing are left out."""
    for path in sorted(paths):
        (to / path).parent.mkdir(parents=True, exist_ok=True)
        with suppress(FileNotFoundError):
            shutil.copy(folder / path, to / path)


def _remove_copies(folder: Path, path: str) -> None:
    for ending in COPIES:
        (folder / f"{path}{ending}").unlink(missing_ok=True)


def _make_folder(folder: Path, wanted: Path) -> set[Path]:
    """Make a folder with those above it, owned like `folder`; return all that have changed or will."""
    if wanted.is_dir():
        return {wanted}
    changed = _make_folder(folder, wanted.parent)
    wanted.mkdir()
    _belong(wanted, folder)
    return {*changed, wanted}


def _belong(path: Path, like: Path) -> None:
    """Let `path` belong to whom `like` belongs, where this process may."""
    owner = like.stat()
    own = path.stat()
    if (own.st_uid, own.st_gid) != (owner.st_uid, owner.st_gid):
        with suppress(PermissionError):
            os.chown(path, owner.st_uid, owner.st_gid)


def _flush(folder: Path) -> None:
    """Let the names in a folder reach the disk before what is renamed later does."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
