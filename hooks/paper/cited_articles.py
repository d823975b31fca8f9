"""The articles that pages cite, as the index of a booklet names them: a clause or point counts for its article."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ..documents.registry import Registry
from ..documents.unknown_citations import Unknown
from ..screen import pins
from ..screen.alphabet import order
from ..screen.document_names import short_name
from ..screen.labels import position

_NUMBERS = re.compile(r"\d+|\D+")


@dataclass(frozen=True)
class CitedArticle:
    """What one known id stands for in the index."""

    id: str
    """The id that is cited: `blld.d97.k4`."""
    document: str
    """How running text calls its document, with a capital."""
    place: str
    """The article, or what the text has in its stead: `Điều 97`; nothing for the document as a whole."""


def cited_articles(registry: Registry, ids: Iterable[str], language: str) -> tuple[CitedArticle, ...]:
    """Return what known ids stand for, documents by name and their articles in order; reports have no articles."""
    found = []
    for cited in {registry.canonical(one) for one in ids if not isinstance(registry.resolve(one), Unknown)}:
        digest = registry.digest_of(cited)
        if digest and digest.report:
            continue
        called = short_name(registry, registry.document_of(cited).record, language)
        name = called[:1].upper() + called[1:]
        article = _article(registry, cited)
        found.append(
            (order(name), _key(registry, article), CitedArticle(cited, name, _place(registry, article, language)))
        )
    return tuple(one for *_, one in sorted(found, key=lambda one: (one[:2], one[2].id)))


def _article(registry: Registry, cited: str) -> str:
    """Return the id of the article in which a provision stands, or its own where it stands in none."""
    document, _, pin = cited.partition(".")
    if cited not in registry.provisions:
        first = pin.partition(".")[0]
        return f"{document}.{first}" if first.startswith("d") else cited
    above: str | None = cited
    while above is not None and registry.provisions[above].kind != "dieu":
        above = registry.provisions[above].parent
    return above or cited


def _place(registry: Registry, article: str, language: str) -> str:
    document, _, pin = article.partition(".")
    if article in registry.provisions:
        words = position(registry.documents[document], registry.provisions[article], language)
    else:
        words = pins.position(pin, language) if pin else ""
    return words[:1].upper() + words[1:]


def _key(registry: Registry, article: str) -> tuple[tuple[int, str], ...]:
    """Return a key that sorts held provisions as their text has them, others by their numbers."""
    if article in registry.provisions:
        texts = registry.documents[registry.provisions[article].document].texts.values()
        return ((next([*text.provisions].index(article) for text in texts if article in text.provisions), ""),)
    return tuple((int(part), "") if part.isdigit() else (0, part) for part in _NUMBERS.findall(article))
