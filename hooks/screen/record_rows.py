"""The rows of a record: what is known, what is blank, and how documents are related, in both directions."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ..documents.document import Document
from ..documents.records import LAWS, RELATIONS, TYPES, DocumentRecord, PartialDate
from ..documents.registry import Registry
from .document_names import BLANK, date_in_words, document_name, symbol


@dataclass(frozen=True)
class RecordRow:
    """One row of a record."""

    field: str
    """Name under which its provenance goes."""
    label: str
    """What it is, in words."""
    value: str
    """Markdown; empty when nobody here knows."""
    blank: bool = False
    """Whether part of it is left blank on the copy that is held."""
    rendering_of: str = ""
    """The Vietnamese it is this site's own rendering of: nobody here has seen an official one."""


def record_rows(document: Document, registry: Registry, language: str, word: Callable[[str], str]) -> list[RecordRow]:
    """Return the rows of the record of a document in `language`; `word` gives the interface's words."""
    record = document.record
    words = record.in_language(language)
    law = record.type in LAWS
    rows = [RecordRow("type", word("type"), TYPES[record.type][language])]
    if law:
        original = record.in_language("vi").name or ""
        rows.append(
            RecordRow("name", word("name"), words.name or "", rendering_of="" if language == "vi" else original)
        )
    rows += [
        RecordRow("symbol", word("symbol"), symbol(record) if record.symbol else "", record.number_blank),
        RecordRow("issuer", word("issuer"), words.issuer or ""),
        RecordRow("date", word("date_law" if law else "date"), _day(record.date, language), record.date_blank),
    ]
    if law or record.effective:
        rows.append(RecordRow("effective", word("effective"), _day(record.effective, language)))
    if not law:
        rows.append(RecordRow("subject", word("subject"), words.subject or ""))
    rows.append(RecordRow("text", word("text"), word(f"text_{document.held}")))
    return [*rows, *_relations(record, registry, language, word)]


def _relations(
    record: DocumentRecord, registry: Registry, language: str, word: Callable[[str], str]
) -> Iterator[RecordRow]:
    for relation in RELATIONS:
        targets = record.relations.get(relation, ())
        if targets:
            yield RecordRow(relation, word(relation), "; ".join(_link(t, registry, language) for t in targets))
        sources = [
            document.record.id
            for document in registry.documents.values()
            if record.id in document.record.relations.get(relation, ())
        ]
        if sources:
            linked = "; ".join(_link(source, registry, language) for source in sources)
            yield RecordRow(f"{relation}_inverse", word(f"{relation}_inverse"), linked)


def _link(target: str, registry: Registry, language: str) -> str:
    document = registry.documents.get(target)
    if document is None:
        return _in_language(target, language)
    return f"[{document_name(document.record, language, first=False)}](cite:{target})"


def _in_language(target: str, language: str) -> str:
    """Return a document without a record, `Luật 97/2025/QH15`, with its type in `language`."""
    for names in sorted(TYPES.values(), key=lambda one: -len(one["vi"])):
        if target.startswith(f"{names['vi']} "):
            return names[language] + target.removeprefix(names["vi"])
    return target


def _day(day: PartialDate | None, language: str) -> str:
    """Return a date as a form has it, `19/5/2026` or `19 May 2026`, blanks as ellipses."""
    if day is None:
        return ""
    return date_in_words(day, language) if language == "en" else f"{day.day or BLANK}/{day.month or BLANK}/{day.year}"
