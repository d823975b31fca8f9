"""A text that went out as a Word file comes back: what nobody touched stays as it was written, citations included."""

import re
import textwrap
from collections.abc import Sequence
from difflib import SequenceMatcher

from ..content.model import Page
from ..content.parts import Link, Script
from ..documents.registry import Registry
from ..paper.word import writer
from ..richtext.blocks import Block, inline, markdown
from ..richtext.from_word import read
from ..screen.interface import say
from ..screen.labels import short_citation
from ..text import normalise, plain

_CHUNK = re.compile(r"\n(?:[ \t>]*\n)+|\n(?=[ ]*(?:[-*+]|\d+\.)[ ])")
"""Between two paragraphs, items or paragraphs of a quotation."""


def returned(page: Page, text: Script, blocks: Sequence[Block], registry: Registry) -> tuple[str, list[str]]:
    """Return the page with what the Word file says in the place of a text, and the citations that are lost by it.

    Paragraphs whose words are the same keep their Markdown; in changed ones a citation is put back where its words
    still stand.
    """
    end = text.at + len(text.spoken)
    box = page.text[text.at : end]
    links = [link for link in text.section.citations if text.at <= link.at < end]
    said = {link.at: _words(link, registry) for link in links}
    sent = writer.document(text, "", (), _notices(), lambda cited: short_citation(registry, cited, "vi"))
    before, after = _own(read(sent).blocks), _own(blocks)
    chunks = [chunk for chunk in _CHUNK.split(textwrap.dedent(box).strip("\n")) if chunk.strip()]
    known = len(chunks) == len(before)
    old, new = [normalise(one.words) for one in before], [normalise(one.words) for one in after]
    if old == new:
        return _retitled(page.text, text, blocks), []
    pieces: list[tuple[str, str]] = []
    for kind, i, k, j, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal" and known:
            pieces += [(before[at].kind, chunks[at]) for at in range(i, k)]
        else:
            own = [link for link in links if not known or page.text[link.at : link.end] in "\n".join(chunks[i:k])]
            pieces += [(block.kind, _cited(block, own, said, page)) for block in after[j:m]]
    written = _joined(pieces)
    gone = [said[link.at] for link in links if page.text[link.at : link.end] not in written]
    words = textwrap.indent(written, "    ", lambda line: bool(line.strip()))
    first, last = box[: len(box) - len(box.lstrip("\n"))], box[len(box.rstrip()) :]
    return _retitled(f"{page.text[: text.at]}{first}{words}{last}{page.text[end:]}", text, blocks), gone


def _cited(block: Block, links: Sequence[Link], said: dict[int, str], page: Page) -> str:
    """Return a changed block as Markdown with the citations whose words it still has."""
    words = markdown([block], bold_headings=True)
    for link in links:
        if said[link.at] in words and f"]({link.target})" not in words:
            words = words.replace(said[link.at], page.text[link.at : link.end], 1)
    return words


def _joined(pieces: Sequence[tuple[str, str]]) -> str:
    written = ""
    for number, (kind, words) in enumerate(pieces):
        alike = number and kind == pieces[number - 1][0]
        between = {"item": "\n", "quote": "\n>\n"}.get(kind, "\n\n") if alike else "\n\n"
        written += (between if number else "") + words.rstrip()
    return written


def _own(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks between the title and the sources, the notice that it is a draft left out."""
    sources, draft = say("vi", "word_sources"), normalise(say("vi", "draft"))
    found = list(blocks)
    end = next((at for at, one in enumerate(found) if one.kind == "heading" and one.words == sources), len(found))
    found = found[:end]
    if found and found[0].kind == "heading" and found[0].level == 1:
        found = found[1:]
    return [block for block in found if normalise(block.words) != draft]


def _retitled(page_text: str, text: Script, blocks: Sequence[Block]) -> str:
    """Return the page with the heading of the text as the Word file has it, where somebody changed it."""
    first = blocks[0]
    if first.kind != "heading" or first.level != 1 or normalise(first.words) == normalise(plain(text.section.title)):
        return page_text
    at = text.section.at
    line = page_text[at : text.section.text_at].replace(text.section.title, inline(first.runs).replace("*", ""), 1)
    return page_text[:at] + line + page_text[text.section.text_at :]


def _words(link: Link, registry: Registry) -> str:
    return plain(link.words).strip() or short_citation(registry, link.cited or "", "vi")


def _notices() -> writer.Notices:
    return writer.Notices("", "", say("vi", "word_sources"), say("vi", "word_page"))
