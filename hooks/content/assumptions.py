"""What a page assumes for an example: sentences and list items that open with *Giả định* (in English *Assume*)."""

import re
from collections.abc import Iterator

from .model import Page
from .parse import sentences
from .parts import Section

_OPENERS = {
    "vi": re.compile(r"(?<![^\W_])Giả (?:định|sử)\b"),
    "en": re.compile(r"\bAssum(?:e|ed|ing|ption|ptions)\b"),
}
_AT_ITEM = re.compile(r"[ >]*(?:[-*+]|\d+[.)])[ ]+[*\s]*\Z")
_AT_SENTENCE = re.compile(r"(?:\A|[.!?:”\"])[\s>*]*\Z")


def assumptions(page: Page, section: Section) -> Iterator[tuple[int, int]]:
    """Yield start and end of each: of a sentence, or of the whole list item that opens with the word."""
    for opener in _OPENERS[page.language].finditer(page.prose, section.text_at, section.end):
        block = page.block_at(opener.start())
        if block is None:
            continue
        before = page.prose[block.at : opener.start()].replace("\x00", " ")
        if block.kind == "item" and _AT_ITEM.match(before):
            yield opener.start(), block.end
        elif _AT_SENTENCE.search(before):
            over = (end for end, _ in sentences.ends(page.prose, opener.start(), block.end))
            yield opener.start(), next(over, block.end)
