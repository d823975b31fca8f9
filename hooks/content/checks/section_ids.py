"""Ids of headings: every heading has one of its own, and what is meant as a heading is one."""

import re
from collections import Counter
from collections.abc import Iterator

from ...findings.finding import Code, Detail, Finding, Reason
from ...text import slug
from ..model import Page
from ..parts import Section

_NUMBERED = re.compile(r"(?P<stem>.*-)(?P<number>\d+)\Z")
_EMPHASIS = re.compile(r"^[*_#]+[ ]*|\{[^{}\n]*\}[ ]*$|[*_]+(?=[?!]?[ ]*$)")
_ITEM_LEVELS = {"qa": 2, "topic": 3, "kit": 3, "slogans": 3}
"""Kind of page → level of the headings of its items."""
_LONGEST = 40
"""Characters of an id made of a title; it is typed and stands in URLs."""


def check(page: Page, twin: Page | None = None) -> Iterator[Finding]:
    """Yield ids that stand twice, headings without one, and lines meant as headings; `twin` is in the other language.

    A heading whose braces cannot be read may have its id there: that is one finding, on the braces.
    """
    seen: dict[str, int] = {}
    for name, at in page.anchors:
        if name in seen:
            yield Finding(page.place(at), Code.ID_DUPLICATE, {"id": name, "line": str(page.place(seen[name]).line)})
        seen.setdefault(name, at)
    unread = {page.section_at(at).at for kind, at in page.foreign if kind == "attributes"}
    for number, section in enumerate(page.sections):
        if section.level > 1 and not section.id and "{" not in section.title and section.at not in unread:
            wanted = _free(page, number, section.level, section.title, twin)
            suggestion = f"“{{#{wanted}}}”" if wanted else ""
            yield Finding(page.place(section.at), Code.ID_MISSING, {"title": section.title}, suggestion)
    for reason, at in page.lost_headings:
        line = page.text[at : page.text.find("\n", at)]
        details: dict[str, Detail] = {"words": line.strip()[:60], "reason": Reason(reason)}
        suggestion = f"“{_as_heading(page, at, line, twin)}”" if reason == "heading-bold" else ""
        yield Finding(page.place(at), Code.HEADING_FORM, details, suggestion)


def _as_heading(page: Page, at: int, line: str, twin: Page | None) -> str:
    """Return a bold line as the heading of an item."""
    title = _EMPHASIS.sub("", _EMPHASIS.sub("", line.strip()))
    level = _ITEM_LEVELS[page.metadata.kind]
    number = page.sections.index(page.section_at(at)) + 1
    wanted = _free(page, number, level, title, twin)
    return f"{'#' * level} {title}" + (f" {{#{wanted}}}" if wanted else "")


def _free(page: Page, number: int, level: int, title: str, twin: Page | None) -> str:
    """Return the id that a heading of `level` should have, the section with a number or in front of it; or nothing.

    That is the one of its twin, else the next of its neighbours' numbers, else its title in plain letters.
    """
    taken = {name for name, _ in page.anchors}
    beside = _beside(page, number, level, twin)
    if beside and beside not in taken:
        return beside
    known = taken | ({name for name, _ in twin.anchors} if twin else set())
    same = [found for one in page.sections if one.level == level and (found := _NUMBERED.match(one.id))]
    if same:
        stem = Counter(found["stem"] for found in same).most_common(1)[0][0]
        numbers = [found["number"] for name in known if (found := _NUMBERED.match(name)) and found["stem"] == stem]
        return f"{stem}{max(map(int, numbers)) + 1:0{len(max(numbers, key=len))}}"
    words = slug(title)
    words = words if len(words) <= _LONGEST else words[: _LONGEST + 1].rpartition("-")[0]
    return words if page.language == "vi" and words not in taken else ""


def _beside(page: Page, number: int, level: int, twin: Page | None) -> str:
    """Return the id of the heading of the twin that stands where one without id stands."""
    others: tuple[Section, ...] = twin.sections if twin else ()
    if len(others) == len(page.sections) and number < len(others) and not page.sections[number].id:
        return others[number].id
    before = page.sections[number - 1].id if number else ""
    ids = [one.id for one in others]
    after = ids.index(before) + 1 if before and before in ids else len(ids)
    return ids[after] if after < len(ids) and others[after].level == level else ""
