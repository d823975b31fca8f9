"""What the build writes into pages, from templates and data."""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache

from ..analyse import Handbook
from ..content.model import Page
from ..content.parse.markup import inserts
from ..conventions import READERS_FOLDER
from . import document_pages, genres, offers
from .filling import Filling
from .lists import LISTS
from .offers import Offer

_FIRST_HEADING = re.compile(r"^# .*\n", re.MULTILINE)


def complete(
    markdown: str,
    page: Page,
    handbook: Handbook,
    language: str,
    marks: Mapping[int, str],
    offered: Mapping[str, Offer],
    keep: Callable[[str], str],
    *,
    folders: bool = True,
) -> str:
    """Return the Markdown of a page with what the build adds: its official text or record, and its inserts.

    `language` is the language of the address; a page published before its translation keeps its own words. `marks`
    has, by line, what stands before a provision in the preview; `offered` has, by section, the files made from it;
    `keep` gives what holds the place of finished HTML; `folders` says whether addresses are those of folders.
    """
    document = next((d for d in handbook.registry.documents.values() if d.record.page == page.key), None)
    show = Filling(handbook, page, language, keep, folders=folders)
    if document and page.full_text:
        return document_pages.official(show, document, marks)
    if document:
        markdown = _below_title(markdown, document_pages.record(show, document))
    readers = _readers(handbook, language)
    linked = offers.links(offered, page.key, language, show.word, folders=folders)
    linked = {section: keep(html) for section, html in linked.items()}
    original = handbook.pages["vi"].get(page.key, page)
    tags = {question.section.id: question.section.readers for question in original.questions}
    markdown = genres.complete(markdown, page, show.word, readers, tags, linked)
    for section in show.stale:
        notice = document_pages.being_updated(show, section)
        markdown = genres.below(markdown, section, notice) if section else _below_title(markdown, notice)
    for found in reversed(list(inserts(markdown))):
        if found[1] in LISTS:
            markdown = markdown[: found.start()] + LISTS[found[1]](show) + markdown[found.end() :]
    return markdown


@lru_cache(maxsize=2)
def _readers(handbook: Handbook, language: str) -> Mapping[str, str]:
    """Return name → title of the pages for one kind of reader each."""
    return {
        key.removeprefix(READERS_FOLDER).removesuffix(".md"): reader.metadata.title
        for key, reader in handbook.pages[language].items()
        if key.startswith(READERS_FOLDER)
    }


def _below_title(markdown: str, added: str) -> str:
    return _FIRST_HEADING.sub(lambda found: f"{found[0]}\n{added}\n", markdown, count=1)
