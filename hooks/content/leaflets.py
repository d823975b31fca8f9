"""The leaflets that editors ask for (`docs/leaflets.toml`): of which pages, with which answers and numbers."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ..conventions import LEAFLETS, NUMBERS_PAGE
from ..documents import toml_lines
from ..documents.toml_slips import Wanted
from ..findings.finding import Code, Finding, Place, Reason
from ..settings import LANGUAGES
from .icons import icons
from .model import Page

_KEYS = frozenset({"title", "gain", "icon", "pages", "numbers", "picture", "answers"})
_LISTS = ("pages", "numbers", "answers")


@dataclass(frozen=True)
class LeafletPlan:
    """One leaflet, as the file asks for it."""

    title: Mapping[str, str]
    """Language → the words on its cover."""
    gain: Mapping[str, tuple[str, ...]]
    """Language → what one gains by reading it, a line each."""
    icon: str
    """The pictogram on its cover."""
    pages: tuple[str, ...]
    """Keys of the pages it is made of: the code on its cover leads to the first, whose steps and offices it has."""
    numbers: tuple[tuple[str, int], ...]
    """Rows of the page of numbers: id of the section, and which row."""
    picture: str
    """Key of a page of pictures that stand inside; nothing where answers stand there."""
    answers: tuple[tuple[str, str], ...]
    """Page and id of each question, the most wanted first."""


@dataclass(frozen=True)
class Leaflets:
    """The whole file."""

    plans: tuple[LeafletPlan, ...] = ()
    """The leaflets in order."""
    findings: tuple[Finding, ...] = ()
    """What cannot be made."""


class _WrongError(Exception):
    def __init__(self, key: str, reason: Reason) -> None:
        super().__init__(reason.name)
        self.key = key
        self.reason = reason


def read(text: str, pages: Mapping[str, Page], moved: Mapping[str, str]) -> Leaflets:
    """Return what the file asks for; `pages` are the Vietnamese ones, by key.

    `moved` has the key of each page that is gone → that of the page which has its words now.
    """
    listed, text, unread = toml_lines.parse(LEAFLETS, text, Code.LEAFLET_FORM, Wanted())
    plans, findings = [], []
    for name, table in listed.items():
        heading = toml_lines.key_line(text, name) or 1
        try:
            plans.append(_plan(table, pages, moved))
        except _WrongError as error:
            line = toml_lines.key_line(text, error.key, heading) or heading
            findings.append(toml_lines.finding(Place(LEAFLETS, line), Code.LEAFLET_FORM, error.reason))
    return Leaflets(tuple(plans), (*unread, *toml_lines.others(findings, unread)))


def _plan(table: Any, pages: Mapping[str, Page], moved: Mapping[str, str]) -> LeafletPlan:
    if not isinstance(table, dict) or table.keys() - _KEYS:
        raise _WrongError("", Reason("leaflet-key", {"known": ", ".join(sorted(_KEYS))}))
    for key in _LISTS:
        given = table.get(key, [])
        if not isinstance(given, list) or not all(isinstance(one, str) for one in given):
            raise _WrongError(key, Reason("leaflet-list"))
    for key, kind in (("title", str), ("gain", list)):
        given = table.get(key)
        if not isinstance(given, dict) or not all(given.get(one) and isinstance(given[one], kind) for one in LANGUAGES):
            raise _WrongError(key, Reason("leaflet-languages"))
        if any(re.search(r"\d", str(one)) for one in given.values()):
            raise _WrongError(key, Reason("leaflet-figure"))
    if table.get("icon") not in icons():
        raise _WrongError("icon", Reason("leaflet-icon", {"known": ", ".join(sorted(icons()))}))
    keys = tuple(table.get("pages", []))
    lost = next((one for one in (*keys, *filter(None, [table.get("picture")])) if one not in pages), None)
    if lost is not None or not keys:
        new = moved.get(lost or "")
        named = {"page": str(lost or "")}
        reason = Reason("leaflet-page-moved", {**named, "new": new}) if new else Reason("leaflet-page", named)
        raise _WrongError("pages", reason)
    answers = {one.section.id: key for key, page in pages.items() for one in page.questions}
    unknown = next((one for one in table.get("answers", []) if one not in answers), None)
    if unknown:
        raise _WrongError("answers", Reason("leaflet-answer", {"id": unknown}))
    return LeafletPlan(
        {one: table["title"][one] for one in LANGUAGES},
        {one: tuple(table["gain"][one]) for one in LANGUAGES},
        table["icon"],
        keys,
        tuple(_rows(table.get("numbers", []), pages.get(NUMBERS_PAGE))),
        table.get("picture", ""),
        tuple((answers[one], one) for one in table.get("answers", [])),
    )


def _rows(numbers: list[str], page: Page | None) -> Iterator[tuple[str, int]]:
    """Yield section and row of each number, named by the id of its section, a colon and its words."""
    for named in numbers:
        section_id, _, value = named.partition(": ")
        section = next((one for one in page.sections if one.id == section_id), None) if page else None
        text = page.masked[section.text_at : section.end] if page and section else ""
        rows = [line.split("|")[1].strip() for line in text.split("\n") if line.startswith("|")][2:]
        if value not in rows:
            raise _WrongError("numbers", Reason("leaflet-number", {"number": named}))
        yield section_id, rows.index(value)


def settled(found: Iterable[Finding], *, faulty: bool) -> Iterator[Finding]:
    """Yield findings but those about parts of pages, while a page is `faulty`: these may be there once it is mended."""
    for finding in found:
        reason = finding.details["reason"]
        if not (faulty and isinstance(reason, Reason) and reason.name in ("leaflet-answer", "leaflet-number")):
            yield finding
