"""Rates that a decree may change (`docs/rates.toml`): value, unit, the days between which it holds, and its entry.

A page shows one as `[5.310.000 đồng](rate:luong-toi-thieu-thang)`: that is a citation of the entry of the rate in
force, and its words are held to that value.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal
from itertools import pairwise
from typing import Any

from ..conventions import RATES
from ..documents import toml_lines
from ..documents.toml_slips import Wanted
from ..findings.finding import Code, Finding, Place, Reason
from .figures import Key
from .parts import Link
from .values import canonical

SCHEME = "rate:"
_KEYS = ("name", "value", "unit", "from", "until", "entry", "vi", "en")
_NEEDED = frozenset(_KEYS) - {"until"}
_TYPES: Mapping[str, tuple[tuple[type, ...], str]] = {
    "value": ((int, float), "rate-value"),
    "from": ((date,), "rate-from"),
    "until": ((date,), "rate-until"),
}
"""Key → what it takes, and the words for that; all others take a text."""
_WANTED = Wanted(numbers=frozenset({"value"}), days=frozenset({"from", "until"}), block="rate")


@dataclass(frozen=True)
class Rate:
    """One value of a rate."""

    name: str
    """How pages ask for it."""
    value: str
    """As `values.canonical` writes it."""
    unit: str
    """`đồng/tháng`, `%`, …"""
    since: date
    """First day on which it holds."""
    until: date | None
    """Last day, if it is known."""
    entry: str
    """Id of the digest entry that says so."""
    called: Mapping[str, str]
    """Language → what it is called."""
    line: int
    """First line of its block."""
    last: int
    """Last line of it that has a value."""

    @property
    def key(self) -> Key:
        """What it states as a figure."""
        return "percent" if self.unit == "%" else "number", self.value


@dataclass(frozen=True)
class Rates:
    """The table of rates."""

    rows: Mapping[str, tuple[Rate, ...]] = field(default_factory=dict)
    """Name → its values in order of days."""
    findings: tuple[Finding, ...] = ()
    """Rows that cannot be read."""

    def on(self, day: date) -> Mapping[str, Rate]:
        """Return name → the value in force on a day."""
        held = {
            name: [one for one in rows if one.since <= day and (one.until is None or day <= one.until)]
            for name, rows in self.rows.items()
        }
        return {name: rows[-1] for name, rows in held.items() if rows}


def read(text: str) -> Rates:
    """Return the table that a text holds, rows that cannot be read as findings."""
    listed, text, unread = toml_lines.parse(RATES, text, Code.RATE_FORM, _WANTED)
    findings: list[Finding] = []
    rows: dict[str, list[Rate]] = {}
    blocks = listed.pop("rate", [])
    for key in listed:
        reason = Reason("rate-key", {"key": key, "known": "[[rate]]"})
        findings.append(_finding(toml_lines.key_line(text, key) or 1, reason))
    if not isinstance(blocks, list):
        findings.append(toml_lines.no_blocks(RATES, text, Code.RATE_FORM, "rate"))
        blocks = []
    for block, line in zip(blocks, toml_lines.block_lines(text), strict=False):
        wrong = tuple(_wrong(block, text, line))
        findings += wrong
        if not wrong:
            rate = _rate(block, text, line)
            rows.setdefault(rate.name, []).append(rate)
    for of_name in rows.values():
        findings += _overlapping(of_name)
        of_name.sort(key=lambda rate: rate.since)
    return Rates(
        {name: tuple(of_name) for name, of_name in rows.items()}, (*unread, *toml_lines.others(findings, unread))
    )


def _wrong(block: Any, text: str, line: int) -> Iterator[Finding]:
    if not isinstance(block, dict):
        yield _finding(line, Reason("rate-row"))
        return
    for key in block.keys() - set(_KEYS):
        yield _finding(
            toml_lines.key_line(text, key, line) or line, Reason("rate-key", {"key": key, "known": ", ".join(_KEYS)})
        )
    for key in _KEYS:
        value = block.get(key)
        types, wanted = _TYPES.get(key, ((str,), "rate-text"))
        odd = not isinstance(value, types) or isinstance(value, bool | datetime) or value in ("", float("inf"))
        if value is not None and (odd or value != value):
            at = toml_lines.key_line(text, key, line) or line
            yield toml_lines.value_finding(RATES, text, at, Code.RATE_FORM, Reason(wanted, {"key": key}), _WANTED)
    if lacking := [key for key in _KEYS if key in _NEEDED and key not in block]:
        yield _finding(line, Reason("rate-lacks", {"keys": ", ".join(lacking)}))
    since, until = block.get("from"), block.get("until")
    if isinstance(since, date) and isinstance(until, date) and type(since) is type(until) and until < since:
        yield _finding(toml_lines.key_line(text, "until", line) or line, Reason("rate-order"))


def _rate(block: Mapping[str, Any], text: str, line: int) -> Rate:
    value = canonical(format(Decimal(str(block["value"])), "f"), "en")
    called = {language: block[language] for language in ("vi", "en")}
    last = max(toml_lines.key_line(text, key, line) for key in block)
    return Rate(
        block["name"], value, block["unit"], block["from"], block.get("until"), block["entry"], called, line, last
    )


def _overlapping(rows: list[Rate]) -> Iterator[Finding]:
    """Yield rows of a name that do not begin after the one above them, or begin before that one ends."""
    for above, one in pairwise(rows):
        if one.since <= above.since or (above.until and one.since <= above.until):
            yield _finding(one.line, Reason("rate-days", {"name": one.name}))


def _finding(line: int, reason: Reason) -> Finding:
    return toml_lines.finding(Place(RATES, line), Code.RATE_FORM, reason)


def cited(link: Link, entries: Mapping[str, str]) -> Link:
    """Return a link to a rate as a citation of its entry in `entries` (name → id); any other link as it is."""
    if not link.target.startswith(SCHEME):
        return link
    name = link.target.removeprefix(SCHEME)
    return replace(link, rate=name, target=f"cite:{entries[name]}" if name in entries else link.target)
