"""How a provision is cited in words, from the smallest part to the largest.

Vietnamese follows Nghị định 30/2020/NĐ-CP, Phụ lục II: Phần, Chương, Mục, Tiểu mục and Điều with a capital, khoản and
điểm without. The parts I, II, III of a dispatch are “Mục”, never “Phần”. Running text is cited shortly; the official
forms are for copying, for records and for the notes of a sheet.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from ..documents.document import Document
from ..documents.provisions import Provision
from ..documents.records import DocumentRecord
from ..documents.registry import Registry
from . import pins
from .document_names import document_name, joint, short_name

_ORDINALS = {
    "vi": "nhất hai ba tư năm sáu bảy tám chín mười".split(),
    "en": "first second third fourth fifth sixth seventh eighth ninth tenth".split(),
}
_NAMED = {
    "can-cu": {"vi": "đoạn căn cứ", "en": "basis paragraph"},
    "de-nghi": {"vi": "đoạn đề nghị ở cuối", "en": "closing request"},
    "kinh-gui": {"vi": "phần Kính gửi", "en": "list of addressees"},
}
_COUNTED = {
    "dash": {"vi": "gạch đầu dòng {}", "en": "{} point"},
    "inner": {"vi": "gạch đầu dòng {}", "en": "{} dash"},
    "plus": {"vi": "dấu cộng {}", "en": "{} sub-point"},
    "addressee": {"vi": "nơi nhận {}", "en": "{} addressee"},
}
_PARTS = {
    "phu-luc": {"vi": "Phụ lục", "en": "Annex"},
    "mau": {"vi": "Mẫu số", "en": "Form"},
    "phan": {"vi": "Phần", "en": "Part"},
    "chuong": {"vi": "Chương", "en": "Chapter"},
    "muc": {"vi": "Mục", "en": "Section"},
    "tieu-muc": {"vi": "Tiểu mục", "en": "Subsection"},
    "dieu": {"vi": "Điều", "en": "Article"},
    "letter": {"vi": "Mục", "en": "Section"},
    "roman": {"vi": "Mục", "en": "Section"},
    "item": {"vi": "Mục", "en": "Section"},
    "khoan": {"vi": "khoản", "en": "clause"},
    "diem": {"vi": "điểm", "en": "point"},
}


_PATHS = frozenset({"roman", "item", "letter", "khoan"})
"""Kinds that are named by the path of their numbers where they stand in no article: `Mục II.1`."""
_ANNEXES = frozenset({"phu-luc", "mau"})
_APART = _ANNEXES | {"phan", "chuong"}
"""Kinds that such a path does not begin with, but is followed by: `Mục A.2, Phần thứ hai`."""


@dataclass(frozen=True)
class Source:
    """A document as the notes of a sheet name it."""

    short: str
    """How running text calls it: every short citation of it ends so."""
    first: str
    """How it is cited officially at its first mention."""
    later: str
    """How it is cited officially afterwards."""
    blank: bool
    """Whether its number or date is blank on our copy."""


def short_citation(registry: Registry, cited: str, language: str) -> str:
    """Return the words that cite a known id in running text: `gạch đầu dòng thứ ba, Mục II.1 Công văn`."""
    return _cited(registry, cited, language, lambda record: short_name(registry, record, language))


def official_citation(registry: Registry, cited: str, language: str, *, first: bool) -> str:
    """Return the official words that cite a known id: in full at the first mention, by number and symbol afterwards."""
    return _cited(registry, cited, language, lambda record: document_name(record, language, first=first))


def sources(registry: Registry, cited: Iterable[str], language: str) -> Iterator[Source]:
    """Yield the documents that known ids name, in order, where they are officially called otherwise than in short."""
    named = (registry.canonical(one) for one in cited)
    told = dict.fromkeys(one.partition(".")[0] for one in named)
    for record in (registry.documents[one].record for one in told if one in registry.documents):
        called = short_name(registry, record, language)
        first, later = (document_name(record, language, first=one) for one in (True, False))
        if first != called:
            yield Source(called, first, later, language == "vi" and record.blank)


def _cited(registry: Registry, cited: str, language: str, name: Callable[[DocumentRecord], str]) -> str:
    """Return place and name of what is cited; `name` says how its document is called."""
    cited = registry.canonical(cited)
    digest = registry.digest_of(cited)
    if digest and digest.report:
        return pins.report_name(digest, language)
    document = registry.document_of(cited)
    named = name(document.record)
    if "." not in cited:
        return named
    if digest:
        place = pins.position(digest.entries[cited].pin, language)
    else:
        place = position(document, registry.provisions[cited], language)
    return f"{place}{joint(document.record, language)}{named}"


def position(document: Document, provision: Provision, language: str) -> str:
    """Return where in its document a provision stands, in words: `gạch đầu dòng thứ ba, Mục II.1`."""
    words = ""
    current: Provision | None = provision
    while current is not None:
        above = document.original.provisions[current.parent] if current.parent and document.original else None
        if current.kind in _PATHS and not _inside_article(document, current):
            part = _enclosing(document, current, _APART)
            own = current.id.removeprefix(f"{part.id if part else document.record.id}.")
            words += f"{'Mục' if language == 'vi' else 'Section'} {own}"
            return f"{words}, {position(document, part, language)}" if part else words
        if current.kind == "dieu":
            above = _enclosing(document, current, _ANNEXES)
        words += _part(current, above, language)
        if above and language == "vi" and current.kind in ("khoan", "diem"):
            words += " "
        elif above:
            words += ", "
        if above and above.number == "kinh-gui":
            return words.removesuffix(", ") + {"vi": " ở phần Kính gửi", "en": ""}[language]
        current = above
    return words


def _part(provision: Provision, above: Provision | None, language: str) -> str:
    if provision.kind == "named":
        unknown = {"vi": f"đoạn “{provision.number}”", "en": f"paragraph “{provision.number}”"}
        return _NAMED.get(provision.number, unknown)[language]
    if provision.kind in ("dash", "plus"):
        counted = provision.kind
        if above and above.number == "kinh-gui":
            counted = "addressee"
        elif above and above.kind in ("dieu", "khoan", "diem"):
            counted = "inner"
        noun = _COUNTED[counted][language]
        return noun.format(_ordinal(int(provision.number), language))
    printed = provision.marker.rstrip(".:").split(maxsplit=1)[-1]
    if provision.kind == "phu-luc" and not printed.isdigit() and not printed.isupper():
        return _PARTS["phu-luc"][language] + (f" {provision.number}" if provision.number else "")
    if provision.kind not in ("phan", "chuong", "phu-luc") or (language == "en" and not printed.isupper()):
        printed = provision.number
    return f"{_PARTS[provision.kind][language]} {printed}"


def _ordinal(number: int, language: str) -> str:
    words = _ORDINALS[language]
    if number <= len(words):
        return f"thứ {words[number - 1]}" if language == "vi" else words[number - 1]
    return f"thứ {number}" if language == "vi" else f"{number}th"


def _enclosing(document: Document, provision: Provision, kinds: frozenset[str]) -> Provision | None:
    """Return the nearest provision of one of these kinds that a provision stands in, if any."""
    above = provision.parent
    while above and document.original:
        current = document.original.provisions[above]
        if current.kind in kinds:
            return current
        above = current.parent
    return None


def _inside_article(document: Document, provision: Provision) -> bool:
    above = provision.parent
    while above and document.original:
        if document.original.provisions[above].kind == "dieu":
            return True
        above = document.original.provisions[above].parent
    return False
