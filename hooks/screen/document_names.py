"""What a document is called: shortly in running text, officially in copies, records and notes of sheets."""

from ..documents.records import LAWS, TYPES, DocumentRecord, PartialDate
from ..documents.registry import Registry
from .dates import in_english

BLANK = "…"
"""What stands for a number or a date that is blank on our copy."""


def short_name(registry: Registry, record: DocumentRecord, language: str) -> str:
    """Return how running text calls a document: `Bộ luật Lao động`, `Nghị định 293/2025/NĐ-CP`, the one `Công văn`."""
    if record.type in LAWS and record.in_language(language).name:
        return document_name(record, language, first=False)
    name = TYPES[record.type][language]
    if record.type == "cong-van" and sum(one.record.type == "cong-van" for one in registry.documents.values()) == 1:
        return name if language == "vi" else f"the {name.lower()}"
    return f"{name} {symbol(record)}".strip()


def document_name(record: DocumentRecord, language: str, *, first: bool) -> str:
    """Return how a document is called: a law by name; others by number and, at first mention, date, issuer, subject."""
    words = record.in_language(language)
    if record.type in LAWS and words.name:
        return words.name
    return _name_en(record, first=first) if language == "en" else _name_vi(record, first=first)


def _name_vi(record: DocumentRecord, *, first: bool) -> str:
    words = record.in_language("vi")
    name = TYPES[record.type]["vi"]
    if record.symbol:
        name += f" số {symbol(record)}"
    if not first:
        return name
    if record.date:
        name += f" {date_in_words(record.date, 'vi')}"
    if words.issuer:
        name += f" của {words.issuer}"
    if words.subject:
        name += f" về việc {words.subject}" if record.type == "cong-van" else f" về {words.subject}"
    return name


def _name_en(record: DocumentRecord, *, first: bool) -> str:
    words = record.in_language("en")
    own = record.type == "cong-van" and record.blank
    name = "the dispatch" if own else TYPES[record.type]["en"]
    if record.symbol and not own:
        name += f" No. {symbol(record)}"
    if not first:
        return name
    if record.date and not own:
        name += f" of {date_in_words(record.date, 'en')}"
    if words.issuer:
        name += f" of the {words.issuer.removeprefix('the ').removeprefix('The ')}"
    return f"{name} (number and date left blank on our copy)" if own else name


def symbol(record: DocumentRecord) -> str:
    """Return the number and symbol of a document, a blank number as an ellipsis."""
    return (BLANK if record.number_blank else "") + (record.symbol or "")


def date_in_words(day: PartialDate, language: str) -> str:
    """Return a date as it is written in running text, blanks as ellipses."""
    if language == "vi":
        return f"ngày {day.day or BLANK} tháng {day.month or BLANK} năm {day.year}"
    return in_english(day)


def joint(record: DocumentRecord, language: str) -> str:
    """Return what stands between a place in a document and the name of the document."""
    if language == "vi":
        return " "
    english = record.words.get("en")
    return " of the " if record.type in LAWS and english is not None and english.name else " of "
