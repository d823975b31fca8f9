"""Addresses typed as words: readers cannot press them, and they are checked by nothing."""

import re
from collections.abc import Iterator
from posixpath import dirname, relpath
from urllib.parse import unquote

from ...conventions import INDEX
from ...findings.finding import Code, Finding
from ...settings import LANGUAGES
from ..model import Page
from .links import Tree

_PARTS = re.compile(r"(?:https?://)?[^/]*/?([^?#]*)[^#]*(#.*)?", re.IGNORECASE)


def check(page: Page, tree: Tree) -> Iterator[Finding]:
    """Yield each address that stands in the words of a page and is no link; what is shown as code is no address.

    A page of this site is told with the link that leads there.
    """
    html = {at for kind, at in page.foreign if kind == "html"}
    for start, end in page.bare_urls:
        if start - 1 in html:
            continue
        url = page.prose[start:end]
        link = _link(page, url, tree)
        yield Finding(page.place(start), Code.LINK_BARE, {"url": url}, f"“{link}”" if link else "")


def _link(page: Page, url: str, tree: Tree) -> str:
    """Return the link that leads to the page of this site at a URL; nothing where there is none."""
    path, anchor = _PARTS.fullmatch(url).groups()  # type: ignore[union-attr]
    parts = [part for part in unquote(path).split("/") if part]
    if parts and parts[0] in LANGUAGES:
        del parts[0]
    stem = "/".join(parts).removesuffix(".html").removesuffix("/index")
    name = next((one for one in (f"{stem}.md", f"{stem}/{INDEX}") if parts and one in tree.anchors), "")
    return f"[{tree.titles.get(name, '')}]({relpath(name, dirname(page.key) or '.')}{anchor or ''})" if name else ""
