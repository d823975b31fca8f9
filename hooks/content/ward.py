"""What only the ward knows (`docs/phuong.toml`): its names, places, hours, and whether it has approved the content.

A page shows one as `[](phuong:dien-thoai)`. What is not known yet is empty, and readers see
that the ward will fill it in.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from ..conventions import WARD
from ..documents import toml_lines
from ..documents.suggest import closest
from ..documents.toml_slips import Wanted
from ..findings.finding import Code, Detail, Finding, Place, Reason
from .model import Page

SCHEME = "phuong:"
FIELDS: Mapping[str, str] = {
    "ten": "text",
    "dia-chi": "text",
    "dien-thoai": "phone",
    "gio-lam-viec": "text",
    "gio-truyen-thanh": "text",
    "cong-thong-tin": "url",
    "ngay-duyet": "day",
}
"""Name → what it takes. `ngay-duyet` is the day on which the ward approved the content: until then it is a draft."""
_CALLED = {
    "ten": "ward-called-ten",
    "dia-chi": "ward-called-dia-chi",
    "dien-thoai": "ward-called-dien-thoai",
    "gio-lam-viec": "ward-called-gio-lam-viec",
    "gio-truyen-thanh": "ward-called-gio-truyen-thanh",
    "cong-thong-tin": "ward-called-cong-thong-tin",
    "ngay-duyet": "ward-called-ngay-duyet",
}
"""Name → what the form of the editor calls it, in messages."""
_WANTED = {"text": "ward-text", "phone": "ward-phone", "url": "ward-url", "day": "ward-day"}
_NAMING = frozenset({"ten", "dia-chi"})
"""Texts that are never digits alone: such a value is a telephone number that slipped into them."""
_LINES = Wanted(quoted_days=frozenset({"ngay-duyet"}))
_TRANSLATED = "en"
_PHONE = re.compile(r"[+\d][\d .]{2,24}")


@dataclass(frozen=True)
class Ward:
    """What the ward has filled in."""

    values: Mapping[str, str] = field(default_factory=dict)
    """Name → value; what is not known is left out."""
    english: Mapping[str, str] = field(default_factory=dict)
    """Name → value in English, where it differs."""
    findings: tuple[Finding, ...] = ()
    """What cannot be read."""
    lines: Mapping[str, int] = field(default_factory=dict)
    """Name → the line of the file on which it stands."""

    def value(self, name: str, language: str) -> str:
        """Return a value in a language, or nothing."""
        return (self.english.get(name, "") if language == "en" else "") or self.values.get(name, "")

    @property
    def blanks(self) -> tuple[str, ...]:
        """The names of what is not filled in."""
        return tuple(name for name in FIELDS if name not in self.values)


def read(text: str) -> Ward:
    """Return what a text says, and what in it is wrong."""
    given, text, unread = toml_lines.parse(WARD, text, Code.WARD_FORM, _LINES)
    given = {key: value.isoformat() if type(value) is date else value for key, value in given.items()}
    translated = given.pop(_TRANSLATED, {})
    after = toml_lines.key_line(text, _TRANSLATED)
    if not isinstance(translated, dict):
        translated, given = {}, {**given, _TRANSLATED: translated}
    findings = [*_wrong(given, text, 0), *_wrong(translated, text, after)]
    last = text.rstrip().count("\n") + 1
    missing = [name for name in FIELDS if name not in given] if text.strip() and (given or not unread) else []
    findings += [_finding(last, Reason("ward-missing", {"key": name})) for name in missing]
    values, english = (
        {
            name: value.strip()
            for name, value in said.items()
            if name in FIELDS and isinstance(value, str) and value.strip()
        }
        for said in (given, translated)
    )
    lines = {name: toml_lines.key_line(text, name) for name in FIELDS}
    found = (_with_field(one, text) for one in (*unread, *toml_lines.others(findings, unread)))
    return Ward(values, english, tuple(found), lines)


def _with_field(finding: Finding, text: str) -> Finding:
    """Return a finding that says which field of the form it is of: the one that is missing, or that of its line."""
    reason = finding.details["reason"]
    missing = str(reason.values["key"]) if isinstance(reason, Reason) and reason.name == "ward-missing" else ""
    line = missing or text.split("\n")[finding.place.line - 1]
    key = re.match(r"[\w-]*", line.lstrip(" \t\"'"))
    called = _CALLED.get(key[0]) if key else None
    field_of: Detail = Reason("ward-field", {"called": Reason(called), "key": key[0]}) if key and called else ""
    return replace(finding, details={**finding.details, "field": field_of})


def mended(text: str) -> str:
    """Return a text with the lines that a hand slipped on as they were meant; unchanged where one cannot be told."""
    _, right, unread = toml_lines.parse(WARD, text, Code.WARD_FORM, _LINES)
    hows = [one.details["how"] for one in unread]
    return right if all(isinstance(how, Reason) and how.values.get("line") for how in hows) else text


def _wrong(given: Mapping[str, Any], text: str, after: int) -> Iterator[Finding]:
    for name, value in given.items():
        line = toml_lines.key_line(text, name, after) or 1
        wanted = FIELDS.get(name, "")
        if not wanted:
            yield _finding(line, Reason("ward-key", {"key": name, "known": ", ".join(FIELDS)}))
        elif not isinstance(value, str) or "\n" in value or (value.strip() and not _fits(value.strip(), wanted)):
            reason = Reason(_WANTED[wanted], {"key": name})
            yield toml_lines.value_finding(WARD, text, line, Code.WARD_FORM, reason, _LINES)
        elif name in _NAMING and _PHONE.fullmatch(value.strip()):
            yield _finding(line, Reason("ward-phone-like", {"value": value.strip()}))


def _fits(value: str, wanted: str) -> bool:
    if wanted == "phone":
        return bool(_PHONE.fullmatch(value))
    try:
        if wanted == "day":
            return date.fromisoformat(value).isoformat() == value
        if wanted == "url":
            parts = urlsplit(value)
            return parts.scheme == "https" and bool(parts.hostname) and not re.search(r"[\s\"'<>]", value)
    except ValueError:
        return False
    return True


def _finding(line: int, reason: Reason) -> Finding:
    return toml_lines.finding(Place(WARD, line), Code.WARD_FORM, reason)


def check(page: Page) -> Iterator[Finding]:
    """Yield the links of a page to what the ward has not, and those with words of their own."""
    for link in page.links:
        if not link.target.startswith(SCHEME):
            continue
        name = link.target.removeprefix(SCHEME)
        details = {"name": name, "known": ", ".join(FIELDS)}
        if name not in FIELDS:
            near = closest(name, FIELDS)
            meant = f"“{SCHEME}{near}”" if near else ""
            yield Finding(
                page.place(link.target_at), Code.WARD_UNKNOWN, {**details, "reason": Reason("ward-no-field")}, meant
            )
        elif link.words.strip("\x00 "):
            yield Finding(page.place(link.at), Code.WARD_UNKNOWN, {**details, "reason": Reason("ward-words")})
