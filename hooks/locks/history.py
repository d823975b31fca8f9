"""The history of each page: its versions with the day each was recorded, and the sections that changed.

`docs/history.lock` has, below the path of a page, a line `version day` for each version, oldest first, then lines with
`~` (changed), `+` (new) and `-` (gone) before the title of a section, and at the end a line `= mark title` for every
section as it is now, by which the next change is seen. It is written by command and committed like the lock.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from ..content.version import LENGTH, Part, Version
from ..conventions import HISTORY_LOCK
from ..findings.finding import Code, Finding, Place, Severity

_LINE = re.compile(
    rf"(?P<page>docs/\S.*)|  (?P<version>[0-9a-f]{{{LENGTH}}}) (?P<day>\d{{4}}-\d\d-\d\d)"
    rf"|    (?P<kind>[~+-]) ?(?P<title>.*)|  = (?P<mark>[0-9a-f]{{{LENGTH}}}) ?(?P<now>.*)|(?P<aside>#.*|\s*)"
)
_HEADER = "# Lịch sử từng trang: phiên bản, ngày ghi, những mục đã đổi. Ghi bằng lệnh: make history\n"


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

    @property
    def latest(self) -> str:
        """The version recorded last."""
        return self.entries[-1].version if self.entries else ""


@dataclass(frozen=True)
class History:
    """What is recorded of all pages."""

    pages: Mapping[str, Past] = field(default_factory=dict)
    """Path of a page → its past."""
    unreadable: tuple[int, ...] = ()
    """Lines that say nothing known."""


def read(text: str) -> History:
    """Return what the text of the history says."""
    pages: dict[str, Past] = {}
    unreadable = []
    here = ""
    for number, line in enumerate(text.splitlines(), 1):
        found = _LINE.fullmatch(line)
        past = pages.get(here, Past())
        if not found or not (here or found["page"] or found["aside"] is not None):
            unreadable.append(number)
        elif found["page"]:
            here = found["page"]
            pages[here] = Past()
        elif found["version"]:
            pages[here] = replace(past, entries=(*past.entries, Entry(found["version"], found["day"])))
        elif found["kind"] and past.entries:
            *before, last = past.entries
            changed = replace(last, changes=(*last.changes, Change(found["kind"], found["title"])))
            pages[here] = replace(past, entries=(*before, changed))
        elif found["mark"]:
            pages[here] = replace(past, parts=(*past.parts, Part(found["now"], found["mark"])))
    return History(pages, tuple(unreadable))


def write(history: History) -> str:
    """Return the text of a history; reading it gives the history back."""
    return _HEADER + "".join(f"{line}\n" for path, past in sorted(history.pages.items()) for line in _lines(path, past))


def _lines(path: str, past: Past) -> Iterator[str]:
    yield path
    for entry in past.entries:
        yield f"  {entry.version} {entry.day}"
        for change in entry.changes:
            yield f"    {change.kind} {change.title}".rstrip()
    for part in past.parts:
        yield f"  = {part.mark} {part.title}".rstrip()


def advanced(history: History, versions: Mapping[str, Version], day: str) -> History:
    """Return the history with the versions of today added where they are new; pages that are gone are left out."""
    pages = {}
    for path, now in versions.items():
        past = history.pages.get(path, Past())
        if past.latest != now.id:
            changes = tuple(changed(past.parts, now.parts)) if past.entries else ()
            past = Past((*past.entries, Entry(now.id, day, changes)), now.parts)
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


def check(history: History, versions: Mapping[str, Version], severity: Severity) -> Iterator[Finding]:
    """Yield one finding where the history lags behind the pages, and one for each of its lines that cannot be read."""
    for line in history.unreadable:
        yield Finding(Place(HISTORY_LOCK, line), Code.HISTORY_UNREADABLE, severity=severity)
    new = [path for path, now in versions.items() if history.pages.get(path, Past()).latest != now.id]
    if new:
        details = {"count": str(len(new)), "page": new[0]}
        yield Finding(Place(HISTORY_LOCK), Code.HISTORY_LAGS, details, severity=severity)
