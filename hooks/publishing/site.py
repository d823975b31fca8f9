"""The published site: build the next one aside, publish it, go back to the one before."""

import fcntl
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

from ..findings import system_errors
from ..findings.wording import say_both
from . import folder, manifest
from .folder_lock import locked
from .manifest import Manifest

_SHOWN = 5


class PublishError(Exception):
    """Why the published folder could not be brought up to date, in one line."""


@dataclass(frozen=True)
class Change:
    """What a publication or rollback has changed: paths of pages."""

    new: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]


class Site:
    """A published folder, and what this project keeps about it in `.cache/publishing`."""

    def __init__(self, root: Path, published: Path, grace: timedelta = manifest.GRACE) -> None:
        """Prepare to publish from the project at `root` into `published`, which may be or lie behind a link."""
        self.name = str(published)
        self.folder = published.resolve()
        inside = self.folder.is_relative_to(root.resolve())  # a project that is moved takes its manifest along
        key = str(self.folder.relative_to(root.resolve()) if inside else self.folder)
        self.state = root / ".cache" / "publishing" / f"{self.folder.name}-{sha256(key.encode()).hexdigest()[:8]}"
        self._grace = grace
        self._workplace: tuple[Path, int] | None = None

    def begin(self) -> Path:
        """Return a new folder in which the next site is built; those of builds that were killed are removed."""
        with self._failing():
            self.state.mkdir(parents=True, exist_ok=True)
            for left in self.state.glob("building-*"):
                with suppress(BlockingIOError), locked(left):
                    shutil.rmtree(left, ignore_errors=True)
            made = Path(tempfile.mkdtemp(prefix="building-", dir=self.state))
            handle = os.open(made, os.O_RDONLY)
            fcntl.flock(handle, fcntl.LOCK_EX)
        self._workplace = made, handle
        return made

    def discard(self) -> None:
        """Remove what was built; the published site stays as it is."""
        if self._workplace:
            made, handle = self._workplace
            self._workplace = None
            shutil.rmtree(made, ignore_errors=True)
            os.close(handle)

    def publish(self, tell: Callable[[str], None]) -> Change:
        """Bring what was built into the published folder; `PublishError` where that fails."""
        if not self._workplace:
            raise PublishError(f"{self.name}: {say_both('publish-nothing-built')}")
        with self._failing(), self._alone(tell):
            before = manifest.read(self.state)
            source = self._workplace[0]
            self._tell_strangers(before, folder.files(source), tell)
            change = self._replace(source, before, _stamp(datetime.now(UTC)))
        self.discard()
        return change

    def rollback(self, tell: Callable[[str], None]) -> tuple[str, Change]:
        """Publish the site before, and return when it was published first; a second rollback undoes this one."""
        with self._failing(), self._alone(tell):
            before = manifest.read(self.state)
            source = self.state / before.previous
            if not before.previous or not source.is_dir():
                raise PublishError(f"{self.name}: {say_both('publish-none-before')}")
            return before.previous, self._replace(source, before, before.previous, undo=True)

    def _replace(self, source: Path, before: Manifest, published: str, *, undo: bool = False) -> Change:
        """Make the folder the site that stands in `source`."""
        folder.clear(self.folder)
        new = folder.files(source)
        differing = {path for path in new if folder.differs(source / path, self.folder / path)}
        gone = before.live - new
        obstacles = set(folder.in_the_way(self.folder, new))
        if foreign := sorted(obstacles - set(before.files)):
            raise PublishError(f"{self.name}/{foreign[0]}: {say_both('publish-in-the-way')}")
        there = {path for path in differing if (self.folder / path).exists()}
        try:
            copied = self._copy(before, new) if any(folder.rank(path) < 2 for path in differing | gone) else ""
            folder.stage(source, self.folder, differing)
        except OSError:  # what is half made would keep the room that was lacking
            folder.clear(self.folder)
            self._forget(before.previous)
            raise
        ahead = replace(
            before,
            folder=str(self.folder),
            files={**before.files, **dict.fromkeys(new, "")},
            previous=before.previous if undo else copied or before.previous,
            undone=copied or before.undone if undo else "",
            unfinished=True,
        )
        manifest.write(self.state, ahead)
        for path in sorted(obstacles):
            folder.remove(self.folder, path)
        folder.move(self.folder, differing)
        files = self._withdraw(ahead, new)
        folder.clear(self.folder)
        previous = ahead.undone if undo else ahead.previous
        if not (differing or gone or undo or before.unfinished):
            published = before.published
        manifest.write(
            self.state,
            replace(ahead, files=files, published=published, previous=previous, undone="", unfinished=False),
        )
        self._forget(previous)
        pages = set(filter(folder.is_page, differing))
        removed = tuple(sorted(filter(folder.is_page, gone)))
        return Change(tuple(sorted(pages - there)), tuple(sorted(pages & there)), removed)

    def _copy(self, before: Manifest, new: frozenset[str]) -> str:
        """Copy what is published, and return the name of the copy; what a stopped run has left is not worth one."""
        if before.unfinished:
            return ""
        known = before.live | (new - set(before.files))
        paths = {path for path in known if (self.folder / path).is_file()}
        if not paths:
            return ""
        name = before.published or _stamp(datetime.now(UTC))
        shutil.rmtree(self.state / name, ignore_errors=True)
        folder.copy(self.folder, paths, self.state / name)
        return name

    def _withdraw(self, ahead: Manifest, new: frozenset[str]) -> dict[str, str]:
        """Remove pages the site has no more, and other files after their time; return what is left in the folder."""
        now = datetime.now(UTC)
        files = {path: "" if path in new else dropped or _stamp(now) for path, dropped in ahead.files.items()}
        for path, dropped in sorted(files.items()):
            if dropped and (folder.rank(path) or now - datetime.fromisoformat(dropped) >= self._grace):
                folder.remove(self.folder, path)
                del files[path]
        return files

    def _tell_strangers(self, before: Manifest, new: frozenset[str], tell: Callable[[str], None]) -> None:
        """Say, when a folder is published into for the first time, what is in it that this program will never touch."""
        found = sorted(folder.files(self.folder) - new) if not before.files else []
        if found:
            shown = ", ".join(found[:_SHOWN]) + (" …" if len(found) > _SHOWN else "")
            tell(f"{self.name}: {say_both('publish-strangers', count=str(len(found)))}: {shown}")

    def _forget(self, previous: str) -> None:
        """Remove copies that nothing leads back to, and what is kept about folders that are gone for a month."""
        for left in self.state.iterdir():
            if left.is_dir() and left.name != previous and not left.name.startswith("building-"):
                shutil.rmtree(left, ignore_errors=True)
        oldest = datetime.now().timestamp() - timedelta(days=30).total_seconds()
        for other in self.state.parent.iterdir():
            known = manifest.read(other).folder
            if known and not Path(known).exists() and other.stat().st_mtime < oldest:
                shutil.rmtree(other, ignore_errors=True)

    @contextmanager
    def _alone(self, tell: Callable[[str], None]) -> Iterator[None]:
        """Wait until no other process publishes into the folder, then keep others waiting."""
        self.state.mkdir(parents=True, exist_ok=True)
        self.folder.mkdir(parents=True, exist_ok=True)
        with locked(self.folder, lambda: tell(f"{self.name}: {say_both('publish-waiting')}")):
            yield

    @contextmanager
    def _failing(self) -> Iterator[None]:
        """Turn an error of the system into one line for who publishes."""
        try:
            yield
        except OSError as error:
            unfinished = manifest.read(self.state).unfinished
            after = say_both("publish-unfinished") if unfinished else say_both("publish-untouched")
            where = error.filename2 or error.filename or self.name
            raise PublishError(f"{where}: {system_errors.reason(error)}; {after}") from error


def _stamp(moment: datetime) -> str:
    """Return a time as ISO 8601 writes it without colons: it is a folder's name too, and not every disk takes colons.

    >>> datetime.fromisoformat(_stamp(datetime(2026, 11, 28, 16, 5, tzinfo=UTC))).isoformat()
    '2026-11-28T16:05:00+00:00'
    """
    return moment.strftime("%Y%m%dT%H%M%S.%fZ")
