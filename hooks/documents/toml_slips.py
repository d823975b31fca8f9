"""What a hand slips on in a line of TOML, and the line that was probably meant."""

import re
import tomllib
from dataclasses import dataclass

from ..findings.finding import Reason
from .written_days import iso_day

_WITHOUT_EQUALS = re.compile(r"([\w-]+)\s*(?::|\s)\s*(.+)")
_CURLY = re.compile("[“”„‟]")
_GROUPED = re.compile(r"\d{1,3}(?:[., ]\d{3})+")


@dataclass(frozen=True)
class Wanted:
    """Which keys of a file take something else than texts."""

    numbers: frozenset[str] = frozenset()
    days: frozenset[str] = frozenset()
    quoted_days: frozenset[str] = frozenset()
    """Those whose day stands in quotation marks, as a text."""
    block: str = ""
    """The name of its blocks, which begin with `[[name]]`; nothing where it has none."""


@dataclass(frozen=True)
class Slip:
    """What is wrong with a line."""

    reason: Reason
    line: str = ""
    """The whole line as it was probably meant; nothing where that cannot be told."""


def slip_of(line: str, wanted: Wanted) -> Slip:
    """Return what an editor has probably done on a line that cannot be used."""
    key, equals, value = (part.strip() for part in line.partition("="))
    if not equals:
        if key.startswith("["):
            name = key.strip("[] ")
            right = f"[[{name}]]" if name == wanted.block else f"[{name}]"
            return Slip(Reason("toml-heading"), right if name and right != key else "")
        without = _WITHOUT_EQUALS.fullmatch(key)
        right = _value(without[1], without[2].strip(), wanted)[1] if without else ""
        return Slip(Reason("toml-equals"), _line(without[1], right or without[2]) if without else "")
    name = key.strip("\"'“”„ ")
    if re.search(r"[^A-Za-z0-9_-]", key) and not re.fullmatch(r'"[^"]*"|\'[^\']*\'', key):
        straight = _CURLY.sub('"', value)
        return Slip(Reason("toml-key", {"key": name}), _line(f'"{name}"', straight))
    reason, right = _value(name, value, wanted)
    return Slip(Reason(reason, {"key": name}), _line(key, right) if right else "")


def _line(key: str, value: str) -> str:
    """Return a line, if it is one that can be read."""
    try:
        tomllib.loads(f"{key} = {value}")
    except tomllib.TOMLDecodeError:
        return ""
    return f"{key} = {value}"


def _value(key: str, value: str, wanted: Wanted) -> tuple[str, str]:
    """Return the name of the reason why a value cannot be used, and the value that was probably meant, or nothing."""
    bare = value.strip("\"'“”„‘’ ")
    day = iso_day(bare)
    if key in wanted.quoted_days:
        return "toml-quoted-day", f'"{day}"' if day else ""
    if key in wanted.days and (day or key not in wanted.numbers):
        return "toml-day", day
    if key in wanted.numbers:
        return "toml-number", _number(bare)
    if _CURLY.search(value):
        return "toml-curly", _CURLY.sub('"', value)
    if not value:
        return "toml-empty", ""
    if value.count('"') == 1:
        return "toml-open", f'"{bare}"'
    if not value.startswith(('"', "'", "[", "{")):
        return "toml-bare", f'"{value}"'
    return "toml-other", ""


def _number(written: str) -> str:
    """Return a number as people write it in the form that is wanted; nothing for what is none.

    >>> _number("5.500.000 đồng"), _number("1,5"), _number("5500000"), _number("năm triệu")
    ('5500000', '1.5', '5500000', '')
    """
    number = re.sub(r"\D+\Z", "", written)
    if _GROUPED.fullmatch(number):
        return re.sub(r"\D", "", number)
    return number.replace(",", ".") if re.fullmatch(r"\d+(?:[.,]\d+)?", number) else ""
