"""The indexes at the end of a booklet: its questions by theme, and the articles it cites, each with its pages."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from ..screen.alphabet import order
from .bound_page import BoundPage
from .cited_articles import CitedArticle


@dataclass(frozen=True)
class Line:
    """One line of an index."""

    words: str
    """What it names."""
    targets: tuple[str, ...]
    """Ids in the booklet at which that stands, in order."""


@dataclass(frozen=True)
class Group:
    """Lines below one heading."""

    title: str
    """The heading."""
    lines: tuple[Line, ...]
    """Its lines."""
    targets: tuple[str, ...] = ()
    """Ids at which what the heading names is cited as a whole."""


@dataclass
class Citations:
    """Where the pages of a booklet cite articles; every citation becomes a target of the index."""

    at: dict[str, list[str]] = field(default_factory=dict)
    """Id that is cited → ids in the booklet of the links that cite it."""
    count: int = 0
    """How many links have got an id."""

    def mark(self, page: BoundPage) -> None:
        """Give an id to each citation of a page."""
        for link in page.body.iter("a"):
            if cited := link.get("data-cite"):
                self.count += 1
                link.set("id", f"n{self.count}")
                self.at.setdefault(cited, []).append(link.get("id"))


def questions(asked: Iterable[tuple[str, str, str]]) -> list[Group]:
    """Return the index of questions, each given with its theme and id: all in the order of the alphabet."""
    ordered = sorted(asked, key=lambda one: (order(one[0]), order(one[1])))
    return [
        Group(theme, tuple(Line(words, (target,)) for _, words, target in lines))
        for theme, lines in groupby(ordered, key=lambda one: one[0])
    ]


def articles(cited: Sequence[CitedArticle], citations: Citations) -> Iterator[Group]:
    """Yield the index of articles, a document a group, in the order in which they are given."""
    for document, found in groupby(cited, key=lambda one: one.document):
        at: dict[str, list[str]] = {}
        for one in found:
            at.setdefault(one.place, []).extend(citations.at.get(one.id, ()))
        whole = tuple(at.pop("", ()))
        lines = tuple(Line(place, tuple(targets)) for place, targets in at.items() if targets)
        if lines or whole:
            yield Group(document, lines, whole)
