"""`verify`: prove every entry of the digests against the official texts in a folder, and record what was proved."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from ..atomic import write_atomically
from ..content.claims import claims_mark
from ..content.proof import Proof, prove
from ..content.resemblance import Resemblance
from ..conventions import DIGESTS_LOCK
from ..documents.digest import Digest, Entry
from ..documents.document import Document
from ..documents.official import readers, structure
from ..documents.official.official_text import OfficialText, held
from ..findings.finding import Code, Finding, Place, Reason, Severity
from ..findings.wording import reason_in_both, say_both, show
from ..handbook import Handbook
from ..locks.digests import DigestLock, Proved, Read, said, words_mark, write
from .errors import CommandError
from .refusal import refused


class VerifyError(CommandError):
    """Why nothing can be proved; the message is for whoever gave the command."""


@dataclass(frozen=True)
class _Judged:
    """One entry and what its text says to it."""

    entry: Entry
    proof: Proof
    file: str
    mark: str


def run(root: Path, handbook: Handbook, folder: Path | None, day: date, read_now: Collection[str]) -> int:
    """Prove all entries, print what is refuted, suspected or undecided, and write the lock of what holds.

    `read_now` names entries that somebody has read against their provisions. Nothing is written where a text cannot be
    had: `VerifyError`. Returns 1 where an entry does not hold.
    """
    lock = handbook.digest_lock
    if refused(lock.findings):
        return 1
    digests = [one for one in handbook.registry.digests.values() if not one.report and one.compared]
    entries = {entry.id: entry for digest in digests for entry in digest.entries.values()}
    for name in read_now:
        if name not in entries:
            raise VerifyError(f"{name}: {say_both('verify-no-entry')}")
    texts = _Texts(folder)
    documents = handbook.registry.documents
    files = {digest.id: texts.source(digest, documents.get(digest.document)) for digest in digests}
    for name in files.values():  # all are had before the first is judged
        texts.named(name)
    judged = [one for digest in digests for one in _judge(digest, files[digest.id], texts)]
    held, findings = _settle(judged, lock, day, read_now, texts)
    for finding in sorted(findings):
        print(show(finding))
    if entries or (root / DIGESTS_LOCK).exists():
        write_atomically(root / DIGESTS_LOCK, write(held, entries))
    print(_summary(judged, held, handbook.registry.digests.values()))
    return 1 if any(finding.severity is Severity.ERROR for finding in findings) else 0


class _Texts:
    """The official texts of a folder, each read once, found by the name of its file."""

    def __init__(self, folder: Path | None) -> None:
        if folder is not None and not folder.is_dir():
            raise VerifyError(f"{folder}: {say_both('verify-no-folder')}")
        self._folder = folder
        self._read: dict[str, tuple[OfficialText, Resemblance]] = {}

    def source(self, digest: Digest, document: Document | None) -> str:
        """Return the name of the text that a digest is judged by: the page that holds it, else the file it names."""
        if document and document.original:
            text = held(document.record.id, document.original)
            self._read[document.original.path] = text, Resemblance(text)
            return document.original.path
        return digest.compared.against if digest.compared else ""

    def named(self, name: str) -> tuple[OfficialText, Resemblance]:
        """Return a text; `VerifyError` where it is not there, there twice, unreadable or has no Điều.

        The folder is wanted only for what no page holds.
        """
        if name not in self._read:
            if self._folder is None:
                raise VerifyError(f"OFFICIAL_TEXTS: {say_both('verify-no-folder')}")
            found = sorted(path for path in self._folder.rglob("*") if path.name == name and path.is_file())
            folder = str(self._folder)
            if not found:
                raise VerifyError(f"{name}: {say_both('verify-no-file', folder=folder)}")
            if len(found) > 1:
                raise VerifyError(f"{name}: {say_both('verify-two-files', folder=folder)}")
            try:
                text = structure.parse(readers.read(found[0]))
            except readers.UnreadableError as error:
                raise VerifyError(f"{name}: {reason_in_both(error.reason)}") from None
            if not text.passages:
                raise VerifyError(f"{name}: {say_both('verify-no-articles')}")
            self._read[name] = text, Resemblance(text)
        return self._read[name]

    def if_there(self, name: str) -> OfficialText | None:
        """Return a text, or nothing where it cannot be had any more."""
        try:
            return self.named(name)[0]
        except VerifyError:
            return None


def _judge(digest: Digest, name: str, texts: _Texts) -> Iterator[_Judged]:
    text, resemblance = texts.named(name)
    for entry in digest.entries.values():
        proof = prove(entry.pin, entry.texts["vi"], digest.id, text, resemblance)
        yield _Judged(entry, proof, name, text.mark(entry.pin) if entry.pin in text.passages else "")


def _settle(
    judged: Iterable[_Judged], lock: DigestLock, day: date, read_now: Collection[str], texts: _Texts
) -> tuple[DigestLock, list[Finding]]:
    """Return the lock of what holds, and what is to be said of the rest."""
    proved: dict[str, Proved] = {}
    readings: dict[str, Read] = dict(lock.read)
    findings: list[Finding] = []
    for one in judged:
        entry, words = one.entry, words_mark(one.entry)
        if entry.id in read_now and one.mark:
            readings[entry.id] = Read(words, one.mark, day.isoformat())
        reading = readings.get(entry.id)
        was_read = reading is not None and (reading.words, reading.provision) == (words, one.mark)
        objections = () if was_read else (*one.proof.objections, *_changed(one, lock, texts))
        findings += [_finding(entry, Code.DIGEST_REFUTED, reason) for reason in one.proof.problems]
        findings += [_finding(entry, Code.DIGEST_DOUBTED, reason) for reason in objections]
        if not was_read:
            findings += [_finding(entry, Code.DIGEST_DOUBTED, why, Severity.NOTE) for why in one.proof.doubts]
        if not one.proof.problems and not objections:
            proved[entry.id] = _proved(one, words, lock.proved.get(entry.id), day)
    return DigestLock(proved, readings), findings


def _proved(one: _Judged, words: str, before: Proved | None, day: date) -> Proved:
    """Return the proof of an entry; one that says what the lock says keeps its day."""
    now = Proved(words, claims_mark(one.entry.id, said(one.entry)), one.mark, day.isoformat(), one.file)
    return before if before and replace(now, day=before.day) == before else now


def _changed(one: _Judged, lock: DigestLock, texts: _Texts) -> Iterator[Reason]:
    """Yield both wordings of a provision that differs from the one the entry was proved with."""
    before = lock.proved.get(one.entry.id)
    if before is None or not one.mark or before.provision == one.mark:
        return
    now = texts.named(one.file)[0].words(one.entry.pin)
    old = texts.if_there(before.file) if before.file != one.file else None
    had = old.words(one.entry.pin) if old and one.entry.pin in old.passages else "?"
    yield Reason("proof-changed", {"file": before.file, "before": " ".join(had.split()), "now": " ".join(now.split())})


def _finding(entry: Entry, code: Code, reason: Reason, severity: Severity = Severity.ERROR) -> Finding:
    at = entry.texts["vi"]
    return Finding(Place(at.path, at.line), code, {"id": entry.id, "reason": reason}, "", severity)


def _summary(judged: Collection[_Judged], lock: DigestLock, digests: Iterable[Digest]) -> str:
    counts: Mapping[str, int] = {
        "proved": len(lock.proved),
        "all": len(judged),
        "twice": sum(lock.read_twice(one.entry) for one in judged),
        "reported": sum(len(digest.entries) for digest in digests if digest.report),
    }
    return say_both("verify-summary", **{name: str(count) for name, count in counts.items()})
