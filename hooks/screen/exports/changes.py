"""The recorded changes of the pages as an Atom feed (RFC 4287), one a language."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ...content.model import Page
from ...conventions import INDEX
from ...handbook import Handbook
from ...locks.history import Entry, Past
from ...settings import LANGUAGES
from ..interface import say
from ..templates import render
from ..urls import Urls, folder

FEED = "thay-doi.xml"
_MOST = 100
"""Changes in a feed: readers of feeds ask often, and keep what they have had."""
_KINDS = {"~": "changed", "+": "new", "-": "gone"}


@dataclass(frozen=True)
class _Change:
    """One recorded version of a page."""

    day: str
    """Day on which it was recorded, as YYYY-MM-DD."""
    page: Page
    """The page as it is now."""
    entry: Entry
    """What was recorded."""
    number: int
    """Its place among the versions of its page, from 0."""


def path(language: str) -> str:
    """Return the feed of a language below the site."""
    return folder(language) + FEED


def feeds(handbook: Handbook, urls: Urls, site_names: Mapping[str, str], author: str) -> dict[str, str]:
    """Return path below the site → feed of each language in which a change is recorded.

    `author` is who publishes the site, or nothing while nobody has taken it on: then the site itself is named.
    """
    found = {}
    for language in LANGUAGES:
        changes = sorted(
            _changes(handbook, language), key=lambda one: (one.day, one.number, one.page.key), reverse=True
        )
        if changes:
            found[path(language)] = render(
                "changes.xml.j2",
                language=language,
                site_name=site_names.get(language, ""),
                author=author or site_names.get(language, ""),
                title=say(language, "feed"),
                home=urls.published(INDEX, language),
                url=urls.root_url + path(language),
                changes=[_told(one, language, urls) for one in changes[:_MOST]],
            )
    return found


def _changes(handbook: Handbook, language: str) -> Iterator[_Change]:
    for page in handbook.pages[language].values():
        if page.language == language:
            past = handbook.history.pages.get(page.path, Past())
            for number, entry in enumerate(past.entries):
                yield _Change(entry.day, page, entry, number)


def _told(change: _Change, language: str, urls: Urls) -> dict[str, str]:
    url = urls.published(change.page.key, language)
    sections = [
        f"{say(language, f'changed_{_KINDS[one.kind]}')} {one.title or say(language, 'changed_opening')}"
        for one in change.entry.changes
    ]
    return {
        "id": f"{url}?v={change.entry.version}#{change.number}",
        "url": url,
        "title": change.page.metadata.title or change.page.key,
        "updated": f"{change.day}T00:00:00+07:00",
        "summary": "; ".join(sections) or say(language, "feed_first"),
    }
