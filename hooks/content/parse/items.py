"""Questions, slogans, scripts and quiz questions as records: written once, used everywhere."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ...text import plain
from ..model import Page, Quote, Section

_READERS = re.compile(r"readers=\"([^\"]*)\"")
_BOX = re.compile(r"^!!! (?:loi-doc|su-dung)[^\n]*\n((?:[ ]{4}[^\n]*\n|[ ]*\n|[ ]{4}[^\n]*\Z)*)", re.MULTILINE)
OPTION = re.compile(r"^[-*] \((?P<mark>[ xX]?)\) (?P<words>[^\n]*(?:\n  [^\n]+)*)$", re.MULTILINE)
"""One option of a quiz question: its mark and its words."""


@dataclass(frozen=True)
class Question:
    """One question of a page of questions and answers."""

    page: Page
    """Where it is written."""
    section: Section
    """Its heading and answer."""
    readers: tuple[str, ...]
    """For whom it is, as names of pages below `danh-cho/`."""
    answered: bool
    """Whether the dispatch answers it."""
    quote: Quote | None
    """The first quotation in the answer."""

    @property
    def opening(self) -> str:
        """What the answer says before its quotation, in plain words."""
        end = self.quote.at if self.quote else self.section.end
        return plain(self.page.masked[self.section.text_at : end].rstrip("> \n"))


@dataclass(frozen=True)
class Slogan:
    """One slogan."""

    page: Page
    """Where it is written."""
    section: Section
    """Its heading and source."""
    lines: tuple[str, ...]
    """Its lines as a poster may break them."""
    verbatim: bool
    """Whether it is the dispatch's own wording."""

    @property
    def words(self) -> str:
        """The slogan on one line."""
        return " ".join(self.lines)


@dataclass(frozen=True)
class Script:
    """One text to be read aloud."""

    page: Page
    """Where it is written."""
    section: Section
    """Its heading."""
    spoken: str
    """What is read aloud, as Markdown; empty when its box is missing."""
    at: int
    """Offset of what is read aloud."""


@dataclass(frozen=True)
class Option:
    """One answer of a quiz question."""

    words: str
    """As Markdown."""
    right: bool
    """Whether it is the right one."""
    at: int
    """Offset in the page."""
    end: int
    """Offset after it."""


def questions(page: Page) -> Iterator[Question]:
    """Yield the questions of a page: its headings of level 2."""
    for section in page.sections:
        if page.metadata.kind == "qa" and section.level == 2:
            readers = _READERS.search(section.attributes)
            quote = next((q for q in page.quotes if q.block and section.at <= q.at < section.end), None)
            yield Question(
                page,
                section,
                tuple(readers[1].split()) if readers else (),
                "answered=false" not in section.attributes,
                quote,
            )


def slogans(page: Page) -> Iterator[Slogan]:
    """Yield the slogans of a page: its headings of level 3."""
    for section in page.sections:
        if page.metadata.kind == "slogans" and section.level == 3:
            lines = tuple(plain(line).strip() for line in section.title.split("|"))
            yield Slogan(page, section, lines, ".nguyen-van" in section.attributes)


def scripts(page: Page, kind: str = "script") -> Iterator[Script]:
    """Yield the texts a page offers for use: its headings of level 2, with the box under each.

    On a page of kind `script` that is what is read aloud (`!!! loi-doc`), on one of kind `kit` what is used as it is
    (`!!! su-dung`).
    """
    for section in page.sections:
        if page.metadata.kind == kind and section.level == 2:
            box = _BOX.search(page.masked, section.text_at, section.end)
            yield Script(page, section, box[1] if box else "", box.start(1) if box else section.at)


def offered(page: Page) -> Iterator[Script]:
    """Yield the texts of a page that people take away and use: what is read aloud, and what is used as it is."""
    texts = (*scripts(page), *scripts(page, "kit"))
    return (text for text in texts if text.spoken and text.section.id)


def options(page: Page, section: Section) -> tuple[Option, ...]:
    """Return the options of a quiz question, none where the section is no quiz question."""
    return tuple(
        Option(found["words"], found["mark"].lower() == "x", found.start(), found.end())
        for found in OPTION.finditer(page.masked, section.text_at, section.end)
    )
