"""Words that stay on one line: the symbol of a document (58-CT/TW) and the number of a provision (Mục II.1)."""

import re
from xml.etree import ElementTree

_WHOLE = re.compile(
    r"(?<![\w/-])\d+(?:/\d{4})?[-/][A-ZĐ][\wĐđ]*(?:[-/][\wĐđ]+)*"
    r"|\b(?:Mục|Section)[ ][IVX]+(?:\.\d+)*\b"
)
_LEFT_ALONE = frozenset({"code", "pre", "script", "style", "svg", "title"})


def mark(root: ElementTree.Element) -> None:
    """Put each such piece of the text below `root` into a span that does not break.

    >>> root = ElementTree.fromstring("<p>Theo <b>Mục II.1</b>, Chỉ thị số 58-CT/TW.</p>")
    >>> mark(root)
    >>> ElementTree.tostring(root, "unicode").count('class="lc-whole"')
    2
    """
    if root.tag in _LEFT_ALONE:
        return
    for child in list(root):
        mark(child)
    for after in (None, *root):
        text = (root.text if after is None else after.tail) or ""
        if _WHOLE.search(text):
            _divide(root, after, text)


def _divide(parent: ElementTree.Element, after: ElementTree.Element | None, text: str) -> None:
    """Divide the text behind a child (or before the first) into words that may break and spans that may not."""
    place = 0 if after is None else list(parent).index(after) + 1
    found = list(_WHOLE.finditer(text))
    ends = [*(one.start() for one in found[1:]), len(text)]
    if after is None:
        parent.text = text[: found[0].start()]
    else:
        after.tail = text[: found[0].start()]
    for offset, (one, end) in enumerate(zip(found, ends, strict=True)):
        span = ElementTree.Element("span", {"class": "lc-whole"})
        span.text, span.tail = one[0], text[one.end() : end]
        parent.insert(place + offset, span)
