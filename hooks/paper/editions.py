"""What the site offers for paper: which PDFs, made of which pages, and on which pages they are linked."""

from collections.abc import Iterator
from functools import partial
from math import sqrt

from ..conventions import INDEX
from ..handbook import Handbook
from .booklet_plans import Booklets
from .edition import Edition, Maker, Site
from .handouts import Handouts
from .pdf_jobs import PageJob

_A3 = sqrt(2)


def editions(handbook: Handbook, site: Site) -> Iterator[Edition]:
    """Yield every PDF of the site."""
    for language in handbook.pages:
        yield from _Sheets(handbook, site, language).every()
        yield from Handouts(handbook, site, language).every()
        yield from Booklets(handbook, site, language).every()


class _Sheets(Maker):
    """The PDFs of single pages in one language."""

    def every(self) -> Iterator[Edition]:
        """Yield all of them."""
        for key, page in self.pages.items():
            job = partial(PageJob, self.file(key), self.url(key), illustration=self.spoken)
            made = {"pdf": job(self.pdf_path(key)), "large": job(self.pdf_path(key, "chu-lon"), large=True)}
            if page.metadata.kind == "picture":
                made["a3"] = job(self.pdf_path(key, "a3"), scale=_A3)
            for kind, one in made.items():
                yield Edition(kind, one, self.language, self._subject(key), (one.page,))

    def _subject(self, key: str) -> str:
        """Return what a page is about: a picture is named after the document it sums up."""
        above = f"{key.partition('/')[0]}/{INDEX}"
        named = above if self.pages[key].metadata.kind == "picture" and above in self.pages else key
        return self.pages[named].metadata.title
