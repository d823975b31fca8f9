"""The pages of a document as a leaflet: two sides of A4 laid across, folded once to four panels of A5.

All its words are those of the pages: the cover has the opening of the document's own page, the inside its picture, the
back as many of its questions as there is room for, each whole.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from ..screen.interface import say
from ..screen.templates import render
from .bound_page import BoundPage, EditionImprint, style
from .page_html import to_html

SIDES = 2
"""Sides of A4 it has."""
_LANGUAGE = "vi"
_MOST, _FEWEST = 6, 2
"""How many questions are tried at most, and how few are still worth a panel."""
_SIZES = ("3", "2", "1")
"""Sizes of type inside, the largest first: a picture of few words fills its side too."""


@dataclass(frozen=True)
class Leaflet:
    """What a leaflet says beside its pages."""

    pages: tuple[str, str, str]
    """Paths below the site of the HTML of the document's own page, its picture and its questions."""
    urls: tuple[str, str, str]
    """Their published URLs."""
    questions: tuple[str, ...]
    """Ids of the questions that may stand on the back, the first most likely."""
    imprint: EditionImprint
    """What its cover says of it."""


def compose(leaflet: Leaflet, pages: Mapping[str, str]) -> Sequence[str]:
    """Return a leaflet as HTML, in smaller and smaller type inside and with fewer and fewer questions on the back.

    `pages` has, by path, the HTML of its pages as they are printed.
    """
    cover, picture, answers = (
        BoundPage(pages[page], url).without_links() for page, url in zip(leaflet.pages, leaflet.urls, strict=True)
    )
    found = {question: (title, answer) for question, title, answer in _questions(answers)}
    listed = [found[question] for question in leaflet.questions if question in found]
    return [
        render(
            "leaflet.html.j2",
            vars(leaflet.imprint),
            t=partial(say, _LANGUAGE),
            language=_LANGUAGE,
            rules=style("leaflet"),
            first=cover,
            foot=f"{cover.url} · {say(_LANGUAGE, 'version')} {leaflet.imprint.version}",
            opening=[to_html(one) for one in _opening(cover)],
            inside=picture,
            sections=[to_html(one) for one in picture.body],
            back=answers,
            listed=listed[:number],
            size=size,
        )
        for size in _SIZES
        for number in range(min(_MOST, len(listed)), _FEWEST - 1, -1)
    ]


def _opening(page: BoundPage) -> Iterator[object]:
    """Yield the paragraphs before the first heading."""
    for one in page.body:
        if one.tag != "p":
            return
        yield one


def _questions(page: BoundPage) -> Iterator[tuple[str, str, str]]:
    """Yield id and words of each question and the first paragraph of its answer."""
    for heading in page.body.iter("h2", "h3"):
        answer = heading.getnext()
        while answer is not None and "lc-tags" in (answer.get("class") or ""):
            answer = answer.getnext()
        if answer is not None and answer.tag == "p":
            yield heading.get("id"), heading.text_content().strip(), to_html(answer)
