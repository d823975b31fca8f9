"""The form of a file before it is read: characters that look the same and are not, and sizes no page has."""

import re
import unicodedata
from collections.abc import Iterator

from ... import old_encodings
from ...findings.finding import Code, Finding, Place, Reason, place_of

LONGEST_LINE = 20_000
"""Characters; the longest line of a page that people wrote is a few hundred."""
DEEPEST = 10
"""Levels of nested lists, quotations or brackets."""

_CONTROL = "\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f"
_UNSEEN = "\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufff9-\ufffb\ufffe\uffff"
_BEYOND = "\U000e0000-\U000e007f" + "".join(
    f"{chr(plane << 16 | 0xFFFE)}{chr(plane << 16 | 0xFFFF)}" for plane in range(1, 17)
)
"""Of the planes after the first: tags, and what is no character."""
_MEANINGLESS = re.compile(f"[{_CONTROL}{_UNSEEN}{_BEYOND}]")
_LETTERS = {"\u00d0": "Đ", "\u0189": "Đ", "\u00f0": "đ", "\u0256": "đ"}
"""Look like Đ and đ and are letters of Icelandic and Ewe."""
_ALIKE = re.compile(f"[{''.join(_LETTERS)}]")
_STYLED_HERE = "\ufb00-\ufb06\uff01\uff03-\uff5e"
_STYLED = re.compile(f"[{_STYLED_HERE}\U0001d400-\U0001d7ff]")
"""Ligatures of PDFs, wide letters, and the bold and italic letters of social media: each stands for plain ones."""
_TWINS = str.maketrans(
    "АВЕЅІЈКМНОРСТХаеѕіјорсухΑΒΕΖΗΙΚΜΝΟΡΤΥΧο",
    "ABESIJKMHOPCTXaesijopcyxABEZHIKMNOPTYXo",
)
"""Cyrillic and Greek letters that are drawn like Latin ones."""
_FOREIGN = re.compile(f"[{''.join(map(chr, _TWINS))}]")
_OTHER = "(?![\u0370-\u03ff\u0400-\u04ff])"
_FOREIGN_WORD = re.compile(
    rf"(?<!\w)(?=\w*[A-Za-z\u00c0-\u024f\u1e00-\u1eff])(?:{_OTHER}\w|{_FOREIGN.pattern}|[\u0300-\u036f])+(?!\w)|(?<!\w){_FOREIGN.pattern}(?!\w)"
)
"""A word of Latin letters and such twins, or one such letter alone."""
_LOST = re.compile("[\ufffd\ue000-\uf8ff\U000f0000-\U0010ffff]")
_NO_WIDTH = "\u200b\u2060\ufeff"
_ODD_SPACES = f"\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000{_NO_WIDTH}"
_LINE_START = re.compile(
    rf"^(?=[^\w\n]*[\d.)]{{0,3}}[{_ODD_SPACES}])"
    rf"(?:[ >{_ODD_SPACES}]|(?:\#{{1,6}}|[-*+]|\d{{1,2}}[.)]|!!!|\?\?\?\+?)(?=[ {_ODD_SPACES}]))+",
    re.MULTILINE,
)
"""What makes a line a heading, an item, a quotation or a box: with any space but an ordinary one it makes none."""
_AFTER_MARK = re.compile(rf"(?<=[#*+.)!?-])[ {_ODD_SPACES}]*[{_ODD_SPACES}][ {_ODD_SPACES}]*")
_PERHAPS_ODD = re.compile(
    f"[{_ODD_SPACES}\r\t{_CONTROL}{_UNSEEN}{''.join(_LETTERS)}{_STYLED_HERE}{''.join(map(chr, _TWINS))}"
    "\U00010000-\U0010ffff]"
)
"""Whatever `tidy` may have to look at: one set with one range beyond the first plane is six times as fast."""
_MENDED = (
    ("crlf", re.compile("\r")),
    ("tab", re.compile("\t")),
    ("control", re.compile(f"[{_CONTROL}]")),
    ("unseen", re.compile(f"[{_UNSEEN}{_BEYOND}]")),
    ("eth", _ALIKE),
    ("styled", _STYLED),
)
"""Kinds of what `tidy` mends, by the names of their reasons."""
_PERHAPS_DEEP = re.compile(rf"\n[ >*+-]{{{DEEPEST}}}")
_DEEP = re.compile(
    rf"^(?:[ ]{{{4 * DEEPEST},}}|[ ]*(?:>[ ]?){{{DEEPEST},}}|[ ]*(?:[-*+][ ]+){{{DEEPEST},}})", re.MULTILINE
)
_BRACKETS = re.compile(rf"[\[(](?=[\[(]{{{DEEPEST - 1}}})")


def tidy(text: str) -> str:
    """Return `text` as it should be stored: no BOM, LF, spaces, NFC, plain Latin letters, nothing without meaning."""
    if not _PERHAPS_ODD.search(text):
        return unicodedata.normalize("NFC", text)
    text = text.removeprefix("\ufeff")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\t" in text:
        text = "\n".join(line.expandtabs(4) for line in text.split("\n"))
    if _MEANINGLESS.search(text):
        text = _MEANINGLESS.sub(_meant, text)
    text = _with_plain_starts(text)
    if _ALIKE.search(text):
        text = _ALIKE.sub(lambda found: _LETTERS[found[0]], text)
    if _STYLED.search(text):
        text = _STYLED.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)
    if _FOREIGN.search(text):
        text = _in_latin(text)
    return unicodedata.normalize("NFC", text)


def check(path: str, text: str) -> Iterator[Finding]:
    """Yield what `tidy` would mend, once a kind, at its first place."""
    if text.startswith("\ufeff"):
        yield _finding(Place(path), "bom")
    for kind, pattern in _MENDED:
        found = pattern.search(text)
        if found:
            yield _finding(place_of(path, text, found.start()), kind)
    for kind, mended in (("script", _in_latin(text)), ("space", _with_plain_starts(text.removeprefix("\ufeff")))):
        if mended not in (text, text.removeprefix("\ufeff")):
            yield _finding(place_of(path, text, _first_difference(text, mended)), kind)
    if not unicodedata.is_normalized("NFC", text):
        yield _finding(_first_decomposed(path, text), "nfd")


def lost(path: str, text: str) -> Iterator[Finding]:
    """Yield where a letter is lost that no program can bring back: U+FFFD and characters for private use."""
    found = _LOST.search(text)
    if found:
        yield Finding(place_of(path, text, found.start()), Code.TEXT_LOST, {"code": f"U+{ord(found[0]):04X}"})


def _meant(found: re.Match[str]) -> str:
    """Return what stands for a character without meaning: a line end, what Windows-1252 has for it, or nothing."""
    if found[0] in "\u2028\u2029":
        return "\n"
    if "\x80" <= found[0] <= "\x9f":
        return found[0].encode("latin-1").decode("cp1252", errors="ignore")
    return ""


def _in_latin(text: str) -> str:
    """Return `text` with letters of other scripts that look Latin as Latin letters, in words that are Latin otherwise.

    >>> _in_latin("Tr\u00e2n, phường \u0430n t\u043eàn"), _in_latin("Москва")
    ('Trân, phường an toàn', 'Москва')
    """
    return _FOREIGN_WORD.sub(lambda found: found[0].translate(_TWINS), text) if _FOREIGN.search(text) else text


def _with_plain_starts(text: str) -> str:
    r"""Return `text` with ordinary spaces for all others that stand before the words of a line and after its mark.

    >>> _with_plain_starts("##\u00a0Một\n-\u200bhai\n\u00a0 > ba\u00a0bốn")
    '## Một\n- hai\n  > ba\xa0bốn'
    """
    return _LINE_START.sub(lambda found: _plain_spaces(_AFTER_MARK.sub(" ", found[0])), text)


def _plain_spaces(words: str) -> str:
    return re.sub(rf"[{_ODD_SPACES}]", lambda found: "" if found[0] in _NO_WIDTH else " ", words)


def _first_difference(old: str, new: str) -> int:
    return next((at for at, (one, other) in enumerate(zip(old, new, strict=False)) if one != other), 0)


def unfit(path: str, text: str) -> Iterator[Finding]:
    """Yield what keeps a page from being read at all: a line or a nesting that no page has."""
    old = old_encodings.in_text(text)
    if old:
        reason = Reason("typeface", {"encoding": old.name})
        yield Finding(Place(path, old.line), Code.PAGE_UNREADABLE, {"reason": reason})
    lengths = list(map(len, text.split("\n")))
    if max(lengths) > LONGEST_LINE:
        number = next(number for number, length in enumerate(lengths, 1) if length > LONGEST_LINE)
        yield _finding(Place(path, number), "long")
        return
    found = (_DEEP.search(text) if _PERHAPS_DEEP.search(f"\n{text}") else None) or _BRACKETS.search(text)
    if found:
        yield _finding(place_of(path, text, found.start()), "deep")


def _first_decomposed(path: str, text: str) -> Place:
    for number, line in enumerate(text.split("\n"), 1):
        if not unicodedata.is_normalized("NFC", line):
            same = next(
                (i for i, (a, b) in enumerate(zip(line, unicodedata.normalize("NFC", line), strict=False)) if a != b), 0
            )
            return Place(path, number, same + 1)
    return Place(path)


def _finding(place: Place, kind: str) -> Finding:
    code = Code.PAGE_UNREADABLE if kind in ("long", "deep") else Code.TEXT_FORM
    return Finding(place, code, {"reason": Reason(kind)})
