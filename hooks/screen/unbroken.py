"""Words that stay on one line: document symbols (58-CT/TW), numbers of provisions (Mục II.1), terms in the title."""

import re
from collections.abc import Iterable
from xml.etree import ElementTree

_SYMBOL = r"(?<![\w/-])\d+(?:/\d{4})?[-/][A-ZĐ][\wĐđ]*(?:[-/][\wĐđ]+)*"
_WHOLE = re.compile(rf"{_SYMBOL}|\b(?:Mục|Section)[ ][IVX]+(?:\.\d+)*\b")
_LIKELY = re.compile("[-/]|Mục|Section")
"""What stands in each such piece: most texts have none of it, and looking for it is cheaper than for a whole piece."""
_NUMBERED = rf"\b(?:số|No\.)[ ]{_SYMBOL}"
_LONGEST = 30
"""How many letters fit on a line of a phone; what is longer has to break."""
_LONGEST_IN_TITLE = 18
"""The same in the large letters of a title."""
_LEFT_ALONE = frozenset({"code", "pre", "script", "style", "svg", "title"})


def mark(root: ElementTree.Element, terms: Iterable[str] = ()) -> None:
    """Put each such piece of the text below `root` into a span that does not break.

    In the title these are "số 58-CT/TW" and the `terms` of two words as well: large type broken into lines of one
    length tears many a word of two syllables ("Công | văn"). Longer terms would not fit on a phone.

    >>> root = ElementTree.fromstring("<div><h1>Công văn số 1-CV/ĐU</h1><p>Mục II.1, Chỉ thị số 2-CT/TW</p></div>")
    >>> mark(root, ["công văn", "chỉ thị"])
    >>> [span.text for span in root.iter("span")]
    ['Công văn', 'số 1-CV/ĐU', 'Mục II.1', '2-CT/TW']

    What no line of a phone holds may break:

    >>> long = ElementTree.fromstring(f"<p>Số 1-{'A' * 40}</p>")
    >>> mark(long)
    >>> len(long)
    0
    >>> title = ElementTree.fromstring("<div><h1>Nghị quyết số 1669/NQ-UBTVQH15</h1></div>")
    >>> mark(title)
    >>> [span.text for span in title.iter("span")]
    ['1669/NQ-UBTVQH15']
    """
    pairs = [rf"(?<![\w/-]){re.escape(term)}(?![\w/-])" for term in terms if len(term.split()) == 2]
    in_title = re.compile("|".join((_NUMBERED, *pairs)), re.IGNORECASE)
    for title in list(root.iter("h1")):
        _mark(title, in_title, _LONGEST_IN_TITLE)
    _mark(root, _WHOLE, _LONGEST)


def _mark(element: ElementTree.Element, whole: re.Pattern[str], longest: int) -> None:
    if element.tag in _LEFT_ALONE or element.get("class") == "lc-whole":
        return
    for child in list(element):
        _mark(child, whole, longest)
    for after in (None, *element):
        text = (element.text if after is None else after.tail) or ""
        if not text or (whole is _WHOLE and not _LIKELY.search(text)):
            continue
        if found := [one for one in whole.finditer(text) if len(one[0]) <= longest]:
            _divide(element, after, text, found)


def _divide(
    parent: ElementTree.Element, after: ElementTree.Element | None, text: str, found: list[re.Match[str]]
) -> None:
    """Divide the text behind a child (or before the first) into words that may break and spans that may not."""
    place = 0 if after is None else list(parent).index(after) + 1
    ends = [*(one.start() for one in found[1:]), len(text)]
    if after is None:
        parent.text = text[: found[0].start()]
    else:
        after.tail = text[: found[0].start()]
    for offset, (one, end) in enumerate(zip(found, ends, strict=True)):
        span = ElementTree.Element("span", {"class": "lc-whole"})
        span.text, span.tail = one[0], text[one.end() : end]
        parent.insert(place + offset, span)
