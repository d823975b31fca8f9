"""Sentences that are understood at one reading: at most 25 words on every page for readers.

A word stands between spaces, in Vietnamese a syllable; a figure is one. A semicolon or colon ends a sentence too, and
each item of a list is on its own. The name of a document counts one word, a citation none.
"""

import re
from collections.abc import Iterator

from ...conventions import EDITING_FOLDER
from ...documents.records import LAWS, TYPES
from ...documents.registry import Registry
from ...findings.finding import Code, Finding
from ..model import Page
from ..parse.lexer import BLANK
from ..parse.sentences import abbreviates

LONGEST = 25

_END = re.compile(rf"[.!?;:…][”\")\]*{BLANK}]*(?=\s|\Z)")
_WORD = re.compile(r"\w[^\s|]*")
_WORD_FOR_NUMBER = r"\s+(?:\w+\.?\s+)?"
_NOT_FIRST = f" \n{BLANK}*-"


def names(registry: Registry) -> re.Pattern[str]:
    """Return what finds the names of documents in either language: laws by name, others by type and number."""
    found = set()
    for document in registry.documents.values():
        record = document.record
        if record.type in LAWS:
            found |= {_spaced(words.name) for words in record.words.values() if words.name}
        if record.symbol:
            number = re.escape(record.symbol.lstrip("/"))
            found |= {_spaced(name) + _WORD_FOR_NUMBER + number for name in TYPES[record.type].values()}
    return re.compile("|".join(sorted(found, key=lambda name: (-len(name), name))) or r"(?!)")


def _spaced(name: str) -> str:
    return r"\s+".join(map(re.escape, name.split()))


def check(page: Page, named: re.Pattern[str]) -> Iterator[Finding]:
    """Yield the sentences of a page that are too long. `named` finds the names of documents."""
    if page.key.startswith(EDITING_FOLDER):
        return
    words = _shortened(page, named)
    for block in page.blocks:
        if block.kind not in ("paragraph", "item"):
            continue
        at = block.at
        marks = _END.finditer(words, block.at, block.end)
        ends = [mark.end() for mark in marks if not abbreviates(words, block.at, mark.start())]
        for end in (*ends, block.end):
            most = len(words[at:end].split()) + words.count("|", at, end)  # to find the words takes thrice as long
            count = len(_WORD.findall(words, at, end)) if most > LONGEST else 0
            if count > LONGEST and not any(quote.at < end and at < quote.end for quote in page.quotes):
                start = at + len(words[at:end]) - len(words[at:end].lstrip(_NOT_FIRST))
                details = {"count": str(count), "most": str(LONGEST)}
                yield Finding(page.place(start), Code.SENTENCE_LONG, details)
            at = end


def _shortened(page: Page, named: re.Pattern[str]) -> str:
    """Return the words that count, as long as the text of the page."""
    words, at = [], 0
    for link in page.citations:
        words += [page.prose[at : link.at], BLANK * (link.end - link.at)]
        at = link.end
    return named.sub(lambda found: "x".ljust(len(found[0]), BLANK), "".join([*words, page.prose[at:]]))
