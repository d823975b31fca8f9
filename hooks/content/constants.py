"""Numbers and days that the tools compute with (`docs/tools.toml`): value, entry, and the words of the entry."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from ..conventions import TOOLS
from ..documents import toml_lines
from ..documents.toml_slips import Wanted
from ..findings.finding import Code, Finding, Place, Reason

_KEYS = ("name", "value", "words", "entry")
_WANTED = Wanted(numbers=frozenset({"value"}), days=frozenset({"value"}), block="constant")


@dataclass(frozen=True)
class Constant:
    """One of them."""

    name: str
    """How tools ask for it."""
    value: Decimal | date
    words: str
    """Words of the entry that state it."""
    entry: str
    """Id of the entry."""
    line: int
    """Line of its block."""

    @property
    def number(self) -> int:
        """Its value, in hundredths where it is no whole number; 0 of a day."""
        if not isinstance(self.value, Decimal):
            return 0
        return int(self.value if self.value == int(self.value) else self.value * 100)


@dataclass(frozen=True)
class Constants:
    """The table."""

    rows: Mapping[str, Constant] = field(default_factory=dict)
    """Name → constant."""
    findings: tuple[Finding, ...] = ()
    """Blocks that cannot be read."""


def read(text: str) -> Constants:
    """Return the table that a text holds, blocks that cannot be read as findings."""
    listed, text, unread = toml_lines.parse(TOOLS, text, Code.TOOL_FORM, _WANTED)
    findings: list[Finding] = []
    rows: dict[str, Constant] = {}
    blocks = listed.pop("constant", [])
    for key in listed:
        reason = Reason("rate-key", {"key": key, "known": "[[constant]]"})
        findings.append(_finding(toml_lines.key_line(text, key) or 1, reason))
    if not isinstance(blocks, list):
        findings.append(toml_lines.no_blocks(TOOLS, text, Code.TOOL_FORM, "constant"))
        blocks = []
    for block, line in zip(blocks, toml_lines.block_lines(text), strict=False):
        wrong = tuple(_wrong(block, text, line, rows))
        findings += wrong
        if not wrong:
            value = block["value"]
            known = value if isinstance(value, date) else Decimal(str(value))
            rows[block["name"]] = Constant(block["name"], known, block["words"], block["entry"], line)
    return Constants(rows, (*unread, *toml_lines.others(findings, unread)))


def _wrong(block: Any, text: str, line: int, rows: Mapping[str, Constant]) -> Iterator[Finding]:
    if not isinstance(block, dict):
        yield _finding(line, Reason("rate-row"))
        return
    for key in block.keys() - set(_KEYS):
        reason = Reason("rate-key", {"key": key, "known": ", ".join(_KEYS)})
        yield _finding(toml_lines.key_line(text, key, line) or line, reason)
    for key in _KEYS:
        value = block.get(key)
        if key == "value":
            a_number = isinstance(value, int | float) and not isinstance(value, bool) and 0 < value < 1_000_000
            fits = a_number or (isinstance(value, date) and not isinstance(value, datetime))
        else:
            fits = isinstance(value, str) and value != ""
        if key in block and not fits:
            reason = Reason("constant-value" if key == "value" else "rate-text", {"key": key})
            at = toml_lines.key_line(text, key, line) or line
            yield toml_lines.value_finding(TOOLS, text, at, Code.TOOL_FORM, reason, _WANTED)
    if lacking := [key for key in _KEYS if key not in block]:
        yield _finding(line, Reason("rate-lacks", {"keys": ", ".join(lacking)}))
    if block.get("name") in rows:
        yield _finding(line, Reason("constant-twice", {"name": block["name"]}))


def _finding(line: int, reason: Reason) -> Finding:
    return toml_lines.finding(Place(TOOLS, line), Code.TOOL_FORM, reason)
