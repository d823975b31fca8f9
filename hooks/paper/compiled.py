"""Pages of the built site taken apart, so that sheets of several pages can be made of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from lxml import html

from ..conventions import READ_ON_SECTION
from .kept import program

_STYLES = Path(__file__).resolve().parents[2] / "overrides" / "styles" / "paper"
_SOURCES = (
    *(Path(__file__).with_name(f"{name}.py") for name in ("booklet", "compiled", "leaflet")),
    *((_STYLES.parents[1] / "fragments" / f"{name}.html.j2") for name in ("booklet", "leaflet")),
    *(_STYLES / f"{name}.css" for name in ("booklet", "leaflet")),
)


@dataclass(frozen=True)
class Imprint:
    """What the cover of sheets made of several pages says of them."""

    code: str
    """The QR code of their first page with that page's version, as an image's address."""
    version: str
    """Which words they hold."""
    first_version: str
    """Which words their first page holds."""
    draft: bool
    """Whether nobody has approved them yet."""
    provisional: bool
    """Whether the address is still a stand-in."""
    blanks: bool
    """Whether they cite a document whose number or date is blank on our copy."""


class BuiltPage:
    """One page as the build has written it, without what paper does not show."""

    def __init__(self, text: str, address: str) -> None:
        """Read the HTML of the page that is published at `address`."""
        root = html.document_fromstring(text, parser=_parser())
        self.address = address
        self.foot: str = root.get("data-foot", "")
        self.form: str = root.find("body").get("class", "")
        self.article: Any = next(root.iter("article"))
        self.heading: Any = next(self.article.iter("h1"))
        self.body: Any = next(one for one in self.article.iter("div") if one.get("class") == "lc-body")
        self.site_name = _words(root, "lc-sheet__site")
        self.publisher = [
            one.text_content().strip()
            for one in with_class(root, "lc-identifier__inner")
            for one in one.iterfind("p")
            if one.get("class") != "lc-identifier__draft"
        ]
        self.style = next(
            urljoin(address, link.get("href")) for link in root.iter("link") if link.get("media") == "print"
        )
        for mark in [*with_class(self.article, "headerlink"), *_onward(self.body)]:
            mark.drop_tree()

    @property
    def title(self) -> str:
        """The words of its heading."""
        return " ".join(self.heading.text_content().split())

    @property
    def words(self) -> str:
        """The words of its heading as HTML, with what must not break."""
        return escape(self.heading.text or "", quote=False) + "".join(
            str(html.tostring(one, encoding="unicode")) for one in self.heading
        )

    def without_links(self) -> "BuiltPage":
        """Return the page with the words of its links, but without links and their numbers."""
        for one in [*with_class(self.article, "lc-ref"), *with_class(self.article, "lc-refs")]:
            one.drop_tree()
        for link in list(self.article.iter("a")):
            link.drop_tag()
        return self


def written(element: Any) -> str:
    """Return an element as HTML, without what follows it."""
    return str(html.tostring(element, encoding="unicode", with_tail=False))


def element(text: str) -> Any:
    """Return the element that some HTML describes."""
    return html.fragment_fromstring(text, parser=_parser())


def style(name: str) -> str:
    """Return a style sheet that no page uses."""
    return (_STYLES / f"{name}.css").read_text("utf-8")


@cache
def recipe() -> str:
    """Return a mark of everything that decides how pages are put together."""
    return program(*_SOURCES)


def with_class(element: Any, name: str) -> list[Any]:
    """Return the elements of a class, as they stand in an element."""
    return [one for one in element.iter() if name in (one.get("class") or "").split()]


def _words(element: Any, name: str) -> str:
    return next((one.text_content().strip() for one in with_class(element, name)), "")


def _onward(body: Any) -> Iterator[Any]:
    """Yield what leads on from the page, which paper does not show."""
    for section in list(body.iter("section")):
        if "lc-onward" in (section.get("class") or "") or any(one.get("id") == READ_ON_SECTION for one in section):
            yield section


@cache
def _parser() -> Any:
    return html.HTMLParser(encoding="utf-8", remove_comments=True)
