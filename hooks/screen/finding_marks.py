"""In the preview a finding is a mark at its place in the page."""

import re
from collections.abc import Iterable, Sequence

from ..content.model import Page
from ..content.parse.lexer import BLANK
from ..findings.finding import Finding, line_starts

_BEFORE_TEXT = re.compile(r"[ ]*(?:(?:>[ ]?)+|\#{1,6}[ \t]+|[-*+][ \t]+|\d+[.)][ \t]+|\|[ ]*)?")
_RULE = re.compile(r"[|:\-\s]+\Z")
_PLACES = frozenset({"paragraph", "item", "heading", "quote", "row"})


def placed(page: Page, findings: Sequence[Finding]) -> dict[int, list[int]]:
    """Return offset in a page → the numbers of the findings that have their place there, counted from 1.

    A place inside a link is moved before it, one inside a heading to its first word; where a mark would be taken for
    text (code, raw HTML, the rule of a table) there is none.
    """
    starts = line_starts(page.text)
    places: dict[int, list[int]] = {}
    read_by_people = page.prose or page.masked
    for number, finding in enumerate(findings, 1):
        line = finding.place.line
        offset = starts[line - 1] + finding.place.column - 1 if line <= len(starts) else 0
        block = next((b for b in page.blocks if b.at <= offset <= b.end), None)
        if block is None or block.kind not in _PLACES or _RULE.match(page.masked[block.at : block.end]):
            continue
        first = block.at + _BEFORE_TEXT.match(page.masked[block.at : block.end]).end()  # type: ignore[union-attr]
        offset = first if block.kind == "heading" else max(first, offset)
        offset = next((link.at for link in page.links if link.at < offset < link.end), offset)
        while offset > first and read_by_people[offset - 1] == BLANK:
            offset -= 1
        places.setdefault(offset, []).append(number)
    return places


def by_line(findings: Iterable[Finding]) -> dict[int, list[int]]:
    """Return line → the numbers of the findings there, for texts that are shown provision by provision."""
    found: dict[int, list[int]] = {}
    for number, finding in enumerate(findings, 1):
        found.setdefault(finding.place.line, []).append(number)
    return found
