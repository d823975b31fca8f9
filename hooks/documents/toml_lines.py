"""TOML files that editors write, with the line of what is in them."""

import re
import tomllib
from typing import Any

from ..findings.finding import Place


class TomlError(Exception):
    """A file that is no TOML: where, and why in the parser's words."""

    def __init__(self, place: Place, reason: str) -> None:
        """Keep both."""
        super().__init__(reason)
        self.place = place
        self.reason = reason


def parse(path: str, text: str) -> dict[str, Any]:
    """Return what a TOML text says; `TomlError` where it is none."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        at = re.search(r"at line (\d+), column (\d+)", str(error))
        place = Place(path, int(at[1]), int(at[2])) if at else Place(path, text.count("\n") + 1)
        raise TomlError(place, str(error).partition(" (at ")[0]) from None


def block_lines(text: str) -> list[int]:
    """Return the line of each `[[…]]` in order."""
    return [text.count("\n", 0, found.start()) + 1 for found in re.finditer(r"^[ \t]*\[\[", text, re.MULTILINE)]


def key_line(text: str, key: str, block: int = 0) -> int:
    """Return the line of a key: in the block that begins on a line, or anywhere; 0 where there is none."""
    for number, line in enumerate(text.split("\n")[max(block - 1, 0) :], max(block, 1)):
        if block and number > block and line.lstrip().startswith("["):
            break
        if re.match(rf"[\s\"'\[]*{re.escape(key)}[\s\"'\]]*(?:=|$)", line):
            return number
    return 0
