"""A saved web page (HTML) as paragraphs and tables; menus, scripts and forms are no part of the text."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ... import decoding
from ...findings.finding import Reason
from ..official.readers import UnreadableError
from .source import Line, Source

_BLOCKS = frozenset(
    "p div section article main li h1 h2 h3 h4 h5 h6 blockquote center dd dt td body ol ul dl pre address".split()
)
_SKIPPED = frozenset("script style noscript nav header footer form button select svg head template aside".split())


def read(path: Path) -> Source:
    """Return the text of a web page, or raise `UnreadableError`; of a page with an `<article>` only that."""
    from lxml import html

    data = path.read_bytes()
    try:
        tree = html.document_fromstring(data, parser=_parser(data))
    except (ValueError, SyntaxError):
        raise UnreadableError(Reason("official-broken")) from None
    articles = tree.xpath("//article | //main") or [tree]
    root = max(articles, key=lambda one: len(one.text_content()))
    return Source(tuple(_lines(root)))


def _parser(data: bytes) -> Any:
    """Return a parser for the encoding that a page states, or for the likely one where it states none that is known.

    Pages in old typefaces state `x-user-defined`; `UnreadableError` for those without an encoding to read them by.
    """
    from lxml import html

    stated = re.search(rb"charset=[\"']?([\w-]+)", data[:2048])
    if stated:
        try:
            return html.HTMLParser(encoding=stated[1].decode("ascii"))
        except LookupError:
            pass
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        if old := decoding.old_encoding(data):
            raise UnreadableError(Reason("typeface", {"encoding": old})) from None
        return html.HTMLParser(encoding="windows-1258")
    return html.HTMLParser(encoding="utf-8")


def _lines(root: Any) -> Iterator[Line]:
    words: list[str] = []

    def walk(element: Any) -> Iterator[Line]:
        if not isinstance(element.tag, str) or element.tag in _SKIPPED:
            return
        block = element.tag in _BLOCKS
        if block or element.tag == "br":
            yield from flush()
        if element.tag == "table" and not element.xpath(".//table"):
            yield Line("", 1, tuple(_rows(element)), whole=True)
        else:
            words.append(element.text or "")
            for child in element:
                yield from walk(child)
                words.append(child.tail or "")
        if block:
            yield from flush()

    def flush() -> Iterator[Line]:
        text = " ".join("".join(words).split())
        words.clear()
        if text:
            yield Line(text, 1, whole=True)

    yield from walk(root)
    yield from flush()


def _rows(table: Any) -> Iterator[tuple[str, ...]]:
    for row in table.iter("tr"):
        cells = row.xpath("./td | ./th")
        yield tuple("\n".join(line.text for line in _lines(cell)) for cell in cells)
