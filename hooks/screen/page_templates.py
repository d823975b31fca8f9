"""Templates filled for one page: its words, URLs and citations, in the language of the page."""

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from markupsafe import Markup

from ..content.checks.coverage import Spot
from ..content.model import Page
from ..documents.digest import Digest
from ..documents.provisions import anchor
from ..handbook import Handbook
from ..text import plain, without_line_ends
from .document_names import document_name
from .fragment import Finished, Fragment
from .interface import say
from .labels import official_citation, position
from .pins import day_in_words, report_name
from .templates import as_html, macro, render
from .urls import Urls

MOST = 60
"""Citing places that are listed of a provision, so that its page does not grow with the site; the rest is counted."""


def _titles(spot: Spot) -> Markup:
    """Return the titles of a page and of its section as HTML."""
    page = as_html(spot.page.metadata.title)
    within = f" – {as_html(without_line_ends(spot.section.title))}" if spot.section.level > 1 else ""
    return Markup(page + within)  # noqa: S704 - their words are escaped


class PageTemplates:
    """Fills templates for one page."""

    def __init__(self, handbook: Handbook, page: Page, language: str, exports: Mapping[str, str], urls: Urls) -> None:
        """Prepare for a page at a URL of `language`; `exports` has the data files by their path."""
        self.exports = exports
        self.pages = handbook.pages[language]
        self.urls = urls
        self.url_language = language
        self.handbook = handbook
        self.registry = handbook.registry
        self.page = page
        self.language = page.language if page.metadata.pending else language
        self.cited_by = handbook.cited_by[language]
        self.stale = handbook.stale.get(page.path, {})
        self.context: Mapping[str, Any] = {
            "t": self.word,
            "language": self.language,
            "href": self._href,
            "cited_by": self._cited_by,
            "citation": self._citation,
            "position": self._position,
            "former": lambda cited: [anchor(old) for old in self.registry.former.get(cited, ())],
            "foreign": self._foreign,
            "name": lambda document: document_name(document.record, self.language, first=False),
            "opening": self._opening,
            "file": lambda page: posixpath.relpath(page, posixpath.dirname(self.page.key) or "."),
            "told_name": self._told_name,
            "told_below": self._told_below,
            "day": lambda day: day_in_words(day, self.language),
            "most": MOST,
        }

    def render(self, template: str, **data: object) -> Fragment:
        """Return a template filled with data."""
        kept = Finished()
        xml = render(template, self.context, keep=kept.keep, **data)
        return Fragment(xml, tuple(kept.pieces))

    def each(self, template: str, filled: Iterable[Mapping[str, object]], **data: object) -> Iterator[Fragment]:
        """Yield what the macro `one` of a template makes of each of those filled in; the rest of it is done once."""
        one = macro(template, self.context, **data)
        for values in filled:
            kept = Finished()
            xml = one(keep=kept.keep, **values)
            yield Fragment(str(xml), tuple(kept.pieces))

    def word(self, key: str, **values: object) -> str:
        """Return the interface's words in the language of the page."""
        return say(self.language, key, **values)

    def url(self, page: str, name: str) -> str:
        """Return the URL of a place on another page, or on this one."""
        return self.urls.relative(page, name, self.page.key)

    def _cited_by(self, cited: str) -> tuple[list[tuple[str, Markup, Markup]], int]:
        """Return the places on other pages that cite an id: URL, language and words of the first, and how many."""
        spots = [spot for spot in self.cited_by.get(cited, ()) if spot.page.key != self.page.key]
        return [(self._href(spot), self._foreign(spot.page), _titles(spot)) for spot in spots[:MOST]], len(spots)

    def _href(self, spot: Spot) -> str:
        return self.url(spot.page.key, spot.section.id)

    def _foreign(self, page: Page) -> Markup:
        """Return the attribute that says in which language words of a page are, where it is not that of this page."""
        return Markup("") if page.language == self.language else Markup(' lang="{}"').format(page.language)

    def _citation(self, cited: str) -> tuple[str, str]:
        """Return how a provision is cited at first and later, ready to be copied: blanks are said to be blank."""
        record = self.registry.document_of(cited).record
        note = f" {self.word('copied_blank')}" if self.language == "vi" and record.blank else ""
        first, later = (official_citation(self.registry, cited, self.language, first=one) for one in (True, False))
        return first + note, later + note

    def _told_below(self, cited: str) -> Mapping[str, Any] | None:
        """Return where our own words for a provision stand whose text is held: their heading, its language, the URL."""
        entry = self.registry.entries.get(cited)
        digest = self.registry.digests.get(cited.partition(".")[0])
        if entry is None or digest is None:
            return None
        words = entry.in_language(self.language)
        return {
            "title": words.title,
            "foreign": "" if self.language in entry.texts else "vi",
            "url": self.url(digest.page, entry.anchor),
        }

    def _position(self, cited: str) -> str:
        return position(self.registry.document_of(cited), self.registry.provisions[cited], self.language)

    def _told_name(self, digest: Digest) -> str:
        """Return what a digest is called where it is linked: by its source, or as what it is and up to which day."""
        if digest.report:
            return report_name(digest, self.language)
        compared = digest.compared
        on = f", {self.word('compared_on', day=day_in_words(compared.on, self.language))}" if compared else ""
        return f"{self.pages[digest.page].metadata.title if digest.page in self.pages else digest.id}{on}"

    def _opening(self, cited: str) -> str:
        """Return the first words of a provision."""
        document = self.registry.document_of(cited)
        text = document.texts.get(self.language) or document.texts["vi"]
        words = plain(text.provisions[cited].text).split()
        return " ".join(words[:12]) + (" …" if len(words) > 12 else "")
