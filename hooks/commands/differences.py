"""Two wordings beside each other, sentence by sentence."""

import re
import textwrap
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest

from ..content.parse.sentences import ends

_BLOCK = re.compile(r"\n\s*\n|\n(?=\s*(?:[-*+|#]|\d+[.)])\s)")
_HEADING = re.compile(r"#{1,6} ")
_CITED = re.compile(r" ?\([ ,;]*\)")
"""What brackets leave whose citations take their words from elsewhere."""

Row = tuple[str, str]
"""What stood there and what stands there now; one of them may be nothing."""


def sentences(words: str) -> list[str]:
    """Return the sentences, list items and rows of a text, white space collapsed."""
    return [sentence for block in _BLOCK.split(words) for sentence in _of_block(" ".join(block.split()))]


def _of_block(words: str) -> Iterator[str]:
    start = 0
    for _, end in ends(words, 0, len(words)):
        yield words[start:end].strip()
        start = end
    if rest := words[start:].strip():
        yield rest


def shown(words: str) -> list[str]:
    """Return the sentences as readers see them: no marks of headings, no empty brackets, no line of signs alone."""
    found = [_CITED.sub("", _HEADING.sub("", sentence)) for sentence in sentences(words)]
    return [sentence for sentence in found if any(letter.isalnum() for letter in sentence)]


def differing(before: Sequence[str], after: Sequence[str]) -> Iterator[Row]:
    """Yield the lines that differ, each old one beside the new one in its place."""
    for kind, i, k, j, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind != "equal":
            yield from zip_longest(before[i:k], after[j:m], fillvalue="")


def side_by_side(rows: Sequence[Row], width: int) -> Iterator[str]:
    """Yield lines of at most `width` characters with the old words on the left and the new ones on the right."""
    column = max((width - 7) // 2, 10)
    for row in rows:
        left, right = (textwrap.wrap(words, column) for words in row)
        for old, new in zip_longest(left, right, fillvalue=""):
            yield f"  {old:<{column}} │ {new}".rstrip()
        yield ""
