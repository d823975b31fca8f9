"""The numbers to know as sheets: both sides of A4, a poster on A3, and pictures for telephones.

All words are those of the page: each table below a heading has a number, what it is about, and its articles.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from typing import Any

from ..screen.interface import say
from ..screen.templates import render
from ..screen.visual_language import ink
from .bound_page import BoundPage, EditionImprint, style
from .page_html import with_class
from .pictograms import pictogram

MOST = 8
"""How many numbers stand on one picture at most."""
_HIGH = 975
"""Pixels of a picture between its head and its foot."""
_VALUE, _ABOUT = 350, 588
"""Pixels of its two columns."""
_SCALES = (2.2, 2.0, 1.85, 1.7, 1.55, 1.45, 1.35, 1.25, 1.15, 1.08, 1)
"""How much larger the numbers of a picture may be than its smallest type."""
_SIZES: Mapping[str, tuple[float, ...]] = {
    "a4": (10.5, 10, 9.5, 9),
    "a3": (11, 10.5, 10, 9.5, 9),
    "phone": (24, 23, 22, 21, 20),
}
"""Sizes of type, the largest first: in points; on a picture in pixels."""


@dataclass(frozen=True)
class NumberSheet:
    """What a sheet of numbers says beside its page."""

    page: str
    """Path below the site of the HTML of its page."""
    url: str
    """The published URL of the page."""
    language: str
    """Language of its words."""
    form: str
    """a4, a3 or phone."""
    icons: Mapping[str, str]
    """Id of a section → its pictogram."""
    imprint: EditionImprint
    """What it says of itself."""


@dataclass(frozen=True)
class Number:
    """One row."""

    value: str
    """The number with its unit."""
    about: str
    """What it is about."""
    articles: str
    """Where it stands, in short."""


@dataclass(frozen=True)
class Group:
    """The numbers below one heading."""

    title: str
    """The heading."""
    icon: str
    """Its pictogram as SVG, or nothing."""
    numbers: tuple[Number, ...]
    """Its rows."""
    part: str = ""
    """Which part of the group it is, where one picture cannot hold all."""

    @property
    def scale(self) -> float:
        """How large its numbers are on a picture: as large as the lines they will take let them be."""
        fits = (scale for scale in _SCALES if sum(_height(one, scale) for one in self.numbers) <= _HIGH)
        return next(fits, _SCALES[-1])


def compose(sheet: NumberSheet, pages: Mapping[str, str]) -> Sequence[str]:
    """Return a sheet as HTML, in smaller and smaller type; `pages` has the HTML of its page as it is printed."""
    page = BoundPage(pages[sheet.page], sheet.url).without_links()
    colour = "#ffffff" if sheet.form == "phone" else ink("red")
    groups = list(numbers_of(page.body, sheet.icons, colour, say(sheet.language, "illustration")))
    if sheet.form == "phone":
        groups = [part for group in groups for part in divided(group)]
    return [
        render(
            "numbers.html.j2",
            {**vars(sheet.imprint), **vars(sheet)},
            t=partial(say, sheet.language),
            page=page,
            groups=groups,
            count=sum(len(group.numbers) for group in groups),
            size=f"{size:g}{'px' if sheet.form == 'phone' else 'pt'}",
            rules=style("numbers"),
        )
        for size in _SIZES[sheet.form]
    ]


def pictures(groups: Sequence[int]) -> int:
    """Return how many pictures groups of so many numbers make.

    >>> pictures([7, 10, 8])
    4
    """
    return sum(-(-count // MOST) for count in groups)


def numbers_of(body: Any, icons: Mapping[str, str], colour: str, illustration: str) -> Iterator[Group]:
    """Yield the groups of numbers of a page: each heading of level 2 with the table below it."""
    for heading in body.iter("h2"):
        following = heading.getnext()
        while following is not None and following.tag not in ("table", "h2"):
            inner = list(following.iter("table"))
            following = inner[0] if inner else following.getnext()
        if following is None or following.tag != "table":
            continue
        rows = [[_words(cell) for cell in row] for body in following.iter("tbody") for row in body.iter("tr")]
        icon = icons.get(heading.get("id", ""), "")
        drawn = pictogram(icon, colour, illustration) if icon else ""
        yield Group(_words(heading), drawn, tuple(Number(*row[:3]) for row in rows if len(row) > 2))


def divided(group: Group) -> list[Group]:
    """Return a group as parts of almost equal length of which each has room on one picture."""
    count = len(group.numbers)
    parts = -(-count // MOST)
    cuts = [round(count * at / parts) for at in range(parts + 1)]
    return [
        Group(group.title, group.icon, group.numbers[start:end], f"{at}/{parts}" if parts > 1 else "")
        for at, (start, end) in enumerate(pairwise(cuts), 1)
    ]


def _height(number: Number, scale: float) -> float:
    """Return about how many pixels a number takes on a picture: letters are half as wide as they are high."""
    letter = 24 * scale
    if max(map(len, number.value.split()), default=0) * 0.86 * letter > _VALUE:
        return _HIGH + 1
    value = -(-len(number.value) // (_VALUE / (0.84 * letter))) * 1.65 * letter
    about = -(-len(number.about) // (_ABOUT / (0.52 * letter))) * 1.22 * letter
    return max(value, about + -(-len(number.articles) // (_ABOUT / 12)) * 29) + 26


def _words(element: Any) -> str:
    for mark in with_class(element, "headerlink"):
        mark.drop_tree()
    return " ".join(element.text_content().split())
