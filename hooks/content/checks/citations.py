"""Citations: each leads to something that exists, would be rendered, and stands where one is needed."""

import re
from collections.abc import Iterator, Set

from ...conventions import LEADING_ON_SECTIONS
from ...documents.registry import Registry
from ...documents.unknown_citations import Unknown
from ...findings.finding import Code, Finding
from ..model import Page

_ANYWHERE = re.compile(r"cite:(?<=\bcite:)(?=\w|[ \t]+\w[\w.]*\))")
_IN_BRACKETS = re.compile(
    r"\[(?<![\\!\]]\[)(?:khoản|điểm|điều|mục|chương|clause|article|point)[ ][^\]\[\n]*\d[^\]\[\n]*\](?![(\[{:])",
    re.IGNORECASE,
)
"""A provision in brackets without the address that makes it a link."""
_SHOWN = re.compile(r"cite:[ \t]*\S+")
_ITEM_LEVELS = {"script": 2, "kit": 2, "form": 2, "picture": 2, "slogans": 3}
"""Kind of page → level of the headings under which each item needs a citation; what a question rests on: `genres`."""


def check(page: Page, registry: Registry, unsettled: Set[str]) -> Iterator[Finding]:
    """Yield what is wrong with the citations of a page.

    An id in `unsettled` was published and is missing for now: that is one finding at its document, not one a citation.
    """
    for link in page.citations:
        found = registry.resolve(link.cited or "")
        if isinstance(found, Unknown) and link.cited not in unsettled:
            suggestion = f"“cite:{found.suggestion}”" if found.suggestion else ""
            details = {**found.details, "many": "many-cited-how", "cause": link.cited or ""}
            yield Finding(page.place(link.target_at), found.code, details, suggestion)
    for at, words in unrendered(page):
        yield Finding(page.place(at), Code.CITE_NOT_RENDERED, {"words": words})
    yield from _missing(page)


def unrendered(page: Page) -> Iterator[tuple[int, str]]:
    """Yield offset and words of citations that are no link; a reference page may show them as code.

    They are mistyped, in code or in raw HTML, or name a provision in brackets without an id.
    """
    for found in _IN_BRACKETS.finditer(page.masked, page.front.body_at):
        yield found.start(), found[0][:40]
    targets = {link.target_at for link in page.links}
    for found in _ANYWHERE.finditer(page.text, page.front.body_at):
        shown_as_code = page.masked[found.start()] != page.text[found.start()] and page.metadata.kind == "reference"
        if found.start() not in targets and not shown_as_code:
            words = _SHOWN.match(page.text, found.start())
            yield found.start(), words[0][:40] if words else ""


def _missing(page: Page) -> Iterator[Finding]:
    """Yield what cites nothing; a translation cites what its original cites, which `parity` holds it to."""
    if page.language != "vi":
        return
    kind = page.metadata.kind
    if kind == "theme" and not page.citations:
        yield Finding(page.place(page.sections[0].at), Code.CITE_MISSING, {"what": page.metadata.title})
        return
    for section in page.sections:
        aside = kind == "form" and section.id in LEADING_ON_SECTIONS
        item = section.id and section.level == _ITEM_LEVELS.get(kind) and not aside  # what it is shows with its id
        if item and not any(part.citations for part in page.under(section)):
            yield Finding(page.place(section.at), Code.CITE_MISSING, {"what": section.title})
