"""The lock of published provisions: a text that changes, moves or disappears is noticed until somebody accepts it.

`docs/provisions.lock` has one line a provision, `id  fingerprint`, in the order of the documents; the line of a
document itself holds the fingerprint of its words that are no provision (letterhead, recipients, signature).
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping

from ..diagnostics import Code, Finding, Place
from ..text import fingerprint
from .documents import Document

LOCK = "docs/provisions.lock"
"""Path of the lock from the project root."""

_LINE = re.compile(r"(\S+)  ([0-9a-f]{16})\Z")
_HEADER = "# Dấu vân tay của từng quy định đã công bố. Cập nhật có chủ ý: python -m hooks lock\n"


def write(documents: Iterable[Document]) -> str:
    """Return the lock of the documents held in full."""
    lines = [f"{locked_id}  {mark}" for document in documents for locked_id, mark in fingerprints(document).items()]
    return _HEADER + "\n".join(lines) + "\n"


def fingerprints(document: Document) -> Mapping[str, str]:
    """Return id → fingerprint of a document's own provisions and, under its own id, of its kept words."""
    text = document.original
    if text is None:
        return {}
    marks = {provision_id: fingerprint(words) for provision_id, words in text.own_words.items()}
    return {document.record.id: fingerprint(text.kept_words), **marks}


def compare(lock: str, documents: Collection[Document]) -> Iterator[tuple[str, Finding]]:
    """Yield id and finding for whatever differs between the lock's text and the documents."""
    locked: dict[str, tuple[str, int]] = {}
    damaged: set[str] = set()
    for number, line in enumerate(lock.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        entry = _LINE.match(line)
        if entry is None:
            damaged.add(line.split()[0])
            yield "", Finding(Place(LOCK, number), Code.LOCK_UNREADABLE, {"line": line[:60]})
            continue
        locked[entry[1]] = (entry[2], number)
    unseen = dict(locked)
    for document in documents:
        text = document.original
        if text is None:
            continue
        for locked_id, mark in fingerprints(document).items():
            known = locked.get(locked_id)
            unseen.pop(locked_id, None)
            provision = text.provisions.get(locked_id)
            place = Place(text.path, provision.line if provision else 1)
            if known is None and locked_id not in damaged:
                yield locked_id, Finding(place, Code.LOCK_MISSING, {"id": locked_id})
            elif known and known[0] != mark:
                yield locked_id, Finding(place, Code.LOCK_CHANGED, {"id": locked_id})
    places = _places(locked, documents)
    for locked_id, (_, number) in unseen.items():
        place = places.get(locked_id, Place(LOCK, number))
        yield locked_id, Finding(place, Code.LOCK_VANISHED, {"id": locked_id})


def _places(locked: Iterable[str], documents: Iterable[Document]) -> Mapping[str, Place]:
    """Return where each locked id stands, or stood: at the nearest id before it that is still there."""
    places: dict[str, Place] = {}
    texts = {document.record.id: document.original for document in documents}
    last: dict[str, int] = {}
    for locked_id in locked:
        document_id = locked_id.partition(".")[0]
        text = texts.get(document_id)
        if text:
            provision = text.provisions.get(locked_id)
            last[document_id] = provision.line if provision else last.get(document_id, 1)
            places[locked_id] = Place(text.path, last[document_id])
    return places
