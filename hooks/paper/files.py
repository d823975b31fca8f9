"""Everything made beside the pages for paper, by its path below the site."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from ..analyse import Handbook
from ..content.parse.items import Script, offered
from ..documents.registry import Registry
from ..screen.labels import mention
from ..screen.urls import page_url
from ..screen.words import say
from ..settings import Publisher, Settings
from . import places, posters
from .kept import kept, program
from .notices import Notices


def files(handbook: Handbook, settings: Settings, publisher: Publisher, *, printed: bool) -> Mapping[str, str | bytes]:
    """Return path → content: pictures of the posters and, when `printed`, sheets for the print shop and Word files.

    Nothing is printed from pages with errors: their citations may lead nowhere.
    """
    pages = tuple(handbook.pages["vi"].values())
    foot = posters.foot(publisher, say("vi", "draft"))
    made: dict[str, str | bytes] = dict(posters.pictures(pages, foot))
    if not printed or handbook.errors:
        return made
    made |= posters.sheets(pages, foot)
    notices = Notices(
        publisher=publisher.name,
        draft="" if publisher.official else say("vi", "draft"),
        sources=say("vi", "word_sources"),
        page=say("vi", "word_page"),
    )
    for page in pages:
        for text in offered(page):
            address = f"{settings.site_url}{page_url(page.key)}#{text.section.id}"
            made[places.word_file(text.section.id)] = _word(text, address, handbook.registry, notices)
    return made


def _word(text: Script, address: str, registry: Registry, notices: Notices) -> bytes:
    """Return the Word file of a text."""
    sources = tuple(_sources(text, registry))
    mentions = {
        link.cited or "": mention(registry, link.cited or "", "vi", first=False) for link in text.section.citations
    }

    def write() -> bytes:
        from . import word

        return word.document(text, address, sources, notices, mentions.__getitem__)

    shows = (_written_by(), text.section.title, text.spoken, address, *sources, *mentions.values(), str(notices))
    return kept(shows, write)


@cache
def _written_by() -> str:
    here = Path(__file__)
    sources = (here.with_name("word.py"), here.with_name("word_form.py"))
    return program(*sources, packages=("python-docx", "lxml", "Markdown"))


def _sources(text: Script, registry: Registry) -> Iterator[str]:
    """Yield what a text cites, in words: in full at the first mention of a document, blanks said to be blank."""
    mentioned = set()
    for cited in dict.fromkeys(registry.canonical(link.cited or "") for link in text.section.citations):
        record = registry.document_of(cited).record
        first = record.id not in mentioned
        mentioned.add(record.id)
        note = f" {say('vi', 'copied_blank')}" if first and record.blank else ""
        yield mention(registry, cited, "vi", first=first) + note
