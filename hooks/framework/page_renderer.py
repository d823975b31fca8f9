"""The words of each page on their way through MkDocs: what is handed to Markdown, and what is added to its HTML."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from ..content.model import Page
from ..content.parse import digests
from ..conventions import CHECKS_PAGE, GLOSSARY_PAGE, INDEX
from ..documents.unknown_citations import Unknown
from ..editor.illustrations import illustrations
from ..findings.finding import Code, Finding, Place, one_by_one
from ..handbook import Handbook
from ..paper import page_marks
from ..paper.attachments import Attachments
from ..screen import digest_pages, document_notes, finding_marks, interface, popups, templates, ward_fields
from ..screen.additions import Additions, additions, made_from
from ..screen.extension import HandbookExtension, Rendering
from ..screen.glossary import Glossary, glossary
from ..screen.grammar import Token, canonical
from ..screen.urls import Urls
from ..unchanged import Unchanged

_LAID_OUT = frozenset({"picture", *digests.KINDS})
"""Kinds of page whose sections are boxes."""


class PageRenderer:
    """What one build adds to the words of its pages."""

    def __init__(
        self,
        handbook: Handbook,
        urls: Urls,
        exports: Mapping[str, str],
        attachments: Attachments,
        extension: HandbookExtension,
        preview: Unchanged | None = None,
    ) -> None:
        """Render the pages of `handbook` by way of `extension`.

        For a `preview` findings are shown in them, and those that are as they were in its last build are kept.
        """
        self._handbook = handbook
        self._urls = urls
        self._exports = exports
        self._attachments = attachments
        self._extension = extension
        self._preview = preview
        self._rests_on = (handbook.basis, urls, templates.state() if preview else ())
        self._made_from: dict[tuple[str, str], tuple[object, ...]] = {}
        pages = handbook.pages
        self._glossaries = {language: glossary(pages[language].get(GLOSSARY_PAGE)) for language in pages}
        if pages["en"].get(GLOSSARY_PAGE) is pages["vi"].get(GLOSSARY_PAGE):
            self._glossaries["en"] = Glossary({})  # not translated yet
        self._rendering: dict[tuple[str, str], Rendering] = {}
        self._popups: dict[tuple[str, str], str] = {}
        self._not_rendered: set[Finding] = set()

    @property
    def errors(self) -> tuple[Finding, ...]:
        """What analysis found, and what was cited and could not be rendered."""
        return (*self._handbook.errors, *self.not_rendered)

    @property
    def not_rendered(self) -> tuple[Finding, ...]:
        """What was cited and could not be rendered, on the pages rendered so far."""
        return tuple(sorted(self._not_rendered))

    def markdown(self, key: str, language: str) -> str:
        """Return the Markdown of a page, and hand over to the extension what is added to it."""
        page = self._handbook.pages[language][key]
        found = self._of(page) if self._preview else []
        added = self._additions(page, language, finding_marks.by_line(found))
        body, tokens = self._canonical(page, found)
        words_in = _words_in(page, language)
        rendering = Rendering(
            self._handbook.registry,
            key,
            words_in,
            added,
            self._urls,
            tokens,
            laid_out=key == INDEX or page.metadata.kind in _LAID_OUT,
            entries=digest_pages.written_ids(self._handbook.registry, key),
            rates={name: rate.entry for name, rate in self._handbook.rates.items()},
            ward=ward_fields.filled_in(self._handbook.ward, words_in),
            glossary=Glossary({}) if page.full_text else self._glossaries[words_in],
        )
        self._rendering[key, language] = rendering
        if self._preview and page.metadata.title:  # the framework takes the title of any other from its words
            given = (self._rests_on, page.text, body, tokens, added, rendering.laid_out)
            self._made_from[key, language] = given
            if self._preview.known(("rendered", key, language), given):
                return ""
        self._extension.hand_over(rendering)
        if page.full_text:
            return page.metadata.title or key  # for an empty page Markdown makes no tree to put the text into
        return body

    def _canonical(self, page: Page, found: Sequence[Finding]) -> tuple[str, tuple[Token, ...]]:
        """Return the body of a page as Markdown may read it, with what was found in it marked."""
        if self._preview is None:
            return canonical(page)
        marks = finding_marks.placed(page, found)
        return self._preview.get(("canonical", page.path), (page, marks), partial(canonical, page, marks))

    def _additions(self, page: Page, language: str, marks: Mapping[int, Sequence[int]]) -> Additions:
        """Return what is added to a page, with `marks` before the provisions on their lines."""
        offered = self._attachments.offers.get(page.key, {}) if language == "vi" else {}

        def made() -> Additions:
            added = additions(page, self._handbook, language, marks, offered, self._exports, self._urls)
            return replace(added, inserts={**added.inserts, **illustrations(page, self._handbook)})

        given = made_from(page, self._handbook, language) if self._preview else None
        if self._preview is None or given is None:
            return made()
        return self._preview.get(("added", page.key, language), (self._rests_on, offered, marks, given), made)

    def content(self, key: str, language: str, html: str, outline: Any) -> tuple[str, Any]:
        """Return the HTML of a page with the words it cites, and what the framework has found in it.

        `html` and `outline` are what the framework has made of what `markdown` returned; of a page that the preview has
        kept they are set aside. What was cited and not rendered is remembered.
        """
        page = self._handbook.pages[language][key]
        name, rendering = ("rendered", key, language), self._rendering.pop((key, language))
        made_from = self._made_from.pop((key, language), None)
        kept = self._preview.known(name, made_from) if self._preview and made_from else None
        if kept is None:
            kept = self._finished(page, language, html, rendering.cited), outline, rendering.cited
            if self._preview and made_from:
                self._preview.keep(name, made_from, kept)
        html, outline, rendered = kept
        self._note_lost(page, rendered)
        return (html + self._summary(page, language) if self._preview and self.errors else html), outline

    def _note_lost(self, page: Page, rendered: Iterable[str]) -> None:
        registry = self._handbook.registry
        cited = {registry.canonical(link.cited) for link in page.citations if link.cited}
        known = {one for one in cited if not isinstance(registry.resolve(one), Unknown)}
        self._not_rendered |= {
            Finding(Place(page.path), Code.CITE_NOT_RENDERED, {"words": f"cite:{lost}"})
            for lost in known - set(rendered)
        }

    def _finished(self, page: Page, language: str, html: str, rendered: Iterable[str]) -> str:
        words_in = _words_in(page, language)
        html = page_marks.marked_for_paper(
            html,
            self._urls.published(page.key, page.language),
            self._urls.root_url,
            interface.say(words_in, "references", root=self._urls.root_url),
        )
        html += document_notes.notes(self._handbook.registry, dict.fromkeys(rendered), words_in)
        return html + "".join(self._popup(cited, words_in) for cited in dict.fromkeys(rendered))

    def _popup(self, cited: str, language: str) -> str:
        if (cited, language) not in self._popups:
            self._popups[cited, language] = popups.popup(cited, self._handbook, language)
        return self._popups[cited, language]

    def _of(self, page: Page) -> list[Finding]:
        return [finding for finding in one_by_one(self.errors) if finding.place.path == page.path]

    def _summary(self, page: Page, language: str) -> str:
        elsewhere = Counter(one.place.path for one in one_by_one(self.errors) if one.place.path != page.path)
        checks = self._urls.relative(CHECKS_PAGE, "", page.key)
        return popups.summary(self._of(page), elsewhere, language, checks)


def _words_in(page: Page, language: str) -> str:
    """Return the language a page is written in where it stands at a URL of `language`."""
    return page.language if page.metadata.pending else language
