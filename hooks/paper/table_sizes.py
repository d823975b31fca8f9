"""How tables find room on paper: laid across, in smaller type, with words and rows that may break.

Which of these a table needs is settled from its words, before any engine sees it, so that a browser's print dialog and
the PDF come out alike.
"""

import re
from dataclasses import dataclass
from typing import Any

from lxml import etree

_TABLES = etree.XPath("//table[not(@class)]")
_LONGEST = 20
"""How many letters of a word stay together. A syllable has seven at most; what is longer is a code or a URL."""
_LONG_WORD = re.compile(rf"[^\s-]{{{_LONGEST + 1},}}")
_PIECE = re.compile(r"[^\s-]+-?")
_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})


@dataclass(frozen=True)
class Room:
    """What tables have on a page."""

    width: float
    """The width of the text as it usually runs, in points."""
    across: float
    """The width of the text where it is laid across."""
    letter: float
    """The width of a letter in tables, in points."""
    cell: float
    """What a cell has around its words."""
    half_a_side: int
    """How many letters in one column of a table are half a page or more; a cell has its share of them."""
    columns: int
    """From how many columns on a table is laid across whatever it says."""


A4 = Room(468, 714, 6.6, 9, 2400, 8)
"""A page of the site on A4, upright and turned: `styles/page.css`."""


def fit(words: Any, room: Room = A4) -> None:
    """Mark the tables below `words` by what they need: `lc-wide`, `lc-tight`; rows by `lc-tall`.

    What is laid across takes along what introduces it, heading and sentence, so that neither stays behind on its page.
    """
    for table in _TABLES(words):
        cells = [list(row) for row in table.iter("tr")]
        columns = max(map(len, cells), default=0)
        if not columns:
            continue
        for row in cells:
            for cell in row:
                _let_break(cell)
            if any(len("".join(cell.itertext())) > room.half_a_side / columns for cell in row):
                row[0].getparent().set("class", "lc-tall")
        letters = sum(max(_longest(row[at]) for row in cells if at < len(row)) for at in range(columns))
        width = letters * room.letter + columns * room.cell
        if width > room.across:
            table.set("class", "lc-tight")
        if columns >= room.columns or width > room.width:
            _lay_across(table, words)


def _longest(cell: Any) -> int:
    """Return how many letters of a cell must stand on one line."""
    return max((min(len(word), _LONGEST) for word in _PIECE.findall("".join(cell.itertext()))), default=0)


def _let_break(element: Any) -> None:
    """Say where a word may break that no column can hold."""
    for one in list(element.iter()):
        for part in ("text", "tail"):
            text = getattr(one, part) or ""
            if isinstance(one.tag, str) and (one is not element or part == "text") and _LONG_WORD.search(text):
                _divide(one, part, text)


def _divide(one: Any, part: str, text: str) -> None:
    pieces = _LONG_WORD.sub(lambda word: "\0".join(re.findall(rf".{{1,{_LONGEST // 2}}}", word[0])), text).split("\0")
    breaks = [etree.Element("wbr") for _ in pieces[1:]]
    for place, piece in zip(breaks, pieces[1:], strict=True):
        place.tail = piece
    setattr(one, part, pieces[0])
    parent, at = (one, 0) if part == "text" else (one.getparent(), one.getparent().index(one) + 1)
    parent[at:at] = breaks


def _lay_across(element: Any, words: Any) -> None:
    """Put an element on a page laid across, with what introduces it; where a part begins with it, the whole part."""
    run = [element]
    for before in element.itersiblings(preceding=True):
        if before.tag not in _HEADINGS and not (before.tag == "p" and len(run) == 1):
            break
        run.insert(0, before)
    parent = element.getparent()
    if run[0].getprevious() is None and parent is not words:
        _lay_across(parent, words)
        return
    if element.tag == "li":  # of a list, which has no other parts
        element.set("class", f"{element.get('class', '')} lc-wide".strip())
        return
    across = etree.Element("div", {"class": "lc-wide"})
    run[0].addprevious(across)
    across.tail, run[-1].tail = run[-1].tail, None
    across.extend(run)
