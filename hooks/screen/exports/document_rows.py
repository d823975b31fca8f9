"""The rows of the open data that are official: documents, provisions, entries of digests and reports, rates."""

from collections.abc import Iterator

from ...documents.provisions import anchor
from ...documents.records import DocumentRecord, PartialDate
from ...handbook import Handbook
from ...text import plain
from ..document_names import document_name
from ..labels import official_citation
from ..urls import Urls
from . import schema
from .schema import Row


def documents(handbook: Handbook, urls: Urls) -> Iterator[Row]:
    """Yield every document, with what is known of it."""
    for document in handbook.registry.documents.values():
        record = document.record
        words = record.in_language("vi")
        yield {
            "id": record.id,
            "url": urls.published(record.page, "vi"),
            "type": record.type,
            "name": document_name(record, "vi", first=False),
            "name_en": document_name(record, "en", first=False),
            "symbol": record.symbol or "",
            "date": _partial(record.date),
            "effective": _partial(record.effective),
            "issuer": words.issuer or "",
            "subject": " ".join((words.subject or "").split()),
            "held": document.held,
            "relations": _relations(record),
        }


def provisions(handbook: Handbook, urls: Urls) -> Iterator[Row]:
    """Yield every provision of the texts that are held, in both languages."""
    for document in handbook.registry.documents.values():
        original, english = document.original, document.texts.get("en")
        for provision in original.provisions.values() if original else ():
            translated = english.own_words.get(provision.id, "") if english else ""
            yield {
                "id": provision.id,
                "url": f"{urls.published(document.page_of_text, 'vi')}#{provision.anchor}",
                "document": document.record.id,
                "parent": provision.parent or "",
                "citation": official_citation(handbook.registry, provision.id, "vi", first=True),
                "citation_en": official_citation(handbook.registry, provision.id, "en", first=True),
                "text": _one_line(provision.text),
                "text_en": " ".join(translated.split()),
            }


def entries(handbook: Handbook, urls: Urls) -> Iterator[Row]:
    """Yield the entries of digests and reports, in both languages; what one has not is empty."""
    columns = [column.name for column in schema.tables()["tom-luoc"].columns]
    for digest in handbook.registry.digests.values():
        record = handbook.registry.documents[digest.document].record
        for entry in digest.entries.values():
            row = dict.fromkeys(columns, "")
            row |= {
                "id": entry.id,
                "url": f"{urls.published(digest.page, 'vi')}#{entry.anchor}",
                "kind": "report" if digest.report else "digest",
                "law": document_name(record, "vi", first=False),
                "symbol": record.symbol or "",
                "title": entry.texts["vi"].title,
                "vi": _one_line(entry.texts["vi"].words),
            }
            if "en" in entry.texts:
                row |= {"title_en": entry.texts["en"].title, "en": _one_line(entry.texts["en"].words)}
            if digest.compared:
                dieu, khoan, diem = _place(entry.pin)
                row |= {"dieu": dieu, "khoan": khoan, "diem": diem}
                compared = digest.compared
                row |= {"compared_against": compared.against, "compared_on": compared.on.isoformat()}
            if digest.source:
                row |= {"reported_by": digest.source.outlet, "source_url": digest.source.url}
            yield row


def rates(handbook: Handbook, urls: Urls) -> Iterator[Row]:
    """Yield the rates in force, each with the first day on which it holds and the entry that says so."""
    for rate in handbook.rates.values():
        if rate.entry in handbook.registry.entries:
            yield {
                "id": rate.name,
                "value": rate.value,
                "unit": rate.unit,
                "from": rate.since.isoformat(),
                "until": rate.until.isoformat() if rate.until else "",
                "entry": rate.entry,
                "url": f"{urls.published(handbook.registry.page_of(rate.entry), 'vi')}#{anchor(rate.entry)}",
                "vi": rate.called["vi"],
                "en": rate.called["en"],
            }


def _relations(record: DocumentRecord) -> list[str]:
    return [f"{kind}:{other}" for kind, others in record.relations.items() for other in others]


def _partial(day: PartialDate | None) -> str:
    if day is None:
        return ""
    known = [f"{day.year:04}", *(f"{part:02}" for part in (day.month, day.day) if part)]
    return "-".join(known)


def _place(pin: str) -> tuple[str, str, str]:
    """Return the numbers of Điều, khoản and điểm that a pin names, each empty where it names none."""
    numbers = {part[0] if part[1:2].isdigit() else "": part for part in pin.split(".")}
    return numbers.get("d", "")[1:], numbers.get("k", "")[1:], numbers.get("", "")


def _one_line(markdown: str) -> str:
    return " ".join(plain(markdown).split())
