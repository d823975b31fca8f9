"""Which sentences of an original have changed, told in the finding of its translation."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ..content.checks.parity import beside
from ..content.model import Page
from ..content.reading import Pages
from ..findings.finding import Detail, Finding, Place, Reason
from ..locks.passages import Part, Passage
from .differences import Row, shown

_LONGEST = 160
"""Characters of a sentence that are told."""
_SHORT = 80
"""Characters of a sentence by which the place of another is told."""
_QUOTED = re.compile('[“"]([^“”"]*)[”"]')


def told(finding: Finding, part: Part, rows: Sequence[Row], now: Sequence[str], pages: Pages) -> Finding:
    """Return the finding of `part` with the one or two sentences in `rows` that differ, at the paragraph they are in.

    `now` has all sentences of the original. What is only new has to be written before anybody confirms it.
    """
    changes = _changes(rows)
    changed = changes[0] if len(changes) == 1 else Reason("stale-two", {"one": changes[0], "other": changes[1]})
    details: dict[str, Detail] = {**finding.details, "changed": changed}
    if not any(old for old, _ in rows):
        details["how"] = Reason("stale-new-how", {"name": part.name, "after": _after(now, rows[0][1])})
    new = next((new for _, new in rows if new), "")
    return replace(finding, details=details, place=_place(part, new, pages) if new else finding.place)


def _changes(rows: Sequence[Row]) -> list[Reason]:
    new = [_cut(new) for old, new in rows if not old]
    found = [Reason("stale-changed", {"old": _cut(old), "new": _cut(new)}) for old, new in rows if old and new]
    found += [Reason("stale-gone", {"old": _cut(old)}) for old, new in rows if not new]
    if new:
        several = len(new) > 1
        found.append(Reason("stale-several-new" if several else "stale-new", {"new": new[0], "other": new[-1]}))
    return found


def _cut(words: str) -> str:
    """Return words as they stand between quotation marks: their own are single, and the end of many is left out."""
    cut = words if len(words) <= _LONGEST else f"{words[:_LONGEST].rpartition(' ')[0]} …"
    return _QUOTED.sub(r"‘\1’", cut).replace("“", "‘").replace("”", "’")


def _after(now: Sequence[str], new: str) -> Detail:
    """Return the sentence before a new one, if it is short and no heading, which comes first."""
    at = now.index(new) if new in now else 0
    before = now[at - 1] if at > 1 else ""
    return Reason("stale-after", {"sentence": _cut(before)}) if 0 < len(before) <= _SHORT else ""


def _place(part: Part, sentence: str, pages: Pages) -> Place:
    """Return the paragraph of the translation beside that of the original in which a sentence is; else its section."""
    original, translation = (_page(pages, passage.place.path) for passage in (part.original, part.translation))
    at = _at(original, part, sentence)
    if at is None:
        return part.translation.place
    here = original.section_at(at)
    there = next((one for one in translation.sections if one.id == here.id), None)
    return translation.place(beside(original, here, at, translation, there)) if there else part.translation.place


def _page(pages: Pages, path: str) -> Page:
    return next(page for of in pages.values() for page in of.values() if page.path == path)


def _at(page: Page, part: Part, sentence: str) -> int | None:
    """Return where the paragraph of a part begins that has a sentence; nothing for one of the front matter."""
    for block in page.blocks:
        words = Passage(page.text, block.at, block.end, part.original.place, block.at, block.end).words
        if sentence in shown(words) and part.holds(page.place(block.at)):
            return block.at
    return None
