"""Pages of digests, reports and texts: each is about a document that has a record."""

from collections.abc import Iterator, Mapping

from ...documents.registry import Registry
from ...documents.suggest import closest
from ...findings.finding import Code, Finding
from ..model import Page
from ..parse.digests import KINDS

_KINDS = KINDS | {"text"}


def check(pages: Mapping[str, Page], registry: Registry) -> Iterator[Finding]:
    """Yield digests, reports and texts of a document without a record."""
    for page in pages.values():
        of = page.front.values.get("of")
        if page.metadata.kind in _KINDS and isinstance(of, str) and of not in registry.documents:
            near = closest(of, registry.documents)
            details = {"id": of, "known": ", ".join(registry.documents)}
            yield Finding(page.front.place("of"), Code.DOCUMENT_UNKNOWN, details, f"“{near}”" if near else "")
