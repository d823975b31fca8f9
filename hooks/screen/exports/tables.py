"""The content as tables, each as JSON and CSV with its schema, the same bytes at every build."""

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from ...content.ward import FIELDS
from ...documents.provisions import anchor
from ...documents.records import DocumentRecord, PartialDate
from ...handbook import Handbook
from ...settings import LANGUAGES
from ...text import heading, plain
from ..answers import answer, cited_words
from ..document_names import document_name
from ..labels import official_citation
from ..urls import Urls
from ..ward_fields import called
from . import FOLDER, cards, schema

Row = Mapping[str, Any]


def files(handbook: Handbook, urls: Urls) -> Mapping[str, str]:
    """Return path below the site → text of every table with rows, as JSON and CSV, and of its schema."""
    found: dict[str, str] = {}
    for name, table in schema.tables().items():
        rows = list(_ROWS[name](handbook, urls))
        if not rows:
            continue
        whole = {"$schema": schema.path(name), "version": schema.VERSION, "rows": rows}
        found[f"{FOLDER}/{name}.json"] = json.dumps(whole, ensure_ascii=False, indent=1) + "\n"
        found[f"{FOLDER}/{name}.csv"] = _csv([column.name for column in table.columns], rows)
        found[f"{FOLDER}/{schema.path(name)}"] = schema.written(table, f"{urls.root_url}{FOLDER}/")
    return found


def _csv(columns: list[str], rows: list[Row]) -> str:
    table = io.StringIO()
    writer = csv.DictWriter(table, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows({key: _cell(value) for key, value in row.items()} for row in rows)
    return "\ufeff" + table.getvalue()  # the mark lets spreadsheets see UTF-8


def _cell(value: Any) -> str:
    """Return a value as a cell: lists with spaces between, true and false as JSON has them."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return " ".join(value) if isinstance(value, list) else str(value)


def _documents(handbook: Handbook, urls: Urls) -> Iterator[Row]:
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


def _relations(record: DocumentRecord) -> list[str]:
    return [f"{kind}:{other}" for kind, others in record.relations.items() for other in others]


def _partial(day: PartialDate | None) -> str:
    if day is None:
        return ""
    known = [f"{day.year:04}", *(f"{part:02}" for part in (day.month, day.day) if part)]
    return "-".join(known)


def _provisions(handbook: Handbook, urls: Urls) -> Iterator[Row]:
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


def _told(handbook: Handbook, urls: Urls) -> Iterator[Row]:
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


def _place(pin: str) -> tuple[str, str, str]:
    """Return the numbers of Điều, khoản and điểm that a pin names, each empty where it names none."""
    numbers = {part[0] if part[1:2].isdigit() else "": part for part in pin.split(".")}
    return numbers.get("d", "")[1:], numbers.get("k", "")[1:], numbers.get("", "")


def _questions(handbook: Handbook, urls: Urls) -> Iterator[Row]:
    for key, page in handbook.pages["vi"].items():
        other = handbook.pages["en"].get(key, page)
        english = {} if other is page else {question.section.id: question for question in other.questions}
        for question in page.questions:
            section, translated = question.section, english.get(question.section.id)
            yield {
                "id": section.id,
                "url": f"{urls.published(key, 'vi')}#{section.id}",
                "card": urls.root_url + cards.path(section.id, "vi"),
                "question": plain(section.title),
                "question_en": plain(translated.section.title) if translated else "",
                "answer": " ".join(answer(page, section, handbook)),
                "answer_en": " ".join(answer(other, translated.section, handbook)) if translated else "",
                "answered": section.answered,
                "readers": list(dict.fromkeys(section.readers)),
                "cites": list(dict.fromkeys(link.cited for link in section.citations)),
            }


def _slogans(handbook: Handbook, urls: Urls) -> Iterator[Row]:
    for key, page in handbook.pages["vi"].items():
        other = handbook.pages["en"].get(key, page)
        english = {} if other is page else {slogan.section.id: slogan.words for slogan in other.slogans}
        for slogan in page.slogans:
            yield {
                "id": slogan.section.id,
                "url": f"{urls.published(key, 'vi')}#{slogan.section.id}",
                "slogan": slogan.words,
                "slogan_en": english.get(slogan.section.id, ""),
                "lines": " | ".join(slogan.lines),
                "verbatim": slogan.section.verbatim,
                "cites": list(dict.fromkeys(link.cited for link in slogan.section.citations)),
            }


def _rates(handbook: Handbook, urls: Urls) -> Iterator[Row]:
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


def _citations(handbook: Handbook, urls: Urls) -> Iterator[Row]:
    """Yield every id that a section cites, once."""
    for language in LANGUAGES:
        for key, page in handbook.pages[language].items():
            if page.language != language:
                continue  # not translated yet: the original's citations are listed already
            for section in page.sections:
                place = urls.published(key, language) + (f"#{section.id}" if section.id else "")
                for cited in dict.fromkeys(handbook.registry.canonical(link.cited or "") for link in section.citations):
                    if words := cited_words(handbook.registry, cited, language):
                        yield {
                            "url": place,
                            "language": language,
                            "page": page.metadata.title or key,
                            "section": heading(section.title),
                            "cites": cited,
                            "citation": words,
                        }


def _ward(handbook: Handbook, urls: Urls) -> Iterator[Row]:
    """Yield what only the ward knows; what it has not filled in is empty."""
    del urls
    for name in FIELDS:
        yield {
            "id": name,
            "name": called(name, "vi"),
            "vi": handbook.ward.value(name, "vi"),
            "en": handbook.ward.value(name, "en"),
        }


def _one_line(markdown: str) -> str:
    return " ".join(plain(markdown).split())


_ROWS: Mapping[str, Callable[[Handbook, Urls], Iterator[Row]]] = {
    "van-ban": _documents,
    "quy-dinh": _provisions,
    "tom-luoc": _told,
    "hoi-dap": _questions,
    "khau-hieu": _slogans,
    "muc-tien": _rates,
    "trich-dan": _citations,
    "phuong": _ward,
}
