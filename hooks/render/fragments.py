"""What the build writes into pages: official texts, records, lists, the matrix and popups, from templates and data."""

import html
import posixpath
import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import jinja2

from ..diagnostics import Finding, sentences
from ..handbook import Handbook
from ..pages.coverage import COLUMNS, Spot
from ..pages.items import Question, questions
from ..pages.markup import inserts
from ..pages.page import Page
from ..source.documents import Document
from ..source.provisions import anchor
from ..source.records import DocumentRecord
from ..text import plain
from . import exports, genres
from .facts import facts
from .labels import document_name, mention, position
from .official import elements, walk
from .urls import page_url, relative

_TEMPLATES = Path(__file__).parent.parent.parent / "overrides" / "fragments"
_FIRST_HEADING = re.compile(r"^# .*\n", re.MULTILINE)


_READERS = "danh-cho/"


@cache
def interface(language: str) -> Mapping[str, str]:
    """Return the words the pages show around what editors write."""
    words: Mapping[str, Mapping[str, str]] = tomllib.loads(
        Path(__file__).with_name("interface.toml").read_text("utf-8")
    )
    return words[language]


def complete(
    markdown: str, page: Page, handbook: Handbook, language: str, marks: Mapping[int, str], *, folders: bool = True
) -> str:
    """Return the Markdown of a page with what the build adds: its official text or record, and its inserts.

    `language` is the language of the address; a page published before its translation keeps its own words. `marks`
    has, by line, what stands before a provision in the preview; `folders` says whether addresses are those of folders.
    """
    document = next((d for d in handbook.registry.documents.values() if d.record.page == page.key), None)
    show = _Fragments(handbook, page, language, folders=folders)
    if document and page.full_text:
        return show.official(document, marks)
    if document:
        record = show.record(document)
        markdown = _FIRST_HEADING.sub(lambda found: f"{found[0]}\n{record}\n", markdown, count=1)
    readers = {
        key.removeprefix(_READERS).removesuffix(".md"): reader.metadata.title
        for key, reader in handbook.pages[language].items()
        if key.startswith(_READERS)
    }
    markdown = genres.complete(markdown, page, show.word, readers)
    shown = {
        "documents": show.documents,
        "coverage-matrix": show.matrix,
        "questions": show.questions,
        "downloads": show.downloads,
    }
    for found in reversed(list(inserts(markdown))):
        if found[1] in shown:
            markdown = markdown[: found.start()] + shown[found[1]]() + markdown[found.end() :]
    return markdown


def popup(cited: str, handbook: Handbook, language: str) -> str:
    """Return a `<template>` with the words that a known id names, in `language` or, where it has none, the original."""
    document = handbook.registry.document_of(cited)
    words_in = language if language in document.texts else "vi"
    text = document.texts.get(words_in)
    paragraphs: list[str] = []
    if text and "." in cited:
        within = [one for one in text.provisions if one == cited or one.startswith(f"{cited}.")]
        paragraphs = [" ".join(text.own_words[one].split()) for one in within]
    elif "." not in cited:
        paragraphs, words_in = [interface(language)[f"text_{document.record.text}"]], language
    return (
        _environment()
        .get_template("popup.html.j2")
        .render(
            anchor=anchor(cited),
            label=mention(handbook.registry, cited, language, first=False),
            paragraphs=paragraphs,
            foreign="" if words_in == language else words_in,
        )
    )


def summary(here: Iterable[Finding], elsewhere: Mapping[str, int], language: str, explanation: str) -> str:
    """Return the preview's list of findings: those of this page, and how many each other file has."""
    words = interface(language)
    listed = [
        {
            "place": finding.place,
            "code": finding.code,
            **dict(zip(("problem", "hint"), sentences(finding, language), strict=True)),
        }
        for finding in here
    ]
    return (
        _environment()
        .get_template("findings.html.j2")
        .render(
            t=lambda key, **values: words[key].format_map(values),
            here=listed,
            elsewhere=elsewhere,
            elsewhere_count=sum(elsewhere.values()),
            explanation=explanation,
        )
    )


@cache
def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(_TEMPLATES),
        autoescape=jinja2.select_autoescape(("html.j2",)),
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
    environment.filters |= {"md": _escape, "words": _words, "oneline": lambda text: " ".join(text.split())}
    return environment


class _Fragments:
    """Fills the templates for one page."""

    def __init__(self, handbook: Handbook, page: Page, language: str, *, folders: bool) -> None:
        self.folders = folders
        self.at_root = language == "vi"
        self.handbook = handbook
        self.registry = handbook.registry
        self.page = page
        self.language = page.language if page.metadata.pending else language
        self.cited_by = handbook.cited_by[language]
        self.context: Mapping[str, Any] = {
            "t": self.word,
            "language": self.language,
            "href": self._href,
            "cited_by": lambda cited: [s for s in self.cited_by.get(cited, ()) if s.page.key != page.key],
            "position": self._position,
            "former": lambda cited: [anchor(old) for old in self.registry.former.get(cited, ())],
            "name": lambda document: document_name(document.record, self.language, first=False),
            "opening": self._opening,
        }

    def questions(self) -> str:
        """Return the questions tagged for the reader whose page this is, by the page they are written on."""
        reader = self.page.key.removeprefix(_READERS).removesuffix(".md")
        groups: dict[str, list[Question]] = {}
        for page in sorted(self.handbook.pages["vi"].values(), key=lambda page: (page.metadata.order, page.key)):
            listed = [question for question in questions(page) if reader in question.readers]
            if listed:
                heading = page.sections[0].title if page.sections else page.metadata.title
                groups[_words(heading)] = listed
        return self._render(
            "questions.md.j2",
            groups=groups,
            link=lambda q: relative(q.page.key, q.section.id, self.page.key, folders=self.folders),
        )

    def downloads(self) -> str:
        """Return the list of the data files with their sizes."""
        files: dict[str, list[tuple[str, str, str]]] = {}
        up = posixpath.relpath(".", posixpath.dirname(page_url(self.page.key, folders=self.folders)) or ".")
        root = up if self.at_root else posixpath.join(up, "..")
        for path, text in exports.exports(self.handbook).items():
            name, kind = path.removeprefix(f"{exports.FOLDER}/").split(".")
            size = f"{max(len(text.encode()) // 1024, 1)} KB"
            files.setdefault(name, []).append((kind.upper(), f"{root}/{path}", size))
        return self._render("downloads.md.j2", files=files)

    def official(self, document: Document, marks: Mapping[int, str]) -> str:
        """Return the page of a document held in full."""
        text_language = self.language if self.language in document.texts else "vi"
        shown = elements(document.texts[text_language].blocks, document.record, text_language)
        for element in walk(shown):
            if element.provision and element.provision.line in marks:
                element.text = marks[element.provision.line] + element.text
        return self._render(
            "official.md.j2",
            heading=document_name(document.record, self.language, first=False).capitalize()
            if self.language == "en"
            else document_name(document.record, self.language, first=False),
            text_language=text_language,
            elements=shown,
            **self._about(document.record),
        )

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
        return _environment().get_template(template).render(self.context, **data)

    def word(self, key: str, **values: object) -> str:
        """Return the interface's words in the language of the page."""
        return interface(self.language)[key].format_map(values)

    def _href(self, spot: Spot) -> str:
        return relative(spot.page.key, spot.section.id, self.page.key, folders=self.folders)

    def _position(self, cited: str) -> str:
        return position(self.registry.document_of(cited), self.registry.provisions[cited], self.language)

    def _opening(self, cited: str) -> str:
        """Return the first words of a provision."""
        document = self.registry.document_of(cited)
        text = document.texts.get(self.language) or document.texts["vi"]
        words = plain(text.provisions[cited].text).split()
        return " ".join(words[:12]) + (" …" if len(words) > 12 else "")


def _escape(text: str) -> str:
    """Return plain words as Markdown that shows them as they are."""
    return re.sub(r"([\\`*_\[\]|<>])", r"\\\1", plain(text))


@cache
def _words(text: str) -> str:
    """Return plain words as HTML."""
    return html.escape(plain(text), quote=False)
