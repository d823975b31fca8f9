"""What the site offers for paper: which PDFs, made of which pages, and on which pages they are linked."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from math import sqrt

from ..content.model import Page
from ..content.version import LENGTH
from ..conventions import DATA_PAGE, EDITING_FOLDER, INDEX, NUMBERS_PAGE, SEARCH_PAGE
from ..handbook import Handbook
from ..screen.imprint import Imprint, has_pdf
from ..screen.interface import say
from ..screen.navigation import Entry, tree
from ..screen.urls import Urls, folder
from ..text import fingerprint
from . import booklet, bound_page, leaflet, number_sheets
from .booklet import Booklet, Chapter
from .bound_page import EditionImprint
from .leaflet import Leaflet
from .number_sheets import NumberSheet
from .pdf_jobs import CompilationJob, Job, PageJob
from .print_queue import FOLDER

Variants = Callable[[Mapping[str, str]], Sequence[str]]
"""Gives the HTML of sheets from that of their pages."""
_LEAFLETS = "vi"
"""The language of leaflets, as of posters and Word files."""
_LEFT_OUT = (EDITING_FOLDER, SEARCH_PAGE, DATA_PAGE)
"""Not in the booklet of the whole site: how to edit it is for its editors; looking things up by letter and fetching
files need a screen."""
_A3 = sqrt(2)
_HEAD = 2
"""Rows of a table before its first number: its head, and the line below."""
_NUMBERS = (
    ("numbers", "a4", "to-a4", 2),
    ("numbers_a3", "a3", "ap-phich-a3", 1),
    ("pictures", "phone", "anh", 0),
)
"""Kind of sheet of the numbers to know, its form, how its file is called, and how many sides it has."""


@dataclass(frozen=True)
class Edition:
    """One PDF of the site."""

    kind: str
    """pdf, large, a3, booklet, leaflet, whole, numbers, numbers_a3, or pictures: those are drawn from its pages."""
    job: Job
    """What the print queue is asked for."""
    language: str
    """Language of its words."""
    subject: str
    """What it is made of, as the list of all booklets and leaflets names it."""
    linked: tuple[str, ...]
    """Paths of the HTML of the pages that lead to it."""


@dataclass(frozen=True)
class Site:
    """What all sheets say alike."""

    urls: Urls
    """How it names its pages."""
    official: bool
    """Whether its content is approved."""
    imprint: Callable[[Page], Imprint]
    """Gives the imprint of a page."""


def editions(handbook: Handbook, site: Site) -> Iterator[Edition]:
    """Yield every PDF of the site."""
    for language in handbook.pages:
        of_language = _Editions(handbook, site, language)
        yield from of_language.of_pages()
        yield from of_language.of_numbers()
        yield from of_language.of_documents()


class _Editions:
    """The PDFs in one language."""

    def __init__(self, handbook: Handbook, site: Site, language: str) -> None:
        self.handbook = handbook
        self.site = site
        self.language = language
        self.pages = {key: page for key, page in handbook.pages[language].items() if has_pdf(page, language)}
        self.spoken = say(language, "illustration")

    def of_pages(self) -> Iterator[Edition]:
        """Yield the PDFs of single pages."""
        for key, page in self.pages.items():
            job = partial(PageJob, self._file(key), self._url(key), illustration=self.spoken)
            made = {"pdf": job(self._pdf(key)), "large": job(self._pdf(key, "chu-lon"), large=True)}
            if page.metadata.kind == "picture":
                made["a3"] = job(self._pdf(key, "a3"), scale=_A3)
            for kind, one in made.items():
                yield Edition(kind, one, self.language, self._subject(key), (one.page,))

    def of_numbers(self) -> Iterator[Edition]:
        """Yield the numbers to know as sheets and pictures."""
        key = NUMBERS_PAGE
        page = self.pages.get(key)
        sections = page.sections if page else ()
        counts = [section.rows - _HEAD for section in sections if section.level == 2 and section.rows]
        icons = {section.id: section.icon for section in sections if section.icon}
        for kind, form, ending, sides in _NUMBERS if counts else ():
            made = NumberSheet(self._file(key), self._url(key), self.language, form, icons, self._imprint([key]))
            yield self._compiled(
                kind,
                ending,
                [key],
                repr(made),
                partial(number_sheets.compose, made),
                [self._file(key)],
                sides or number_sheets.pictures(counts),
            )

    def of_documents(self) -> Iterator[Edition]:
        """Yield booklets and leaflets, at last the booklet of the whole site.

        A folder with a page of its own and with questions is a booklet; with a picture too it is a leaflet.
        """
        ordered = [(key, level) for key, level in _ordered(tree(self.pages).children) if not key.startswith(_LEFT_OUT)]
        inside: set[str] = set()
        for top in sorted({key.partition("/")[0] for key, _ in ordered if "/" in key}):
            keys = [(key, level) for key, level in ordered if key.startswith(f"{top}/")]
            within = [key for key, _ in keys]
            with_questions = [key for key in within if self.pages[key].questions]
            asked = next(iter(sorted(with_questions, key=lambda key: self.pages[key].metadata.kind != "qa")), None)
            if not asked or f"{top}/{INDEX}" not in within:
                continue
            inside.update(within)
            yield self._booklet("booklet", keys, within)
            picture = next((key for key in within if self.pages[key].metadata.kind == "picture"), None)
            if picture and self.language == _LEAFLETS:
                yield self._leaflet((f"{top}/{INDEX}", picture, asked), within)
        if INDEX in self.pages:
            yield self._booklet("whole", ordered, [key for key in self.pages if key not in inside])

    def _booklet(self, kind: str, keys: list[tuple[str, int]], linked: list[str]) -> Edition:
        top = min(level for _, level in keys)
        chapters = tuple(
            Chapter(
                self._file(key),
                self._url(key),
                level - top + 1,
                tuple(question.section.id for question in self.pages[key].questions),
            )
            for key, level in keys
        )
        of = [key for key, _ in keys]
        whole, about = kind == "whole", self.pages[of[0]].metadata.description
        made = Booklet(self.language, chapters, whole, about, self._imprint(of))
        return self._compiled(kind, "tap-sach", of, repr(made), lambda pages: [booklet.compose(made, pages)], linked)

    def _leaflet(self, keys: tuple[str, str, str], linked: list[str]) -> Edition:
        own, picture, answers = keys
        of_page = sorted(self.pages[answers].questions, key=lambda question: not question.section.answered)
        made = Leaflet(
            (self._file(own), self._file(picture), self._file(answers)),
            (self._url(own), self._url(picture), self._url(answers)),
            tuple(question.section.id for question in of_page),
            self._imprint(keys),
        )
        variants = partial(leaflet.compose, made)
        return self._compiled("leaflet", "to-gap", keys, repr(made), variants, linked, leaflet.SIDES)

    def _compiled(
        self,
        kind: str,
        ending: str,
        keys: Sequence[str],
        words: str,
        variants: Variants,
        linked: list[str],
        sides: int = 0,
    ) -> Edition:
        job = CompilationJob(
            tuple(self._file(key) for key in keys),
            self._url(keys[0]),
            self._pdf(keys[0], ending),
            bound_page.RECIPE + words,
            variants,
            self.spoken,
            sides,
        )
        subject = self.pages[keys[0]].metadata.title
        return Edition(kind, job, self.language, subject, tuple(self._file(key) for key in linked))

    def _imprint(self, keys: Sequence[str]) -> EditionImprint:
        site = self.site
        imprints = [site.imprint(self.pages[key]) for key in keys]
        version = fingerprint(" ".join(one.version for one in imprints))[:LENGTH]
        blanks = any(one.blanks for one in imprints)
        first = imprints[0]
        return EditionImprint(first.code, version, first.version, not site.official, first.provisional, blanks)

    def _subject(self, key: str) -> str:
        """Return what a page is about: a picture is named after the document it sums up."""
        above = f"{key.partition('/')[0]}/{INDEX}"
        named = above if self.pages[key].metadata.kind == "picture" and above in self.pages else key
        return self.pages[named].metadata.title

    def _file(self, key: str) -> str:
        return self.site.urls.file(key, self.language)

    def _url(self, key: str) -> str:
        return self.site.urls.published(key, self.language)

    def _pdf(self, key: str, ending: str = "") -> str:
        name = folder(self.language) + key.removesuffix(".md").removesuffix("/index")
        return f"{FOLDER}/{name}{'.' if ending else ''}{ending}.pdf"


def _ordered(entries: Sequence[Entry], level: int = 1) -> Iterator[tuple[str, int]]:
    """Yield the pages of a menu in job with how deep they stand."""
    for entry in entries:
        own = not any(child.key == entry.key for child in entry.children)
        if own:
            yield entry.key, level
        yield from _ordered(entry.children, level + own)
