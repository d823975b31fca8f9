"""What the site offers for paper: which PDFs, made of which pages, and on which pages they are linked."""

from collections.abc import Iterator, Sequence
from functools import partial
from math import sqrt

from ..conventions import DATA_PAGE, EDITING_FOLDER, INDEX, SEARCH_PAGE
from ..handbook import Handbook
from ..screen.navigation import Entry, tree
from . import booklet
from .booklet import Booklet, Chapter
from .edition import Edition, Maker, Site
from .handouts import Handouts
from .pdf_jobs import PageJob

_LEFT_OUT = (EDITING_FOLDER, SEARCH_PAGE, DATA_PAGE)
"""Not in the booklet of the whole site: how to edit it is for its editors; looking things up by letter and fetching
files need a screen."""
_A3 = sqrt(2)


def editions(handbook: Handbook, site: Site) -> Iterator[Edition]:
    """Yield every PDF of the site."""
    for language in handbook.pages:
        of_language = _Editions(handbook, site, language)
        yield from of_language.of_pages()
        yield from Handouts(handbook, site, language).every()
        yield from of_language.booklets()


class _Editions(Maker):
    """The PDFs in one language."""

    def of_pages(self) -> Iterator[Edition]:
        """Yield the PDFs of single pages."""
        for key, page in self.pages.items():
            job = partial(PageJob, self.file(key), self.url(key), illustration=self.spoken)
            made = {"pdf": job(self.pdf_path(key)), "large": job(self.pdf_path(key, "chu-lon"), large=True)}
            if page.metadata.kind == "picture":
                made["a3"] = job(self.pdf_path(key, "a3"), scale=_A3)
            for kind, one in made.items():
                yield Edition(kind, one, self.language, self._subject(key), (one.page,))

    def booklets(self) -> Iterator[Edition]:
        """Yield booklets, at last that of the whole site: a folder with a page of its own and with questions is one."""
        ordered = [(key, level) for key, level in _ordered(tree(self.pages).children) if not key.startswith(_LEFT_OUT)]
        inside: set[str] = set()
        for top in sorted({key.partition("/")[0] for key, _ in ordered if "/" in key}):
            keys = [(key, level) for key, level in ordered if key.startswith(f"{top}/")]
            within = [key for key, _ in keys]
            if f"{top}/{INDEX}" not in within or not any(self.pages[key].questions for key in within):
                continue
            inside.update(within)
            yield self._booklet("booklet", keys, within)
        if INDEX in self.pages:
            yield self._booklet("whole", ordered, [key for key in self.pages if key not in inside])

    def _booklet(self, kind: str, keys: list[tuple[str, int]], linked: list[str]) -> Edition:
        top = min(level for _, level in keys)
        chapters = tuple(
            Chapter(
                self.file(key),
                self.url(key),
                level - top + 1,
                tuple(question.section.id for question in self.pages[key].questions),
            )
            for key, level in keys
        )
        of = [key for key, _ in keys]
        whole, about = kind == "whole", self.pages[of[0]].metadata.description
        made = Booklet(self.language, chapters, whole, about, self.imprint(of))
        return self.compiled(kind, "tap-sach", of, repr(made), lambda pages: [booklet.compose(made, pages)], linked)

    def _subject(self, key: str) -> str:
        """Return what a page is about: a picture is named after the document it sums up."""
        above = f"{key.partition('/')[0]}/{INDEX}"
        named = above if self.pages[key].metadata.kind == "picture" and above in self.pages else key
        return self.pages[named].metadata.title


def _ordered(entries: Sequence[Entry], level: int = 1) -> Iterator[tuple[str, int]]:
    """Yield the pages of a menu in job with how deep they stand."""
    for entry in entries:
        own = not any(child.key == entry.key for child in entry.children)
        if own:
            yield entry.key, level
        yield from _ordered(entry.children, level + own)
