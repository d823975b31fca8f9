"""Edits that no check may blame anybody for."""

import random
import re

from hooks.content.model import Page
from hooks.content.parse.lexer import BLANK
from hooks.content.parts import Block

from .random_edits import Edit, edit_at, paragraphs


def _plain_words(page: Page) -> list[tuple[int, int]]:
    """Return words that are claims of nothing: outside quotations, links, headings and code."""
    claimed = [(quote.at, quote.end) for quote in page.quotes] + [(link.at, link.end) for link in page.links]
    found = []
    for block in paragraphs(page):
        for word in re.finditer(r"(?<![\w\x00*“\"])[a-zà-ỹđ]{2,}(?![\w\x00*”\"])", page.prose[block.at : block.end]):
            start, end = block.at + word.start(), block.at + word.end()
            if BLANK not in page.prose[start:end] and not any(a <= start < b for a, b in claimed):
                found.append((start, end))
    return found


def other_word(page: Page, chance: random.Random) -> Edit | None:
    words = _plain_words(page)
    if not words:
        return None
    start, end = chance.choice(words)
    return edit_at(page, start, end, "khác")


def other_line_break(page: Page, chance: random.Random) -> Edit | None:
    spaces = [
        block.at + space.start()
        for block in paragraphs(page, frozenset({"paragraph"}))
        for space in re.finditer(r"(?<=[^\s\x00>]) (?=[^\W\d_])", page.masked[block.at : block.end])
        if not any(link.at < block.at + space.start() < link.end for link in page.links)
    ]
    breaks = [
        block.at + found.start()
        for block in paragraphs(page, frozenset({"paragraph"}))
        for found in re.finditer(r"\n(?=[^\W\d_])", page.masked[block.at : block.end])
        if block.indent == 0
    ]
    if not spaces and not breaks:
        return None
    at = chance.choice(spaces + breaks)
    block = next(b for b in paragraphs(page) if b.at <= at < b.end)
    return edit_at(page, at, at + 1, " " if page.text[at] == "\n" else "\n" + " " * block.indent)


def other_heading(page: Page, chance: random.Random) -> Edit | None:
    named = [section for section in page.sections if section.id and not re.search(r"[?!\d]|\|", section.title)]
    if not named:
        return None
    section = chance.choice(named)
    at = page.text.index(section.title, section.at)
    return edit_at(page, at, at + len(section.title), "Một tên khác của phần này")


def _neighbours(page: Page, one: Block, other: Block) -> bool:
    between = page.text[one.end : other.at].strip() == ""
    claims = any(one.at <= at < other.end for at in [t.at for t in page.links] + [q.at for q in page.quotes])
    alike = one.indent == other.indent  # one of a box does not change places with one below it
    return between and alike and not claims and page.section_at(one.at) == page.section_at(other.at)


def moved_paragraph(page: Page, chance: random.Random) -> Edit | None:
    """Let two neighbouring paragraphs without claims change places."""
    found = paragraphs(page, frozenset({"paragraph"}))
    pairs = [
        (found[index], found[index + 1])
        for index in range(len(found) - 1)
        if _neighbours(page, found[index], found[index + 1])
    ]
    if not pairs:
        return None
    one, other = chance.choice(pairs)
    text = page.text
    swapped = text[other.at : other.end] + text[one.end : other.at] + text[one.at : one.end]
    return edit_at(page, one.at, other.end, swapped)


def more_space(page: Page, chance: random.Random) -> Edit | None:
    blank = [m.start() for m in re.finditer(r"\n\n(?=[^\s])", page.masked[page.front.body_at :])]
    if not blank:
        return None
    at = page.front.body_at + chance.choice(blank)
    return edit_at(page, at, at, "\n")


HARMLESS = (other_word, other_line_break, other_heading, moved_paragraph, more_space)
