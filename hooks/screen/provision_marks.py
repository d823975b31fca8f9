"""What a page of a held text says of its provisions once, for scripts that offer to cite them where they are read.

The words of a citation follow from the anchor for articles, clauses and points of a law (`lc-d35-k2-dd`); what cannot
be told from it stands at the provision itself. `overrides/scripts/reading/provision_words.js` is the twin of `derived`.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..content.checks.coverage import Spot
from ..documents.document import Document
from ..documents.provisions import anchor
from ..documents.records import DocumentRecord
from .document_names import document_name, joint
from .interface import for_scripts
from .labels import position

_ARTICLE = re.compile(r"-d(\d+)(?:-k(\d+))?(?:-([a-z]|dd))?\Z")


@dataclass(frozen=True)
class Citing:
    """A place that cites provisions of a document."""

    spot: Spot
    """The place."""
    anchors: str
    """The anchors of what it cites, without the document's own beginning, with spaces between."""


def derived(name: str, language: str) -> str:
    """Return the words of citation that an anchor tells; nothing where it is not that of a part of an article.

    >>> derived("lc-d35-k2-dd", "vi"), derived("lc-d35-a", "en"), derived("cv-ii-1", "vi")
    ('điểm đ khoản 2 Điều 35', 'point a, Article 35', '')
    """
    found = _ARTICLE.search(name)
    if found is None:
        return ""
    words, (article, clause, point) = for_scripts(language), found.groups()
    parts = (
        ("place_point", point and point.replace("dd", "đ")),
        ("place_clause", clause),
        ("place_article", article),
    )
    return words["place_between"].join(words[kind].replace("{}", number) for kind, number in parts if number)


def places(document: Document, language: str, scripts: str) -> Mapping[str, str]:
    """Return provision id → the words of its place, where the scripts of the page cannot derive them from its anchor.

    A page that waits for its translation is in another `language` than its `scripts`.
    """
    if document.original is None:
        return {}
    found = ((one.id, position(document, one, language)) for one in document.original.provisions.values())
    return {cited: words for cited, words in found if words != derived(anchor(cited), scripts)}


def naming(record: DocumentRecord, language: str, note: str) -> Mapping[str, str]:
    """Return what follows the words of a place in a citation, by use: at the first mention and at later ones."""
    before = joint(record, language)
    return {use: before + document_name(record, language, first=use == "first") + note for use in ("first", "later")}


def citing(
    document: Document, cited_by: Mapping[str, Iterable[Spot]], here: str, most: int
) -> tuple[list[Citing], Mapping[str, int], int]:
    """Return the places on other pages that cite provisions of a document, each once, and what is left out.

    Of each provision `most` places are taken; the second value says of which anchors how many more there are, the
    third how many places there are in all.
    """
    found: dict[tuple[str, int], tuple[Spot, list[str]]] = {}
    left: dict[str, int] = {}
    every: set[tuple[str, int]] = set()
    beginning = f"{anchor(document.record.id)}-"
    for cited in document.original.provisions if document.original else ():
        spots = [spot for spot in cited_by.get(cited, ()) if spot.page.key != here]
        every.update((spot.page.key, spot.section.at) for spot in spots)
        name = anchor(cited).removeprefix(beginning)
        for spot in spots[:most]:
            found.setdefault((spot.page.key, spot.section.at), (spot, []))[1].append(name)
        if len(spots) > most:
            left[name] = len(spots) - most
    return [Citing(spot, " ".join(names)) for spot, names in found.values()], left, len(every)
