"""What a Word file would change in the pages: of a file of ours its text, of any other new questions, texts or a page.

Nothing is written here: whoever asked sees the changes first.
"""

import re
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..content.model import Page
from ..content.parts import Script
from ..conventions import language_folder, page_key
from ..documents.suggest import closest
from ..findings.wording import reason_in_both, say, say_both
from ..handbook import Handbook
from ..richtext.blocks import Block, inline, markdown
from ..richtext.from_word import WordError, WordFile, read
from ..text import plain
from .drafting import DraftError, inserted, next_id
from .word_return import returned

_QUESTIONS = {"qa": 2, "topic": 3}
_TEXTS = ("script", "kit", "form")
_BOX = re.compile(r"^!!! [^\n]*$", re.MULTILINE)
_PAGE = re.compile(r"[a-z0-9-]+(?:/[a-z0-9-]+)*\.md")


@dataclass(frozen=True)
class Draft:
    """One file as it is and as it would be."""

    path: str
    """From the project root."""
    before: str
    """Its text; nothing where there is no such file yet."""
    after: str
    """Its text with what the Word file says."""


def drafts(root: Path, handbook: Handbook, content: bytes, into: str = "") -> tuple[list[Draft], list[str]]:
    """Return what a .docx file would change, and what of it cannot be taken over, in both languages.

    A file that this site made goes back to its text. Any other needs a page to go `into`: one with questions or texts
    to read or use gets what the headings of the file begin, one that is not there yet gets the whole file.
    `DraftError` where the file cannot be read or has no place.
    """
    try:
        word = read(content)
    except WordError as error:
        raise DraftError(reason_in_both(error.reason)) from None
    notes = [say_both(saying, count=str(count)) for saying, count in sorted(word.lost.items())]
    own = next(_texts_called(handbook, word.text_id), None)
    if own and not into:
        page, text = own
        after, gone = returned(page, text, word.blocks, handbook.registry)
        return [Draft(page.path, page.text, after)], [*notes, *(say_both("word-cite-lost", words=one) for one in gone)]
    if not into:
        raise DraftError(say_both("word-where"))
    named = into.removeprefix(language_folder("vi")).removeprefix(language_folder("en")).removesuffix(".md")
    return list(_new(root, handbook, word, page_key(f"{named}.md"))), notes


def _texts_called(handbook: Handbook, text_id: str) -> Iterator[tuple[Page, Script]]:
    for page in handbook.pages["vi"].values() if text_id else ():
        yield from ((page, text) for text in page.offered if text.section.id == text_id)


def _new(root: Path, handbook: Handbook, word: WordFile, key: str) -> Iterator[Draft]:
    page = handbook.pages["vi"].get(key)
    if page is None:
        if not _PAGE.fullmatch(key) or (root / language_folder("vi") / key).exists():
            near = closest(key, handbook.pages["vi"])
            raise DraftError(f"{key}: {say_both('word-page-name', near=near or '–')}")
        yield Draft(f"{language_folder('vi')}{key}", "", _page(word.blocks, key))
    elif page.metadata.kind in _QUESTIONS and page.questions:
        yield from _with(root, handbook, page, _questions(word.blocks), page.questions[-1].section.id)
    elif page.metadata.kind in _TEXTS and page.scripts:
        yield from _with(root, handbook, page, _parts(word.blocks), page.scripts[-1].section.id)
    else:
        raise DraftError(f"{key}: {say_both('word-no-place')}")


def _with(
    root: Path, handbook: Handbook, page: Page, parts: Sequence[tuple[str, Sequence[Block]]], last: str
) -> Iterator[Draft]:
    """Yield a page with parts added after its last question or text, and its English twin with their headings."""
    if not parts:
        raise DraftError(f"{page.key}: {say_both('word-no-headings')}")
    own, ids = next_id(root, page, last), []
    stem, digits = own.rstrip("0123456789"), own[len(own.rstrip("0123456789")) :]
    ids = [f"{stem}{int(digits) + count:0{len(digits)}}" for count in range(len(parts))]
    added = [_part(page, title, blocks, one) for (title, blocks), one in zip(parts, ids, strict=True)]
    mark = "#" * _QUESTIONS.get(page.metadata.kind, 2)
    yield Draft(page.path, page.text, _after(page, last, "\n".join(added)))
    waiting_for = "a-question" if page.metadata.kind in _QUESTIONS else "a-text"
    english = handbook.pages["en"].get(page.key)
    if english and english.language == "en":
        waiting = [f"{mark} {say(waiting_for, 'en')} {{#{one}}}\n" for one in ids]
        yield Draft(english.path, english.text, _after(english, last, "\n".join(waiting)))


def _after(page: Page, last: str, words: str) -> str:
    section = next((one for one in page.sections if one.id == last), page.sections[-1])
    return inserted(page, page.under(section)[-1].end, words)


def _part(page: Page, title: str, blocks: Sequence[Block], own: str) -> str:
    level = _QUESTIONS.get(page.metadata.kind)
    if level:
        return f"{'#' * level} {title} {{#{own}}}\n\n{markdown(blocks, top=level + 1)}\n"
    box = _BOX.search(page.text)
    opened = box[0] if box else say("word-box", "vi")
    words = textwrap.indent(markdown(blocks, bold_headings=True), "    ", lambda line: bool(line.strip()))
    return f"## {title} {{#{own}}}\n\n{opened}\n\n{words}\n"


def _questions(blocks: Sequence[Block]) -> list[tuple[str, list[Block]]]:
    """Divide a file at its questions: its headings or, without any, what ends in a question mark and is bold."""
    if any(block.kind == "heading" for block in blocks):
        return [part for part in _parts(blocks) if part[0].endswith("?")]
    asked = [block.words.endswith("?") and block.kind == "paragraph" for block in blocks]
    bold = [
        one and all(run.bold for run in block.runs if run.words.strip())
        for one, block in zip(asked, blocks, strict=True)
    ]
    return _divided(blocks, bold if any(bold) else asked)


def _parts(blocks: Sequence[Block]) -> list[tuple[str, list[Block]]]:
    return _divided(blocks, [block.kind == "heading" for block in blocks])


def _divided(blocks: Sequence[Block], begins: Sequence[bool]) -> list[tuple[str, list[Block]]]:
    parts: list[tuple[str, list[Block]]] = []
    for block, begin in zip(blocks, begins, strict=True):
        if begin:
            parts.append((inline(block.runs).replace("*", ""), []))
        elif parts:
            parts[-1][1].append(block)
    return [(title, within) for title, within in parts if within]


def _page(blocks: Sequence[Block], key: str) -> str:
    """Return a whole page whose settings are still to be looked at."""
    head = next((block for block in blocks if block.kind == "heading"), None)
    title = plain(inline(head.runs)) if head else key.removesuffix(".md").rpartition("/")[2]
    body = markdown([block for block in blocks if block is not head])
    return say("word-page", "vi", title=title.replace('"', "'"), body=body)
