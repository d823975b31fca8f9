"""The files made from sections of pages, by their path below the site: posters, banners and Word files."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ..cache import Cache, key, program
from ..content.parts import Script
from ..documents.registry import Registry
from ..handbook import Handbook
from ..screen.downloads import Download, Offer
from ..screen.interface import say, size
from ..screen.labels import official_citation, short_citation
from ..screen.urls import Urls
from ..settings import Publisher
from .posters import slogans

_WORD = Path(__file__).with_name("word")
_WRITTEN_BY = program(*sorted(_WORD.glob("*.py")), packages=("python-docx", "lxml", "Markdown"))


@dataclass(frozen=True)
class Attachments:
    """What is made beside the pages."""

    files: Mapping[str, str | bytes] = field(default_factory=dict)
    """Path below the site → content."""
    offers: Mapping[str, Mapping[str, Offer]] = field(default_factory=dict)
    """Page key → id of a section of the Vietnamese page → the files made from it."""


def attachments(
    handbook: Handbook, urls: Urls, publisher: Publisher, cache: Cache, *, printed: bool, bleed: float = 0
) -> Attachments:
    """Return pictures of the posters and, when `printed`, PDFs for the print shop and Word files.

    `bleed` is how many millimetres posters go on beyond their edges; with it they have marks at which they are cut.

    Nothing is printed from pages with errors: their citations may lead nowhere.
    """
    printed = printed and not handbook.errors
    draft = "" if publisher.official else say("vi", "draft")
    foot = slogans.foot(publisher, draft)
    files: dict[str, str | bytes] = {}
    offers: dict[str, Mapping[str, Offer]] = {}
    for page in handbook.pages["vi"].values():
        posters = slogans.attach(page, foot, cache, printed=printed, bleed=bleed)
        files |= posters.files
        offers[page.key] = posters.offers
        for text in page.offered if printed else ():
            url = f"{urls.published(page.key, 'vi')}#{text.section.id}"
            path = word_path(text.section.id)
            files[path] = made = _word(text, url, handbook.registry, publisher.name, draft, cache)
            offer = Offer((Download("word_file", path, size(made)),))
            offers[page.key] = {**offers[page.key], text.section.id: offer}
    return Attachments(files, offers)


def word_path(text: str) -> str:
    """Return the path of a text as Word file, by its id."""
    return f"word/{text}.docx"


def _word(text: Script, url: str, registry: Registry, publisher: str, draft: str, cache: Cache) -> bytes:
    """Return the Word file of a text."""
    sources = tuple(_sources(text, registry))
    mentions = {link.cited or "": short_citation(registry, link.cited or "", "vi") for link in text.section.citations}
    words = publisher, draft, say("vi", "word_sources"), say("vi", "word_page")

    def write() -> bytes:
        from .word import writer

        return writer.document(text, url, sources, writer.Notices(*words), mentions.__getitem__)

    return cache.get(
        key(_WRITTEN_BY, text.section.title, text.spoken, url, repr(sources), repr(mentions), repr(words)), write
    )


def _sources(text: Script, registry: Registry) -> Iterator[str]:
    """Yield what a text cites, in words: in full at the first mention of a document, blanks said to be blank."""
    mentioned = set()
    for cited in dict.fromkeys(registry.canonical(link.cited or "") for link in text.section.citations):
        record = registry.document_of(cited).record
        first = record.id not in mentioned
        mentioned.add(record.id)
        note = f" {say('vi', 'copied_blank')}" if first and record.blank else ""
        yield official_citation(registry, cited, "vi", first=first) + note
