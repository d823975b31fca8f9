"""Links between pages: each leads to a page and an anchor that exist; addresses outside are on the allowed list."""

import posixpath
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from ..diagnostics import Code, Finding
from ..source.suggest import closest
from .page import Link, Page


@dataclass(frozen=True)
class Tree:
    """What a link can lead to, in one language."""

    anchors: Mapping[str, Set[str]]
    """Page → the ids on it, provisions included."""
    assets: Set[str]
    """Other files: below the language's folder or shared by all."""
    hosts: Sequence[str]
    """Hosts that may be linked to."""


def check(page: Page, tree: Tree) -> Iterator[Finding]:
    """Yield links of a page that lead nowhere, or outside without leave. Citations are not judged here."""
    for link in page.links:
        if link.cited is None:
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
        target = page.key
    if target not in tree.anchors and target not in tree.assets:
        near = closest(target, {*tree.anchors, *tree.assets})
        suggestion = f"“{posixpath.relpath(near, posixpath.dirname(page.key) or '.')}”" if near else ""
        yield Finding(place, Code.LINK_BROKEN, {"target": link.target}, suggestion)
    elif parts.fragment and unquote(parts.fragment) not in tree.anchors.get(target, frozenset()):
        near = closest(parts.fragment, tree.anchors.get(target, frozenset()))
        details = {"anchor": parts.fragment, "page": target}
        yield Finding(place, Code.LINK_ANCHOR, details, f"“#{near}”" if near else "")
