"""How a provision that is told, not held, is named in words: from its pin alone."""

import re
from datetime import date
from functools import cache

from ..documents.digest import Digest
from ..documents.records import PartialDate
from .dates import in_english

_NAMES = {
    "c": {"vi": "Chương", "en": "Chapter"},
    "m": {"vi": "Mục", "en": "Section"},
    "pl": {"vi": "Phụ lục", "en": "Annex"},
    "d": {"vi": "Điều", "en": "Article"},
    "k": {"vi": "khoản", "en": "clause"},
    "": {"vi": "điểm", "en": "point"},
}
_ROMAN = frozenset({"c", "pl"})
_PART = re.compile(r"(c|m|pl|d|k)(\d+\w*|(?<=pl))\Z")
_NUMERALS = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


@cache
def position(pin: str, language: str) -> str:
    """Return where in its document a pin stands, from the smallest part to the largest.

    >>> position("d36.k1.đ", "vi"), position("d97.k4", "en"), position("c2.m1", "vi"), position("pl1", "vi")
    ('điểm đ khoản 1 Điều 36', 'clause 4, Article 97', 'Mục 1, Chương II', 'Phụ lục I')
    """
    parts = []
    for number, part in enumerate(pin.split(".")):
        found = _PART.match(part) if number == 0 or part[1:2].isdigit() else None
        kind, own = (found[1], found[2]) if found else ("", part)
        if kind in _ROMAN and own.isdigit():
            own = roman(int(own))
        parts.append(f"{_NAMES[kind][language]} {own}".strip())
    joint = " " if language == "vi" and pin.startswith("d") else ", "
    return joint.join(reversed(parts))


def roman(number: int) -> str:
    """Return a number in Roman numerals."""
    numeral = ""
    for value, letters in _NUMERALS:
        while number >= value:
            numeral, number = numeral + letters, number - value
    return numeral


def report_name(digest: Digest, language: str) -> str:
    """Return how a report is cited: outlet and day, `Báo Lao Động, tháng 1/2026`."""
    source = digest.source
    if source is None:
        return digest.id
    day = _published(source.published, language) if source.published else ""
    return ", ".join(filter(None, (source.outlet, day)))


def _published(day: PartialDate, language: str) -> str:
    """Return a day of publication as far as it is known: `ngày 24/11/2026`, `tháng 1/2026`, `2026`."""
    if language == "vi":
        month = f"{day.month}/{day.year}" if day.month else ""
        return f"ngày {day.day}/{month}" if day.day else f"tháng {month}" if month else str(day.year)
    return in_english(day)


def day_in_words(day: date, language: str) -> str:
    """Return a day as running text has it: `28/11/2026`, `28 November 2026`."""
    if language == "vi":
        return f"{day.day}/{day.month}/{day.year}"
    return in_english(PartialDate(day.year, day.month, day.day))
