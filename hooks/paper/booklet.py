"""Several pages as one booklet: cover, contents in two levels, parts in two columns, indexes, notes, back.

What leads to another page of the booklet says on which of its pages, and is a link there; what leads outside keeps a
number, and its URL stands once among the notes.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import count
from typing import Any
from urllib.parse import urldefrag, urljoin

from ..screen.interface import say
from ..screen.templates import render
from . import book_index, page_numbers
from .book_index import Citations
from .booklet_columns import set_in_columns
from .booklet_notes import Notes
from .bound_page import BoundPage, EditionImprint, style
from .cited_articles import CitedArticle
from .page_html import parse_element, to_html
from .pictograms import pictogram


@dataclass(frozen=True)
class Chapter:
    """One page of a booklet."""

    page: str
    """Path of its HTML below the site."""
    url: str
    """Its published URL."""
    title: str
    """Its short title, for the head of each page."""
    questions: tuple[str, ...] = ()
    """Ids of its sections that are questions."""


@dataclass(frozen=True)
class Part:
    """Chapters that hang together; each part begins on a page of its own, its chapters run on."""

    title: str
    """Its title; nothing where the booklet has one part only."""
    chapters: tuple[Chapter, ...]
    """Its pages in order."""


@dataclass(frozen=True)
class Booklet:
    """What a booklet says beside its pages; its first chapter is the page its cover leads to."""

    language: str
    """Language of its words."""
    root: str
    """URL of the site, which its notes leave out."""
    parts: tuple[Part, ...]
    """Its parts in order."""
    whole: bool
    """Whether it holds the whole site."""
    about: str
    """One sentence on what it is about."""
    icon: str
    """The pictogram on its cover."""
    cited: tuple[CitedArticle, ...]
    """What the ids that its pages cite stand for, in the order of its index."""
    imprint: EditionImprint
    """What its cover says of it."""


def compose(booklet: Booklet, pages: Mapping[str, str]) -> str:
    """Return a booklet as one HTML text; `pages` has, by path, the HTML of its pages as they are printed."""
    chapters = [chapter for part in booklet.parts for chapter in part.chapters]
    built = {chapter: BoundPage(pages[chapter.page], chapter.url) for chapter in chapters}
    places = {page.url: _Place(f"c{at}", _ids(page)) for at, page in enumerate(built.values(), 1)}
    numbers, notes, citations = count(1), Notes(), Citations()
    t = partial(say, booklet.language)
    asked = [
        (page.title, _words(heading), places[page.url].of(heading.get("id")))
        for chapter, page in built.items()
        for heading in _questions(page, chapter.questions)
    ]
    for chapter, page in built.items():
        notes.gather(page.article)
        citations.mark(page)
        _number(page, chapter.questions, numbers, booklet.language)
        _link(page, places, notes, t("page_at"))
        set_in_columns(page.body, page.form)
    first = next(iter(built.values()))
    title = first.site_name if booklet.whole else first.title
    return render(
        "booklet.html.j2",
        {**vars(booklet.imprint), **vars(booklet)},
        t=t,
        title=title,
        first=first,
        count=len(chapters),
        built=built,
        places=places,
        headings=_headings,
        html=to_html,
        page_of=page_numbers.link,
        drawn=pictogram(booklet.icon, "#ffffff", t("illustration")),
        questions=book_index.questions(asked),
        articles=list(book_index.articles(booklet.cited, citations)),
        notes=notes,
        foot=f"{title} · {first.url} · {t('version')} {booklet.imprint.version}",
        rules=style("booklet"),
    )


@dataclass(frozen=True)
class _Place:
    """Where a page stands in the booklet."""

    id: str
    """Id of its chapter."""
    ids: frozenset[str]
    """Ids on the page."""

    def of(self, fragment: str) -> str:
        """Return the id that a place on the page has in the booklet."""
        return f"{self.id}-{fragment}" if fragment in self.ids else self.id


def _ids(page: BoundPage) -> frozenset[str]:
    return frozenset(one.get("id") for one in page.article.iter() if one.get("id"))


def _words(heading: Any) -> str:
    return " ".join(heading.text_content().split())


def _headings(page: BoundPage) -> list[tuple[str, str]]:
    """Return words and id in the booklet of the sections of a page."""
    return [(_words(one), one.get("id")) for one in page.body.iter("h2") if one.get("id")]


def _questions(page: BoundPage, ids: Collection[str]) -> Iterator[Any]:
    """Yield the headings of a page that are questions."""
    yield from (heading for heading in page.body.iter("h2", "h3") if heading.get("id") in ids)


def _number(page: BoundPage, questions: Collection[str], numbers: Iterator[int], language: str) -> None:
    """Write its number before each question, and where the answer begins."""
    for heading in _questions(page, questions):
        heading.text = f"{say(language, 'question_number', number=next(numbers))} {heading.text or ''}"
        answer = heading.getnext()
        while answer is not None and "lc-tags" in (answer.get("class") or ""):
            answer = answer.getnext()
        word = parse_element(f"<strong>{say(language, 'answer_begins')}</strong>")
        if answer is not None and answer.tag == "p":
            word.tail = f" {answer.text or ''}"
            answer.text = None
            answer.insert(0, word)
        else:
            paragraph = parse_element("<p></p>")
            paragraph.append(word)
            heading.addnext(paragraph)


def _link(page: BoundPage, places: Mapping[str, _Place], notes: Notes, page_at: str) -> None:
    """Give every id its place in the booklet, and let the links lead there; what leads outside is numbered anew."""
    here = places[page.url]
    for link in page.article.iter("a"):
        target, fragment = urldefrag(urljoin(page.url, link.get("href")))
        link.set("href", f"#{places[target].of(fragment)}" if target in places else link.get("href"))
    for one in page.article.iter():
        if one.get("id") and not one.get("data-cite"):
            one.set("id", here.of(one.get("id")))
        for name in ("href", "src"):
            if one.get(name) and not one.get(name).startswith(("#", "data:")):
                one.set(name, urljoin(page.url, one.get(name)))
    said: set[str] = set()
    for mark in list(page.article.iter("sup", "h2", "h3")):
        if mark.tag != "sup":
            said.clear()
        elif "lc-ref" in (mark.get("class") or ""):
            target = mark.getprevious().get("href")
            if target in said or "lc-tags" in (mark.getparent().get("class") or ""):
                mark.drop_tree()
                continue
            said.add(target)
            if target.startswith("#"):
                _say_page(mark, target.removeprefix("#"), page_at)
            else:
                mark.text = f"[{notes.number(target)}]"


def _say_page(mark: Any, target: str, page_at: str) -> None:
    """Make of the number of a link the page to which it leads."""
    mark.attrib.clear()
    mark.getprevious().tail = " "
    mark.tag, mark.text = "span", f"[{page_at}\N{NO-BREAK SPACE}"
    mark.set("class", "lc-at")
    number = parse_element(page_numbers.link(target))
    number.tail = "]"
    mark.append(number)
