"""The lock of digests: what each entry was proved against, and whether somebody read it against its article.

`docs/digests.lock` has for each entry a line `id  words  claims  provision  day  file`: the fingerprints of its words,
of what `verify` can prove of them, and of the provision in that file; and, where somebody read the two side by side, a
line `id  read  words  provision  day`. It is written by command.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from ..content.claims import claims_mark
from ..conventions import DIGESTS_LOCK
from ..documents.digest import Digest, Entry
from ..documents.document import Document
from ..documents.official.official_text import OfficialText, held
from ..findings.finding import Code, Finding, Place, Reason, Severity, day_in_words
from ..text import fingerprint
from . import lock_file

_MARK = re.compile("[0-9a-f]{16}")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_READ = "read"


@dataclass(frozen=True)
class Proved:
    """That a text bore an entry out."""

    words: str
    """Fingerprint of the entry's words."""
    claims: str
    """Fingerprint of its figures and places."""
    provision: str
    """Fingerprint of the provision, lead-in included."""
    day: str
    """Day of the proof, as YYYY-MM-DD."""
    file: str
    """Name of the text's file."""


@dataclass(frozen=True)
class Read:
    """That somebody read an entry against its provision."""

    words: str
    """Fingerprint of the entry's words."""
    provision: str
    """Fingerprint of the provision."""
    day: str
    """Day, as YYYY-MM-DD."""


@dataclass(frozen=True)
class DigestLock:
    """What is recorded of all entries."""

    proved: Mapping[str, Proved] = field(default_factory=dict)
    """Entry id → its proof."""
    read: Mapping[str, Read] = field(default_factory=dict)
    """Entry id → its reading."""
    findings: tuple[Finding, ...] = ()
    """Lines that cannot be read."""

    def read_twice(self, entry: Entry) -> bool:
        """Return whether somebody read an entry, as it is now, against the provision it was proved with."""
        read, proved = self.read.get(entry.id), self.proved.get(entry.id)
        return bool(read and proved and read.words == words_mark(entry) and read.provision == proved.provision)


def said(entry: Entry) -> str:
    """Return the original words of an entry, its heading included: what is proved."""
    original = entry.texts["vi"]
    return f"{original.title}.\n{original.words}"


def words_mark(entry: Entry) -> str:
    """Return the fingerprint of an entry's words."""
    return fingerprint(said(entry))


def read(text: str) -> DigestLock:
    """Return what the text of the lock says."""
    lines, findings = lock_file.read(DIGESTS_LOCK, text, _known)
    proved = {one.name: Proved(*one.fields) for one in lines if one.fields and one.fields[0] != _READ}
    readings = {one.name: Read(*one.fields[1:]) for one in lines if one.fields and one.fields[0] == _READ}
    return DigestLock(proved, readings, findings)


def _known(name: str, fields: tuple[str, ...]) -> bool:
    if fields[0] == _READ:
        return len(fields) == 4 and all(map(_MARK.fullmatch, fields[1:3])) and bool(_DAY.fullmatch(fields[3]))
    return len(fields) == 5 and all(map(_MARK.fullmatch, fields[:3])) and bool(_DAY.fullmatch(fields[3]))


def write(lock: DigestLock, order: Iterable[str]) -> str:
    """Return the text of the lock with the entries in `order`; others are left out."""
    return lock_file.write("digests-lock", [line for entry_id in order for line in _lines(lock, entry_id)])


def _lines(lock: DigestLock, entry_id: str) -> Iterator[tuple[str, ...]]:
    proved, reading = lock.proved.get(entry_id), lock.read.get(entry_id)
    if proved:
        yield entry_id, proved.words, proved.claims, proved.provision, proved.day, proved.file
    if reading:
        yield entry_id, _READ, reading.words, reading.provision, reading.day


def check(
    lock: DigestLock, digests: Mapping[str, Digest], documents: Mapping[str, Document], today: date
) -> Iterator[Finding]:
    """Yield entries that are not proved as they stand; as notes, what is to be read again or looked at.

    Where the text of a document is held, an entry is proved by the words on its page, whatever file it was proved with.
    """
    for digest in digests.values():
        if digest.review_by and digest.review_by < today:
            place = Place(_path(digest), digest.review_line)
            yield Finding(place, Code.DIGEST_REVIEW, {"day": day_in_words(digest.review_by)}, "", Severity.NOTE)
        if digest.report or digest.compared is None:
            continue
        unread = 0
        document = documents.get(digest.document)
        text = held(digest.document, document.original) if document and document.original else None
        for entry in digest.entries.values():
            yield from _check(lock, digest, entry, text)
            unread += not lock.read_twice(entry)
        if unread:
            details = {"count": str(unread), "all": str(len(digest.entries))}
            yield Finding(Place(_path(digest)), Code.DIGEST_UNREAD, details, "", Severity.NOTE)


def _check(lock: DigestLock, digest: Digest, entry: Entry, text: OfficialText | None) -> Iterator[Finding]:
    proved = lock.proved.get(entry.id)
    place = Place(entry.texts["vi"].path, entry.texts["vi"].line)
    reason: Reason | None = None
    if proved is None:
        reason = Reason("digest-new")
    elif text and (entry.pin not in text.passages or text.mark(entry.pin) != proved.provision):
        reason = Reason("digest-other-words")
    elif text is None and digest.compared and proved.file != digest.compared.against:
        reason = Reason("digest-other-file")
    elif digest.compared and proved.day < digest.compared.on.isoformat():
        reason = Reason("digest-older")
    elif proved.claims != claims_mark(entry.id, said(entry)):
        reason = Reason("digest-changed")
    elif proved.words != words_mark(entry):
        yield Finding(place, Code.DIGEST_REWORDED, {"id": entry.id}, "", Severity.NOTE)
    if reason:
        yield Finding(place, Code.DIGEST_UNPROVED, {"id": entry.id, "reason": reason})


def _path(digest: Digest) -> str:
    return next((entry.texts["vi"].path for entry in digest.entries.values()), digest.page)
