"""What a search can find: provisions, documents, questions, slogans, terms and sections of pages."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from ..content.model import Page
from ..content.parse import sentences
from ..content.parse.lexer import BLANK
from ..content.parts import Section
from ..conventions import ASIDE_SECTIONS, EDITING_FOLDER, GLOSSARY_PAGE, LEADING_ON_SECTIONS, SEARCH_PAGE
from ..documents.digest import Digest
from ..documents.document import Document
from ..documents.provisions import anchor
from ..documents.registry import Registry
from ..handbook import Handbook
from ..screen import digest_pages, pins
from ..screen.document_names import document_name
from ..screen.interface import say
from ..screen.labels import official_citation, position, short_citation
from ..screen.record_rows import record_rows
from ..screen.urls import Urls
from ..settings import LANGUAGES
from ..text import heading, plain
from ..unchanged import Unchanged

_AT_ONCE = frozenset({"theme", "qa", "slogans"})
"""Kinds of page whose text is searched at once; that of others is loaded when it is needed, but for questions."""
_SHORT = 24
"""Letters below which a first sentence is taken with the next: “Không.”"""
_QUOTED = re.compile(r"^ {0,3}>.*$", re.MULTILINE)
_SPACED = (
    (re.compile(r"\(\s*(?:[,;]\s*)*\)|\[\s*\]"), ""),
    (re.compile(r"\s+([.,;:!?)])"), r"\1"),
    (re.compile(r"([(\[])\s+"), r"\1"),
)
_SIGNS = re.compile(
    r"\([ xX]?\)(?= )|^\s*(?:#{1,6}|[-*+]|!!! [\w-]+|\|[-| :]*\|?$)|[*_`|\\]|\{[^{}\n]*\}|<!--.*?-->", re.MULTILINE
)


@dataclass(frozen=True)
class Entry:
    """One thing that can be found."""

    kind: str
    """provision, document, question, slogan, term or page."""
    title: str
    """What the list of results shows."""
    page: str
    """URL of its page below the site."""
    within: str
    """Heading of its page."""
    anchor: str = ""
    """Its id on the page; none for the whole page."""
    text: str = ""
    """Its words."""
    id: str = ""
    """Id of a provision or a document."""
    number: str = ""
    """Number of a document."""
    words: str = ""
    """Further words that name it."""
    opening: int = 0
    """Letters of the first sentence of an answer, which the list of results shows; 0 where nothing is asked."""
    source: str = ""
    """What an answer cites first, in short."""
    aside: bool = False
    """Whether it is for the editors of the site."""
    later: bool = False
    """Whether it is loaded only when what is at hand does not answer."""
    text_of: str = ""
    """Id of the document whose text it is part of, where that text has a file of its own."""


def entries(handbook: Handbook, language: str, urls: Urls, unchanged: Unchanged) -> tuple[Entry, ...]:
    """Return everything that can be found in a language, in the order of the pages.

    In the pages of `unchanged` it is not looked for again.
    """
    basis = handbook.basis, urls
    found = [*unchanged.get(("documents found", language), basis, lambda: (*_documents(handbook, language, urls),))]
    pages = handbook.pages[language]
    for page in sorted(pages.values(), key=lambda page: (page.metadata.order, page.key)):
        if not page.full_text and page.language == language and page.key != SEARCH_PAGE:
            look = partial(_on_page, page, handbook.registry, urls)
            found += unchanged.get(("found", page.path), (*basis, page), look)
    return tuple(found)


def _on_page(page: Page, registry: Registry, urls: Urls) -> tuple[Entry, ...]:
    digest = digest_pages.on(page.key, registry)
    return (*_sections(page, urls, digest, registry), *(_told(page, digest, registry, urls) if digest else ()))


def _told(page: Page, digest: Digest, registry: Registry, urls: Urls) -> Iterator[Entry]:
    """Yield the entries of a digest, so that they are found by their place as provisions are."""
    for entry in digest.entries.values():
        text = entry.in_language(page.language)
        place = official_citation(registry, entry.id, page.language, first=False)
        short = place if digest.report else pins.position(entry.pin, page.language)
        yield Entry(
            "provision",
            f"{text.title} ({short})",
            urls.site(page.key, page.language),
            page.metadata.title,
            entry.anchor,
            _plain(text.words),
            id=entry.id,
            words=place,
            later=True,
        )


def _documents(handbook: Handbook, language: str, urls: Urls) -> Iterator[Entry]:
    for document in handbook.registry.documents.values():
        record = document.record
        url = urls.site(record.page, language)
        number = re.match(r"\d+", record.symbol or "")
        names = record.in_language(language)
        name = document_name(record, language, first=False)
        original = "" if language == LANGUAGES[0] else f" {record.in_language(LANGUAGES[0]).name or ''}"
        yield Entry(
            "document",
            name,
            url,
            name,
            text=_known(document, handbook.registry, language),
            id=record.id,
            number=number[0] if number else "",
            words=f"{record.id} {record.type.replace('-', ' ')} {record.symbol or ''} {names.name or ''}{original}",
        )
        text = document.texts.get(language)
        text_of = "" if record.coverage else record.id
        url = urls.site(document.page_of_text, language)
        for provision in text.provisions.values() if text else ():
            words = " ".join(plain(provision.text).split())
            if words:
                yield Entry(
                    "provision",
                    position(document, provision, language),
                    url,
                    name,
                    anchor(provision.id),
                    words,
                    id=provision.id,
                    text_of=text_of,
                )


def _known(document: Document, registry: Registry, language: str) -> str:
    """Return what is known of a document in words, as its page shows it."""
    rows = record_rows(document, registry, language, partial(say, language))
    return "; ".join(f"{row.label}: {plain(row.value)}" for row in rows if row.value)


def _sections(page: Page, urls: Urls, digest: Digest | None, registry: Registry) -> Iterator[Entry]:
    items = {question.section.id: "question" for question in page.questions}
    items |= {slogan.section.id: "slogan" for slogan in page.slogans}
    url = urls.site(page.key, page.language)
    top = next((section.title for section in page.sections if section.level == 1), page.metadata.title)
    for section in page.sections:
        told = digest is not None and section.id.removeprefix(f"{digest.id}-") != section.id
        if section.level == 0 or section.id in LEADING_ON_SECTIONS or told:
            continue
        whole = section.level == 1
        kind = items.get(section.id) or ("term" if page.key == GLOSSARY_PAGE and section.level == 3 else "page")
        words = _words(page, section, whole=kind != "term")
        asked = kind == "question"
        yield Entry(
            kind,
            heading(section.title),
            url,
            heading(top),
            "" if whole else section.id,
            (f"{page.metadata.title}. {page.metadata.description} " if whole else "") + words,
            opening=_opening(words) if asked else 0,
            source=_source(page, section, registry) if asked else "",
            aside=page.key.startswith(EDITING_FOLDER),
            later=kind == "page" and not whole and (page.metadata.kind not in _AT_ONCE or section.id in ASIDE_SECTIONS),
        )


def _opening(words: str) -> int:
    """Return how many letters the first sentence has; with one of a word or two, the one after it."""
    ends = (after for _, after in sentences.ends(words, 0, len(words)))
    return next((after for after in ends if after >= _SHORT), len(words))


def _source(page: Page, section: Section, registry: Registry) -> str:
    """Return what a section cites first, in short; nothing where that is not known."""
    cited = next((link.cited for link in section.citations if link.cited and link.at >= section.text_at), None)
    known = cited and (registry.canonical(cited) in registry.provisions or registry.digest_of(cited))
    return short_citation(registry, cited, page.language) if cited and known else ""


def _words(page: Page, section: Section, *, whole: bool) -> str:
    """Return the words of a section or of its first paragraph; a quoted provision is left out: it is found itself."""
    prose = _QUOTED.sub("", page.prose[section.text_at : section.end]).replace(BLANK, " ").strip()
    return _plain(prose if whole else prose.partition("\n\n")[0])


def _plain(prose: str) -> str:
    words = " ".join(_SIGNS.sub(" ", prose).split())
    for pattern, better in _SPACED:
        words = pattern.sub(better, words)
    return words
