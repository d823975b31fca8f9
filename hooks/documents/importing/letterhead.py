"""What the letterhead of a text says of it: type, number, day and name, for a record that somebody reads over."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .. import markers
from ..records import TYPES
from .paragraphs import Paragraph

_SYMBOL = re.compile(r"\bsố\s*:?\s*(\d+[\w/-]*(?:-[\w/]+|/[\w-]+)+)", re.IGNORECASE)
_DAY = re.compile(r"ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})", re.IGNORECASE)
_MOST_HEAD = 15


@dataclass(frozen=True)
class Guess:
    """What a letterhead says; what it does not say is empty."""

    type: str
    """One of `TYPES`."""
    symbol: str
    """Number and symbol."""
    day: str
    """`2026-02-12`."""
    name: str
    """Type and subject as the title has them."""


def guess(paragraphs: Sequence[Paragraph]) -> Guess:
    """Return what the first paragraphs say of their text."""
    lines: list[str] = []
    for one in paragraphs[:_MOST_HEAD]:
        lines += [*one.text.split("\n"), *(line for row in one.rows for cell in row for line in cell.split("\n"))]
    head = "\n".join(lines)
    symbol, day = _SYMBOL.search(head), _DAY.search(head)
    kind, name = "", ""
    for at, line in enumerate(lines):
        words = markers.bare(line)
        found = next((one for one in _by_length() if words.upper().startswith(TYPES[one]["vi"].upper())), "")
        if found and markers.is_title(words):
            following = lines[at + 1] if words.upper() == TYPES[found]["vi"].upper() and at + 1 < len(lines) else ""
            kind, name = found, " ".join(f"{words} {following if markers.is_title(following) else ''}".lower().split())
            break
    return Guess(
        kind,
        symbol[1] if symbol else "",
        f"{day[3]}-{int(day[2]):02}-{int(day[1]):02}" if day else "",
        name[:1].upper() + name[1:],
    )


def _by_length() -> list[str]:
    return sorted(TYPES, key=lambda one: -len(TYPES[one]["vi"]))
