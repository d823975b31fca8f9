"""Links between pages: each leads to a page and an anchor that exist; addresses outside are on the allowed list."""

import posixpath
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from ...conventions import COPY_SECTION, DOCS, language_folder
from ...documents.suggest import closest
from ...files import Files
from ...findings.finding import Code, Finding
from .. import rates, ward
from ..model import Page
from ..parts import Link
from ..reading import Reading


@dataclass(frozen=True)
class Tree:
    """What a link can lead to, in one language."""

    anchors: Mapping[str, Set[str]]
    """File of a page below the language's folder → the ids on it, provisions included."""
    assets: Set[str]
    """Other files: below the language's folder or shared by all."""
    hosts: Sequence[str]
    """Hosts that may be linked to."""


def tree(files: Files, read: Reading, language: str, hosts: Sequence[str]) -> Tree:
    """Return what links of pages in `language` can lead to; a page that could not be read counts as there."""
    anchors: dict[str, set[str]] = {}
    names = {key: page.name for one in ("vi", language) for key, page in read.pages[one].items()}
    for one in ("vi", language):
        for page in read.pages[one].values():
            if one == language or page.metadata.pending:
                anchors[page.name] = {name for name, _ in page.anchors}
    for document in read.documents.values():
        of_page = anchors.get(names.get(document.record.page, ""))
        if document.original and of_page is not None:
            of_page |= {provision.anchor for provision in document.original.provisions.values()}
            of_page.add(COPY_SECTION)
    below = language_folder(language)
    others = {path.removeprefix(prefix) for prefix in (below, f"{DOCS}/") for path in files.assets | read.unread}
    return Tree(anchors, others, hosts)


def check(page: Page, tree: Tree) -> Iterator[Finding]:
    """Yield links of a page that lead nowhere, or outside without leave.

    Citations, rates and what the ward fills in are not judged here.
    """
    for link in page.links:
        if link.cited is None and not link.target.startswith((rates.SCHEME, ward.SCHEME)):
            yield from _check(page, link, tree)


def _check(page: Page, link: Link, tree: Tree) -> Iterator[Finding]:
    place = page.place(link.target_at)
    try:
        parts = urlsplit(link.target)
    except ValueError:
        yield Finding(place, Code.LINK_BROKEN, {"target": link.target})
        return
    if parts.scheme in ("mailto", "tel"):
        return
    if parts.scheme or parts.netloc:
        if parts.scheme not in ("http", "https") or parts.hostname not in tree.hosts:
            yield Finding(place, Code.LINK_EXTERNAL, {"target": link.target, "hosts": ", ".join(tree.hosts) or "–"})
        return
    target = posixpath.normpath(posixpath.join(posixpath.dirname(page.key), unquote(parts.path)))
    if not parts.path:
        target = page.name
    if target not in tree.anchors and target not in tree.assets:
        near = closest(target, {*tree.anchors, *tree.assets})
        suggestion = f"“{posixpath.relpath(near, posixpath.dirname(page.key) or '.')}”" if near else ""
        yield Finding(place, Code.LINK_BROKEN, {"target": link.target}, suggestion)
    elif parts.fragment and target in tree.anchors and unquote(parts.fragment) not in tree.anchors[target]:
        near = closest(parts.fragment, tree.anchors[target])
        details = {"anchor": parts.fragment, "page": target}
        yield Finding(place, Code.LINK_ANCHOR, details, f"“#{near}”" if near else "")
