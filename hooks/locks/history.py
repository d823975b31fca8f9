"""The history of each page: its versions with the day each was recorded, and the sections that changed.

`docs/history.lock` has for each page, oldest first, a line `page  version  day` for every version, and after each the
lines `page  ~  title` (changed), `page  +  title` (new) and `page  -  title` (gone) of its sections; then a line
`page  =  digest  title` for every section as it is now, by which the next change is seen. It is written by command.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ..content.version import LENGTH, Part, Version
from ..conventions import DOCS, HISTORY_LOCK
from ..findings.finding import Code, Finding, Place, Severity
from . import lock_file

_VERSION = re.compile(rf"[0-9a-f]{{{LENGTH}}}")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_CHANGES = ("~", "+", "-")
_NOW = "="


@dataclass(frozen=True)
class Change:
    """What happened to one section."""

    kind: str
    """`~` changed, `+` new, `-` gone."""
    title: str
    """Its plain title; empty for what stands before the first heading."""


@dataclass(frozen=True)
class Entry:
    """One recorded version of a page."""

    version: str
    """Its eight digits."""
    day: str
    """Day on which it was recorded, as YYYY-MM-DD."""
    changes: tuple[Change, ...] = ()
    """What changed since the version before; nothing for the first."""


@dataclass(frozen=True)
class Past:
    """What is recorded of one page."""

    entries: tuple[Entry, ...] = ()
    """Its versions, oldest first."""
    parts: tuple[Part, ...] = ()
    """The sections of the last of them."""
    line: int = field(default=1, compare=False)
    """Line of the history with the first of its versions."""

    @property
    def latest(self) -> str:
        """The version recorded last."""
        return self.entries[-1].version if self.entries else ""


@dataclass(frozen=True)
class History:
    """What is recorded of all pages."""

    pages: Mapping[str, Past] = field(default_factory=dict)
    """Path of a page → its past."""
    findings: tuple[Finding, ...] = ()
    """Lines that cannot be read."""

    @property
    def lines(self) -> Mapping[str, int]:
        """Path of each page → the line of its first version."""
        return {path: past.line for path, past in self.pages.items()}


def read(text: str) -> History:
    """Return what the text of the history says."""
    lines, findings = lock_file.read(HISTORY_LOCK, text, _known)
    pages: dict[str, list[lock_file.Entry]] = {}
    for line in lines:
        if line.fields:
            pages.setdefault(line.name, []).append(line)
    return History({path: _past(of_page) for path, of_page in pages.items()}, findings)


def _past(lines: Sequence[lock_file.Entry]) -> Past:
    """Return what the lines of a page say, of which there is one at least."""
    versions: list[tuple[str, str, list[Change]]] = []
    parts = []
    for line in lines:
        kind, *rest = line.fields
        if kind == _NOW:
            parts.append(Part("".join(rest[1:]), rest[0]))
        elif kind not in _CHANGES:
            versions.append((kind, rest[0], []))
        elif versions:
            versions[-1][2].append(Change(kind, "".join(rest)))
    entries = tuple(Entry(version, day, tuple(changes)) for version, day, changes in versions)
    return Past(entries, tuple(parts), lines[0].line)


def _known(name: str, fields: tuple[str, ...]) -> bool:
    kind, *rest = fields
    if not name.startswith(f"{DOCS}/"):
        return False
    if kind in _CHANGES:
        return len(rest) < 2
    if kind == _NOW:
        return len(rest) in (1, 2) and bool(_VERSION.fullmatch(rest[0]))
    return len(rest) == 1 and bool(_VERSION.fullmatch(kind) and _DAY.fullmatch(rest[0]))


def write(history: History) -> str:
    """Return the text of a history; reading it gives the history back."""
    pages = sorted(history.pages.items())
    return lock_file.write("history-lock", [line for path, past in pages for line in _lines(path, past)])


def _lines(path: str, past: Past) -> Iterator[tuple[str, ...]]:
    for entry in past.entries:
        yield path, entry.version, entry.day
        for change in entry.changes:
            yield path, change.kind, change.title
    for part in past.parts:
        yield path, _NOW, part.mark, part.title


def advanced(history: History, versions: Mapping[str, Version], day: str) -> History:
    """Return the history with the versions of today added where they are new; that of pages that are gone stays.

    No version is older than the one before it, whatever a clock that is behind says.
    """
    pages = dict(history.pages)
    for path, now in versions.items():
        past = history.pages.get(path, Past())
        if past.latest != now.id:
            changes = tuple(changed(past.parts, now.parts)) if past.entries else ()
            newest = max([day, *(entry.day for entry in past.entries[-1:])])
            past = Past((*past.entries, Entry(now.id, newest, changes)), now.parts)
        pages[path] = past
    return History(pages)


def changed(before: Iterable[Part], after: Iterable[Part]) -> Iterator[Change]:
    """Yield what happened to the sections, in the order of the page; sections that only moved are not named."""
    old, new = Counter(before), Counter(after)
    gone, come = old - new, new - old
    lost = Counter(part.title for part in gone.elements())
    for part in come.elements():
        kind = "~" if lost[part.title] else "+"
        lost[part.title] -= kind == "~"
        yield Change(kind, part.title)
    yield from (Change("-", title) for title in (+lost).elements())


def recorded(history: History, path: str, versions: Mapping[str, Version]) -> str:
    """Return the day on which the words that a page has now were recorded; nothing where they are not yet."""
    past, now = history.pages.get(path, Past()), versions.get(path)
    return past.entries[-1].day if now and past.latest == now.id else ""


def check(history: History, versions: Mapping[str, Version], severity: Severity) -> Iterator[Finding]:
    """Yield one finding where the history lags behind the pages."""
    new = [path for path, now in versions.items() if history.pages.get(path, Past()).latest != now.id]
    if new:
        details = {"count": str(len(new)), "page": new[0]}
        yield Finding(Place(HISTORY_LOCK), Code.HISTORY_LAGS, details, severity=severity)
