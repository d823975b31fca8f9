"""The lock of published provisions: a text that changes, moves or disappears is noticed until somebody accepts it.

`docs/provisions.lock` has one line a provision, `id  fingerprint`, in the order of the documents; the line of a
document itself holds the fingerprint of its words that are no provision (letterhead, recipients, signature). A line
`old  ->  new` keeps an address that was published under another id.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from ..conventions import PROVISIONS_LOCK
from ..documents.document import Document
from ..documents.registry import current
from ..findings.finding import Code, Finding, Place, Reason
from ..text import fingerprint
from . import lock_file

_MARK = re.compile("[0-9a-f]{16}")
_NOW = "->"


@dataclass(frozen=True)
class Lock:
    """What was published."""

    marks: Mapping[str, str] = field(default_factory=dict)
    """Id → fingerprint; empty where its line cannot be read."""
    aliases: Mapping[str, str] = field(default_factory=dict)
    """Id that was published → id it has now."""
    lines: Mapping[str, int] = field(default_factory=dict)
    """Id → line of the lock."""
    findings: tuple[Finding, ...] = ()
    """Lines that cannot be read, and aliases that lead nowhere or in a circle."""


def read(text: str, documents: Collection[Document]) -> Lock:
    """Return what the lock's text says; aliases are judged against the provisions of `documents`."""
    entries, findings = lock_file.read(PROVISIONS_LOCK, text, _known)
    marks = {entry.name: "".join(entry.fields) for entry in entries if len(entry.fields) < 2}
    aliases = {entry.name: entry.fields[1] for entry in entries if len(entry.fields) == 2}
    lock = Lock(marks, aliases, {entry.name: entry.line for entry in entries})
    known = {provision_id for document in documents for provision_id in fingerprints(document)}
    return replace(lock, findings=(*findings, *_alias_findings(lock, known)))


def _known(name: str, fields: tuple[str, ...]) -> bool:
    return (len(fields) == 1 and bool(_MARK.fullmatch(fields[0]))) or (len(fields) == 2 and fields[0] == _NOW)


def _alias_findings(lock: Lock, known: Collection[str]) -> Iterator[Finding]:
    for old in lock.aliases:
        new = current(old, lock.aliases)
        if new is None:
            reason = Reason("alias-circle")
        elif new not in known:
            reason = Reason("alias-nowhere", {"id": new})
        elif old in known:
            reason = Reason("alias-taken")
        else:
            continue
        yield Finding(Place(PROVISIONS_LOCK, lock.lines[old]), Code.LOCK_ALIAS, {"id": old, "reason": reason})


def write(documents: Iterable[Document], aliases: Mapping[str, str]) -> str:
    """Return the lock of the documents held in full."""
    marks = [one for document in documents for one in fingerprints(document).items()]
    return lock_file.write("provisions-lock", [*marks, *((old, _NOW, new) for old, new in sorted(aliases.items()))])


def fingerprints(document: Document) -> Mapping[str, str]:
    """Return id → fingerprint of a document's own provisions and, under its own id, of its kept words."""
    text = document.original
    if text is None or not text.provisions:
        return {}
    marks = {provision_id: fingerprint(words) for provision_id, words in text.own_words.items()}
    return {document.record.id: fingerprint(text.kept_words), **marks}


def moved(lock: Lock, documents: Iterable[Document]) -> Mapping[str, str]:
    """Return the aliases to accept: those that are there, and each vanished id whose text now has one new id."""
    now = {provision_id: mark for document in documents for provision_id, mark in fingerprints(document).items()}
    new: dict[str, list[str]] = {}
    for provision_id, mark in now.items():
        if provision_id not in lock.marks:
            new.setdefault(mark, []).append(provision_id)
    found = {old: new[mark][0] for old, mark in lock.marks.items() if old not in now and len(new.get(mark, ())) == 1}
    return {**lock.aliases, **found}
