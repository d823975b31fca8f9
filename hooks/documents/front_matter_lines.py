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
_KEY = re.compile(r"[\w-]+[\u00a0 ]*[:\uff1a]|[ \]})\"'#-]|\Z")
_NEXT_KEY = re.compile(r"[a-z][\w-]*:(?:[ ]|\Z)")
"""What ends words in quotation marks that go over several lines: these are indented."""
_DIVIDES = re.compile(r"(?:---|\.\.\.)(?:[ ]|\Z)|%")
_NAMED = re.compile(r"(?<=[\[{,])[ ]*([&*!])[^\s,\]}]")
_IN_QUOTES = re.compile(r"""\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'""")
_SCALAR_BLOCK = re.compile(r"[|>][+-]?\d?[ ]*\Z")

_SAID = {
    "mapping values": "indented",
    "expected <block end>": "indented",
    "expected block end": "indented",
    "expected key": "indented",
    "undefined alias": "named",
    "expected ',' or": "bracket",
    "expected flow": "bracket",
    "end of stream": "unclosed-quote",
    "quoted scalar": "unclosed-quote",
}
"""What a parser of YAML says, in parts, → the name of the reason that editors are told."""


def check(path: str, block: str) -> Iterator[Finding]:
    """Yield the surprises in a block of front matter, whose first line is the second of its file: one for each line."""
    inside, quote, opened = -1, "", Place(path)
    for number, line in enumerate([*block.split("\n"), "end:"], 2):
        depth = len(line) - len(line.lstrip(" "))
        if quote and _NEXT_KEY.match(line):
            yield Finding(opened, Code.FRONT_MATTER_YAML, {"reason": Reason("open-quote")})
            return
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
            quote, opened = found["value"][0], Place(path, number, len(found["lead"]) + 1)
        elif reason := _surprise(found):
            at = len(found["lead"]) + 1
            yield Finding(Place(path, number, at), Code.FRONT_MATTER_YAML, {"reason": Reason(*reason)})


def unreadable(path: str, block: str, said: str, place: Place) -> Finding:
    """Return why YAML cannot read a block in which `check` finds nothing: what its parser `said`, in words for editors.

    `place` is where the parser gave up, often a line after the one that is wrong.
    """
    for number, line in enumerate(block.split("\n"), 2):
        if _DIVIDES.match(line):
            reason = Reason("divides", {"words": line.strip()})
        elif not _KEY.match(line) and "expected" in said and number <= max(place.line, 2):
            reason = Reason("no-colon", {"words": line.strip()[:30]})
        else:
            continue
        return Finding(Place(path, number, 1), Code.FRONT_MATTER_YAML, {"reason": reason})
    name = next((name for words, name in _SAID.items() if words in said), "unreadable")
    return Finding(place, Code.FRONT_MATTER_YAML, {"reason": Reason(name)})


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
        named = _NAMED.search(_IN_QUOTES.sub(lambda quoted: "x" * len(quoted[0]), value))
        return ("special", {"sign": named[1]}) if named else None
    if cut := re.search(r"[ ]\#", value):
        return "hash", {"words": value[: cut.start()][-30:]}
    return ("colon", {}) if re.search(r":(?:[ ]|\Z)", value) else None
