"""From a built site to its PDFs and the links that lead to them."""

import posixpath
from collections.abc import Collection, Iterable, Mapping
from fnmatch import fnmatchcase
from functools import partial
from pathlib import Path
from typing import Any, Protocol

from lxml import etree

from ..cache import Cache
from ..handbook import Handbook
from ..screen.interface import say
from ..screen.templates import render
from . import page_html, pictures
from .edition import Edition, Site
from .editions import editions
from .pdf_jobs import Job, Printed
from .print_queue import FOLDER

_LISTED = ("booklet", "leaflet", "a3", "numbers", "numbers_a3", "whole")
"""Kinds of PDF that the list of all of them has: those that are not of one page as it stands."""
_PICTURES = "pictures"
"""The kind of edition whose pages are drawn as pictures."""
_OWN = etree.XPath("//ul[@data-pdfs]")
"""Where a page leads to its own PDFs: at the end of the list of what can be taken along."""
_ALL = etree.XPath("//ul[@data-pdf-list]")
"""Where a page lists all booklets and leaflets; until then it says that there are none."""


class Queue(Protocol):
    """What PDFs come from."""

    def run(self, jobs: Iterable[Job]) -> tuple[Mapping[str, Printed], str]:
        """Return the PDFs that are there now, by path, and why others are missing."""


def print_site(
    handbook: Handbook, site: Path, about: Site, only: Collection[str], cache: Cache, queue: Queue
) -> tuple[tuple[str, ...], str]:
    """Print the PDFs of a built site and link them; return those that are missing, and why.

    `only` has patterns of their paths below the folder of PDFs, without ".pdf": where there are any, no other PDF is
    printed. A pattern that none answers to is missing too: it is misspelt.
    """
    possible = list(editions(handbook, about))
    wanted = [edition for edition in possible if not only or any(_answers(edition, pattern) for pattern in only)]
    idle = [pattern for pattern in only if not any(_answers(edition, pattern) for edition in possible)]
    done, reason = queue.run(edition.job for edition in wanted)
    there = [edition for edition in wanted if edition.job.pdf in done]
    drawn = {one.job.pdf: _draw(site, one, cache) for one in there if one.kind == _PICTURES}
    linked: dict[str, list[Edition]] = {}
    for edition in there:
        for page in edition.linked:
            linked.setdefault(page, []).append(edition)
    for page, own in linked.items():
        of_language = (one for one in there if one.kind in _LISTED and one.language == own[0].language)
        listed = sorted(of_language, key=lambda one: (one.kind == "whole", one.job.pdf))
        tree = page_html.parse_page((site / page).read_text("utf-8"))
        for place in _OWN(tree):
            del place.attrib["data-pdfs"]
            place.extend(_links("pdf.html.j2", [one for one in own if one.job.pdf not in drawn], page, done))
            place.extend(_pictures(one, drawn[one.job.pdf], page) for one in own if one.job.pdf in drawn)
        for place in _ALL(tree):
            for one in list(place):
                one.drop_tree()
            del place.attrib["data-pdf-list"]
            place.extend(_links("pdfs.html.j2", listed, page, done))
        (site / page).write_text(page_html.page_to_html(tree), "utf-8", newline="\n")
    lacking = [edition.job.pdf for edition in wanted if edition.job.pdf not in done]
    return (*idle, *lacking), reason or ("không có tệp như thế / there is none like it" if idle else "")


def _draw(site: Path, edition: Edition, cache: Cache) -> tuple[str, ...]:
    """Put the pictures of a PDF in its place; return their paths below the site."""
    pdf = site / edition.job.pdf
    made = pictures.drawn(pdf, f"{edition.job.pdf.removesuffix('.pdf')}.png", cache)
    for path, content in made.items():
        (site / path).write_bytes(content)
    pdf.unlink()
    return tuple(made)


def _pictures(edition: Edition, paths: Iterable[str], page: str) -> Any:
    """Return the item of a list that leads to pictures."""
    links = [(posixpath.relpath(path, posixpath.dirname(page) or "."), posixpath.basename(path)) for path in paths]
    return page_html.parse_element(render("pictures.html.j2", t=partial(say, edition.language), links=links).strip())


def _answers(edition: Edition, pattern: str) -> bool:
    return fnmatchcase(edition.job.pdf.removeprefix(f"{FOLDER}/").removesuffix(".pdf"), pattern)


def _links(template: str, found: Iterable[Edition], page: str, done: Mapping[str, Printed]) -> list[Any]:
    """Return links to PDFs, each with the number of its pages and its size."""
    return [page_html.parse_element(_link(template, edition, page, done[edition.job.pdf])) for edition in found]


def _link(template: str, edition: Edition, page: str, printed: Printed) -> str:
    return render(
        template,
        {"t": partial(say, edition.language)},
        url=posixpath.relpath(edition.job.pdf, posixpath.dirname(page) or "."),
        name=edition.job.pdf.removeprefix(f"{FOLDER}/").replace("/", "-"),
        kind=edition.kind,
        subject=edition.subject,
        pages=printed.pages,
        size=max(round(printed.size / 1024), 1),
    ).strip()
