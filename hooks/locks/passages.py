"""The sections of a page and of its translation side by side: the words that the one is made from."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from ..content.model import Page
from ..documents.document import Document
from ..findings.finding import Place
from ..text import fingerprint, plain

_LINE_END = re.compile(r" \| ")
"""Where a poster may begin a new line (and where a cell of a table ends): no word."""
_QUOTED = re.compile(r"^[ ]*(?:>[ ]?)+", re.MULTILINE)


@dataclass(frozen=True)
class Passage:
    """The words of one section in one language."""

    source: str
    """What it stands in: its page, not copied."""
    at: int
    """Where in that it begins."""
    end: int
    """Where it ends."""
    place: Place
    """Its heading."""
    first: int
    """First line of what belongs to it; the opening's is the front matter's."""
    last: int
    """Last line of it."""

    @property
    def words(self) -> str:
        """Its words, without marks of Markdown; lines as written."""
        markdown = self.source[self.at : self.end]
        return _LINE_END.sub(" ", plain(_QUOTED.sub("", markdown) if ">" in markdown else markdown)).strip()

    @cached_property
    def mark(self) -> str:
        """The fingerprint of its normalised words."""
        return fingerprint(self.words)


@dataclass(frozen=True)
class Part:
    """One English section beside its original."""

    name: str
    """`docs/en/page.md#section-id`."""
    original: Passage
    """The Vietnamese."""
    translation: Passage
    """The English."""

    @property
    def section(self) -> str:
        """Its id, which both languages share; nothing for the opening."""
        return self.name.partition("#")[2]

    def holds(self, place: Place) -> bool:
        """Return whether a place stands in it, in either language."""
        return any(
            place.path == one.place.path and one.first <= place.line <= one.last
            for one in (self.original, self.translation)
        )


def parts(
    originals: Mapping[str, Page], translations: Mapping[str, Page], documents: Iterable[Document]
) -> Iterator[Part]:
    """Yield the sections of every page whose two languages have the same ones, in order."""
    by_page = {key: document for document in documents for key in (document.record.page, document.page_of_text)}
    for key, translation in sorted(translations.items()):
        original = originals.get(key)
        if original is None or not original.front.values or not translation.front.values:
            continue
        here, there = passages(original, by_page.get(key)), passages(translation, by_page.get(key))
        if list(here) == list(there):
            for section, passage in there.items():
                yield Part(f"{translation.path}#{section}", here[section], passage)


def passages(page: Page, document: Document | None) -> Mapping[str, Passage]:
    """Return section id → its words, in order; the opening, under no id, comes first."""
    text = document.texts.get(page.language) if document and page.full_text else None
    own_words = {one.anchor: text.own_words[one.id] for one in text.provisions.values()} if text else None
    starts = [page.place(section.at).line for section in page.sections]
    ends = [start - 1 for start in starts[1:]] + [page.text.count("\n") + 1]
    opening = [_front_words(page, document), text.kept_words if text else ""]
    title = page.place(page.front.body_at).line if text or not starts else starts[0]
    last = title
    found: dict[str, Passage] = {}
    for section, start, end in zip(page.sections, starts, ends, strict=bool(starts)):
        held = (page.text, section.at, section.end)
        if own_words is not None:
            written = own_words.get(section.id, "")
            held = (written, 0, len(written))
        if section.level > 1 and section.id:
            found.setdefault(section.id, Passage(*held, Place(page.path, start), start, max(start, end)))
        elif section.level < 2:
            opening.append(held[0][held[1] : held[2]])
            last = max(last, end)
    first = "\n\n".join(filter(None, opening))
    return {"": Passage(first, 0, len(first), Place(page.path, title), 1, last), **found}


def _front_words(page: Page, document: Document | None) -> str:
    """Return what the front matter says in words: all of it has to be translated."""
    said = [page.metadata.title, page.metadata.description]
    recorded = document if document and document.record.page == page.key else None
    words = recorded.record.words.get(page.language) if recorded else None
    if words:
        said += [words.name or "", words.issuer or "", words.subject or "", words.reported or ""]
        said += [repair.note for repair in words.repairs]
    return "\n\n".join(filter(None, said))
