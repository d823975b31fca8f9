"""Former URLs: which pages and sections that were published another page has taken over.

The page that took them over says so in the front matter of its original, `aliases:`, a line each: `old/page.md` for a
page that is gone, `old/page.md#section → here` for a section, whether its page is gone or still there.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from ..documents.front_matter_fields import given
from ..findings.finding import Code, Detail, Finding, Place, Reason
from .model import Page

_FORM = re.compile(r"(?P<old>[^#\s]+\.md)(?:#(?P<section>[\w.:-]+) *(?:→|->) *(?P<id>[\w.:-]+))?")


@dataclass(frozen=True, slots=True)
class Alias:
    """One line of `aliases:`."""

    old: str
    """Key of the page as it was published."""
    section: str
    """Id of a section of it; nothing for the whole page."""
    page: str
    """Key of the page that has its words now."""
    id: str
    """Id there; nothing for the whole page."""
    place: Place
    """Where it is written."""


@dataclass(frozen=True)
class Aliases:
    """All of them."""

    stated: tuple[Alias, ...] = ()
    """In the order of the pages."""
    pages: Mapping[str, str] = field(default_factory=dict)
    """Key of each page that is gone → key of the page that took it over."""

    def of(self, page: str) -> tuple[Alias, ...]:
        """Return what became of the sections of a page, whether it is gone or still there."""
        return tuple(alias for alias in self.stated if alias.section and alias.old == page)


def read(pages: Mapping[str, Page]) -> tuple[Aliases, tuple[Finding, ...]]:
    """Return the aliases that original pages state, and a finding for each line of another form."""
    aliases, findings = [], []
    for page in pages.values():
        for number, line in enumerate(page.metadata.aliases):
            place = page.front.place("aliases", str(number))
            found = _FORM.fullmatch(line.strip())
            if found:
                aliases.append(Alias(found["old"], found["section"] or "", page.key, found["id"] or "", place))
            else:
                details: dict[str, Detail] = {"key": "aliases", "given": given(line), "wanted": Reason("wanted-alias")}
                several = [one.strip() for one in re.split(r"[,;]", line) if one.strip()]
                all_fit = len(several) > 1 and all(map(_FORM.fullmatch, several))
                suggestion = f"“aliases: [{', '.join(several)}]”" if all_fit else ""
                findings.append(Finding(place, Code.FRONT_MATTER_VALUE, details, suggestion))
    gone = {alias.old: alias.page for alias in aliases if not alias.section and alias.old not in pages}
    return Aliases(tuple(aliases), gone), tuple(findings)
