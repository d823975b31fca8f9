"""Lines that end where the paper ended become paragraphs again; paragraphs of Word and web pages stay as they are."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from .. import framing, markers
from .source import Line, Source

_SHORT, _NARROW = 0.85, 0.6
"""A line shorter than this share of the text's width may end a paragraph; a narrow one is no running text."""
_ENDS = (".", ";", ":", "!", "?", "./.", ".”", ";”", "”.", "”;")
_REFERRING = re.compile(r"(?:điều|khoản|điểm|năm|tháng|ngày|số|mục|chương|và|đến|,)\Z|\(\w+\Z", re.IGNORECASE)
"""Ends of lines behind which a number belongs to the sentence."""
_REFERENCE = re.compile(r"\A\[\d+\]\s*(?=\S)")
_BROKEN = re.compile(r"[^\W\d_A-ZĐ]\Z|,\Z")
_LEAST_WRAPPED = 0.2
"""Share of lines broken within a sentence from which a plain text is taken to be broken by paper."""


@dataclass(frozen=True)
class Paragraph:
    """One paragraph of the text, or one table."""

    text: str
    """Its words."""
    rows: tuple[tuple[str, ...], ...] = ()
    """Cells of a table."""


def join(source: Source) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a source, in order."""
    lines = source.lines
    if not source.paper and (all(line.whole for line in lines) or not _wrapped(lines)):
        return tuple(_mended(Paragraph(line.text, line.rows) for line in lines if line.text or line.rows))
    return tuple(_joined(lines))


def _mended(paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """Yield paragraphs, one that goes on in the middle of a sentence joined to the one before."""
    held: Paragraph | None = None
    for one in paragraphs:
        if held and not held.rows and not one.rows and _BROKEN.search(held.text) and _goes_on(one.text):
            held = Paragraph(f"{held.text} {one.text}")
            continue
        if held:
            yield held
        held = one
    if held:
        yield held


def _goes_on(words: str) -> bool:
    found = markers.LINE.match(words)
    return words[0].islower() and not (found and found["marker"].strip())


def _wrapped(lines: Sequence[Line]) -> bool:
    pairs = [(one, other) for one, other in pairwise(lines) if one.text and other.text]
    broken = sum(not one.text.endswith(_ENDS) and other.text[0].islower() for one, other in pairs)
    return broken > _LEAST_WRAPPED * len([line for line in lines if line.text])


def _joined(lines: Sequence[Line]) -> Iterator[Paragraph]:
    widths = sorted(len(line.text) for line in lines if line.text)
    width = widths[int(len(widths) * 0.9)] if widths else 0
    words, before, gap = "", Line("", 1), False
    counter = Counter()
    for line in lines:
        if line.rows:
            if words:
                yield Paragraph(words)
            yield Paragraph("", line.rows)
            words, before, gap = "", line, False
            continue
        if not line.text:
            gap = True
            continue
        turned = line.page != before.page
        if words and counter.begins(line.text, before.text, parted=(gap and not turned), width=width):
            yield Paragraph(words)
            words = ""
        if not words:
            counter.take(line.text)
        joint = "" if line.text[0] in ".,;:" else " "
        words, before, gap = f"{words}{joint}{line.text}".strip(), line, False
    if words:
        yield Paragraph(words)


class Counter:
    """Which numbers may come next: a number at the beginning of a line begins a paragraph only where it is one."""

    def __init__(self) -> None:
        """Begin before the first article."""
        self._article, self._clause, self._point = "", "", ""

    def begins(self, line: str, before: str, *, parted: bool, width: int) -> bool:
        """Return whether a line begins a paragraph behind the line before it.

        `parted` says that a blank line stands between them on one page.
        """
        ended = before.endswith(_ENDS)
        line = _REFERENCE.sub("", line) if not framing.closes(line) else line
        if markers.is_structure(line) or markers.is_attached(line) or framing.closes(line):
            return True
        if markers.is_article(line):
            found = markers.ARTICLE.match(line)
            return found is not None and (ended or len(before) < _SHORT * width) and self._next(self._article, found[2])
        if self.counts(line, ended=ended or len(before) < _SHORT * width, before=before):
            return True
        if parted and (ended or not line[0].islower()):
            return True
        if markers.is_title(before) != markers.is_title(line) and len(before) < _SHORT * width:
            return not line[0].islower()
        if markers.is_article(before):
            return not line[0].islower() and len(before) < _SHORT * width
        if line[0].islower():
            return False
        return len(before) < (_SHORT if ended else _NARROW) * width

    def counts(self, line: str, *, ended: bool, before: str) -> bool:
        """Return whether a line begins with a dash, or with the number that comes next.

        The very next number counts behind any line but one that refers to it: “khoản / 13. Trường hợp …”.
        """
        found = markers.LINE.match(line)
        if found is None or not found["marker"].strip():
            return False
        sign = found["marker"].strip()
        own = sign.strip("().-–/").strip()
        if not own or not own[0].isalnum():
            return ended and line[found.end() :][:1] != ""
        if own[0].isdigit():
            first = own == "1" and not self._clause
            very_next = first or (bool(self._clause) and markers.follows(self._clause, own))
            if very_next and line[found.end() :][:1].isupper() and not _REFERRING.search(before):
                return True
            return ended and (own == "1" or "." in own or self._next(self._clause, own))
        if own.islower():
            return ended and (own == "a" or self._next(self._point, own))
        return ended

    def take(self, line: str) -> None:
        """Take the first line of a paragraph in."""
        article, found = markers.ARTICLE.match(line), markers.LINE.match(line)
        if markers.is_structure(line):
            self._clause, self._point = "", ""
        elif article and markers.is_article(line):
            self._article, self._clause, self._point = article[2], "", ""
        elif found and (own := found["marker"].strip().strip("().-–/").strip()):
            if own[0].isdigit() and "." not in own:
                self._clause, self._point = own, ""
            elif own.islower():
                self._point = own
            elif own.isupper():
                self._clause, self._point = "", ""

    @staticmethod
    def _next(before: str, own: str) -> bool:
        one, other = markers.order(before) if before else (0, ""), markers.order(own)
        if one is None or other is None:
            return True
        return markers.follows(before or None, own) or one[0] < other[0] <= one[0] + 3
