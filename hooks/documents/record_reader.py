"""From the front matter of a record page to the record, in both languages."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from ..findings.finding import Code, Detail, Finding, Reason
from .front_matter import FrontMatter
from .front_matter_fields import Reader, given
from .records import (
    OUTSIDE,
    RELATIONS,
    TEXTS,
    TYPES,
    Coverage,
    DocumentRecord,
    Origin,
    PartialDate,
    Provenance,
    Repair,
    Words,
)

_ID = re.compile(r"[a-z][a-z0-9]*\Z")
WORD_FIELDS = ("name", "issuer", "subject", "reported")


def read_original(page: str, source: FrontMatter) -> tuple[DocumentRecord | None, tuple[Finding, ...]]:
    """Return the record stated under `document:` of a Vietnamese page, or nothing where it cannot be used."""
    reader = Reader(source, ("document",))
    document_id = reader.text("id", required=True)
    if document_id and not _ID.match(document_id):
        details: dict[str, Detail] = {"key": "document.id", "given": given(document_id), "wanted": Reason("wanted-id")}
        reader.findings.append(Finding(source.place("document", "id"), Code.FRONT_MATTER_VALUE, details))
        document_id = None
    type_ = reader.choice("type", tuple(TYPES), required=True)
    text = reader.choice("text", TEXTS, required=True)
    record = DocumentRecord(
        id=document_id or "",
        page=page,
        type=type_ or "cong-van",
        text=text or "none",
        symbol=reader.text("symbol"),
        date=reader.date("date"),
        effective=reader.date("effective"),
        words={"vi": _words(reader)},
    )
    record = replace(record, relations=_relations(reader.nested("relations")))
    provenance = reader.nested("provenance")
    if record.text == "full" and "text" in provenance.values:
        of_text = provenance.nested("text")
        of_text.ignore("source")
        record = replace(record, origin=read_origin(of_text))
        of_text.finish()
    record = replace(record, provenance=_provenance(provenance, full=record.text == "full"))
    if "coverage" in reader.values:
        parts = reader.nested("coverage")
        record = replace(record, coverage=Coverage(parts.texts("full"), parts.texts("mention")))
        parts.finish()
    reader.finish()
    reader.findings.extend(_without_provenance(record, source))
    return (record if document_id else None), tuple(reader.findings)


def read_translation(source: FrontMatter) -> tuple[str | None, Words, tuple[Finding, ...]]:
    """Return the document id and the translated words stated under `document:` of an English page.

    Numbers, dates, provenance and relations stand on the Vietnamese page alone, so that each fact has one place.
    """
    reader = Reader(source, ("document",))
    document_id = reader.text("id", required=True)
    words = _words(reader)
    reader.finish()
    return document_id, words, tuple(reader.findings)


def _words(reader: Reader) -> Words:
    repairs = []
    for entry in reader.entries("repairs"):
        at, joined, note = (entry.text(key, required=True) for key in ("at", "joined", "note"))
        entry.finish()
        if at and joined and note:
            repairs.append(Repair(at, joined, note))
    return Words(**{name: reader.text(name) for name in WORD_FIELDS}, repairs=tuple(repairs))


def _relations(reader: Reader) -> Mapping[str, tuple[str, ...]]:
    relations = {name: reader.texts(name) for name in RELATIONS}
    reader.finish()
    return {name: targets for name, targets in relations.items() if targets}


def read_origin(reader: Reader) -> Origin | None:
    """Return where a text was copied from, or nothing where that is not stated."""
    copied_from, copied_on = reader.text("copied_from"), reader.date("copied_on")
    verified = reader.flag("verified", default=False)
    whole = copied_on.whole if copied_on else None
    return Origin(copied_from, whole, verified) if copied_from and whole else None


def _provenance(reader: Reader, *, full: bool) -> Mapping[str, Provenance]:
    provenance = {}
    for name in reader.values:
        if full and name == "text":
            continue
        entry = reader.nested(str(name))
        source = entry.text("source", required=True)
        checked_on = entry.date("checked_on")
        known = Provenance(
            source=source or OUTSIDE,
            verified=entry.flag("verified", default=source != OUTSIDE),
            checked_on=checked_on.whole if checked_on else None,
            checked_against=entry.text("checked_against"),
        )
        entry.finish()
        provenance[str(name)] = known
    return provenance


def stated_fields(record: DocumentRecord) -> Mapping[str, str | PartialDate | tuple[str, ...]]:
    """Return every fact the record states, by the name its provenance goes under."""
    words = record.in_language("vi")
    facts: dict[str, str | PartialDate | tuple[str, ...] | None] = {
        "name": words.name,
        "symbol": record.symbol,
        "date": record.date,
        "effective": record.effective,
        "issuer": words.issuer,
        "subject": words.subject,
        **record.relations,
    }
    return {name: fact for name, fact in facts.items() if fact}


def _without_provenance(record: DocumentRecord, source: FrontMatter) -> Iterable[Finding]:
    if record.text == "full":
        return
    stated = stated_fields(record)
    for name in stated:
        if name not in record.provenance:
            keys = ("document", "relations", name) if name in RELATIONS else ("document", name)
            yield Finding(source.place(*keys), Code.DOCUMENT_PROVENANCE, {"field": name, "reason": Reason("no-source")})
    for name in record.provenance:
        if name not in stated:
            place = source.place("document", "provenance", name)
            yield Finding(place, Code.DOCUMENT_PROVENANCE, {"field": name, "reason": Reason("no-value")})
