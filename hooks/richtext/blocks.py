"""Blocks of rich text, and how they are written as Markdown of this site."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from ..text import slug

_SPECIAL = re.compile(r"[\\`*_\[\]<{}]")
_LIST_MARK = re.compile(r"(?:([-–—•·▪●◦*])|(\+)|(\d{1,3})[.)])\s+(?=\S)")
"""What people type instead of making a list: a dash, in official texts a plus for the level below, or a number."""
_MISTAKEN = re.compile(r"(?:(?=[#>|~])|(?<=\A)(\d+)(?=[.)]\s)|(?=[-+:]\s))")
"""At the start of a line: what Markdown would take for a heading, a list, a quotation, a box."""
_LONGEST_ID = 50
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200e\u200f\u2060\ufeff"), None)


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one form."""

    words: str
    bold: bool = False
    italic: bool = False
    url: str = ""
    """Where they lead, or nothing."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item, quotation or row of a table."""

    kind: str
    """paragraph, heading, item, quote or row."""
    runs: tuple[Run, ...] = ()
    level: int = 0
    """Of a heading from 1, of an item from 0."""
    ordered: bool = False
    """Whether an item is numbered."""
    cells: tuple[tuple[Run, ...], ...] = ()
    """Of a row."""

    @property
    def words(self) -> str:
        """Its words alone, white space collapsed."""
        cells = self.cells or (self.runs,)
        return " ".join(" ".join("".join(clean(run.words) for run in cell).split()) for cell in cells).strip()


def clean(words: str) -> str:
    """Return words in NFC, without characters that nobody sees, other spaces as plain ones."""
    return unicodedata.normalize("NFC", re.sub(r"\s", " ", words.translate(_UNSEEN)))


def inline(runs: Iterable[Run]) -> str:
    r"""Return runs as one line of Markdown; what Markdown would take for a mark is escaped.

    >>> inline([Run("Điều 5", bold=True), Run(" nêu *hai* việc")])
    '**Điều 5** nêu \\*hai\\* việc'
    """
    found = []
    joined = [
        replace(form, words="".join(run.words for run in alike))
        for form, alike in groupby(runs, key=lambda run: replace(run, words=""))
    ]
    for run in joined:
        words = clean(run.words)
        inner = " ".join(_SPECIAL.sub(r"\\\g<0>", words).split())
        before, after = words[:1].isspace(), words[-1:].isspace()
        if inner:
            marks = "**" * run.bold + "*" * run.italic
            inner = f"{marks}{inner}{marks[::-1]}"
            inner = f"[{inner}]({run.url})" if run.url else inner
        found.append(f"{' ' if before else ''}{inner}{' ' if after and inner else ''}")
    return " ".join("".join(found).split())


def as_lists(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield blocks, the paragraphs in which somebody typed the marks of a list as items of one.

    A number alone is no list: `1. Mục đích` between paragraphs stays a paragraph.
    """
    for at, block in enumerate(blocks):
        mark = _typed(block)
        around = [one for one in blocks[max(at - 1, 0) : at + 2] if one is not block]
        if mark is None or (mark[3] and not any(map(_number, around))):
            yield block
        else:
            first = block.runs[0]
            rest = (replace(first, words=first.words.lstrip()[mark.end() :]), *block.runs[1:])
            yield Block("item", rest, 1 if mark[2] else 0, bool(mark[3]))


def _typed(block: Block) -> re.Match[str] | None:
    """Return the mark of a list that begins a paragraph."""
    if block.kind != "paragraph" or not block.runs:
        return None
    return _LIST_MARK.match(clean(block.runs[0].words).lstrip())


def _number(block: Block) -> bool:
    mark = _typed(block)
    return bool(mark and mark[3])


def markdown(blocks: Sequence[Block], *, top: int = 2, bold_headings: bool = False) -> str:
    """Return blocks as Markdown, one paragraph a line, the highest heading on level `top`.

    A heading gets an id from its words, as every heading of a page has one. With `bold_headings` it is a paragraph in
    bold: in a box there are no others.
    """
    shown = [block for block in as_lists(blocks) if block.words]
    least = min((block.level for block in shown if block.kind == "heading"), default=1)
    lines: list[str] = []
    before: Block | None = None
    for block in shown:
        close = before is not None and block.kind == before.kind and block.kind in ("item", "row")
        if lines and not close:
            lines.append("")
        lines += _lines(block, before if close else None, top - least, bold_headings=bold_headings)
        before = block
    return "\n".join(lines)


def _lines(block: Block, before: Block | None, deeper: int, *, bold_headings: bool) -> list[str]:
    if block.kind == "row":
        cells = [inline(cell).replace("|", "\\|") for cell in block.cells]
        row = f"| {' | '.join(cells)} |"
        return [row] if before else [row, "|" + "---|" * len(cells)]
    words = inline(block.runs)
    if block.kind == "heading":
        plain = inline(replace(run, bold=False, italic=False) for run in block.runs)
        marks = "#" * min(block.level + deeper, 4)
        return [
            f"**{plain}**" if bold_headings else f"{marks} {plain} {{#{slug(block.words)[:_LONGEST_ID].strip('-')}}}"
        ]
    if block.kind == "item":
        level = min(block.level, before.level + 1) if before else 0
        return [f"{'    ' * level}{'1.' if block.ordered else '-'} {words}"]
    guarded = _MISTAKEN.sub(lambda found: f"{found[1] or ''}\\", words, count=1) if _MISTAKEN.match(words) else words
    return [f"> {words}" if block.kind == "quote" else guarded]
