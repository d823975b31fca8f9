"""Words people use for those of the law (`docs/synonyms.toml`): what is typed, and what stands on the pages instead."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from ..conventions import SYNONYMS
from ..documents import toml_lines
from ..documents.toml_slips import Wanted
from ..findings.finding import Code, Finding, Place, Reason
from ..settings import LANGUAGES

_WORD = re.compile(r"[^\W\d_]+|\d+")


@dataclass(frozen=True)
class Phrase:
    """Words of the pages that a synonym stands for."""

    written: str
    """As the file has it; a `*` at its end stands for any ending."""
    together: str
    """Its words as `run_together` has them, to be looked for in words like them; open where any ending will do."""


@dataclass(frozen=True)
class Synonym:
    """What people say, and the words of the pages for it."""

    said: str
    """What is typed."""
    phrases: tuple[Phrase, ...]
    """Any of them is meant."""
    line: int
    """Its line in the file."""


@dataclass(frozen=True)
class Synonyms:
    """The whole file."""

    of: Mapping[str, tuple[Synonym, ...]] = field(default_factory=dict)
    """Language of the pages → its synonyms."""
    unfound: tuple[tuple[str, int], ...] = ()
    """What people have typed and found nothing, noted with an empty list, and its line."""
    findings: tuple[Finding, ...] = ()
    """Lines that cannot be read."""


def small(text: str) -> str:
    """Return a text in small letters, each with its marks in one character."""
    return unicodedata.normalize("NFC", text).lower()


def run_together(text: str) -> str:
    """Return the words of a text in small letters with one space before and after each.

    >>> run_together("Điều 97, khoản 4")
    ' điều 97 khoản 4 '
    """
    return f" {' '.join(_WORD.findall(small(text)))} "


def read(text: str) -> Synonyms:
    """Return what the file says, lines that cannot be read as findings."""
    listed, text, unread = toml_lines.parse(SYNONYMS, text, Code.SYNONYM_FORM, Wanted())
    findings: list[Finding] = []
    of: dict[str, tuple[Synonym, ...]] = {}
    unfound: list[tuple[str, int]] = []
    for language, table in listed.items():
        heading = toml_lines.key_line(text, language) or 1
        if language not in LANGUAGES or not isinstance(table, dict):
            known = ", ".join(f"[{name}]" for name in LANGUAGES)
            findings.append(_finding(heading, Reason("synonym-key", {"key": language, "known": known})))
            continue
        rows = [(said, phrases, toml_lines.key_line(text, said, heading) or heading) for said, phrases in table.items()]
        unfound += [(said, line) for said, phrases, line in rows if phrases == [] and run_together(said).strip()]
        rows = [row for row in rows if (row[0], row[2]) not in unfound]
        findings += [_finding(line, Reason("synonym-row")) for said, phrases, line in rows if not _right(said, phrases)]
        of[language] = tuple(_synonyms(rows))
    return Synonyms(of, tuple(unfound), (*unread, *toml_lines.others(findings, unread)))


def _synonyms(rows: list[tuple[str, Any, int]]) -> Iterator[Synonym]:
    for said, phrases, line in rows:
        if _right(said, phrases):
            yield Synonym(said, tuple(map(_phrase, phrases)), line)


def _phrase(written: str) -> Phrase:
    return Phrase(written, run_together(written).removesuffix(" " * written.endswith("*")))


def _right(said: str, phrases: Any) -> bool:
    words = [said, *phrases] if isinstance(phrases, list) and phrases else [None]
    return all(isinstance(one, str) and run_together(one).strip() for one in words)


def _finding(line: int, reason: Reason) -> Finding:
    return toml_lines.finding(Place(SYNONYMS, line), Code.SYNONYM_FORM, reason)
