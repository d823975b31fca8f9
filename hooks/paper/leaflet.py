"""Leaflets: two sides of A4 laid across, folded once to four panels of A5.

The cover says what one gains and where to ask; inside, the side that is pinned up, stand numbers and answers; on the
back the steps and where to go, or the pictures of a document; pictures that one panel cannot hold change places with
the answers. All else are words of the pages.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from ..conventions import DECIDING_SECTION, OVERVIEW_SECTION, STEPS_SECTION
from ..screen.interface import say
from ..screen.templates import render
from ..screen.visual_language import ink
from . import leaflet_excerpts as excerpts
from .bound_page import BoundPage, EditionImprint, style
from .pictograms import pictogram

SIDES = 2
"""Sides of A4 it has."""
_FEWEST = 2
"""How few answers are still worth a leaflet."""


@dataclass(frozen=True)
class Panel:
    """A side of a leaflet that is filled."""

    height: float
    """Height of its panels in millimetres."""
    sizes: tuple[float, ...]
    """Sizes of type in points, the largest first: few words fill it too."""
    smallest: float
    """The size where none of these is small enough."""


_INSIDE = Panel(375.0, (16, 15, 14, 13, 12.25, 11.5, 11), 11)
_BACK = Panel(180.0, (13, 12.25, 11.5, 11, 10.5, 10), 10)


@dataclass(frozen=True)
class Arrangement:
    """Which panels hold the numbers and answers, and which the rest: steps and offices, or pictures."""

    answers: Panel
    rest: Panel


_ANSWERS_INSIDE = Arrangement(_INSIDE, _BACK)
_PICTURES_INSIDE = Arrangement(Panel(_BACK.height, _BACK.sizes[:-2], _BACK.smallest), _INSIDE)
_SHARES = (1.0, 0.92, 0.84, 0.76, 0.66, 0.5, 0.4)
"""How much of a panel the words may take by reckoning, one attempt after the other."""
_LETTERS = 690.0
"""Letters on a line of a panel times the size of type."""
_WHERE = re.compile(r'<span class="lc-where">(.*?)</span>', re.DOTALL)
_TAG = re.compile(r"<[^>]+>")


@dataclass(frozen=True)
class Leaflet:
    """What a leaflet says beside its pages."""

    language: str
    """Language of its words."""
    title: str
    """The words on its cover."""
    gain: tuple[str, ...]
    """What one gains by reading it."""
    icon: str
    """The pictogram on its cover."""
    pages: Mapping[str, str]
    """Path of the HTML of each page it is made of → the published URL; the code on its cover leads to the first."""
    numbers_page: str
    """Path of the page of numbers."""
    numbers: tuple[tuple[str, int], ...]
    """Section and row of each number."""
    picture: str
    """Path of the page of pictures, or nothing."""
    answers: tuple[tuple[str, str], ...]
    """Path of the page and id of each question, the most wanted first."""
    contacts: tuple[tuple[str, str], ...]
    """Where to ask in the ward, name and value: a value that the ward has not filled in is a line to write on."""
    imprint: EditionImprint
    """What its cover says of it."""


def compose(leaflet: Leaflet, pages: Mapping[str, str]) -> Sequence[str]:
    """Return a leaflet as HTML, with fewer and fewer answers in smaller and smaller type.

    `pages` has, by path, the HTML of its pages as they are printed.
    """
    built = {path: BoundPage(pages[path], url) for path, url in leaflet.pages.items()}
    first = next(iter(built.values()))
    for page in built.values():
        excerpts.plain(page)
    answers = [excerpts.answer(built[path], question) for path, question in leaflet.answers]
    numbers = excerpts.numbers(built[leaflet.numbers_page], leaflet.numbers) if leaflet.numbers else []
    overview = [] if numbers or leaflet.picture else excerpts.section(first, OVERVIEW_SECTION)
    illustration = say(leaflet.language, "illustration")
    pictures = list(excerpts.pictures(built[leaflet.picture])) if leaflet.picture else []
    steps, offices = excerpts.section(first, STEPS_SECTION), excerpts.section(first, DECIDING_SECTION)
    said = [[one["title"], *one["answer"]] for one in answers]
    beside = [*(f"{one.value} {one.about} {one.articles}" for one in numbers), *overview]
    rest = [pictures] if pictures else [steps, offices]
    turned = bool(pictures) and not fitting(rest, _BACK)
    arranged = _PICTURES_INSIDE if turned else _ANSWERS_INSIDE

    def of(count: int, answers_size: float, rest_size: float) -> str:
        return render(
            "leaflet.html.j2",
            {**vars(leaflet.imprint), **vars(leaflet)},
            t=partial(say, leaflet.language),
            rules=style("leaflet"),
            first=first,
            document=excerpts.title(first.heading).partition(":")[0] if pictures else "",
            drawn=pictogram(leaflet.icon, "#ffffff", illustration),
            check=pictogram("clipboard-check", ink("red"), illustration),
            shown_numbers=numbers,
            overview=overview,
            shown=answers[:count],
            answers_inside=not turned,
            rest=pictures or steps + offices,
            size=rest_size if turned else answers_size,
            back=answers_size if turned else rest_size,
        )

    def tried() -> Iterator[tuple[int, float, float]]:
        for share in _SHARES:
            counts = range(len(answers), min(_FEWEST, len(answers)) - 1, -1)
            tries = ((count, fitting([beside, *said[:count]], arranged.answers, share)) for count in counts)
            count, size = next(((count, size) for count, size in tries if size), (counts[-1], 0.0))
            rest_size = fitting(rest, arranged.rest, share) or arranged.rest.smallest
            yield count, size or arranged.answers.smallest, rest_size

    return [of(*one) for one in dict.fromkeys(tried())]


def fitting(parts: Sequence[Sequence[str]], panel: Panel, share: float = 1.0) -> float:
    """Return the largest size of type in which parts take that share of a panel, as far as can be told; 0 for none.

    A part is its title and its blocks, as text or HTML. WeasyPrint has the last word: this saves it most of its
    attempts.
    """
    room = share * panel.height
    return next((size for size in panel.sizes if sum(_high(part, size) for part in parts) <= room), 0.0)


def _high(part: Sequence[str], size: float) -> float:
    """Return about how high a part is in millimetres; letters are about half as wide as they are high."""
    height = 4.0
    for block in part:
        small = sum(len(words) for words in _WHERE.findall(block))
        letters = len(_TAG.sub("", block)) - 0.26 * small
        lines = letters * size / _LETTERS + 0.5 * max(block.count("<li"), 1)
        height += lines * 0.47 * size + 1.5 + 11 * block.count("<section")  # a box has a frame and a pictogram
    return height
