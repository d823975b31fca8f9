"""One PDF of the site, and what all of one language are made with."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from ..content.model import Page
from ..content.version import LENGTH
from ..handbook import Handbook
from ..screen.imprint import Imprint, has_pdf
from ..screen.interface import say
from ..screen.urls import Urls, folder
from ..text import fingerprint
from . import bound_page
from .bound_page import EditionImprint
from .pdf_jobs import CompilationJob, Job
from .print_queue import FOLDER

Variants = Callable[[Mapping[str, str]], Sequence[str]]
"""Gives the HTML of sheets from that of their pages."""


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


class Maker:
    """Makes the PDFs in one language."""

    def __init__(self, handbook: Handbook, site: Site, language: str) -> None:
        """Prepare for the pages that have a PDF in a language."""
        self.handbook = handbook
        self.site = site
        self.language = language
        self.pages = {key: page for key, page in handbook.pages[language].items() if has_pdf(page, language)}
        self.spoken = say(language, "illustration")

    def compiled(
        self,
        kind: str,
        ending: str,
        keys: Sequence[str],
        words: str,
        variants: Variants,
        linked: list[str],
        sides: int = 0,
        subject: str = "",
    ) -> Edition:
        """Return a PDF made of pages; `words` stand for all it shows beside them, `subject` for what it is about."""
        job = CompilationJob(
            tuple(self.file(key) for key in keys),
            self.url(keys[0]),
            self.pdf_path(keys[0], ending),
            bound_page.RECIPE + words,
            variants,
            self.spoken,
            sides,
        )
        about = subject or self.pages[keys[0]].metadata.title
        return Edition(kind, job, self.language, about, tuple(self.file(key) for key in linked))

    def imprint(self, keys: Sequence[str]) -> EditionImprint:
        """Return what something made of several pages says of itself."""
        site = self.site
        imprints = [site.imprint(self.pages[key]) for key in keys]
        version = fingerprint(" ".join(one.version for one in imprints))[:LENGTH]
        blanks = any(one.blanks for one in imprints)
        first = imprints[0]
        return EditionImprint(first.code, version, first.version, not site.official, first.provisional, blanks)

    def file(self, key: str) -> str:
        """Return the path of the HTML of a page below the site."""
        return self.site.urls.file(key, self.language)

    def url(self, key: str) -> str:
        """Return the published URL of a page."""
        return self.site.urls.published(key, self.language)

    def pdf_path(self, key: str, ending: str = "") -> str:
        """Return the path of a PDF of a page below the site."""
        name = folder(self.language) + key.removesuffix(".md").removesuffix("/index")
        return f"{FOLDER}/{name}{'.' if ending else ''}{ending}.pdf"
