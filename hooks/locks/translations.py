"""The translation remembers what it was made from, so that a changed original is noticed section by section.

`docs/translations.lock` has one line a section, `docs/en/page.md#section-id  fingerprint` of the Vietnamese words it
was translated from; with nothing after `#` it is the page's opening: title, description, and what stands before the
first heading below the title. Without that file nothing is remembered and nothing is said.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from ..conventions import DOCS, TRANSLATIONS_LOCK
from ..findings.finding import Code, Detail, Finding, Place, Reason, one_by_one
from . import lock_file
from .passages import Part

_MARK = re.compile("[0-9a-f]{16}")


@dataclass(frozen=True)
class Memory:
    """What each translated section was made from."""

    marks: Mapping[str, str] = field(default_factory=dict)
    """Name of an English section → fingerprint of its original; empty where its line cannot be read."""
    findings: tuple[Finding, ...] = ()
    """Lines that cannot be read."""


def read(text: str) -> Memory:
    """Return what the lock's text says."""
    entries, findings = lock_file.read(TRANSLATIONS_LOCK, text, _known)
    return Memory({entry.name: "".join(entry.fields) for entry in entries}, findings)


def _known(name: str, fields: tuple[str, ...]) -> bool:
    of_a_page = name.startswith(f"{DOCS}/") and "#" in name
    return of_a_page and len(fields) == 1 and bool(_MARK.fullmatch(fields[0]))


def write(memory: Memory, parts: Collection[Part], reviewed: Collection[str]) -> str:
    """Return the lock after somebody has read the English sections named in `reviewed` against their originals.

    Sections that are gone are left out; those of pages out of step stay as they were.
    """
    paired = {part.name.partition("#")[0] for part in parts}
    kept = {name: mark for name, mark in memory.marks.items() if mark and name.partition("#")[0] not in paired}
    for part in parts:
        if part.name in reviewed:
            kept[part.name] = part.original.mark
        elif memory.marks.get(part.name):
            kept[part.name] = memory.marks[part.name]
    return lock_file.write("translations-lock", kept.items())


def stale(of: Iterable[Part], memory: Memory | None) -> Iterator[Part]:
    """Yield the sections whose original is no longer what they were translated from."""
    for part in of if memory else ():
        if memory and memory.marks.get(part.name, "") not in ("", part.original.mark):
            yield part


def unrecorded(of: Iterable[Part], memory: Memory | None) -> Iterator[Part]:
    """Yield the sections of which nobody has said, or said readably, what they were translated from."""
    return (part for part in of if memory and not memory.marks.get(part.name))


def check(of: Collection[Part], memory: Memory | None, found: Iterable[Finding]) -> Iterator[Finding]:
    """Yield each section whose original has changed, and one finding for each page with unrecorded sections.

    A section with a finding of its own in `found`, in either language, waits until that is mended.
    """
    faults: dict[str, list[Place]] = {}
    for finding in one_by_one(found):
        faults.setdefault(finding.place.path, []).append(finding.place)

    def waits(part: Part) -> bool:
        beside = (*faults.get(part.original.place.path, ()), *faults.get(part.translation.place.path, ()))
        return any(part.holds(place) for place in beside)

    for part in stale(of, memory):
        if not waits(part):
            which = Reason("part-section") if part.section else Reason("part-opening")
            line = _at(part.original.place)
            how = Reason("stale-how", {"name": part.name})
            details: dict[str, Detail] = {"which": which, "line": line, "name": part.name, "changed": "", "how": how}
            yield Finding(part.translation.place, Code.TRANSLATION_STALE, details)
    new: dict[str, list[Part]] = {}
    for part in unrecorded(of, memory):
        if memory and part.name not in memory.marks and not waits(part):
            new.setdefault(part.translation.place.path, []).append(part)
    for page, (first, *others) in new.items():
        details = {"line": _at(first.original.place), "count": str(1 + len(others)), "page": page}
        yield Finding(first.translation.place, Code.TRANSLATION_UNRECORDED, details)


def _at(place: Place) -> str:
    return f"{place.path}:{place.line}"
