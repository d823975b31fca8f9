"""Words that somebody still has to write: what a template leaves between ‹ and ›."""

import re
from collections.abc import Iterable, Iterator

from ...findings.finding import Code, Finding
from ..model import Page

_BLANK = re.compile(r"‹([^‹›\n]*)›")


def check(page: Page) -> Iterator[Finding]:
    """Yield each place of a page, its front matter included, that still waits for its words."""
    for at, words in _blanks(page):
        yield Finding(page.place(at), Code.WORDS_MISSING, {"words": words})


def settled(page: Page, found: Iterable[Finding]) -> Iterator[Finding]:
    """Yield the findings of a page but those of sections that wait for words: what is said there is not yet claimed."""
    blanks = _blanks(page)
    waiting = [
        (page.place(section.at).line, page.place(section.end).line)
        for section in (page.sections if blanks else ())
        if any(section.at <= at < section.end for at, _ in blanks)
    ]
    for finding in found:
        if not any(first <= finding.place.line < last for first, last in waiting):
            yield finding


def _blanks(page: Page) -> list[tuple[int, str]]:
    """Return where words are to be written, and which: in code the signs are only shown."""
    if "‹" not in page.text:
        return []
    found = ((one.start(), one[1]) for one in _BLANK.finditer(page.text))
    return [(at, words) for at, words in found if at < page.front.body_at or page.masked[at] == "‹"]
