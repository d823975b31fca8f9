"""The build of a page: heading levels, images and link texts that every reader can use."""

import re
from collections.abc import Iterator

from ...findings.finding import Code, Finding
from ...text import fold
from ..icons import icons
from ..model import SCREENS, TOOL_NAMES, Page

INSERTS = frozenset(
    {
        "a-z",
        "coverage-matrix",
        "data-columns",
        "documents",
        "downloads",
        "for-paper",
        "growth-chart",
        "news",
        "pages",
        "questions",
        "readers",
        "reminders",
        "specimen",
        "ward-blanks",
        *(f"{shown}-{tool}" for shown in ("tool", "examples") for tool in TOOL_NAMES),
        *(f"screen-{name}" for name in SCREENS),
    }
)
"""What a line `<!-- insert: name -->` can stand for."""

_EMPTY_WORDS = frozenset(
    "tai day,o day,day,xem,xem them,bam vao day,here,click here,this,link,read more,more".split(",")
)


def check(page: Page) -> Iterator[Finding]:
    """Yield what is wrong with the build of a page."""
    yield from _levels(page)
    yield from _icons(page)
    for link in page.links:
        if link.image and not link.words.strip():
            yield Finding(page.place(link.at), Code.IMAGE_ALT, {"target": link.target})
        elif not link.image and " ".join(re.findall(r"\w+", fold(link.words))) in _EMPTY_WORDS:
            yield Finding(page.place(link.at), Code.LINK_TEXT, {"words": link.words})
    for name, at in page.inserts:
        if name not in INSERTS:
            details = {"name": name, "known": ", ".join(sorted(INSERTS))}
            yield Finding(page.place(at), Code.INSERT_UNKNOWN, details)


def _icons(page: Page) -> Iterator[Finding]:
    for section in page.sections:
        if section.icon is not None and section.icon not in icons():
            details = {"name": section.icon, "known": ", ".join(sorted(icons()))}
            yield Finding(page.place(section.at), Code.INSERT_UNKNOWN, details)


def _levels(page: Page) -> Iterator[Finding]:
    """Yield headings that skip a level; a page starts with one heading of level 1 and has no other."""
    above = 0
    for section in page.sections:
        if section.level > above + 1 or (section.level == 1 and above):
            details = {"title": section.title, "level": str(section.level), "above": str(above)}
            yield Finding(page.place(section.at), Code.HEADING_SKIPPED, details)
        above = section.level or above
