"""The pages of documents: a text held in full, the record of what is known, and notices of what has changed."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from ..documents.document import Document
from ..documents.records import TYPES, DocumentRecord
from .document_names import document_name
from .fragment import Fragment, finished
from .grammar import MARK
from .held_text import elements, put_beside, walk
from .page_templates import MOST, PageTemplates
from .provision_marks import citing, naming, places
from .record_rows import record_rows
from .templates import render


def official(show: PageTemplates, document: Document, marks: Mapping[int, Sequence[int]]) -> Fragment:
    """Return the page of a document held in full."""
    text_language = show.language if show.language in document.texts else "vi"
    shown = elements(document.texts[text_language].blocks, document.record, text_language)
    translated = text_language != "vi" and document.original is not None
    if translated:
        put_beside(shown, elements(document.texts["vi"].blocks, document.record, "vi"))
    for element in walk(shown):
        if element.provision and element.provision.line in marks:
            before = (f"*{number}*{{#loi-{number} .{MARK}}}" for number in marks[element.provision.line])
            element.text = "".join([*before, element.text])
    return show.render(
        "official.md.j2",
        heading=document_name(document.record, show.language, first=False).capitalize()
        if show.language == "en"
        else document_name(document.record, show.language, first=False),
        text_language=text_language,
        translated=translated,
        stale=show.stale,
        elements=shown,
        **_marks(show, document),
        **_about(show, document),
    )


def _marks(show: PageTemplates, document: Document) -> Mapping[str, Any]:
    """Return what the page says of its provisions once, for the script that offers to cite them."""
    blank = show.language == "vi" and document.record.blank
    spots, left, in_all = citing(document, show.cited_by, show.page.key, MOST)
    return {
        "places": places(document, show.language, show.url_language),
        "naming": naming(document.record, show.language, f" {show.word('copied_blank')}" if blank else ""),
        "citing": spots,
        "citing_places": in_all,
        "left": " ".join(f"{name}:{count}" for name, count in left.items()),
    }


def record(show: PageTemplates, document: Document) -> Fragment:
    """Return the table of what is known of a document."""
    return show.render("record.md.j2", **_about(show, document))


def being_updated(show: PageTemplates, section: str) -> Fragment:
    """Return the notice that a section is older than its original, with the original."""
    passage = show.stale[section].original
    paragraphs = [part.strip() for part in re.split(r"\n\s*\n", passage.words) if part.strip()]
    return finished(render("stale.html.j2", show.context, paragraphs=paragraphs))


def _about(show: PageTemplates, document: Document) -> Mapping[str, Any]:
    record = document.record
    rows = record_rows(document, show.registry, show.language, show.word)
    told = [digest for digest in show.registry.digests.values() if digest.document == record.id]
    beside = document.text_page if document.text_page != show.page.key else ""
    notice = "" if document.held == "full" else f"notice_{record.text}"
    if notice == "notice_none" and not _named_in_the_dispatch(show, record):
        notice = "notice_unnamed"
    return {
        "record": record,
        "text_page": beside,
        "words": record.in_language(show.language),
        "facts": rows,
        "told": told,
        "notice": notice,
        "outside": _outside(show),
    }


def _outside(show: PageTemplates) -> str:
    """Return the mark of a fact that the main document does not say, which is named by its kind."""
    main = next((one.record for one in show.registry.documents.values() if one.record.coverage), None)
    if main is None:
        return show.word("outside_all")
    genre = TYPES[main.type][show.language]
    return show.word("outside", genre=genre if show.language == "vi" else genre.lower())


def _named_in_the_dispatch(show: PageTemplates, record: DocumentRecord) -> bool:
    """Whether the document that the pages explain has a relation to this one."""
    return any(
        record.id in targets
        for document in show.registry.documents.values()
        if document.record.coverage
        for targets in document.record.relations.values()
    )
