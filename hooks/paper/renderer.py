"""One PDF from one built page, with the page's own style sheet for paper. Runs in processes of its own."""

import logging
import mimetypes
from dataclasses import dataclass
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from .. import collector
from ..cache import Cache, program
from . import page_html, page_numbers, page_sequences, pdf_tags

VARIANT = "pdf/ua-1"


class MissingError(Exception):
    """A PDF cannot be made: what makes them cannot be loaded on this machine, or there is more than its sheets hold."""


@dataclass(frozen=True)
class Task:
    """One PDF to render."""

    html: str
    """The page as it is printed."""
    url: str
    """Its published URL."""
    to: str
    """The file to write."""
    shorter: tuple[str, ...] = ()
    """What is printed instead, the first that fits, where there is more than `sides` hold."""
    sides: int = 0
    """How many pages it may have; 0 where any number will do."""
    scale: float = 1
    """How much larger than its style sheet says everything is drawn, the sheet included."""


def engine() -> str:
    """Return what decides, beside a page and its style, how its PDF is: the version of WeasyPrint, and these files."""
    files = __file__, page_numbers.__file__, page_sequences.__file__, page_html.__file__, pdf_tags.__file__
    try:
        return program(*files, packages=("weasyprint",))
    except metadata.PackageNotFoundError:
        return program(*files)


def load() -> Any:
    """Return what makes PDFs; `MissingError` where it, or a library of the system it needs, is not there."""
    try:
        import weasyprint
    except (ImportError, OSError) as error:
        raise MissingError(str(error).strip().splitlines()[0]) from None
    _list_pages_once()
    return weasyprint


@cache
def _list_pages_once() -> None:
    """Let pydyf list the pages of a file again only when there are more of them.

    It lists them anew for each tag: with 253 pages and 145,000 tags that is a third of the time of writing them.
    """
    import pydyf

    listed = pydyf.PDF.page_references.fget

    def page_references(file: Any) -> Any:
        count = file.pages["Count"]
        if file.__dict__.get("listed_pages", (0, ()))[0] != count:
            file.listed_pages = count, listed(file)
        return file.listed_pages[1]

    pydyf.PDF.page_references = property(page_references)


@collector.idle()
def render(task: Task, site: str, root: str) -> int:
    """Write one PDF and return how many pages it has.

    Only files of the folder `site`, published at `root`, are read.
    """
    load()
    logging.getLogger("weasyprint").setLevel(logging.ERROR)  # it warns of rules that only browsers know
    for text in (task.html, *task.shorter):
        document = _laid_out(text, task.url, _fetcher(site, root), Cache(Path(task.to).parent))
        if not task.sides or len(document.pages) <= task.sides:
            break
    else:
        raise MissingError(f"{task.url}: không vừa / does not fit: {len(document.pages)} > {task.sides}")
    Path(task.to).parent.mkdir(parents=True, exist_ok=True)
    temporary = Path(task.to).with_suffix(".part")
    document.write_pdf(temporary, finisher=lambda _, file: pdf_tags.fix(file), pdf_variant=VARIANT, zoom=task.scale)
    temporary.replace(task.to)
    return len(document.pages)


def _laid_out(text: str, url: str, fetcher: Any, cache: Cache) -> Any:
    """Return the layout of a page, with the numbers of pages it names written in."""

    def laid_out(html: str) -> Any:
        source = load().HTML(string=html, base_url=url, url_fetcher=fetcher)
        return source.render(font_config=_fonts(), pdf_variant=VARIANT)

    def one_of_many(html: str) -> Any:
        document = laid_out(html)
        collector.sweep()  # what a layout leaves behind refers to itself, and takes as much memory as its pages
        return document

    if not page_numbers.wanted(text):
        return laid_out(text)
    try:
        return page_sequences.PageSequences(text, one_of_many, cache, engine()).laid_out()
    except page_sequences.UnsettledError:
        raise MissingError(f"{url}: số trang không ổn định / the numbers of its pages do not settle") from None


@cache
def _fonts() -> Any:
    """Return the typefaces that a process has loaded: loading them for each PDF adds 0.3 s to its 0.4."""
    from weasyprint.text.fonts import FontConfiguration

    return FontConfiguration()


def _fetcher(site: str, root: str) -> Any:
    """Return what reads the URLs of a page from the built site and refuses all others."""
    from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

    class Fetcher(URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: Any = None) -> Any:
            if url.startswith("data:"):
                return super().fetch(url, headers)
            path = Path(site, unquote(urlsplit(url).path.removeprefix(urlsplit(root).path)))
            if not url.startswith(root) or not path.is_file():
                raise FatalURLFetchingError(f"{url}: không có trong trang / not in the site")
            kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
            return URLFetcherResponse(url, path.read_bytes(), {"Content-Type": kind})

    return Fetcher()
