"""Leaflets: two sides of A4 laid across, folded once to four panels of A5.

The cover says what one gains and where to ask; inside, the side that is pinned up, stand numbers and answers; on the
back the steps and where to go, or the pictures of a document; pictures that one panel cannot hold change places with
the answers. All else are words of the pages. What leads to something
on the screen is left out: a sentence a line, as editors write them.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from ..conventions import DECIDING_SECTION, OVERVIEW_SECTION, STEPS_SECTION
from ..screen.interface import say
from ..screen.templates import render
from ..screen.visual_language import ink
from .bound_page import BoundPage, EditionImprint, style
from .number_sheets import Number, numbers_of
from .page_html import inner_html, parse_element, to_html, with_class
from .pictograms import pictogram

SIDES = 2
"""Sides of A4 it has."""
_FEWEST = 2
"""How few answers are still worth a leaflet."""
_SIZES = (16, 15, 14, 13, 12.25, 11.5, 11)
"""Sizes of type inside in points, the largest first: a leaflet of few words fills its sides too."""
_BACK_SIZES = (13, 12.25, 11.5, 11, 10.5, 10)
"""Sizes of type on the back."""
_INSIDE, _BACK = 375.0, 180.0
"""Height of the two panels inside, and of the one on the back, in millimetres."""
_SHARES = (1.0, 0.92, 0.84, 0.76, 0.66, 0.5, 0.4)
"""How much of that the words may take by reckoning, one attempt after the other."""
_LETTERS = 690.0
"""Letters on a line of a panel times the size of type."""
_WHERE = re.compile(r'<span class="lc-where">(.*?)</span>', re.DOTALL)
_TAG = re.compile(r"<[^>]+>")
_BLOCKS = frozenset({"p", "ul", "ol", "blockquote", "div"})


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
        plain(page)
    answers = [_answer(built[path], question) for path, question in leaflet.answers]
    numbers = _numbers(built[leaflet.numbers_page], leaflet.numbers) if leaflet.numbers else []
    overview = [] if numbers or leaflet.picture else _section(first, OVERVIEW_SECTION)
    illustration = say(leaflet.language, "illustration")
    pictures = list(_pictures(built[leaflet.picture])) if leaflet.picture else []
    steps, offices = _section(first, STEPS_SECTION), _section(first, DECIDING_SECTION)
    said = [[one["title"], *one["answer"]] for one in answers]
    beside = [*(f"{one.value} {one.about} {one.articles}" for one in numbers), *overview]
    others = [pictures] if pictures else [steps, offices]
    turned = bool(pictures) and not fitting(others, _BACK, _BACK_SIZES)

    def of(count: int, size: float, back: float) -> str:
        return render(
            "leaflet.html.j2",
            {**vars(leaflet.imprint), **vars(leaflet)},
            t=partial(say, leaflet.language),
            rules=style("leaflet"),
            first=first,
            document=_title(first.heading).partition(":")[0] if pictures else "",
            drawn=pictogram(leaflet.icon, "#ffffff", illustration),
            check=pictogram("clipboard-check", ink("red"), illustration),
            shown_numbers=numbers,
            overview=overview,
            pictures=pictures,
            turned=turned,
            shown=answers[:count],
            steps=steps,
            offices=offices,
            size=size,
            back=back,
        )

    def tried() -> Iterator[tuple[int, float, float]]:
        for share in _SHARES:
            counts = range(len(answers), min(_FEWEST, len(answers)) - 1, -1)
            room, sizes = (_BACK, _BACK_SIZES[:-2]) if turned else (_INSIDE, _SIZES)
            tries = ((count, fitting([beside, *said[:count]], share * room, sizes)) for count in counts)
            count, size = next(((count, size) for count, size in tries if size), (counts[-1], 0.0))
            if turned:
                yield count, fitting(others, share * _INSIDE, _SIZES) or _SIZES[-1], size or _BACK_SIZES[-1]
            else:
                yield count, size or _SIZES[-1], fitting(others, share * _BACK, _BACK_SIZES) or _BACK_SIZES[-1]

    return [of(*one) for one in dict.fromkeys(tried())]


def fitting(parts: Sequence[Sequence[str]], room: float, sizes: Sequence[float]) -> float:
    """Return the largest of some sizes of type in which parts have room, as far as can be told; 0 where there is none.

    A part is its title and its blocks, as text or HTML; `room` is the height of the panels in millimetres. WeasyPrint
    has the last word: this saves it most of its attempts.
    """
    return next((size for size in sizes if sum(_high(part, size) for part in parts) <= room), 0.0)


def _high(part: Sequence[str], size: float) -> float:
    """Return about how high a part is in millimetres; letters are about half as wide as they are high."""
    height = 4.0
    for block in part:
        small = sum(len(words) for words in _WHERE.findall(block))
        letters = len(_TAG.sub("", block)) - 0.26 * small
        lines = letters * size / _LETTERS + 0.5 * max(block.count("<li"), 1)
        height += lines * 0.47 * size + 1.5 + 11 * block.count("<section")  # a box has a frame and a pictogram
    return height


def plain(page: BoundPage) -> None:
    """Make a page fit for paper that leads nowhere: sentences that point to the screen go, citations become small."""
    for name in ("lc-ref", "lc-refs", "lc-sources", "lc-up-to"):
        for one in with_class(page.article, name):
            one.drop_tree()
    for paragraph in list(page.body.iter("p", "li")):
        _drop_pointers(paragraph)
    for link in list(page.article.iter("a")):
        if "lc-cite" in (link.get("class") or ""):
            link.attrib.clear()
            link.tag = "span"
            link.set("class", "lc-where")
        else:
            link.drop_tag()


def _drop_pointers(paragraph: Any) -> None:
    """Leave out each line of a paragraph in which a link leads to something that is no provision and no term."""
    pointing = [
        link
        for link in paragraph.iter("a")
        if not {"lc-cite", "lc-term", "headerlink"} & set((link.get("class") or "").split())
    ]
    if not pointing:
        return
    lines = inner_html(paragraph).split("\n")
    kept = [line for line in lines if not any(to_html(link) in line for link in pointing)]
    words = " ".join(kept).strip()
    if not words:
        paragraph.drop_tree()
        return
    made = parse_element(f"<{paragraph.tag}>{words}</{paragraph.tag}>")
    made.tail = paragraph.tail
    paragraph.getparent().replace(paragraph, made)


def _answer(page: BoundPage, question: str) -> Mapping[str, Any]:
    """Return the words of a question and of its whole answer."""
    heading = next(one for one in page.body.iter("h2", "h3") if one.get("id") == question)
    blocks = [one for one in _following(heading) if "lc-tags" not in (one.get("class") or "")]
    return {"title": _title(heading), "answer": [to_html(one) for one in blocks]}


def _section(page: BoundPage, name: str) -> list[str]:
    """Return the heading of a section and its blocks as HTML; nothing where the page has none of that id."""
    heading = next((one for one in page.body.iter("h2") if one.get("id") == name), None)
    if heading is None:
        return []
    return [f"<h2>{_title(heading)}</h2>", *(to_html(one) for one in _following(heading))]


def _following(heading: Any) -> Iterator[Any]:
    for one in heading.itersiblings():
        if one.tag not in _BLOCKS:
            return
        yield one


def _title(heading: Any) -> str:
    return " ".join(heading.text_content().split())


def _numbers(page: BoundPage, rows: Sequence[tuple[str, int]]) -> list[Number]:
    """Return the numbers of some rows in their order."""
    titles = {_title(one): one.get("id") for one in page.body.iter("h2")}
    groups = {titles[group.title]: group.numbers for group in numbers_of(page.body, {}, "", "")}
    return [groups[section][row] for section, row in rows]


def _pictures(page: BoundPage) -> Iterator[str]:
    """Yield the blocks of a page of pictures; drawings get their ink, since no style sheet reaches into them."""
    for drawing in page.body.iter("svg"):
        drawing.set("fill", ink("red"))
    yield from (to_html(one) for one in page.body)
