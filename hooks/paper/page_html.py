"""The one place where HTML that the build has written is read again: as trees, and written back from them.

The parser is libxml2's: a page takes it a millisecond, a hundredth of what a parser in Python takes.
"""

from typing import Any

from lxml import etree, html

_PARSER = html.HTMLParser(encoding="utf-8", huge_tree=True)
_NOT_PRINTED = etree.XPath(
    "//template | //script | //header | //nav | //button | //comment() | //div[@class = 'lc-tools']"
    " | //details[@class = 'lc-provision__tools' or @class = 'lc-quiz__answer' or @class = 'lc-version']"
    " | //details[@class = 'lc-cited'] | //p[@class = 'lc-told-below']"
    " | //link[not(@rel = 'stylesheet' and @media = 'print')] | //meta[@name = 'robots']"
)
_DRAWINGS = etree.XPath("//div[@class = 'lc-picture__icon']/svg")
_PARTS = etree.XPath("//th[@scope = 'rowgroup']")
_TERMS = etree.XPath("//dl | //dt | //dd")
_IMAGES = etree.XPath("//img/@src")


def parse_page(text: str) -> Any:
    """Return the tree of a whole page."""
    return html.document_fromstring(text, parser=_PARSER)


def parse_fragment(text: str) -> Any:
    """Return a tree of the HTML inside a page, below an element of its own."""
    return html.fragment_fromstring(text, create_parent="div", parser=_PARSER)


def parse_element(text: str) -> Any:
    """Return the element that some HTML describes."""
    return html.fragment_fromstring(text, parser=_PARSER)


def to_html(tree: Any) -> str:
    """Return the HTML of an element, without what follows it.

    libxml2 is older than `wbr` and would end it, which no browser understands.
    """
    return str(html.tostring(tree, encoding="unicode", with_tail=False)).replace("</wbr>", "")


def page_to_html(tree: Any) -> str:
    """Return the HTML of a whole page."""
    return f"<!doctype html>\n{to_html(tree)}\n"


def inner_html(tree: Any) -> str:
    """Return the HTML inside an element."""
    whole = to_html(tree)  # in attributes `>` is written `&gt;`
    return whole[whole.index(">") + 1 : whole.rindex("<")]


def with_class(tree: Any, name: str) -> list[Any]:
    """Return the elements of a class, as they stand in a tree."""
    return [one for one in tree.iter() if name in (one.get("class") or "").split()]


def as_printed(page: str, illustration: str) -> tuple[str, list[str]]:
    """Return the HTML of a page without what paper does not show, and the URLs of its images as they stand in it.

    `illustration` is what listeners are told of a drawing. What the tags of WeasyPrint do not know is made plain: heads
    of groups of rows, and lists of terms.
    """
    tree = parse_page(page)
    for one in _NOT_PRINTED(tree):
        one.drop_tree()
    for drawing in _DRAWINGS(tree):
        title = etree.Element("title")
        title.text = illustration
        drawing.insert(0, title)
    for part in _PARTS(tree):
        part.tag = "td"
    for one in _TERMS(tree):
        one.tag = "div"
    images = [str(src) for src in _IMAGES(tree) if not src.startswith(("data:", "http:", "https:"))]
    return page_to_html(tree), images
