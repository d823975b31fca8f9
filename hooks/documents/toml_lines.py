"""TOML files that editors write: what they say, with the line of it, and the lines that cannot be read."""

import re
import tomllib
from typing import Any

from ..findings.finding import Code, Finding, Place, Reason
from .toml_slips import Slip, Wanted, slip_of

_BEFORE_KEY = re.compile(r"[\s\"'\[]*")
_AFTER_KEY = re.compile(r"[\s\"'\]]*(?:=|$)")
_MOST = 40
"""Lines of a file that are told; more of them are no slips."""
_HOW = {
    Code.RATE_FORM: "rate-form-how",
    Code.TOOL_FORM: "tool-form-how",
    Code.SYNONYM_FORM: "synonym-form-how",
    Code.LEAFLET_FORM: "leaflet-form-how",
    Code.WARD_FORM: "ward-form-how",
    Code.TERMS_UNREADABLE: "terms-unreadable-how",
}


def parse(path: str, text: str, code: Code, wanted: Wanted) -> tuple[dict[str, Any], str, list[Finding]]:
    """Return what a TOML text says, the text as it was read, and each line that cannot be read, found with `code`.

    Such a line is read as what it was probably meant to say, or as its key with an empty text, so that the rest is
    judged with it; where even that makes no TOML, nothing is said by the text. Its lines keep their numbers.
    """
    lines = text.split("\n")
    found: dict[int, Finding] = {}
    while True:
        try:
            return tomllib.loads(text), text, list(found.values())
        except tomllib.TOMLDecodeError as error:
            at = re.search(r"at line (\d+), column (\d+)", str(error))
            place = Place(path, int(at[1]), int(at[2])) if at else Place(path, len(lines))
            slip = _by_parser(str(error), wanted)
        ended = slip is not None
        slip = slip or slip_of(lines[place.line - 1], wanted)
        if place.line in found:
            return {}, text, list(found.values())
        found[place.line] = finding(place, code, slip.reason, slip.line)
        now = slip.line or _emptied(lines[place.line - 1])
        if ended or not now or len(found) > _MOST:
            return {}, text, list(found.values())
        lines[place.line - 1] = now
        text = "\n".join(lines)


def _by_parser(error: str, wanted: Wanted) -> Slip | None:
    """Return what the parser says of a line that is right by itself, and wrong below others."""
    if "array" in error:
        return Slip(Reason("toml-list"))
    if "overwrite" in error:
        return Slip(Reason("toml-twice-in-block", {"block": wanted.block}) if wanted.block else Reason("toml-twice"))
    return None


def _emptied(line: str) -> str:
    key = re.match(r"\s*([A-Za-z0-9_-]+)\s*(?:[=:]|$)", line)
    return f'{key[1]} = ""' if key else ""


def finding(place: Place, code: Code, reason: Reason, meant: str = "") -> Finding:
    """Return a finding in such a file; `meant` is the line to be copied, if it can be told."""
    copied = "ward-copy-how" if code is Code.WARD_FORM else "toml-copy-how"
    return Finding(place, code, {"reason": reason, "how": Reason(copied if meant else _HOW[code], {"line": meant})})


def value_finding(path: str, text: str, line: int, code: Code, reason: Reason, wanted: Wanted) -> Finding:
    """Return a finding at a line that can be read, but whose value is not what its key takes.

    What a hand slips on is told as in a line that cannot be read; `reason` is told of anything else.
    """
    written = text.split("\n")[line - 1]
    slip = slip_of(written, wanted) if "=" in written else Slip(reason)
    known = bool(slip.line) and slip.line != written.strip()
    return finding(Place(path, line), code, slip.reason if known else reason, slip.line if known else "")


def no_blocks(path: str, text: str, code: Code, block: str) -> Finding:
    """Return the finding at what has the name of a file's blocks and is none, such as `[rate]` for `[[rate]]`."""
    line = key_line(text, block) or 1
    single = text.split("\n")[line - 1].strip() == f"[{block}]"
    return finding(Place(path, line), code, Reason("toml-heading" if single else "rate-row"), f"[[{block}]]" * single)


def others(found: list[Finding], unread: list[Finding]) -> list[Finding]:
    """Return the findings of lines that can be read."""
    lines = {one.place.line for one in unread}
    return [one for one in found if one.place.line not in lines]


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
