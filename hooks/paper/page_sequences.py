"""The layout of what names its own pages, one page sequence after the other, until all numbers agree.

A page sequence, as XSL-FO calls it, begins on a page of its own: each child of the body is one. On which of its pages
everything stands is in the cache under its HTML: after a change elsewhere it is laid out once, to be drawn. The layouts
that are drawn are compared with what the cache said of them, so that every number is that of the page one sees.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from itertools import accumulate, chain, repeat
from typing import Any

from ..cache import Cache, key
from . import page_numbers
from .page_html import page_to_html, parse_page

_LAYOUTS = 6
"""After how many layouts the numbers of pages must agree; two do as a rule."""
_FROM_CACHE = 2
"""How many of them the cache is asked for; after those what is laid out is drawn, as a rule."""
_STYLE = '@page :first { counter-reset: page %d } @page { @bottom-right { content: counter(page) "/%d" } }'
"""Numbers the pages of a sequence from the first of these numbers on, of the second in all."""


class UnsettledError(Exception):
    """The numbers of pages move what they count, again and again."""


@dataclass(frozen=True)
class _Extent:
    """How long a page sequence is, and what stands where in it."""

    pages: int
    """How many pages it has."""
    at: dict[str, int]
    """Id → its page, the first of the sequence being 1."""


class PageSequences:
    """The page sequences of one text."""

    def __init__(self, text: str, render: Callable[[str], Any], cache: Cache, engine: str) -> None:
        """Prepare to lay out HTML; `render` gives the WeasyPrint document of some, `engine` stands for what does so."""
        self._text = text
        self._render = render
        self._cache = cache
        self._engine = engine
        self._documents: dict[int, tuple[str, Any]] = {}

    def laid_out(self) -> Any:
        """Return one WeasyPrint document of all pages, with the numbers of pages that it names written in."""
        shown = page_numbers.guessed(self._text)
        extents: Sequence[_Extent] = ()
        for layout in range(_LAYOUTS):
            sequences = _divided(shown)
            if layout >= _FROM_CACHE:
                for sequence in sequences:
                    self._cache.forget(self._key(sequence))
            counted = _counted(sequences, extents)
            extents = [self._extent(at, *one) for at, one in enumerate(zip(sequences, counted, strict=True))]
            before, shown = shown, page_numbers.written(self._text, _numbers(extents))
            if shown == before:
                documents = [self._document(at, html) for at, html in enumerate(_counted(sequences, extents))]
                drawn = [_measured(document) for document in documents]
                if drawn == extents:
                    return documents[0].copy([page for document in documents for page in document.pages])
                extents, shown = drawn, page_numbers.written(self._text, _numbers(drawn))
        raise UnsettledError

    def _extent(self, at: int, sequence: str, counted: str) -> _Extent:
        """Return the extent of a sequence; its layout, where one is needed for it, shows its place in the whole."""
        found = self._cache.get(
            self._key(sequence),
            lambda: json.dumps(asdict(_measured(self._document(at, counted)))).encode(),
        )
        return _Extent(**json.loads(found))

    def _key(self, sequence: str) -> str:
        return key("page sequence", self._engine, sequence)

    def _document(self, at: int, html: str) -> Any:
        """Return the layout of a sequence, of which one at a time is held: hundreds of pages take half a gigabyte."""
        if self._documents.get(at, ("", None))[0] != html:
            self._documents.pop(at, None)
            self._documents[at] = html, self._render(html)
        return self._documents[at][1]


def _divided(text: str) -> list[str]:
    """Return the HTML of each page sequence of a text: a page with one child of the body."""
    tree = parse_page(text)
    body = tree.find("body")
    children = list(body)
    sequences = []
    for child in children:
        body[:] = [child]
        sequences.append(page_to_html(tree))
    return sequences


def _counted(sequences: Sequence[str], extents: Sequence[_Extent]) -> list[str]:
    """Return page sequences that number their pages on from those before; as they are where none has an extent yet."""
    total = sum(one.pages for one in extents)
    starts = accumulate((one.pages for one in extents), initial=1)
    return [
        html.replace("</head>", f"<style>{_STYLE % (start, total)}</style></head>", 1) if extents else html
        for html, start in zip(sequences, chain(starts, repeat(1)), strict=False)
    ]


def _measured(document: Any) -> _Extent:
    """Return the extent of a layout."""
    at: dict[str, int] = {}
    for number, page in enumerate(document.pages, 1):
        for name in page.anchors:
            at.setdefault(name, number)
    return _Extent(len(document.pages), at)


def _numbers(extents: Sequence[_Extent]) -> dict[str, int]:
    """Return the page of each id in the whole text."""
    numbers: dict[str, int] = {}
    before = 0
    for one in extents:
        numbers |= {name: before + page for name, page in one.at.items() if name not in numbers}
        before += one.pages
    return numbers
