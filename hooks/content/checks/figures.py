"""Numbers, percentages, dates, document symbols: each stands in what its section cites, or is the site's own."""

import re
from collections.abc import Callable, Iterator, Set
from dataclasses import dataclass

from ...findings.finding import Code, Finding
from ..model import Page, Section

_MONTHS = "january february march april may june july august september october november december".split()
_MONTH = "|".join(_MONTHS)
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
  | (?P<number>(?<![\w^])\d++(?:[.,]\d++)*)
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
    words: str
    """As written."""


def figures(text: str, start: int = 0, end: int | None = None) -> Iterator[Figure]:
    """Yield the figures of a text; ids, ordinals and list numbers are none.

    >>> [f.keys[0] for f in figures("58-CT/TW, 19/5/2026, 13%, điểm II.1, thứ 3")]
    [('symbol', '58-ct/tw'), ('date', '2026', '5', '19'), ('percent', '13')]
    >>> [f.keys[0] for f in figures("3/tuần, 5-km, 21th, 30m2, 4/năm")]
    [('number', '3'), ('number', '5'), ('number', '21'), ('number', '30'), ('number', '4')]
    """
    end = len(text) if end is None else end
    reached = start
    for digits in _DIGITS.finditer(text, start, end):
        if digits.start() < reached:
            continue
        month = _MONTH_BEFORE.search(text, max(reached, digits.start() - 12), digits.start())
        found = _FIGURE.match(text, month.start() if month else digits.start(), end)
        if found is None and month and len(digits[0]) > 2:  # “3 tháng”, and on the next line of a table a year
            found = _FIGURE.match(text, digits.start(), end)
        if found is None:
            continue
        reached = found.end()
        kind = found.lastgroup or ""
        if kind == "number":
            before = _NOT_A_FIGURE.search(text, max(start, found.start() - 12), found.start())
            if before and (before[0].strip(" >#\n") or re.match(r"[.)][ \t]", text[found.end() : found.end() + 2])):
                continue
        yield Figure(tuple(_keys(kind, found[0])), found.start(), " ".join(found[0].split()))


def _keys(kind: str, words: str) -> Iterator[Key]:
    numbers = [part.lstrip("0") or "0" for part in re.findall(r"\d+", words)]
    month = next((str(n) for n, name in enumerate(_MONTHS, 1) if name in words.lower()), "")
    if kind in ("iso", "dmy", "long", "en_dmy", "en_mdy"):
        year = next(number for number in numbers if len(number) == 4)
        if kind == "iso":
            month, day = numbers[1], numbers[2]
        else:
            month, day = month or numbers[1], numbers[0]
        yield from (("date", year, month, day), ("month", year, month), ("number", year))
    elif kind in ("my", "en_my"):
        year = numbers[-1]
        yield from (("month", year, month or numbers[0]), ("number", year))
    elif kind == "symbol":
        yield ("symbol", words.lower())
        yield from (("number", number) for number in numbers)
    elif kind == "percent":
        yield ("percent", (re.match(r"[\d.,]+", words) or [""])[0].replace(",", "."))
    else:
        yield ("number", words.rstrip(".,"))


def keys_of(text: str) -> frozenset[Key]:
    """Return everything the figures of a text state."""
    return frozenset(key for figure in figures(text) for key in figure.keys)


def check(page: Page, stated: Callable[[str], Set[Key] | None], own: Set[Key]) -> Iterator[Finding]:
    """Yield each figure that neither `stated(id)` of an id its section cites nor `own` has.

    `stated` returns nothing for an unknown id: a section that cites one is judged once its citation is mended.
    Figures inside quotations are left to the check of quotations.
    """
    allowed = own | keys_of(" ; ".join(page.metadata.own_figures))
    quoted = [(quote.at, quote.end) for quote in page.quotes]
    for name in ("title", "description"):
        for figure in figures(getattr(page.metadata, name)):
            if not _supported(figure.keys[0], allowed, page.sections, stated):
                yield Finding(page.front.place(name), Code.FIGURE_UNSUPPORTED, {"figure": figure.words})
    for section in page.sections:
        for figure in figures(page.prose, section.at, section.end):
            heading = section.level and figure.at < section.text_at
            if _supported(figure.keys[0], allowed, page.under(section) if heading else (section,), stated):
                continue
            if not any(start <= figure.at < end for start, end in quoted):
                yield Finding(page.place(figure.at), Code.FIGURE_UNSUPPORTED, {"figure": figure.words})


def _supported(
    key: Key, allowed: Set[Key], sections: tuple[Section, ...], stated: Callable[[str], Set[Key] | None]
) -> bool:
    """Return whether a figure is allowed or stated by what the sections cite, or one of those ids is unknown."""
    if key in allowed:
        return True
    supports = [stated(link.cited or "") for section in sections for link in section.citations]
    return any(keys is None or key in keys for keys in supports)
