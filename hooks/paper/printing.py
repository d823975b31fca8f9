"""From a built site to its PDFs and the links that lead to them."""

import posixpath
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path

from ..analyse import Handbook
from ..screen.templates import render
from ..screen.words import say
from .editions import Edition, Site, editions
from .orders import Printed
from .places import LIST_MARKS
from .press import FOLDER, MARK, Press

_LISTED = ("booklet", "leaflet", "a3", "whole")
"""Kinds of PDF that the list of all of them has: those that are not of one page as it stands."""


def print_site(
    handbook: Handbook, site: Path, about: Site, cache: Path, tell: Callable[[str], None]
) -> tuple[tuple[str, ...], str]:
    """Make the PDFs of a built site and link them; return those that are missing, and why."""
    wanted = list(editions(handbook, about))
    press = Press(site, about.address, cache, tell)
    done, reason = press.run(edition.order for edition in wanted)
    there = [edition for edition in wanted if edition.order.pdf in done]
    linked: dict[str, list[Edition]] = {}
    for edition in there:
        for page in edition.linked:
            linked.setdefault(page, []).append(edition)
    for page in dict.fromkeys(page for edition in wanted for page in edition.linked):
        html = press.html(page)
        if MARK not in html:
            continue
        own = linked.get(page, [])
        html = html.replace(MARK, _links("pdf.html.j2", own, page, done))
        before, after = LIST_MARKS
        if before in html and own:
            of_language = (one for one in there if one.kind in _LISTED and one.language == own[0].language)
            listed = sorted(of_language, key=lambda one: (one.kind == "whole", one.order.pdf))
            head, _, rest = html.partition(before)
            html = head + _links("pdfs.html.j2", listed, page, done) + rest.partition(after)[2]
        (site / page).write_text(html, "utf-8", newline="\n")
    return tuple(edition.order.pdf for edition in wanted if edition.order.pdf not in done), reason


def _links(template: str, found: Iterable[Edition], page: str, done: Mapping[str, Printed]) -> str:
    """Return links to PDFs, each with the number of its pages and its size."""
    return "".join(_link(template, edition, page, done[edition.order.pdf]) for edition in found)


def _link(template: str, edition: Edition, page: str, printed: Printed) -> str:
    return render(
        template,
        {"t": partial(say, edition.language)},
        address=posixpath.relpath(edition.order.pdf, posixpath.dirname(page) or "."),
        name=edition.order.pdf.removeprefix(f"{FOLDER}/").replace("/", "-"),
        kind=edition.kind,
        subject=edition.subject,
        pages=printed.pages,
        size=max(round(printed.size / 1024), 1),
    ).strip()
