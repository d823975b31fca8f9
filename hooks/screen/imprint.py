"""The imprint of a page: what it and the sheets printed from it say of themselves, by URL, QR code, version and day."""

import re
from dataclasses import dataclass
from datetime import date

from ..cache import Cache, key, program
from ..content.model import Page
from ..handbook import Handbook
from ..locks.history import Past
from .urls import Urls

_TOLD = 30
"""How many versions a page lists at most."""
_DARK = re.compile(b"\x01+")
_DRAWN_BY = program(__file__, packages=("segno",))
_KINDS = {"~": "changed", "+": "new", "-": "gone"}


@dataclass(frozen=True)
class Told:
    """One recorded version, as a page tells it."""

    version: str
    """Its eight digits."""
    day: str
    """Day on which it was recorded, as it is written."""
    changes: tuple[tuple[str, str], ...]
    """What happened (changed, new, gone) to which section."""


@dataclass(frozen=True)
class Imprint:
    """What a page says of itself."""

    url: str
    """The page's published URL."""
    version: str
    """Which words it holds."""
    code: str
    """The QR code of the URL with the version, as a data URI."""
    form: str
    """official, picture or plain: how its sheets are laid out."""
    provisional: bool
    """Whether the URL is still a stand-in."""
    blanks: bool
    """Whether the page cites a document whose number or date is blank on our copy."""
    recorded: str
    """Day on which its words were recorded, as it is written; nothing where they are not yet."""
    history: tuple[Told, ...]
    """Its recorded versions, the newest first."""


def has_pdf(page: Page, language: str) -> bool:
    """Return whether a page gets a PDF at its URL of `language`: it is not waiting for its translation there."""
    return page.language == language


def imprint(page: Page, handbook: Handbook, urls: Urls, cache: Cache, *, provisional: bool) -> Imprint:
    """Return the imprint of a page."""
    url = urls.published(page.key, page.language)
    now = handbook.versions[page.path].id
    form = "official" if page.full_text else page.metadata.kind if page.metadata.kind == "picture" else "plain"
    past = told(handbook.history.pages.get(page.path, Past()))
    recorded = past[0].day if past and past[0].version == now else ""
    blanks = _blanks(page, handbook)
    return Imprint(url, now, code(f"{url}?v={now}", cache), form, provisional, blanks, recorded, past)


def told(past: Past) -> tuple[Told, ...]:
    """Return the versions of a page as its sheets tell them, the newest first."""
    return tuple(
        Told(
            entry.version,
            date.fromisoformat(entry.day).strftime("%d/%m/%Y"),
            tuple((_KINDS[change.kind], change.title) for change in entry.changes),
        )
        for entry in past.entries[: -_TOLD - 1 : -1]
    )


def code(url: str, cache: Cache) -> str:
    """Return the QR code of a URL as a data URI, small enough to stand in every page."""
    return cache.get(key(_DRAWN_BY, url), lambda: _drawn(url).encode()).decode()


def _drawn(url: str) -> str:
    import segno  # nearly every code is in the cache

    made = segno.make(url, error="m", micro=False, mask=2)  # weighing all eight masks takes longer than the page
    strokes, x, y = [], 0, 0
    for row, modules in enumerate(made.matrix):
        for run in _DARK.finditer(modules):
            start, end = run.span()
            strokes.append(f"m{start - x},{row - y}h{end - start}")
            x, y = end, row
    path = "".join(strokes).removeprefix("m0,0")  # the first module is dark in every code
    side = len(made.matrix) + 2
    return (
        "data:image/svg+xml;charset=utf-8,%3Csvg%20xmlns='http://www.w3.org/2000/svg'"
        f"%20viewBox='0%200%20{side}%20{side}'%3E%3Cpath%20stroke='%23000'%20d='M1%201.5{path}'/%3E%3C/svg%3E"
    )


def _blanks(page: Page, handbook: Handbook) -> bool:
    documents = handbook.registry.documents
    named = {(link.cited or "").partition(".")[0] for link in page.citations}
    own = {name for name, document in documents.items() if document.record.page == page.key}
    records = [documents[name].record for name in named | own if name in documents]
    return any(record.blank for record in records)
