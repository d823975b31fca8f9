"""What YAML reads otherwise than it is written, found before a value is used and said in the editors' words."""

import re
from collections.abc import Iterator

from ..findings.finding import Code, Finding, Place, Reason

_LINE = re.compile(r"(?P<lead>[ ]*)[\w-]+(?P<colon>:\s*(?!//)|[\u00a0 ]*\uff1a\s*)(?P<value>.*)\Z")
_IN_LIST = re.compile(r"(?P<lead>[ ]*-[ ]+)(?:[\w-]+:[ ]+)?(?P<value>.+)\Z")
_COLON = re.compile(r":[ ]+\Z")
_CONTINUED = re.compile(r"(?P<lead>[ ]+)(?P<value>[^\s\"'\[\]{}].*)\Z")
_OPENED = re.compile(r"""(?:"(?:[^"\\]|\\.)*|'(?:[^']|'')*)\Z""")
_QUOTED = re.compile(r"""(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')[ ]*(?:\#.*)?\Z""")
_SPECIAL = re.compile(r"[&*!@`%]|\[[^\]]*\][ ]*[^\s\#]|[\])},]|[?-][ ]")
_WORD_QUOTES = re.compile("[“”„«‘].*[”“»’]\\Z")
_SCALAR_BLOCK = re.compile(r"[|>][+-]?\d?[ ]*\Z")


def check(path: str, block: str) -> Iterator[Finding]:
    """Yield the surprises in a block of front matter, whose first line is the second of its file: one for each line."""
    inside, quote = -1, ""
    for number, line in enumerate(block.split("\n"), 2):
        depth = len(line) - len(line.lstrip(" "))
        if quote:
            quote = "" if line.rstrip().endswith(quote) else quote
            continue
        if inside >= 0 and (depth > inside or not line.strip()):
            continue  # words of a text over several lines
        inside = -1
        found = _LINE.match(line) or _IN_LIST.match(line) or _CONTINUED.match(line)
        if not found or line.lstrip().startswith("#"):
            continue
        if _SCALAR_BLOCK.match(found["value"]):
            inside = depth
        elif _OPENED.match(found["value"]):
            quote = found["value"][0]
        elif reason := _surprise(found):
            at = len(found["lead"]) + 1
            yield Finding(Place(path, number, at), Code.FRONT_MATTER_YAML, {"reason": Reason(*reason)})


def _surprise(found: re.Match[str]) -> tuple[str, dict[str, str]] | None:
    """Return the reason, and what fills it, why YAML would not read a value as it is written."""
    value, colon = found["value"].rstrip(), found.groupdict().get("colon")
    if colon and value and not _COLON.match(colon):
        return "colon-space", {}
    if not value or value.startswith("#") or _QUOTED.match(value):
        return None
    if value[0] in "\"'":
        return "quotes-inside", {}
    if _WORD_QUOTES.match(value):
        return "word-quotes", {}
    if special := _SPECIAL.match(value):
        return "special", {"sign": special[0].strip()}
    if value[0] in "[{":
        return None
    if cut := re.search(r"[ ]\#", value):
        return "hash", {"words": value[: cut.start()][-30:]}
    return ("colon", {}) if re.search(r":(?:[ ]|\Z)", value) else None
