"""What waits for an editor and is no error: told on the page for editors, and by a command."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from .content.model import Page
from .conventions import EDITING_FOLDER, INDEX, READERS_FOLDER, SYNONYMS, WARD, language_folder
from .documents.unknown_citations import Unknown
from .findings.finding import Place
from .handbook import Handbook

KINDS = ("review", "stale", "unanswered", "unlinked", "unfound", "ward")
"""What can wait, in the order in which it is told."""
SOON = timedelta(days=30)
"""How long before its day a text is told to be looked at again."""


@dataclass(frozen=True)
class Reminder:
    """One thing that waits."""

    kind: str
    """One of `KINDS`."""
    place: Place
    """Where an editor begins."""
    words: str
    """A title, a question, what was typed, the name of a detail of the ward."""
    key: str = ""
    """The page of the site it is about, or nothing."""
    section: str = ""
    """The section of that page, or nothing."""
    day: date | None = None
    """By which day, if there is one."""


def reminders(handbook: Handbook, today: date | None = None) -> tuple[Reminder, ...]:
    """Return everything that waits, kind by kind: of the texts to be looked at again those near their day.

    Without `today` all of them are there, so that a page that lists them is the same on every day.
    """
    found = (*_reviews(handbook, today), *_stale(handbook), *_questions(handbook), *_pages(handbook), *_words(handbook))
    return tuple(
        sorted((*found, *_ward(handbook)), key=lambda one: (KINDS.index(one.kind), one.day or date.min, one.place))
    )


def _reviews(handbook: Handbook, today: date | None) -> Iterator[Reminder]:
    for digest in handbook.registry.digests.values():
        if digest.review_by and (today is None or digest.review_by <= today + SOON):
            page = handbook.pages["vi"][digest.page]
            place = Place(page.path, digest.review_line)
            yield Reminder("review", place, page.metadata.title, digest.page, day=digest.review_by)


def _stale(handbook: Handbook) -> Iterator[Reminder]:
    for sections in handbook.stale.values():
        for part in sections.values():
            place = part.translation.place
            key = place.path.removeprefix(language_folder("en"))
            yield Reminder("stale", place, part.name, key, part.section)


def _questions(handbook: Handbook) -> Iterator[Reminder]:
    for key, page in handbook.pages["vi"].items():
        for question in page.questions:
            section = question.section
            if not section.answered:
                yield Reminder("unanswered", page.place(section.at), section.title, key, section.id)


def _pages(handbook: Handbook) -> Iterator[Reminder]:
    """Yield the pages to which the menu alone leads: no link, no citation and no list of another page."""
    pages = handbook.pages["vi"]
    led_to = {target for key, page in pages.items() for target in _targets(page, handbook) if target != key}
    for key, page in pages.items():
        begins = key == INDEX or key.endswith(f"/{INDEX}") or key.startswith(EDITING_FOLDER)
        if not begins and key not in led_to:
            yield Reminder("unlinked", Place(page.path), page.metadata.title, key)


def _targets(page: Page, handbook: Handbook) -> Iterator[str]:
    """Yield the keys of the pages to which a page leads."""
    pages, registry = handbook.pages["vi"], handbook.registry
    folder = posixpath.dirname(page.name)
    for link in page.links:
        if link.cited is None:
            yield posixpath.normpath(posixpath.join(folder, link.target.partition("#")[0]))
        elif not isinstance(registry.resolve(link.cited), Unknown):
            yield registry.page_of(link.cited)
    inserted = {name for name, _ in page.inserts}
    for key in pages:
        if "pages" in inserted and posixpath.dirname(key) == folder:
            yield key
        if "readers" in inserted and key.startswith(READERS_FOLDER):
            yield key
    if "documents" in inserted:
        yield from (document.record.page for document in registry.documents.values())
        yield from (digest.page for digest in registry.digests.values())


def _words(handbook: Handbook) -> Iterator[Reminder]:
    for said, line in handbook.unfound:
        yield Reminder("unfound", Place(SYNONYMS, line), said)


def _ward(handbook: Handbook) -> Iterator[Reminder]:
    for name in handbook.ward.blanks:
        yield Reminder("ward", Place(WARD, handbook.ward.lines.get(name, 1)), name)
