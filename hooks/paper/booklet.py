"""Several pages as one booklet: cover, contents with page numbers, a chapter a page, its questions numbered.

What leads to another page of the booklet says on which of its pages, and is a link there; what leads outside keeps a
number and the URL at the end of its chapter.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import count
from typing import Any
from urllib.parse import urldefrag, urljoin

from ..screen.interface import say
from ..screen.templates import render
from .bound_page import BoundPage, EditionImprint, style
from .page_html import parse_element, to_html, with_class


@dataclass(frozen=True)
class Chapter:
    """One page of a booklet."""

    page: str
    """Path of its HTML below the site."""
    url: str
    """Its published URL."""
    level: int
    """How deep it stands in the menu: 1, or 2 below a folder's own page."""
    questions: tuple[str, ...] = ()
    """Ids of its sections that are questions."""


@dataclass(frozen=True)
class Booklet:
    """What a booklet says beside its pages; its first chapter is the page its cover leads to."""

    language: str
    """Language of its words."""
    chapters: tuple[Chapter, ...]
    """Its pages in job."""
    whole: bool
    """Whether it holds the whole site."""
    about: str
    """One sentence on what it is about."""
    imprint: EditionImprint
    """What its cover says of it."""


def compose(booklet: Booklet, pages: Mapping[str, str]) -> str:
    """Return a booklet as one HTML text; `pages` has, by path, the HTML of its pages as they are printed."""
    built = {chapter: BoundPage(pages[chapter.page], chapter.url) for chapter in booklet.chapters}
    places = {page.url: _Place(f"c{at}", _ids(page)) for at, page in enumerate(built.values(), 1)}
    numbers = count(1)
    t = partial(say, booklet.language)
    first = next(iter(built.values()))
    title = first.site_name if booklet.whole else first.title
    contents, chapters = [], []
    for chapter, page in built.items():
        contents.append({"title": page.title, "id": places[page.url].id, "level": chapter.level})
        _number(page, chapter.questions, numbers, booklet.language)
        _link(page, places, t("page_at"))
        chapters.append({"html": to_html(page.article), "form": page.form, "page": page, "id": places[page.url].id})
    foot = f"{title} · {first.url} · {t('version')} {booklet.imprint.version}"
    return render(
        "booklet.html.j2",
        {**vars(booklet.imprint), **vars(booklet)},
        t=t,
        title=title,
        first=first,
        contents=contents,
        printed=chapters,
        foot=foot,
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


def _number(page: BoundPage, questions: Collection[str], numbers: Iterator[int], language: str) -> None:
    """Write its number before each question, and where the answer begins."""
    for heading in page.body.iter("h2", "h3"):
        if heading.get("id") not in questions:
            continue
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


def _link(page: BoundPage, places: Mapping[str, _Place], page_at: str) -> None:
    """Give every id its place in the booklet, and let the links lead there; what leads outside is numbered anew."""
    here = places[page.url]
    for link in page.article.iter("a"):
        target, fragment = urldefrag(urljoin(page.url, link.get("href")))
        link.set("href", f"#{places[target].of(fragment)}" if target in places else link.get("href"))
    for one in page.article.iter():
        if one.get("id"):
            one.set("id", here.of(one.get("id")))
        for name in ("href", "src"):
            if one.get(name) and not one.get(name).startswith(("#", "data:")):
                one.set(name, urljoin(page.url, one.get(name)))
    numbers: dict[str, int] = {}
    for mark in with_class(page.article, "lc-ref"):
        target = mark.getprevious().get("href")
        if target.startswith("#"):
            mark.attrib.clear()
            mark.getprevious().tail = " "
            mark.tag, mark.text = "span", f"[{page_at} "
            mark.set("class", "lc-at")
            number = parse_element(f'<a href="{target}"></a>')
            number.tail = "]"
            mark.append(number)
        else:
            mark.text = f"[{numbers.setdefault(urldefrag(target).url, len(numbers) + 1)}]"
    for listed in with_class(page.article, "lc-refs"):
        _list(listed, numbers)


def _list(listed: Any, numbers: Mapping[str, int]) -> None:
    """Leave in the list of URLs those that still have a number."""
    for one in with_class(listed, "lc-refs__one"):
        url = one.find("a").get("href")
        if url in numbers:
            one.text = f"[{numbers[url]}] "
        else:
            one.drop_tree()
    if not numbers:
        listed.drop_tree()
