"""The translation remembers what it was made from, so that a changed original is noticed section by section.

`docs/translations.lock` has one line a section, `docs/en/page.md#section-id  fingerprint` of the Vietnamese words it
was translated from; with nothing after `#` it is the page's opening: title, description, and what stands before the
first heading below the title. Without that file nothing is remembered and nothing is said.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from ..content.model import Page
from ..conventions import DOCS, TRANSLATIONS_LOCK
from ..documents.document import Document
from ..findings.finding import Code, Finding, Place
from ..text import fingerprint, plain
from . import lock_file

_MARK = re.compile("[0-9a-f]{16}")
_LINE_END = re.compile(r" \| ")
"""Where a poster may begin a new line (and where a cell of a table ends): no word."""
_QUOTED = re.compile(r"^[ ]*(?:>[ ]?)+", re.MULTILINE)


@dataclass(frozen=True)
class Memory:
    """What each translated section was made from."""

    marks: Mapping[str, str] = field(default_factory=dict)
    """Name of an English section → fingerprint of its original; empty where its line cannot be read."""
    findings: tuple[Finding, ...] = ()
    """Lines that cannot be read."""


@dataclass(frozen=True)
class Passage:
    """The words of one section in one language."""

    source: str
    """What it stands in: its page, not copied."""
    at: int
    """Where in that it begins."""
    end: int
    """Where it ends."""
    place: Place
    """Its heading."""
    first: int
    """First line of what belongs to it; the opening's is the front matter's."""
    last: int
    """Last line of it."""

    @property
    def words(self) -> str:
        """Its words, without marks of Markdown; lines as written."""
        markdown = self.source[self.at : self.end]
        return _LINE_END.sub(" ", plain(_QUOTED.sub("", markdown) if ">" in markdown else markdown)).strip()

    @cached_property
    def mark(self) -> str:
        """The fingerprint of its normalised words."""
        return fingerprint(self.words)


@dataclass(frozen=True)
class Part:
    """One English section beside its original."""

    name: str
    """`docs/en/page.md#section-id`."""
    original: Passage
    """The Vietnamese."""
    translation: Passage
    """The English."""

    @property
    def section(self) -> str:
        """Its id, which both languages share; nothing for the opening."""
        return self.name.partition("#")[2]

    def holds(self, place: Place) -> bool:
        """Return whether a place stands in it, in either language."""
        return any(
            place.path == one.place.path and one.first <= place.line <= one.last
            for one in (self.original, self.translation)
        )


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


def parts(
    originals: Mapping[str, Page], translations: Mapping[str, Page], documents: Iterable[Document]
) -> Iterator[Part]:
    """Yield the sections of every page whose two languages have the same ones, in order."""
    by_page = {document.record.page: document for document in documents}
    for key, translation in sorted(translations.items()):
        original = originals.get(key)
        if original is None or not original.front.values or not translation.front.values:
            continue
        here, there = passages(original, by_page.get(key)), passages(translation, by_page.get(key))
        if list(here) == list(there):
            for section, passage in there.items():
                yield Part(f"{translation.path}#{section}", here[section], passage)


def passages(page: Page, document: Document | None) -> Mapping[str, Passage]:
    """Return section id → its words, in order; the opening, under no id, comes first."""
    text = document.texts.get(page.language) if document and page.full_text else None
    own_words = {one.anchor: text.own_words[one.id] for one in text.provisions.values()} if text else None
    starts = [page.place(section.at).line for section in page.sections]
    ends = [start - 1 for start in starts[1:]] + [page.text.count("\n") + 1]
    opening = [_front_words(page, document), text.kept_words if text else ""]
    title = page.place(page.front.body_at).line if text or not starts else starts[0]
    last = title
    found: dict[str, Passage] = {}
    for section, start, end in zip(page.sections, starts, ends, strict=bool(starts)):
        held = (page.text, section.at, section.end)
        if own_words is not None:
            written = own_words.get(section.id, "")
            held = (written, 0, len(written))
        if section.level > 1 and section.id:
            found.setdefault(section.id, Passage(*held, Place(page.path, start), start, max(start, end)))
        elif section.level < 2:
            opening.append(held[0][held[1] : held[2]])
            last = max(last, end)
    first = "\n".join(filter(None, opening))
    return {"": Passage(first, 0, len(first), Place(page.path, title), 1, last), **found}


def _front_words(page: Page, document: Document | None) -> str:
    """Return what the front matter says in words: all of it has to be translated."""
    said = [page.metadata.title, page.metadata.description]
    words = document.record.words.get(page.language) if document else None
    if words:
        said += [words.name or "", words.issuer or "", words.subject or "", words.reported or ""]
        said += [repair.note for repair in words.repairs]
    return "\n".join(filter(None, said))


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
    for finding in found:
        faults.setdefault(finding.place.path, []).append(finding.place)

    def waits(part: Part) -> bool:
        beside = (*faults.get(part.original.place.path, ()), *faults.get(part.translation.place.path, ()))
        return any(part.holds(place) for place in beside)

    for part in stale(of, memory):
        if not waits(part):
            details = {"line": _at(part.original.place), "name": part.name}
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
