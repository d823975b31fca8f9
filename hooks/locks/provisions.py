"""The lock of published provisions: a text that changes, moves or disappears is noticed until somebody accepts it.

`docs/provisions.lock` has one line a provision, `id  fingerprint`, in the order of the documents; the line of a
document itself holds the fingerprint of its words that are no provision (letterhead, recipients, signature). A line
`old -> new` keeps an address that was published under another id.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from ..conventions import PROVISIONS_LOCK
from ..documents.document import Document
from ..documents.registry import current
from ..findings.finding import Code, Finding, Place
from ..text import fingerprint

_MARK = re.compile(r"(\S+)  ([0-9a-f]{16})\Z")
_ALIAS = re.compile(r"(\S+) -> (\S+)\Z")
_HEADER = "# Dấu vân tay của từng quy định đã công bố. Cập nhật có chủ ý: make lock\n"


@dataclass(frozen=True)
class Lock:
    """What was published."""

    marks: Mapping[str, str] = field(default_factory=dict)
    """Id → fingerprint."""
    aliases: Mapping[str, str] = field(default_factory=dict)
    """Id that was published → id it has now."""
    lines: Mapping[str, int] = field(default_factory=dict)
    """Id → line of the lock."""
    findings: tuple[Finding, ...] = ()
    """Lines that cannot be read, and aliases that lead nowhere or in a circle."""


def read(text: str, documents: Collection[Document]) -> Lock:
    """Return what the lock's text says; aliases are judged against the provisions of `documents`."""
    marks: dict[str, str] = {}
    aliases: dict[str, str] = {}
    lines: dict[str, int] = {}
    findings = []
    for number, line in enumerate(text.splitlines(), 1):
        mark, alias = _MARK.match(line), _ALIAS.match(line)
        if mark:
            marks[mark[1]] = mark[2]
        elif alias:
            aliases[alias[1]] = alias[2]
        elif line.strip() and not line.startswith("#"):
            details = {"line": line[:60], "command": "make lock"}
            findings.append(Finding(Place(PROVISIONS_LOCK, number), Code.LOCK_UNREADABLE, details))
            marks.setdefault(line.split()[0], "")
        if line.strip() and not line.startswith("#"):
            lines[line.split()[0]] = number
    lock = Lock(marks, aliases, lines)
    known = {provision_id for document in documents for provision_id in fingerprints(document)}
    findings += _alias_findings(lock, known)
    return Lock(marks, aliases, lines, tuple(findings))


def _alias_findings(lock: Lock, known: Collection[str]) -> Iterator[Finding]:
    for old in lock.aliases:
        new = current(old, lock.aliases)
        if new is None:
            reason = {"reason": "đi vòng về chính nó", "reason_en": "goes in a circle"}
        elif new not in known:
            reason = {"reason": f"trỏ tới {new} không có", "reason_en": f"leads to {new}, which is not there"}
        elif old in known:
            reason = {"reason": "trùng với một quy định đang có", "reason_en": "is the id of a provision that is there"}
        else:
            continue
        yield Finding(Place(PROVISIONS_LOCK, lock.lines[old]), Code.LOCK_ALIAS, {"id": old, **reason})


def write(documents: Iterable[Document], aliases: Mapping[str, str]) -> str:
    """Return the lock of the documents held in full."""
    lines = [f"{locked_id}  {mark}" for document in documents for locked_id, mark in fingerprints(document).items()]
    lines += [f"{old} -> {new}" for old, new in sorted(aliases.items())]
    return _HEADER + "\n".join(lines) + "\n"


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
