"""What a leaflet takes from pages: answers, sections, numbers, pictures.

What leads to something on the screen is left out: a sentence a line, as editors write them.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ..screen.visual_language import ink
from .bound_page import BoundPage
from .number_sheets import Number, numbers_of
from .page_html import inner_html, parse_element, to_html, with_class

_BLOCKS = frozenset({"p", "ul", "ol", "blockquote", "div"})


def plain(page: BoundPage) -> None:
    """Make a page fit for paper that leads nowhere: sentences that point to the screen go, citations become small."""
    for name in ("lc-ref", "lc-refs", "lc-sources", "lc-up-to"):
        for one in with_class(page.article, name):
            one.drop_tree()
    for paragraph in list(page.body.iter("p", "li")):
        _drop_pointers(paragraph)
    for link in list(page.article.iter("a")):
        if "lc-cite" in (link.get("class") or ""):
            link.attrib.clear()
            link.tag = "span"
            link.set("class", "lc-where")
        else:
            link.drop_tag()


def _drop_pointers(paragraph: Any) -> None:
    """Leave out each line of a paragraph in which a link leads to something that is no provision and no term."""
    pointing = [
        link
        for link in paragraph.iter("a")
        if not {"lc-cite", "lc-term", "headerlink"} & set((link.get("class") or "").split())
    ]
    if not pointing:
        return
    lines = inner_html(paragraph).split("\n")
    kept = [line for line in lines if not any(to_html(link) in line for link in pointing)]
    words = " ".join(kept).strip()
    if not words:
        paragraph.drop_tree()
        return
    made = parse_element(f"<{paragraph.tag}>{words}</{paragraph.tag}>")
    made.tail = paragraph.tail
    paragraph.getparent().replace(paragraph, made)


def answer(page: BoundPage, question: str) -> Mapping[str, Any]:
    """Return the words of a question and of its whole answer."""
    heading = next(one for one in page.body.iter("h2", "h3") if one.get("id") == question)
    blocks = [one for one in _following(heading) if "lc-tags" not in (one.get("class") or "")]
    return {"title": title(heading), "answer": [to_html(one) for one in blocks]}


def section(page: BoundPage, name: str) -> list[str]:
    """Return the heading of a section and its blocks as HTML; nothing where the page has none of that id."""
    heading = next((one for one in page.body.iter("h2") if one.get("id") == name), None)
    if heading is None:
        return []
    return [f"<h2>{title(heading)}</h2>", *(to_html(one) for one in _following(heading))]


def _following(heading: Any) -> Iterator[Any]:
    for one in heading.itersiblings():
        if one.tag not in _BLOCKS:
            return
        yield one


def title(heading: Any) -> str:
    """Return the words of a heading."""
    return " ".join(heading.text_content().split())


def numbers(page: BoundPage, rows: Sequence[tuple[str, int]]) -> list[Number]:
    """Return the numbers of some rows in their order."""
    titles = {title(one): one.get("id") for one in page.body.iter("h2")}
    groups = {titles[group.title]: group.numbers for group in numbers_of(page.body, {}, "", "")}
    return [groups[section][row] for section, row in rows]


def pictures(page: BoundPage) -> Iterator[str]:
    """Yield the blocks of a page of pictures; drawings get their ink, since no style sheet reaches into them."""
    for drawing in page.body.iter("svg"):
        drawing.set("fill", ink("red"))
    yield from (to_html(one) for one in page.body)
