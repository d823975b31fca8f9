"""What a text states in figures: numbers, percentages, dates and document symbols, as values and not as spellings."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from .number_words import counted, unit
from .values import canonical, scaled

_MONTHS = "January February March April May June July August September October November December".split()
_MONTH = "|".join(_MONTHS)
_NUMBER = r"\d++(?:[.,]\d++)*"
_FIGURE = re.compile(
    rf"""
    (?P<iso>\b\d{{4}}-\d{{2}}-\d{{2}}\b)
  | (?P<dmy>\b\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{4}}\b)
  | (?P<long>\b\d{{1,2}}\s+tháng\s+\d{{1,2}}(?:\s+năm|,)\s+\d{{4}}\b)
  | (?P<en_dmy>\b\d{{1,2}}\s+(?:{_MONTH}),?\s+\d{{4}}\b)
  | (?P<en_mdy>\b(?:{_MONTH})\s+\d{{1,2}},\s+\d{{4}}\b)
  | (?P<en_my>\b(?:{_MONTH})\s+\d{{4}}\b)
  | (?P<my>\btháng\s+\d{{1,2}}(?:/|\s+năm\s+)\d{{4}}\b)
  | (?P<symbol>(?<![\w/-])\d+(?:/\d+)*[/-](?-i:(?=[a-zđ]*[A-ZĐ]))[A-Za-zĐđ][\wĐđ]*(?:[-/][\wĐđ]+)*)
  | (?P<percent>(?<![\w.,])\d+(?:[.,]\d+)?\s*(?:%|phần\s+trăm\b|per\s?cent\b))
  | (?P<dm>(?<![\w/.,-])(?:0?[1-9]|[12]\d|3[01])/(?:0?[1-9]|1[0-2])(?![\w/]|[.,]\d))
  | (?P<long_dm>\b(?:0?[1-9]|[12]\d|3[01])\s+tháng\s+(?:0?[1-9]|1[0-2])\b(?!\s+(?:ngày|lần|giờ|tuần|người|đợt|kỳ)\b))
  | (?P<en_dm>\b\d{{1,2}}\s+(?-i:{_MONTH})\b)
  | (?P<en_md>\b(?-i:{_MONTH})\s+\d{{1,2}}\b(?![.,]\d))
  | (?P<number>(?<![\w^]){_NUMBER})
    """,
    re.VERBOSE | re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")
_MONTH_BEFORE = re.compile(rf"\b(?:tháng|{_MONTH})\s+\Z", re.IGNORECASE)
_NOT_A_FIGURE = re.compile(
    r"(?:\bthứ|\bcâu|\bbước|\btrang|\bhình|\bbảng|\bquestion|\bstep|\bpage)\s+\Z"  # ordinals
    r"|(?:^|\n)[ >]*(?:\#{1,6}[ ]+)?\Z"  # the number of a list item or heading, if a mark follows
    r"|[^\W\d][.\-/]\Z",  # part of an id, II.1
    re.IGNORECASE,
)

Key = tuple[str, ...]


@dataclass(frozen=True)
class Figure:
    """One figure in a text."""

    keys: tuple[Key, ...]
    """What it states: the first is the figure itself, the rest are contained in it (the year of a date)."""
    at: int
    """Offset in the text."""
    end: int
    """Offset after it."""
    words: str
    """As written."""
    spelt_out: bool = False
    """Whether it is in words."""


def figures(text: str, start: int = 0, end: int | None = None, language: str = "vi") -> Iterator[Figure]:
    """Yield the figures in digits of a text in `language`; ids, ordinals and list numbers are none.

    >>> [f.keys[0] for f in figures("58-CT/TW, 19/5/2026, 13%, điểm II.1, thứ 3, 24/11")]
    [('symbol', '58-ct/tw'), ('date', '2026', '5', '19'), ('percent', '13'), ('day', '11', '24')]
    >>> [f.keys[0] for f in figures("3/tuần, 5-km, 21th, 30m2, 4/năm, 07, 1,50, 5.310.000, 7 triệu")]
    [('number', '3'), ('number', '5'), ('number', '21'), ('number', '30'), ('number', '4'), ('number', '7'), \
('number', '1.5'), ('number', '5310000'), ('number', '7000000')]
    """
    end = len(text) if end is None else end
    reached = start
    for digits in _DIGITS.finditer(text, start, end):
        if digits.start() < reached:
            continue
        spaced = text[digits.start() - 1 : digits.start()].isspace()
        month = spaced and _MONTH_BEFORE.search(text, max(reached, digits.start() - 12), digits.start())
        found = _FIGURE.match(text, month.start() if month else digits.start(), end)
        # “3 tháng”, and on the next line of a table a year; “một tháng 26 ngày”
        if found is None and (len(digits[0]) > 2 or unit(text[digits.end() : digits.end() + 24])):
            found = _FIGURE.match(text, digits.start(), end)
        if found is None:
            continue  # the name of a month
        kind, reached = found.lastgroup or "", found.end()
        if kind == "number":
            before = _NOT_A_FIGURE.search(text, max(start, found.start() - 12), found.start())
            if before and (before[0].strip(" >#\n") or re.match(r"[.)][ \t]", text[found.end() : found.end() + 2])):
                continue
            value, length = scaled(found[0], text[reached : min(end, reached + 20)], language)
            reached += length
            keys: tuple[Key, ...] = (("number", value),)
        else:
            keys = tuple(_keys(kind, found[0], language))
        yield Figure(keys, found.start(), reached, " ".join(text[found.start() : reached].split()))


def in_words(text: str, start: int = 0, end: int | None = None, language: str = "vi") -> Iterator[Figure]:
    """Yield the numbers in words of a text that stand before a unit: `ba mươi ngày`, `thirty days`.

    None and one are none: the one is a word for “not” as well, the other an article.

    >>> [f.keys[0] for f in in_words("chậm quá ba mươi ngày, mười ba phần trăm, mỗi năm một lần")]
    [('number', '30'), ('percent', '13')]
    """
    for one in counted(text[start:end], language):
        percent = one.unit in ("phần trăm", "per cent", "percent")
        if one.value not in ("0", "1"):
            key = ("percent" if percent else "number", one.value)
            at = start + one.at
            yield Figure((key,), at, at + len(one.words), " ".join(one.words.split()), spelt_out=True)


def all_figures(text: str, language: str = "vi") -> tuple[Figure, ...]:
    """Return the figures of a text, in digits and in words, in order."""
    found = [*figures(text, language=language), *in_words(text, language=language)]
    return tuple(sorted(found, key=lambda figure: figure.at))


@lru_cache(maxsize=2**14)
def keys_of(text: str, language: str = "vi") -> frozenset[Key]:
    """Return everything the figures of a text state, in digits or in words.

    It is cached: several checks ask for the same entry or section, and the preview asks again at each change.
    """
    return frozenset(key for figure in all_figures(text, language) for key in figure.keys)


def _keys(kind: str, words: str, language: str) -> Iterator[Key]:
    numbers = [part.lstrip("0") or "0" for part in re.findall(r"\d+", words)]
    month = next((str(n) for n, name in enumerate(_MONTHS, 1) if name.lower() in words.lower()), "")
    if kind in ("iso", "dmy", "long", "en_dmy", "en_mdy"):
        year = next(number for number in numbers if len(number) == 4)
        if kind == "iso":
            month, day = numbers[1], numbers[2]
        else:
            month, day = month or numbers[1], numbers[0]
        yield from (("date", year, month, day), ("month", year, month), ("day", month, day), ("number", year))
    elif kind in ("my", "en_my"):
        year = numbers[-1]
        yield from (("month", year, month or numbers[0]), ("number", year))
    elif kind in ("dm", "long_dm", "en_dm", "en_md"):
        yield ("day", month or numbers[1], numbers[0])
    elif kind == "symbol":
        yield ("symbol", words.lower())
        yield from (("number", number) for number in numbers)
    elif kind == "percent":
        yield ("percent", canonical((re.match(_NUMBER, words) or [""])[0], language))
