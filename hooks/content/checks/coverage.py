"""Coverage: which provisions a theme explains and something puts to use, or a topic does both."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ...documents.document import Document
from ...documents.provisions import Provision
from ...documents.registry import Registry
from ...findings.finding import Code, Detail, Finding, Place, Reason, Severity
from ..model import Page
from ..parts import Section

COLUMNS: Mapping[str, frozenset[str]] = {
    "theme": frozenset({"theme"}),
    "topic": frozenset({"topic"}),
    "question": frozenset({"qa"}),
    "slogan": frozenset({"slogans"}),
    "kit": frozenset({"script", "kit", "form"}),
    "reader": frozenset({"reader"}),
}
"""Column of the matrix → the kinds of page that fill it."""
IN_USE = ("question", "slogan", "kit")
"""The columns of what people can use; a topic page is that too, and explains at once."""


@dataclass(frozen=True)
class Spot:
    """A section that cites a provision."""

    page: Page
    """The page."""
    section: Section
    """The section of it."""


@dataclass(frozen=True)
class Row:
    """One provision and where it is treated."""

    provision: Provision
    """The provision."""
    leaf: bool
    """Whether it has to be treated; a heading above leaves has not."""
    mention_only: bool
    """Whether it has only to be treated, not to be used too: a reader's page is enough."""
    spots: Mapping[str, tuple[Spot, ...]]
    """Column → where it is treated."""

    @property
    def lacking(self) -> tuple[str, ...]:
        """What is still missing: theme, use."""
        if not self.leaf or self.spots["topic"]:
            return ()
        if self.mention_only:
            return () if self.spots["theme"] or self.spots["reader"] else ("theme",)
        used = any(self.spots[column] for column in IN_USE)
        return (*(() if self.spots["theme"] else ("theme",)), *(() if used else ("use",)))


def citing(pages: Iterable[Page], registry: Registry) -> Mapping[str, tuple[Spot, ...]]:
    """Return for each id the sections that cite it, in the order of the pages; a section counts once."""
    found: dict[str, dict[tuple[str, int], Spot]] = {}
    for page in pages:
        for section in page.sections:
            for link in section.citations:
                found.setdefault(registry.canonical(link.cited or ""), {}).setdefault(
                    (page.key, section.at), Spot(page, section)
                )
    return {cited: tuple(spots.values()) for cited, spots in found.items()}


def matrix(document: Document, cited_by: Mapping[str, tuple[Spot, ...]]) -> tuple[Row, ...]:
    """Return a row for each provision under the parts that a document's record wants covered, in order."""
    text, wanted = document.original, document.record.coverage
    if text is None or wanted is None:
        return ()
    rows = []
    for provision in text.provisions.values():
        fully = any(_within(provision.id, part) for part in wanted.full)
        mention = any(_within(provision.id, part) for part in wanted.mention)
        if fully or mention:
            spots = {
                column: tuple(s for s in cited_by.get(provision.id, ()) if s.page.metadata.kind in kinds)
                for column, kinds in COLUMNS.items()
            }
            rows.append(Row(provision, not text.children(provision.id), mention, spots))
    return tuple(rows)


def gaps(document: Document, rows: Iterable[Row], severity: Severity) -> Iterator[Finding]:
    """Yield a finding for each provision that is not treated as its document's record wants."""
    for row in rows:
        if row.lacking and document.original:
            lacking = tuple(Reason(f"coverage-{column}") for column in row.lacking)
            details: dict[str, Detail] = {"id": row.provision.id, "lacking": lacking}
            place = Place(document.original.path, row.provision.line)
            yield Finding(place, Code.COVERAGE_GAP, details, severity=severity)


def _within(provision_id: str, part: str) -> bool:
    return provision_id == part or provision_id.startswith(f"{part}.")
