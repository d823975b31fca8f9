"""Words that stay on one line: document symbols (58-CT/TW), numbers of provisions (Mục II.1), terms in the title."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from xml.etree import ElementTree

_SYMBOL = r"(?<![\w/-])\d+(?:/\d{4})?[-/][A-ZĐ][\wĐđ]*(?:[-/][\wĐđ]+)*"
_WHOLE = re.compile(rf"{_SYMBOL}|\b(?:Mục|Section)[ ][IVX]+(?:\.\d+)*\b")
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
    for title in list(root.iter("h1")):
        _mark(title, _in_title(tuple(terms)), _LONGEST_IN_TITLE)
    _mark(root, _WHOLE, _LONGEST)


@lru_cache(maxsize=2)  # the terms of a language: all its pages have them
def _in_title(terms: tuple[str, ...]) -> re.Pattern[str]:
    """Return what stays on one line in a title."""
    pairs = [rf"(?<![\w/-]){re.escape(term)}(?![\w/-])" for term in terms if len(term.split()) == 2]
    return re.compile("|".join((_NUMBERED, *pairs)), re.IGNORECASE)


def _mark(root: ElementTree.Element, whole: re.Pattern[str], longest: int) -> None:
    """Divide the texts below `root` that have such pieces; most have none, so what holds them is asked for last."""
    runs = [(one, "text", one.text) for one in root.iter() if one.text]
    runs += [(one, "tail", one.tail) for one in root.iter() if one.tail and one is not root]
    if whole is _WHOLE:
        runs = [run for run in runs if _likely(run[2])]
    divided = [
        (*run, pieces) for run in runs if (pieces := [f for f in whole.finditer(run[2]) if len(f[0]) <= longest])
    ]
    parents = {child: parent for parent in root.iter() for child in parent} if divided else {}
    for one, part, text, pieces in divided:
        parent = one if part == "text" else parents[one]
        if not _left_alone(parent, parents):
            _divide(parent, None if part == "text" else one, text, pieces)


def _likely(text: str) -> bool:
    """Whether a text has what stands in each such piece: cheaper than looking for a whole one."""
    return "-" in text or "/" in text or "Mục" in text or "Section" in text


def _left_alone(element: ElementTree.Element, parents: Mapping[ElementTree.Element, ElementTree.Element]) -> bool:
    """Whether an element is, or stands in, one whose text stays as it is."""
    around: ElementTree.Element | None = element
    while around is not None:
        if around.tag in _LEFT_ALONE or around.get("class") == "lc-whole":
            return True
        around = parents.get(around)
    return False


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
