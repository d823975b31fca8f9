"""What a record says of itself holds: its sources have the stated values, and what it is related to exists."""

import re
from collections.abc import Iterator, Mapping, Set

from ..findings.finding import Code, Detail, Finding, Reason
from ..text import normalise
from .document import Document
from .front_matter import FrontMatter
from .record_reader import stated_fields
from .records import OUTSIDE, PartialDate
from .registry import Registry
from .suggest import closest
from .unknown_citations import Unknown

_LOOKS_LIKE_ID = re.compile(r"[a-z][a-z0-9]*\Z")


def check(registry: Registry, fronts: Mapping[str, FrontMatter], unsettled: Set[str]) -> Iterator[Finding]:
    """Yield what does not hold; `fronts` has the front matter of each Vietnamese page by its key.

    Nothing is said of an id in `unsettled`, whose text is itself in question.
    """
    for document in registry.documents.values():
        front = fronts[document.record.page]
        yield from _origin(document, fronts)
        yield from _relations(document, registry, front)
        yield from _provenance(document, registry, front, unsettled)
        coverage, words = document.record.coverage, document.record.in_language("vi")
        named: dict[tuple[str, ...], tuple[str, ...]] = {("repairs",): tuple(repair.at for repair in words.repairs)}
        if coverage:
            named |= {("coverage", "full"): coverage.full, ("coverage", "mention"): coverage.mention}
        for keys, ids in named.items():
            for cited in set(ids) - unsettled:
                found = registry.resolve(cited)
                if isinstance(found, Unknown):
                    suggestion = f"“{found.suggestion}”" if found.suggestion else ""
                    yield Finding(front.place("document", *keys), found.code, found.details, suggestion)


def _origin(document: Document, fronts: Mapping[str, FrontMatter]) -> Iterator[Finding]:
    """Yield a text that does not say where it was copied from; the document that pages explain is its own source."""
    if not document.texts or document.origin or document.record.coverage:
        return
    beside = bool(document.text_page)
    place = fronts[document.page_of_text].place(*(("origin",) if beside else ("document", "provenance", "text")))
    stated = "copied_from: …, copied_on: 2026-12-31, verified: false"
    example = f"origin: {{{stated}}}" if beside else f"provenance: text: {{source: outside, {stated}}}"
    yield Finding(place, Code.DOCUMENT_ORIGIN, {"id": document.record.id, "example": example})


def _relations(document: Document, registry: Registry, front: FrontMatter) -> Iterator[Finding]:
    for relation, targets in document.record.relations.items():
        for target in targets:
            if target not in registry.documents and _LOOKS_LIKE_ID.match(target):
                near = closest(target, registry.documents)
                details = {"id": target, "known": ", ".join(registry.documents)}
                place = front.place("document", "relations", relation)
                yield Finding(place, Code.DOCUMENT_UNKNOWN, details, f"“{near}”" if near else "")


def _provenance(document: Document, registry: Registry, front: FrontMatter, unsettled: Set[str]) -> Iterator[Finding]:
    stated = stated_fields(document.record)
    for field, provenance in document.record.provenance.items():
        if provenance.source == OUTSIDE or field not in stated or provenance.source in unsettled:
            continue
        place = front.place("document", "provenance", field)
        found = registry.resolve(provenance.source)
        words = None if isinstance(found, Unknown) else registry.words(provenance.source, "vi")
        if isinstance(found, Unknown):
            yield Finding(place, found.code, found.details, f"“{found.suggestion}”" if found.suggestion else "")
        elif words is None or not all(value in words for value in _values(stated[field], registry)):
            details: dict[str, Detail] = {"field": field, "reason": Reason("not-in-source", {"id": provenance.source})}
            yield Finding(place, Code.DOCUMENT_PROVENANCE, details)


def _values(fact: str | PartialDate | tuple[str, ...], registry: Registry) -> Iterator[str]:
    """Yield how a fact is written in a source; documents by their symbol or name."""
    if isinstance(fact, PartialDate):
        yield f"{fact.day}/{fact.month}/{fact.year}" if fact.whole else str(fact.year)
    elif isinstance(fact, str):
        yield normalise(fact)
    else:
        for target in fact:
            if target in registry.documents:
                record = registry.documents[target].record
                yield normalise(record.symbol or record.in_language("vi").name or "")
            elif not _LOOKS_LIKE_ID.match(target):
                yield normalise(target)
