"""Texts that officials edit before use, as Word files: A4 with the margins and the type of Nghị định 30/2020/NĐ-CP."""

import re
import textwrap
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO

import docx
import markdown
from docx.document import Document
from docx.text.paragraph import Paragraph
from lxml.html import HtmlElement, fragment_fromstring

from ...content.parts import Script
from ...text import plain
from . import styles


@dataclass(frozen=True)
class Notices:
    """What every file says beside its own words."""

    publisher: str
    """Who publishes it, or nothing."""
    draft: str
    """That it is not approved yet; nothing when it is."""
    sources: str
    """The heading over the sources."""
    page: str
    """The word before the number of a page."""


def document(text: Script, url: str, sources: Iterable[str], notices: Notices, mention: Callable[[str], str]) -> bytes:
    """Return a text as a Word file that says where it is from and what it rests on, the same bytes each time.

    `mention` gives the words of a citation that the text leaves to be filled in.
    """
    title = plain(text.section.title)
    file = docx.Document(BytesIO(styles.empty()))
    styles.describe(file, title, notices.publisher)
    file.add_heading(title, 1)
    if notices.draft:
        file.add_paragraph(notices.draft, styles.NOTICE)
    for element in _elements(text.spoken, mention):
        _add(file, element)
    file.add_heading(notices.sources, 2)
    for source in dict.fromkeys(sources):  # two reports of one day have one name
        file.add_paragraph(source[:1].upper() + source[1:], "List Bullet")
    styles.number_pages(file, url, notices.page)
    return styles.saved(file)


def _elements(text: str, mention: Callable[[str], str]) -> Iterator[HtmlElement]:
    body = fragment_fromstring(markdown.markdown(textwrap.dedent(text), extensions=["attr_list"]), create_parent=True)
    for link in body.iter("a"):
        cited = link.get("href", "").removeprefix("cite:")
        if cited != link.get("href") and not _words(link):
            link.text = mention(cited)
    yield from body


def _add(file: Document, element: HtmlElement, style: str = "Body Text") -> None:
    """Add a block; a paragraph that is wholly bold is a heading."""
    children = list(element)
    if element.tag in ("ul", "ol"):
        for item in element:
            _add(file, item, "List Bullet" if element.tag == "ul" else "List Number")
    elif element.tag == "blockquote" or (
        element.tag == "li" and any(child.tag in ("p", "ul", "ol") for child in element)
    ):
        for child in element:
            _add(file, child, "Quote" if element.tag == "blockquote" else style)
    elif [child.tag for child in children] == ["strong"] and not (element.text or children[0].tail or "").strip():
        file.add_heading(_words(children[0]), 2)
    else:
        _write(file.add_paragraph(style=style), element)


def _write(paragraph: Paragraph, element: HtmlElement, *, bold: bool = False, italic: bool = False) -> None:
    """Add the words of an element and of what is in it."""
    _run(paragraph, element.text, bold=bold, italic=italic)
    for child in element:
        if child.tag == "br":
            paragraph.add_run().add_break()
        strong, emphatic = bold or child.tag == "strong", italic or child.tag == "em"
        _write(paragraph, child, bold=strong, italic=emphatic)
        _run(paragraph, child.tail, bold=bold, italic=italic)


def _run(paragraph: Paragraph, words: str | None, *, bold: bool, italic: bool) -> None:
    if words:
        run = paragraph.add_run(re.sub(r"\s+", " ", words))
        run.bold, run.italic = bold or None, italic or None


def _words(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())
