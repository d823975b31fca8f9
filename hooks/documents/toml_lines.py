"""TOML files that editors write, with the line of what is in them."""

import re
import tomllib
from typing import Any

from ..findings.finding import Place, Reason

_BEFORE_KEY = re.compile(r"[\s\"'\[]*")
_AFTER_KEY = re.compile(r"[\s\"'\]]*(?:=|$)")


class TomlError(Exception):
    """A file that is no TOML: where, and why."""

    def __init__(self, place: Place, reason: Reason) -> None:
        """Keep both."""
        super().__init__(reason.name)
        self.place = place
        self.reason = reason


def parse(path: str, text: str) -> dict[str, Any]:
    """Return what a TOML text says; `TomlError` where it is none."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        at = re.search(r"at line (\d+), column (\d+)", str(error))
        place = Place(path, int(at[1]), int(at[2])) if at else Place(path, text.count("\n") + 1)
        raise TomlError(place, _why(text.split("\n")[min(place.line, text.count("\n") + 1) - 1])) from None


def _why(line: str) -> Reason:
    """Return what an editor has probably done on a line that the parser refuses."""
    key, equals, value = (part.strip() for part in line.partition("="))
    if re.search("[“”„]", line):
        return Reason("toml-curly")
    if line.strip() and not equals and not key.startswith("["):
        return Reason("toml-equals")
    if re.search(r"[^\w\s.\"'-]|[^\x00-\x7f]", key) and not key.startswith(('"', "'", "[")):
        return Reason("toml-key")
    if value.count('"') % 2:
        return Reason("toml-open")
    if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+(?:\s*#.*)?", value):
        return Reason("toml-number")
    if value and not value.startswith(('"', "'", "[", "{")):
        return Reason("toml-bare")
    return Reason("toml-other")


def block_lines(text: str) -> list[int]:
    """Return the line of each `[[…]]` in order."""
    return [text.count("\n", 0, found.start()) + 1 for found in re.finditer(r"^[ \t]*\[\[", text, re.MULTILINE)]


def key_line(text: str, key: str, block: int = 0) -> int:
    """Return the line of a key: in the block that begins on a line, or anywhere; 0 where there is none."""
    for number, line in enumerate(text.split("\n")[max(block - 1, 0) :], max(block, 1)):
        if block and number > block and line.lstrip().startswith("["):
            break
        if key in line:
            at = _BEFORE_KEY.match(line).end()  # type: ignore[union-attr] # it matches nothing too
            if line.startswith(key, at) and _AFTER_KEY.match(line, at + len(key)):
                return number
    return 0
