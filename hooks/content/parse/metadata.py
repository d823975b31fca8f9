"""The front matter every page shares, typed."""

from ...documents import record_reader
from ...documents.front_matter import FrontMatter
from ...documents.front_matter_fields import Reader, key_details
from ...findings.finding import Code, Detail, Finding, Reason
from ..model import KINDS, Metadata
from . import digests

_THEME_KEYS = ("hide", "template", "search")
"""Keys that MkDocs or Material read."""
_KEYS = ("title", "description", "kind", "order", "translation", "own_figures", "aliases")
"""Keys that any page may have."""


def read(front: FrontMatter, *, original: bool) -> tuple[Metadata, tuple[Finding, ...]]:
    """Return the typed front matter of a page and what is wrong with it.

    `translation:` and `aliases:` may stand on an original page only: a translated page is its own translation, and has
    the URLs of its original.
    """
    reader = Reader(front)
    metadata = Metadata(
        title=reader.text("title", required=True) or "",
        description=reader.text("description", required=True) or "",
        kind=reader.choice("kind", KINDS, required=True, means=Reason("wanted-kind")) or "reference",
        order=reader.integer("order") or 1000,
        pending=original and reader.choice("translation", ("pending",)) == "pending",
        own_figures=reader.texts("own_figures"),
        aliases=reader.texts("aliases") if original else (),
    )
    if metadata.kind == "document" and "document" not in front.values:
        details: dict[str, Detail] = {
            "key": "document",
            "given": Reason("value-missing"),
            "wanted": Reason("wanted-record"),
        }
        reader.findings.append(Finding(front.place("kind"), Code.FRONT_MATTER_VALUE, details))
    if metadata.kind == "document":
        reader.ignore("document")
    if metadata.kind in digests.KINDS:
        reader.ignore(*digests.KEYS)
    if metadata.kind == "text":
        reader.text("of", required=True)
        if "origin" in reader.values:
            origin = reader.nested("origin")
            record_reader.read_origin(origin)
            origin.finish()
    if "readers" in front.values:  # each question says for whom it is
        reader.ignore("readers")
        suggestion = '“## … {#… readers="cu-dan doanh-nghiep"}”'
        details = key_details("readers", _KEYS)
        reader.findings.append(Finding(front.place("readers"), Code.FRONT_MATTER_KEY, details, suggestion))
    reader.ignore(*_THEME_KEYS)
    reader.finish()
    return metadata, tuple(reader.findings)
