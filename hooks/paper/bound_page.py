"""Pages taken apart, so that booklets and leaflets can be made of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from ..cache import program
from ..conventions import READ_ON_SECTION
from ..screen import visual_language
from .page_html import inner_html, parse_page, with_class

_OVERRIDES = Path(__file__).resolve().parents[2] / "overrides"
_STYLES = _OVERRIDES / "styles" / "paper"
_MADE = (
    *("booklet", "book_index", "booklet_columns", "booklet_notes", "cited_articles", "page_numbers", "table_sizes"),
    *("leaflet", "leaflet_excerpts", "number_sheets"),
)
RECIPE = program(
    *(Path(__file__).with_name(f"{name}.py") for name in ("bound_page", "page_html", "pictograms", *_MADE)),
    *sorted((_OVERRIDES / "fragments").glob("*.html.j2")),
    *sorted(_STYLES.rglob("*.css")),
    visual_language.SHEET,
)
"""Stands for everything that decides how pages are put together."""


@dataclass(frozen=True)
class EditionImprint:
    """What the cover of something made of several pages says of it."""

    code: str
    """The QR code of its first page with that page's version, as a data URI."""
    version: str
    """Which words it holds."""
    first_version: str
    """Which words its first page holds."""
    draft: bool
    """Whether nobody has approved it yet."""
    provisional: bool
    """Whether its URL is still a stand-in."""
    blanks: bool
    """Whether it cites a document whose number or date is blank on our copy."""


class BoundPage:
    """One page as it is printed, taken apart."""

    def __init__(self, text: str, url: str) -> None:
        """Read the HTML of the page, as it is printed, that is published at `url`."""
        root = parse_page(text)
        self.url = url
        self.foot: str = root.get("data-foot", "")
        self.form: str = root.find("body").get("class", "")
        self.article: Any = next(root.iter("article"))
        self.heading: Any = next(self.article.iter("h1"))
        self.body: Any = next(one for one in self.article.iter("div") if one.get("class") == "lc-body")
        self.site_name = next((one.text_content().strip() for one in with_class(root, "lc-imprint__site")), "")
        self.publisher = [
            one.text_content().strip()
            for inner in with_class(root, "lc-identifier__inner")
            for one in inner.iterfind("p")
            if one.get("class") != "lc-identifier__draft"
        ]
        self.style = next(urljoin(url, link.get("href")) for link in root.iter("link") if link.get("media") == "print")
        for mark in [*with_class(self.article, "headerlink"), *_onward(self.body)]:
            mark.drop_tree()

    @property
    def title(self) -> str:
        """The words of its heading."""
        return " ".join(self.heading.text_content().split())

    @property
    def words(self) -> str:
        """The words of its heading as HTML, with what must not break."""
        return inner_html(self.heading)

    def without_links(self) -> "BoundPage":
        """Return the page with the words of its links, but without links and their numbers."""
        for one in [*with_class(self.article, "lc-ref"), *with_class(self.article, "lc-refs")]:
            one.drop_tree()
        for link in list(self.article.iter("a")):
            link.drop_tag()
        return self


def style(name: str) -> str:
    """Return the style sheet of booklet, leaflet or numbers: what all have alike, and the components of its folder."""
    components = visual_language.SHEET, _STYLES / "shared.css", *sorted((_STYLES / name).glob("*.css"))
    return "\n".join(path.read_text("utf-8") for path in components)


def _onward(body: Any) -> Iterator[Any]:
    """Yield what leads on from the page, which paper does not show."""
    for section in list(body.iter("section")):
        if "lc-onward" in (section.get("class") or "") or any(one.get("id") == READ_ON_SECTION for one in section):
            yield section
