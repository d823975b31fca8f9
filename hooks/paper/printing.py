"""From a built site to its PDFs and the links that lead to them."""

import posixpath
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from ..handbook import Handbook
from ..pages.page import Page
from ..render.templates import render
from ..render.urls import folder, site_url
from ..render.words import say
from .press import FOLDER, MARK, Order, Press, Printed


def has_pdf(page: Page) -> bool:
    """Return whether a page gets a PDF: it is not waiting for its translation."""
    return not page.metadata.pending


def print_site(
    handbook: Handbook, site: Path, root: str, cache: Path, tell: Callable[[str], None], *, folders: bool = True
) -> tuple[tuple[str, ...], str]:
    """Make the PDF of every page of a built site and link it; return those that are missing, and why."""
    ordered = dict(_orders(handbook, root, folders))
    done, reason = Press(site, root, cache, tell).run(ordered)
    for order, language in ordered.items():
        path = site / order.page
        html = path.read_text("utf-8")
        link = _link(order, done[order.pdf], language) if order.pdf in done else ""
        path.write_text(html.replace(MARK, link), "utf-8", newline="\n")
    return tuple(order.pdf for order in ordered if order.pdf not in done), reason


def _orders(handbook: Handbook, root: str, folders: bool) -> Iterator[tuple[Order, str]]:
    for language, pages in handbook.pages.items():
        for key, page in pages.items():
            if has_pdf(page):
                url = site_url(key, language, folders=folders)
                file = url if url.endswith(".html") else f"{url}index.html"
                name = folder(language) + key.removesuffix(".md").removesuffix("/index")
                spoken = say(language, "illustration")
                yield Order(file, f"{root}{url}", f"{FOLDER}/{name}.pdf", spoken), language


def _link(order: Order, printed: Printed, language: str) -> str:
    return render(
        "pdf.html.j2",
        {"t": partial(say, language)},
        address=posixpath.relpath(order.pdf, posixpath.dirname(order.page) or "."),
        name=order.pdf.removeprefix(f"{FOLDER}/").replace("/", "-"),
        pages=printed.pages,
        size=max(round(printed.size / 1024), 1),
    ).strip()
