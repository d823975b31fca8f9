"""What the clipboard has as HTML: Word, Google Docs, LibreOffice and web pages, each with marks of its own."""

import re
from collections.abc import Iterator

from .blocks import Block, Run

_BLOCKS = frozenset("p div li h1 h2 h3 h4 h5 h6 tr blockquote ul ol table tbody thead section article pre".split())
_LEFT_OUT = frozenset("script style head meta link title template noscript svg img button".split())
_WORD_LIST = re.compile(r"mso-list:\s*l\d+\s+level(\d)")
_WORD_MARK = re.compile(r"mso-list:\s*ignore", re.IGNORECASE)
_WEIGHT = re.compile(r"font-weight:\s*(\w+)")
_ITALIC = re.compile(r"font-style:\s*(\w+)")
_NUMBER = re.compile(r"\s*(?:\d+|[^\W\d_])[.)]")
_SHOWN_URL = re.compile(r"https?://\S+\Z")


def read(html: str) -> tuple[Block, ...]:
    """Return the blocks of what was copied; anything that is no text is left out."""
    from lxml import etree
    from lxml import html as parser

    try:
        root = parser.document_fromstring(html) if html.strip() else None
    except (etree.ParserError, ValueError):
        root = None
    return () if root is None else tuple(block for block in _blocks(root) if block.words)


def _blocks(element: object, kind: str = "paragraph", level: int = -1, *, ordered: bool = False) -> Iterator[Block]:
    """Yield the blocks in an element, loose words between them as paragraphs."""
    loose: list[Run] = list(_own(element.text, False, False, ""))  # type: ignore[attr-defined]
    for child in element:  # type: ignore[attr-defined]
        tag = _tag(child)
        if tag in _BLOCKS or (tag not in _LEFT_OUT and tag and any(_tag(one) in _BLOCKS for one in child.iter())):
            if "".join(run.words for run in loose).strip():
                yield Block(kind, tuple(loose), max(level, 0), ordered)
            loose = []
            yield from _block(child, tag, kind, level, ordered=ordered)
        else:
            loose += _runs(child, bold=False, italic=False, url="")
        loose += _own(child.tail, False, False, "")
    if "".join(run.words for run in loose).strip():
        yield Block(kind, tuple(loose), max(level, 0), ordered)


def _block(element: object, tag: str, kind: str, level: int, *, ordered: bool) -> Iterator[Block]:
    style = str(element.get("style") or "")  # type: ignore[attr-defined]
    names = str(element.get("class") or "")  # type: ignore[attr-defined]
    listed = _WORD_LIST.search(style)
    heading = tag[1:] if re.fullmatch(r"h[1-6]", tag) else ""
    if tag == "tr":
        cells = [tuple(_runs(cell, bold=False, italic=False, url="")) for cell in element if _tag(cell) in ("td", "th")]  # type: ignore[attr-defined]
        yield Block("row", cells=tuple(cells))
    elif tag in ("ul", "ol"):
        yield from _blocks(element, "item", level + 1, ordered=tag == "ol")
    elif heading or "MsoTitle" in names:
        yield Block("heading", tuple(_runs(element, bold=False, italic=False, url="")), int(heading or 1))
    elif listed:
        mark = "".join(_mark(element))
        runs = tuple(_runs(element, bold=False, italic=False, url=""))
        yield Block("item", runs, int(listed[1]) - 1, bool(_NUMBER.match(mark)))
    elif tag == "blockquote":
        yield from _blocks(element, "quote")
    else:
        yield from _blocks(element, kind, level, ordered=ordered)


def _mark(element: object) -> Iterator[str]:
    """Yield the bullet or number that Word writes before an item."""
    for one in element.iter():  # type: ignore[attr-defined]
        if _WORD_MARK.search(str(one.get("style") or "")):
            yield "".join(one.itertext())


def _runs(element: object, *, bold: bool, italic: bool, url: str) -> Iterator[Run]:
    tag, style = _tag(element), str(getattr(element, "get", lambda _: "")("style") or "")
    if not tag or tag in _LEFT_OUT or _WORD_MARK.search(style):
        return
    if tag == "br":
        yield Run(" ", bold, italic, url)
        return
    weight, slant = _WEIGHT.search(style), _ITALIC.search(style)
    bold = weight[1] in ("bold", "bolder", "600", "700", "800", "900") if weight else bold or tag in ("b", "strong")
    italic = slant[1] in ("italic", "oblique") if slant else italic or tag in ("i", "em")
    link = str(element.get("href") or "") if tag == "a" else ""  # type: ignore[attr-defined]
    url = link if _SHOWN_URL.match(link) else url
    yield from _own(element.text, bold, italic, url)  # type: ignore[attr-defined]
    for child in element:  # type: ignore[attr-defined]
        if _tag(child) in _BLOCKS:
            yield Run(" ", bold, italic, url)
        yield from _runs(child, bold=bold, italic=italic, url=url)
        yield from _own(child.tail, bold, italic, url)


def _own(words: str | None, bold: bool, italic: bool, url: str) -> Iterator[Run]:
    if words:
        yield Run(words, bold, italic, url)


def _tag(element: object) -> str:
    """Return the name of an element; nothing for a comment and for what only Office knows, except its words."""
    name = getattr(element, "tag", "")
    return name.lower() if isinstance(name, str) else ""
