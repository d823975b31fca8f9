"""The answer of a question as plain words, for whoever shows it apart from its page."""

import re
from collections.abc import Mapping

from ..content.model import Page
from ..content.parse.lexer import BLANK
from ..content.parts import Section
from ..content.ward import SCHEME
from ..documents.registry import Registry
from ..documents.unknown_citations import Unknown
from ..handbook import Handbook
from ..text import plain
from ..unchanged import Unchanged
from .labels import official_citation
from .ward_fields import filled_in

_WITHOUT_WORDS = re.compile(rf"\[\s*\]\((cite:|{SCHEME})([^()\s]+)\)")
_LEADS_ON = re.compile(r"(?:Đọc tiếp|Read (?:next|on))\b")
_ITEM = re.compile(r"^\s*(?:[-*+]|\d+\.)\s+", re.MULTILINE)
_QUOTED = re.compile(r"^ {0,3}> ?", re.MULTILINE)


def answers(page: Page, handbook: Handbook, unchanged: Unchanged) -> Mapping[int, tuple[str, ...]]:
    """Return the offset of each question of a page → the paragraphs of its answer.

    Citations have their words, and what leads on to other pages is left out. Those of the pages of `unchanged` are not
    made again.
    """

    def make() -> Mapping[int, tuple[str, ...]]:
        return {question.section.at: _answer(page, question.section, handbook) for question in page.questions}

    return unchanged.get(("answers", page.path), (handbook.basis, page), make)


def _answer(page: Page, section: Section, handbook: Handbook) -> tuple[str, ...]:
    ward = filled_in(handbook.ward, page.language)

    def said(link: re.Match[str]) -> str:
        if link[1] == SCHEME:
            return ward[link[2]].words if link[2] in ward else ""
        return cited_words(handbook.registry, link[2], page.language)

    text = page.masked[section.text_at : section.end].replace(BLANK, " ")
    found = []
    for part in re.split(r"\n\s*\n", _WITHOUT_WORDS.sub(said, text)):
        bare = _ITEM.sub("", _QUOTED.sub("", part))
        if bare.lstrip().startswith("|"):
            bare = "; ".join(filter(None, map(_row, bare.splitlines())))
        words = " ".join(plain(bare).split())
        if words and not _LEADS_ON.match(words):
            found.append(words)
    return tuple(found)


def cited_words(registry: Registry, cited: str, language: str) -> str:
    """Return the short words of a citation; nothing where it leads nowhere."""
    if isinstance(registry.resolve(cited), Unknown):
        return ""
    return official_citation(registry, cited, language, first=False)


def _row(line: str) -> str:
    """Return the cells of a row of a table as words; the line between head and body has none."""
    cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
    return ", ".join(filter(None, cells)) if "".join(cells).strip("-: ") else ""
