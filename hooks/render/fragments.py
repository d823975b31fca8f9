"""What the build writes into pages: official texts, records, lists and the matrix, from templates and data."""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from ..handbook import Handbook
from ..pages.coverage import COLUMNS, Spot
from ..pages.items import Question, questions
from ..pages.markup import inserts
from ..pages.page import Page
from ..paper.places import LIST_MARKS
from ..source.documents import Document
from ..source.provisions import anchor
from ..source.records import DocumentRecord
from ..text import plain
from . import alphabet, exports, genres, offers
from .facts import facts
from .labels import document_name, mention, position
from .official import elements, put_beside, walk
from .templates import as_html, render
from .urls import relative, root
from .words import say, size

_FIRST_HEADING = re.compile(r"^# .*\n", re.MULTILINE)


_READERS = "danh-cho/"


_NEWS_PAGE, _NEWS = "gioi-thieu.md", "co-gi-moi"
"""Page and section in which editors write what is new."""
_NEWEST = 3
_MOST = 60
"""Citing places that are listed of a provision, so that its page does not grow with the site; the rest is counted."""


def complete(
    markdown: str,
    page: Page,
    handbook: Handbook,
    language: str,
    marks: Mapping[int, str],
    files: Mapping[str, str | bytes],
    keep: Callable[[str], str],
    *,
    folders: bool = True,
) -> str:
    """Return the Markdown of a page with what the build adds: its official text or record, and its inserts.

    `language` is the language of the address; a page published before its translation keeps its own words. `marks`
    has, by line, what stands before a provision in the preview; `files` is what the build has made beside pages;
    `keep` gives what holds the place of finished HTML; `folders` says whether addresses are those of folders.
    """
    document = next((d for d in handbook.registry.documents.values() if d.record.page == page.key), None)
    show = _Fragments(handbook, page, language, keep, folders=folders)
    if document and page.full_text:
        return show.official(document, marks)
    if document:
        markdown = _below_title(markdown, show.record(document))
    readers = _readers(handbook, language)
    offered = offers.offers(page, language, files, show.word, folders=folders)
    offered = {section: keep(html) for section, html in offered.items()}
    original = handbook.pages["vi"].get(page.key, page)
    tags = {question.section.id: question.readers for question in questions(original)}
    markdown = genres.complete(markdown, page, show.word, readers, tags, offered)
    for section in show.stale:
        notice = show.being_updated(section)
        markdown = genres.below(markdown, section, notice) if section else _below_title(markdown, notice)
    shown = {
        "documents": show.documents,
        "coverage-matrix": show.matrix,
        "questions": show.questions,
        "a-z": show.everything,
        "downloads": show.downloads,
        "for-paper": show.for_paper,
        "readers": show.readers,
        "news": show.news,
    }
    for found in reversed(list(inserts(markdown))):
        if found[1] in shown:
            markdown = markdown[: found.start()] + shown[found[1]]() + markdown[found.end() :]
    return markdown


@lru_cache(maxsize=2)
def _readers(handbook: Handbook, language: str) -> Mapping[str, str]:
    """Return name → title of the pages for one kind of reader each."""
    return {
        key.removeprefix(_READERS).removesuffix(".md"): reader.metadata.title
        for key, reader in handbook.pages[language].items()
        if key.startswith(_READERS)
    }


def _below_title(markdown: str, added: str) -> str:
    return _FIRST_HEADING.sub(lambda found: f"{found[0]}\n{added}\n", markdown, count=1)


class _Fragments:
    """Fills the templates for one page."""

    def __init__(
        self, handbook: Handbook, page: Page, language: str, keep: Callable[[str], str], *, folders: bool
    ) -> None:
        self.folders = folders
        self.address_language = language
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
            "cited_by": lambda cited: [s for s in self.cited_by.get(cited, ()) if s.page.key != page.key],
            "citation": self._citation,
            "position": self._position,
            "former": lambda cited: [anchor(old) for old in self.registry.former.get(cited, ())],
            "name": lambda document: document_name(document.record, self.language, first=False),
            "opening": self._opening,
            "keep": keep,
            "most": _MOST,
        }

    def questions(self) -> str:
        """Return the questions tagged for the reader whose page this is, by the page they are written on."""
        reader = self.page.key.removeprefix(_READERS).removesuffix(".md")
        groups: dict[str, list[Question]] = {}
        for page in sorted(self.handbook.pages["vi"].values(), key=lambda page: (page.metadata.order, page.key)):
            tagged = {question.section.id for question in questions(page) if reader in question.readers}
            shown = self.handbook.pages[self.language].get(page.key, page)
            listed = [question for question in questions(shown) if question.section.id in tagged]
            if listed:
                heading = shown.sections[0].title if shown.sections else shown.metadata.title
                groups[as_html(heading)] = listed
        return self._render(
            "questions.md.j2",
            groups=groups,
            link=lambda q: relative(q.page.key, q.section.id, self.page.key, folders=self.folders),
        )

    def everything(self) -> str:
        """Return every question, provision and theme of the language, by first letter."""
        listed = alphabet.listed(self.handbook, self.language)
        return self._render("a-z.md.j2", letters=listed, link=self._to)

    def _to(self, page: str, name: str) -> str:
        return relative(page, name, self.page.key, folders=self.folders)

    def readers(self) -> str:
        """Return the pages for one kind of reader each."""
        pages = self.handbook.pages[self.language]
        listed = [page for key, page in pages.items() if key.startswith(_READERS) and not key.endswith("/index.md")]
        return self._render("readers.md.j2", pages=sorted(listed, key=lambda page: page.metadata.order))

    def news(self) -> str:
        """Return the newest entries that editors wrote on the page of news."""
        page = self.handbook.pages[self.language].get(_NEWS_PAGE)
        section = next((one for one in page.sections if one.id == _NEWS), None) if page else None
        if not page or not section:
            return ""
        entries = re.split(r"^(?=- )", page.text[section.text_at : section.end].strip(), flags=re.MULTILINE)
        newest = [entry.rstrip() for entry in entries if entry.startswith("- ")][:_NEWEST]
        return self._render("news.md.j2", entries=newest, more=f"{_NEWS_PAGE}#{_NEWS}")

    def downloads(self) -> str:
        """Return the list of the data files with their sizes."""
        files: dict[str, list[tuple[str, str, str]]] = {}
        up = root(self.page.key, self.address_language, folders=self.folders)
        for path, text in exports.exports(self.handbook).items():
            name, kind = path.removeprefix(f"{exports.FOLDER}/").split(".")
            files.setdefault(name, []).append((kind.upper(), f"{up}/{path}", size(text)))
        return self._render("downloads.md.j2", files=files)

    def for_paper(self) -> str:
        """Return where the list of booklets and leaflets goes: they are made of the finished pages."""
        before, after = LIST_MARKS
        return self._render("for-paper.md.j2", before=before, after=after)

    def official(self, document: Document, marks: Mapping[int, str]) -> str:
        """Return the page of a document held in full."""
        text_language = self.language if self.language in document.texts else "vi"
        shown = elements(document.texts[text_language].blocks, document.record, text_language)
        translated = text_language != "vi" and document.original is not None
        if translated:
            put_beside(shown, elements(document.texts["vi"].blocks, document.record, "vi"))
        for element in walk(shown):
            if element.provision and element.provision.line in marks:
                element.text = marks[element.provision.line] + element.text
        return self._render(
            "official.md.j2",
            heading=document_name(document.record, self.language, first=False).capitalize()
            if self.language == "en"
            else document_name(document.record, self.language, first=False),
            text_language=text_language,
            translated=translated,
            stale=self.stale,
            elements=shown,
            **self._about(document.record),
        )

    def being_updated(self, section: str) -> str:
        """Return the notice that a section is older than its original, with the original."""
        passage = self.stale[section].original
        paragraphs = [part.strip() for part in re.split(r"\n\s*\n", passage.words) if part.strip()]
        return self._render("stale.html.j2", paragraphs=paragraphs).strip()

    def record(self, document: Document) -> str:
        """Return the table of what is known of a document."""
        return self._render("record.md.j2", **self._about(document.record))

    def documents(self) -> str:
        """Return the list of all documents in the order of their pages."""
        pages = self.handbook.pages["vi"]
        ordered = sorted(self.registry.documents.values(), key=lambda d: pages[d.record.page].metadata.order)
        return self._render("documents.md.j2", documents=ordered)

    def matrix(self) -> str:
        """Return the coverage matrix of every document that wants one."""
        return self._render("matrix.md.j2", matrices=self.handbook.matrix[self.language], columns=tuple(COLUMNS))

    def _about(self, record: DocumentRecord) -> Mapping[str, Any]:
        rows = facts(record, self.registry, self.language, lambda key: self.word(key))
        return {"record": record, "words": record.in_language(self.language), "facts": rows}

    def _render(self, template: str, **data: object) -> str:
        return render(template, self.context, **data)

    def word(self, key: str, **values: object) -> str:
        """Return the interface's words in the language of the page."""
        return say(self.language, key, **values)

    def _href(self, spot: Spot) -> str:
        return relative(spot.page.key, spot.section.id, self.page.key, folders=self.folders)

    def _citation(self, cited: str) -> Mapping[str, str]:
        """Return how a provision is cited, ready to be copied: blanks are said to be blank."""
        record = self.registry.document_of(cited).record
        blank = self.language == "vi" and record.blank
        note = f" {self.word('copied_blank')}" if blank else ""
        return {
            use: mention(self.registry, cited, self.language, first=use == "first") + note for use in ("first", "later")
        }

    def _position(self, cited: str) -> str:
        return position(self.registry.document_of(cited), self.registry.provisions[cited], self.language)

    def _opening(self, cited: str) -> str:
        """Return the first words of a provision."""
        document = self.registry.document_of(cited)
        text = document.texts.get(self.language) or document.texts["vi"]
        words = plain(text.provisions[cited].text).split()
        return " ".join(words[:12]) + (" …" if len(words) > 12 else "")
