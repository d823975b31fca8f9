"""Ids of headings: every heading has one of its own, and what is meant as a heading is one."""

import re
from collections import Counter
from collections.abc import Iterator, Set

from ...findings.finding import Code, Detail, Finding, Reason
from ...text import slug
from ..model import Page
from ..parts import Section

_NUMBERED = re.compile(r"(?P<stem>.*-)(?P<number>\d+)\Z")
_EMPHASIS = re.compile(r"^[*_#]+[ ]*|\{[^{}\n]*\}[ ]*$|[*_]+(?=[?!]?[ ]*$)")
_BRACES = re.compile(r"\{[^{}\n]*\}(?=[ ]*\Z)")
_ITEM_LEVELS = {"qa": 2, "topic": 3, "kit": 3, "slogans": 3}
"""Kind of page → level of the headings of its items."""
_ASKING = frozenset({"qa", "topic"})
"""Kinds of page whose items are questions."""
_HOW = {"qa": "heading-question-how", "topic": "heading-question-how"}
_LONGEST = 40
"""Characters of an id made of a title; it is typed and stands in URLs."""


def check(page: Page, twin: Page | None = None, readers: Set[str] = frozenset()) -> Iterator[Finding]:
    """Yield ids that stand twice, headings without one, lines meant as headings, and questions of another level.

    `twin` is in the other language, `readers` are the names of those whom a question can be for. A heading whose braces
    cannot be read may have its id there: that is one finding, on the braces.
    """
    seen: dict[str, int] = {}
    given: set[str] = set()
    for name, at in page.anchors:
        if name in seen:
            details: dict[str, Detail] = {"id": name, "line": str(page.place(seen[name]).line)}
            yield Finding(page.place(at), Code.ID_DUPLICATE, details, _another(page, name, at, twin, given))
        seen.setdefault(name, at)
    unread = {page.section_at(at).at for kind, at in page.foreign if kind == "attributes"}
    for number, section in enumerate(page.sections):
        right = _level_of_question(page, section)
        if right:
            braces = section.braces(page.text) if section.id and section.readers else ""
            braces = braces or _braces(page, number, right, section.title, twin, readers, given)
            details = _details(f"{'#' * section.level} {section.title}", Reason("heading-level"), page.metadata.kind)
            meant = f"{'#' * right} {section.title} {braces}".rstrip()
            yield Finding(page.place(section.at), Code.HEADING_FORM, details, f"“{meant}”")
        elif section.level > 1 and not section.id and "{" not in section.title and section.at not in unread:
            braces = _braces(page, number, section.level, section.title, twin, readers, given)
            how = Reason("id-copy-how", {"braces": braces}) if braces else Reason("id-how")
            yield Finding(page.place(section.at), Code.ID_MISSING, {"title": section.title, "how": how})
    for reason, at in page.lost_headings:
        end = page.text.find("\n", at)
        line = page.text[at : end if end >= 0 else len(page.text)]
        item = reason == "heading-bold" or _is_item(page, line)
        meant = _as_heading(page, at, line, item, twin, readers, given)
        details = _details(line, Reason(reason), page.metadata.kind if item else "", whole=bool(meant))
        yield Finding(page.place(at), Code.HEADING_FORM, details, f"“{meant}”" if meant else "")


def _another(page: Page, name: str, at: int, twin: Page | None, given: set[str]) -> str:
    """Return the braces of a numbered heading whose id another has, with the next number; nothing for another place."""
    section = page.section_at(at)
    if section.id != name or not _NUMBERED.match(name):
        return ""
    new = _free(page, section.level, section.title, twin, given)
    given.add(new)
    return f"“{section.braces(page.text).replace(f'#{name}', f'#{new}', 1)}”"


def _level_of_question(page: Page, section: Section) -> int:
    """Return the level that the heading of a question has to have, for one that has another; else 0."""
    right = _ITEM_LEVELS[page.metadata.kind] if page.metadata.kind in _ASKING else 0
    asks = section.title.endswith("?") or section.readers or not section.answered
    return right if right and section.level not in (0, 1, right) and asks else 0


def _details(line: str, reason: Reason, kind: str, *, whole: bool = True) -> dict[str, Detail]:
    """Return what is told of a line; `kind` is that of its page where it is meant as an item of it.

    `whole` says that the line as it was meant is told.
    """
    how = _HOW.get(kind, "heading-item-how") if whole else "heading-how"
    return {"words": line.strip()[:60], "reason": reason, "how": Reason(how)}


def _is_item(page: Page, line: str) -> bool:
    """Return whether a line that has lost the space behind its signs # is meant as an item of its page."""
    level = _ITEM_LEVELS.get(page.metadata.kind)
    sign = "?" if page.metadata.kind in _ASKING else "!"
    of_level = len(line) - len(line.lstrip("#")) == level
    return bool(level) and (of_level or _title(line).endswith(sign) or "readers=" in line)


def _title(line: str) -> str:
    return _EMPHASIS.sub("", _EMPHASIS.sub("", line.strip())).strip()


def _as_heading(
    page: Page, at: int, line: str, item: bool, twin: Page | None, readers: Set[str], given: set[str]
) -> str:
    """Return a line as the heading that it is meant as, of an item or of a section; nothing where its id is unknown.

    The id and the readers that it has are kept.
    """
    title, own = _title(line), _BRACES.search(line)
    level = _ITEM_LEVELS[page.metadata.kind] if item else len(line) - len(line.lstrip("#"))
    asks = item and page.metadata.kind in _ASKING
    if own and "#" in own[0]:
        asked_by = " ".join(_agreed(page, readers)) if asks and "readers=" not in own[0] else ""
        braces = f'{own[0][:-1].rstrip()} readers="{asked_by}"}}' if asked_by else own[0]
    else:
        number = page.sections.index(page.section_at(at)) + 1
        braces = _braces(page, number, level, title, twin, readers, given)
    return f"{'#' * level} {title} {braces}" if braces else ""


def _braces(
    page: Page, number: int, level: int, title: str, twin: Page | None, readers: Set[str], given: set[str]
) -> str:
    """Return what is to stand behind the heading of `level` with a number, or in front of it; or nothing.

    Those of its twin, else an id, and for a question its readers: those of all other questions of the page where they
    agree, else all there are. `given` has the ids that were told to others.
    """
    beside = _beside(page, number, level, twin)
    if twin and beside and beside.id not in {name for name, _ in page.anchors} | given:
        given.add(beside.id)
        return beside.braces(twin.text)
    here = page.sections[number] if number < len(page.sections) and page.sections[number].title == title else None
    wanted = (here and here.id) or _free(page, level, title, twin, given)
    if not wanted:
        return ""
    given.add(wanted)
    if page.metadata.kind not in _ASKING or level != _ITEM_LEVELS[page.metadata.kind]:
        return f"{{#{wanted}}}"
    agreed = (here.readers if here else ()) or _agreed(page, readers)
    return f'{{#{wanted} readers="{" ".join(agreed)}"}}' if agreed else f"{{#{wanted}}}"


def _agreed(page: Page, readers: Set[str]) -> tuple[str, ...]:
    """Return the readers of all questions of a page where they agree, else all there are."""
    others = {question.section.readers for question in page.questions if question.section.readers}
    return others.pop() if len(others) == 1 else tuple(sorted(readers))


def _free(page: Page, level: int, title: str, twin: Page | None, given: Set[str]) -> str:
    """Return an id for a heading: the next of its neighbours' numbers, else its title in plain letters; or nothing."""
    taken = {name for name, _ in page.anchors} | given
    known = taken | ({name for name, _ in twin.anchors} if twin else set())
    same = [found for one in page.sections if one.level == level and (found := _NUMBERED.match(one.id))]
    if same:
        stem = Counter(found["stem"] for found in same).most_common(1)[0][0]
        numbers = [one["number"] for name in known if (one := _NUMBERED.match(name)) and one["stem"] == stem]
        return f"{stem}{max(map(int, numbers)) + 1:0{len(max(numbers, key=len))}}"
    words = slug(title)
    words = words if len(words) <= _LONGEST else words[: _LONGEST + 1].rpartition("-")[0]
    return words if page.language == "vi" and words not in taken else ""


def _beside(page: Page, number: int, level: int, twin: Page | None) -> Section | None:
    """Return the heading of the twin that has an id and stands where one without id stands."""
    others: tuple[Section, ...] = twin.sections if twin else ()
    if len(others) == len(page.sections) and number < len(others) and not page.sections[number].id:
        return others[number] if others[number].id else None
    before = page.sections[number - 1].id if number else ""
    ids = [one.id for one in others]
    after = ids.index(before) + 1 if before and before in ids else len(ids)
    after = 1 if number == 1 else after  # both pages begin with their title
    return others[after] if after < len(ids) and others[after].level == level and ids[after] else None
