"""The form of a file before it is read: characters that look the same and are not, and sizes no page has."""

import re
import unicodedata
from collections.abc import Iterator

from ...findings.finding import Code, Finding, Place, Reason, place_of

LONGEST_LINE = 20_000
"""Characters; the longest line of a page that people wrote is a few hundred."""
DEEPEST = 10
"""Levels of nested lists, quotations or brackets."""

_STRANGE = re.compile("[\x00-\x09\x0b-\x1f\x7f]")
_PERHAPS_DEEP = re.compile(rf"[ >*+-]{{{DEEPEST}}}")
_DEEP = re.compile(
    rf"^(?:[ ]{{{4 * DEEPEST},}}|[ ]*(?:>[ ]?){{{DEEPEST},}}|[ ]*(?:[-*+][ ]+){{{DEEPEST},}})", re.MULTILINE
)
_BRACKETS = re.compile(rf"[\[(]{{{DEEPEST},}}")


def tidy(text: str) -> str:
    """Return `text` as it should be stored: no BOM, LF, spaces for tabs, NFC, no control characters."""
    text = text.removeprefix("\ufeff")
    if _STRANGE.search(text):
        lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        spaced = "\n".join(line.expandtabs(4) for line in lines)
        text = re.sub("[\x00-\x08\x0b-\x1f\x7f]", "", spaced)
    return unicodedata.normalize("NFC", text)


def check(path: str, text: str) -> Iterator[Finding]:
    """Yield what `tidy` would mend, once a kind, at its first place."""
    if text.startswith("\ufeff"):
        yield _finding(Place(path), "bom")
    for kind, pattern in (("crlf", "\r"), ("tab", "\t"), ("control", "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")):
        found = re.search(pattern, text)
        if found:
            yield _finding(place_of(path, text, found.start()), kind)
    if not unicodedata.is_normalized("NFC", text):
        yield _finding(_first_decomposed(path, text), "nfd")


def unfit(path: str, text: str) -> Iterator[Finding]:
    """Yield what keeps a page from being read at all: a line or a nesting that no page has."""
    lengths = list(map(len, text.split("\n")))
    if max(lengths) > LONGEST_LINE:
        number = next(number for number, length in enumerate(lengths, 1) if length > LONGEST_LINE)
        yield _finding(Place(path, number), "long")
        return
    found = (_DEEP.search(text) if _PERHAPS_DEEP.search(text) else None) or _BRACKETS.search(text)
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
