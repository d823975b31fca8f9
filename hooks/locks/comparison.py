"""What differs between the lock and the documents: one finding for one change, however many ids it shifts."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from ..conventions import PROVISIONS_LOCK
from ..documents.document import Document
from ..findings.finding import Code, Finding, Place
from .provisions import Lock, fingerprints


def compare(lock: Lock, documents: Collection[Document]) -> tuple[frozenset[str], tuple[Finding, ...]]:
    """Return the ids whose text is in question, and a finding for each text that changed, came or went."""
    unsettled: set[str] = set()
    findings: list[Finding] = []
    here = {document.record.id for document in documents}
    for document_id in dict.fromkeys(locked.partition(".")[0] for locked in lock.marks):
        if document_id not in here:
            unsettled |= {locked for locked in lock.marks if locked.partition(".")[0] == document_id}
            place = Place(PROVISIONS_LOCK, lock.lines.get(document_id, 1))
            findings.append(Finding(place, Code.LOCK_VANISHED, {"id": document_id}))
    for document in documents:
        if document.original is None:
            continue
        comparison = _Comparison(lock, document)
        findings.extend(comparison.findings())
        unsettled |= comparison.unsettled
    return frozenset(unsettled), tuple(findings)


class _Comparison:
    """Aligns the provisions of one document with those that were published, sibling by sibling."""

    def __init__(self, lock: Lock, document: Document) -> None:
        self.lock = lock
        self.document = document
        self.marks = fingerprints(document)
        self.unsettled: set[str] = set()
        prefix = f"{document.record.id}."
        self.published = _tree([one for one in lock.marks if one.startswith(prefix)])
        self.current = _tree([one for one in self.marks if one.startswith(prefix)])

    def findings(self) -> Iterator[Finding]:
        document_id = self.document.record.id
        if not self.marks:
            self.unsettled |= {one for one in self.lock.marks if one.partition(".")[0] == document_id}
            yield Finding(self._place(document_id), Code.DOCUMENT_EMPTY, {"id": document_id})
            return
        if document_id not in self.lock.marks:
            yield Finding(self._place(document_id), Code.LOCK_MISSING, {"id": document_id})
            return
        yield from self._pair(document_id, document_id)

    def _pair(self, old: str, new: str) -> Iterator[Finding]:
        if old != new:
            self.unsettled |= {old, new}
        if self.lock.marks.get(old) == "":
            pass  # its line of the lock cannot be read, which is said at that line
        elif old not in self.lock.marks and old == new:
            self.unsettled.add(new)
            yield Finding(self._place(new), Code.LOCK_MISSING, {"id": new})
        elif self.lock.marks.get(old) != self.marks.get(new):
            self.unsettled.add(new)
            yield Finding(self._place(new), Code.LOCK_CHANGED, {"id": new})
        yield from self._children(self.published.get(old, ()), self.current.get(new, ()))

    def _children(self, old: Sequence[str], new: Sequence[str]) -> Iterator[Finding]:
        before = [self.lock.marks[one] or self.marks.get(one, "") for one in old]
        after = [self.marks[one] for one in new]
        if before == after:
            for pair in zip(old, new, strict=True):
                yield from self._pair(*pair)
            return
        for _, i, k, j, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
            common = min(k - i, m - j)
            for pair in zip(old[i : i + common], new[j : j + common], strict=True):
                yield from self._pair(*pair)
            for one in new[j + common : m]:
                self.unsettled |= {one, *self._below(self.current, one)}
                yield Finding(self._place(one), Code.LOCK_MISSING, {"id": one})
            for one in old[i + common : k]:
                self.unsettled |= {one, *self._below(self.published, one)}
                if one not in self.lock.aliases:
                    previous = new[j + common - 1] if j + common else one.rpartition(".")[0]
                    yield Finding(self._place(previous), Code.LOCK_VANISHED, {"id": one})

    def _below(self, tree: Mapping[str, Sequence[str]], above: str) -> Iterator[str]:
        for one in tree.get(above, ()):
            yield one
            yield from self._below(tree, one)

    def _place(self, provision_id: str) -> Place:
        text = self.document.original
        provision = text.provisions.get(provision_id) if text else None
        return Place(text.path if text else PROVISIONS_LOCK, provision.line if provision else 1)


def _tree(ids: Sequence[str]) -> Mapping[str, Sequence[str]]:
    found: dict[str, list[str]] = {}
    for one in ids:
        found.setdefault(one.rpartition(".")[0], []).append(one)
    return found
