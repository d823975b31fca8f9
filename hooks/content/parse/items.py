"""Questions, slogans, scripts and quiz questions: found once, when their page is read."""

import re
from collections.abc import Iterator

from ...conventions import LEADING_ON_SECTIONS
from ...text import plain
from ..model import Page
from ..parts import Option, Question, Quiz, Script, Section, Slogan

_BOX = re.compile(r"^!!! (?:loi-doc|su-dung)[^\n]*\n((?:[ ]{4}[^\n]*\n|[ ]*\n|[ ]{4}[^\n]*\Z)*)", re.MULTILINE)
_OPTION = re.compile(r"^[-*] \((?P<mark>[ xX]?)\) (?P<words>[^\n]*(?:\n  [^\n]+)*)$", re.MULTILINE)


def questions(page: Page) -> Iterator[Question]:
    """Yield the questions of a page: headings of level 2 where it is all questions, of level 3 within a topic."""
    for section in _headings(page, "qa", 2) or _headings(page, "topic", 3):
        quote = next((q for q in page.quotes if q.block and section.at <= q.at < section.end), None)
        opening = page.masked[section.text_at : quote.at if quote else section.end]
        yield Question(section, quote, plain(opening.rstrip("> \n")))


def slogans(page: Page) -> Iterator[Slogan]:
    """Yield the slogans of a page: its headings of level 3."""
    for section in _headings(page, "slogans", 3):
        yield Slogan(section, tuple(plain(line).strip() for line in section.title.split("|")))


def scripts(page: Page) -> Iterator[Script]:
    """Yield the texts a page offers for use: its headings of level 2, with the box under each.

    On a page of kind `script` that is what is read aloud (`!!! loi-doc`), on one of kind `kit` what is used as it is
    (`!!! su-dung`), as on one of kind `form` a letter to copy.
    """
    for section in _headings(page, "script", 2) or _headings(page, "kit", 2) or _headings(page, "form", 2):
        box = _BOX.search(page.masked, section.text_at, section.end)
        yield Script(section, box[1] if box else "", box.start(1) if box else section.at)


def quizzes(page: Page) -> Iterator[Quiz]:
    """Yield the quiz questions of a page: headings with a list of options."""
    for section in page.sections if page.metadata.kind == "kit" else ():
        options = tuple(
            Option(found["words"], found["mark"].lower() == "x", found.start(), found.end())
            for found in _OPTION.finditer(page.masked, section.text_at, section.end)
        )
        if options:
            yield Quiz(section, options)


def _headings(page: Page, kind: str, level: int) -> list[Section]:
    found = (section for section in page.sections if page.metadata.kind == kind and section.level == level)
    return [section for section in found if kind != "form" or section.id not in LEADING_ON_SECTIONS]
