"""The rows of the open data that pages say: questions, slogans, citations, and what only the ward knows."""

from collections.abc import Iterator

from ...content.model import Page
from ...content.ward import FIELDS
from ...handbook import Handbook
from ...text import heading, plain
from ...unchanged import Unchanged
from ..answers import answers, cited_words
from ..urls import Urls
from ..ward_fields import called
from . import cards
from .schema import Row


def questions(page: Page, other: Page, handbook: Handbook, urls: Urls, unchanged: Unchanged) -> Iterator[Row]:
    """Yield every question of a Vietnamese page with its whole answer, in both languages; `other` is its twin."""
    english = {} if other is page else {question.section.id: question for question in other.questions}
    answered, translations = (answers(one, handbook, unchanged) for one in (page, other))
    for question in page.questions:
        section, translated = question.section, english.get(question.section.id)
        yield {
            "id": section.id,
            "url": f"{urls.published(page.key, 'vi')}#{section.id}",
            "card": urls.root_url + cards.path(section.id, "vi"),
            "question": plain(section.title),
            "question_en": plain(translated.section.title) if translated else "",
            "answer": " ".join(answered[section.at]),
            "answer_en": " ".join(translations[translated.section.at]) if translated else "",
            "answered": section.answered,
            "readers": list(dict.fromkeys(section.readers)),
            "cites": list(dict.fromkeys(link.cited for link in section.citations)),
        }


def slogans(page: Page, other: Page, handbook: Handbook, urls: Urls, unchanged: Unchanged) -> Iterator[Row]:
    """Yield every slogan of a Vietnamese page with the ids it rests on, in both languages; `other` is its twin."""
    del handbook, unchanged
    english = {} if other is page else {slogan.section.id: slogan.words for slogan in other.slogans}
    for slogan in page.slogans:
        yield {
            "id": slogan.section.id,
            "url": f"{urls.published(page.key, 'vi')}#{slogan.section.id}",
            "slogan": slogan.words,
            "slogan_en": english.get(slogan.section.id, ""),
            "lines": " | ".join(slogan.lines),
            "verbatim": slogan.section.verbatim,
            "cites": list(dict.fromkeys(link.cited for link in slogan.section.citations)),
        }


def citations(page: Page, other: Page, handbook: Handbook, urls: Urls, unchanged: Unchanged) -> Iterator[Row]:
    """Yield every id that a section of a page cites, once."""
    del other, unchanged
    for section in page.sections:
        place = urls.published(page.key, page.language) + (f"#{section.id}" if section.id else "")
        for cited in dict.fromkeys(handbook.registry.canonical(link.cited or "") for link in section.citations):
            if words := cited_words(handbook.registry, cited, page.language):
                yield {
                    "url": place,
                    "language": page.language,
                    "page": page.metadata.title or page.key,
                    "section": heading(section.title),
                    "cites": cited,
                    "citation": words,
                }


def ward(handbook: Handbook, urls: Urls) -> Iterator[Row]:
    """Yield what only the ward knows; what it has not filled in is empty."""
    del urls
    for name in FIELDS:
        yield {
            "id": name,
            "name": called(name, "vi"),
            "vi": handbook.ward.value(name, "vi"),
            "en": handbook.ward.value(name, "en"),
        }
