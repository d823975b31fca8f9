"""The pages of digests and reports: what they are, up to which day, and what can be done with each entry."""

from collections.abc import Iterator, Mapping

from ..documents.digest import Digest
from ..documents.registry import Registry
from ..documents.unknown_citations import Unknown
from .fragment import Fragment
from .labels import short_citation
from .page_templates import PageTemplates

_ANSWERING = frozenset({"topic", "qa"})
"""Kinds of page whose readers rely on laws told in digests."""


def on(page: str, registry: Registry) -> Digest | None:
    """Return the digest or report that stands on a page, if one does."""
    return next((digest for digest in registry.digests.values() if digest.page == page), None)


def written_ids(registry: Registry, page: str) -> Mapping[str, str]:
    """Return, for the headings of a page of entries, id as it is written → id in HTML."""
    digest = on(page, registry)
    if digest is None:
        return {}
    return {entry.anchor.removeprefix(f"{digest.id}-"): entry.anchor for entry in digest.entries.values()}


def notice(show: PageTemplates, digest: Digest) -> Fragment:
    """Return what stands below the title: not the wording, compared with what and when, or reported by whom."""
    record = show.registry.documents[digest.document].record
    return show.render("digest.md.j2", digest=digest, record=record)


def entries(show: PageTemplates, digest: Digest) -> Iterator[tuple[str, Fragment]]:
    """Yield section id → what stands below the heading of an entry: its place in words, and how it is cited."""
    told = digest.entries.values()
    filled = [{"entry": one, "place": short_citation(show.registry, one.id, show.language)} for one in told]
    fragments = show.each("entry.md.j2", filled, report=digest.report)
    yield from zip((one.anchor for one in told), fragments, strict=True)


def up_to(show: PageTemplates) -> list[Fragment]:
    """Return what stands at the foot of an answering page: up to which day what it cites was compared.

    That is the oldest day of the digests it cites, and the nearest one on which somebody has to look at one again.
    """
    if show.page.metadata.kind not in _ANSWERING:
        return []
    cited = {link.cited for link in show.page.citations if link.cited}
    known = [one for one in cited if not isinstance(show.registry.resolve(one), Unknown)]
    told = [digest for one in known if (digest := show.registry.digest_of(one)) and digest.compared]
    if not told:
        return []
    compared = min(digest.compared.on for digest in told if digest.compared)
    review = min((digest.review_by for digest in told if digest.review_by), default=None)
    return [show.render("up-to.md.j2", compared=compared, review=review)]
