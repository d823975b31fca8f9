"""From the text of a file to a `Page`: read once, with the offset of every claim."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from itertools import pairwise

from ...documents import front_matter
from ...findings.finding import Finding
from ..icons import ICON
from ..model import Page
from ..parts import Block, Link, Section
from ..rates import cited
from . import items, metadata, misread
from .lexer import BLANK, blanked, lex
from .markup import attributes, blocks, definitions, links, odd_rows, title_of
from .quotations import quotations

_HEADING = re.compile(r"(#(?<=^#)#{0,5})[ \t]+(.*?)[ \t]*(\{:?[^{}\n]*\})?[ \t]*$", re.MULTILINE)
_READERS = re.compile(r"readers=[\"“”„]([^\"“”„]*)[\"“”„]")
_UNDERLINED = re.compile(r"^(?![#>|\-* \x00])([^\n]+)\n(=+|-{3,})[ \t]*$", re.MULTILINE)
_EMPHASIS = re.compile(r"_(?:(?<![^\W_]_)_*|_*(?![^\W_]))")
"""What is left within words is a character; a star needs no such care, it is no part of a word or number."""
_ID = re.compile(r"\{:?[^{}\n]*?#([\w.:-]+)")


def read(
    path: str,
    key: str,
    language: str,
    text: str,
    full_texts: Set[str] = frozenset(),
    rates: Mapping[str, str] | None = None,
) -> tuple[Page, tuple[Finding, ...]]:
    """Return the page and what is wrong with its front matter.

    A document held in full (on the page of its record or on one of kind `text`), or the translation of one in
    `full_texts` (keys), has links but no sections or quotes here: its text is read as provisions. `rates` has, by name,
    the entry of each rate in force.
    """
    front, findings = front_matter.read(path, text)
    shared, wrong = metadata.read(front, original=language == "vi") if front.values else (None, ())
    page = Page(path, key, language, text, front=front)
    if shared:
        page = replace(page, metadata=shared)
    lexed = lex(text, front.body_at)
    page = replace(page, masked=lexed.masked, pieces=lexed.pieces, foreign=lexed.foreign)
    masked = page.masked
    marked = list(_HEADING.finditer(masked, front.body_at))
    page = replace(page, headings=tuple((found.start(), text[found.start(2) : found.end(2)]) for found in marked))
    found_links = tuple(sorted((cited(link, rates or {}) for link in links(masked)), key=lambda link: link.at))
    record = front.values.get("document")
    held = page.metadata.kind == "text" or (isinstance(record, dict) and record.get("text") == "full")
    if held or key in full_texts:
        return replace(page, links=found_links, full_text=True), (*findings, *wrong)
    found_blocks = tuple(blocks(masked, front.body_at))
    lists = tuple(attributes(masked, front.body_at))
    unread = tuple(misread.unread_attributes(masked, front.body_at, lists))
    boxes = tuple(block.at + block.indent for block in found_blocks if block.kind == "box")
    lost_boxes = tuple(misread.lost_boxes(masked, front.body_at, boxes))
    aside = [*lists, *unread, *lost_boxes, *_around_titles(masked, found_blocks)]
    prose = words_only(masked, found_links, aside)
    citations = [link for link in found_links if link.cited is not None]
    quotes, alone = quotations(masked, prose, found_blocks, citations)
    lost_headings = tuple(misread.lost_headings(masked, front.body_at, page.metadata.kind))
    of_headings = {masked.count("\n", 0, at) for _, at in lost_headings}  # said with the line, not once more
    runs = list(misread.runs_of_lines(masked, front.body_at))
    foreign = [
        *lexed.foreign,
        *(("reference", at) for at in definitions(masked)),
        *(("row", at) for at in odd_rows(masked, front.body_at)),
        *(("rows", at) for at in misread.rows_without_rule(runs)),
        *(("list", at) for at in misread.joined_lists(runs)),
        *(("list-mark", at) for at in misread.marked_otherwise(runs)),
        *(("list-below", at) for at in misread.swallowed_lines(runs)),
        *(("attributes", at) for at, _ in unread if not of_headings or masked.count("\n", 0, at) not in of_headings),
        *(("link", at) for at in misread.unread_links(masked, found_links)),
        *(
            ("indented", block.at + block.indent)
            for before, block in pairwise((None, *found_blocks))
            if block and block.deep and not (before and (before.deep or _holds(before, lost_boxes)))
        ),
        *(("box", at) for at, _ in lost_boxes),
        *(("strong", at) for at in misread.unpaired_strong(masked, found_blocks)),
        *(("quotation", at) for at in alone),
    ]
    page = replace(
        page,
        prose=prose,
        links=found_links,
        quotes=quotes,
        foreign=tuple(sorted(foreign, key=lambda one: one[1])),
        bare_urls=tuple(misread.bare_urls(prose, front.body_at, found_links)),
        attribute_lists=lists,
        lost_headings=lost_headings,
        boxes=boxes,
        sections=tuple(_sections(masked, front.body_at, marked, citations, found_blocks)),
        blocks=found_blocks,
        inserts=tuple((piece.words, piece.at) for piece in lexed.pieces if piece.kind == "insert"),
        anchors=tuple((found[1], at) for at, end in (*lists, *unread) if (found := _ID.match(masked, at, end))),
    )
    page = replace(
        page,
        questions=tuple(items.questions(page)),
        slogans=tuple(items.slogans(page)),
        scripts=tuple(items.scripts(page)),
        quizzes=tuple(items.quizzes(page)),
    )
    return page, (*findings, *wrong)


def _holds(block: Block, spans: Iterable[tuple[int, int]]) -> bool:
    return any(block.at <= at < block.end for at, _ in spans)


def _around_titles(masked: str, found_blocks: Iterable[Block]) -> Iterator[tuple[int, int]]:
    """Yield what is around the title of each box, and the whole line of one that has none."""
    for block in found_blocks:
        if block.kind == "box":
            title = title_of(masked, block) or (block.end, block.end)
            yield block.at, title[0]
            yield title[1], block.end


def words_only(masked: str, found_links: Sequence[Link], others: Iterable[tuple[int, int]] = ()) -> str:
    """Return `masked` with link addresses and `others` (start and end) blanked: what is left is read by people."""
    aside = [*others]
    for link in found_links:
        opening = 2 if link.image else 1
        after_words = link.at + opening + len(link.words)
        aside += [(link.at, link.at + opening), (after_words, link.end)]
    pieces, at = [], 0
    for start, end in sorted(aside):
        if end > at:
            pieces += [masked[at : max(start, at)], blanked(masked[max(start, at) : end])]
            at = end
    prose = "".join([*pieces, masked[at:]])
    return _EMPHASIS.sub(lambda found: BLANK * len(found[0]), prose) if "_" in prose else prose


def _sections(
    masked: str,
    body_at: int,
    marked: Iterable[re.Match[str]],
    citations: Sequence[Link],
    found_blocks: Sequence[Block],
) -> Iterator[Section]:
    starts = [(found.start(), found.end(), *_heading(found)) for found in marked]
    if "\n=" in masked or "\n---" in masked:
        starts += [
            (found.start(), found.end(), 1 if found[2][0] == "=" else 2, found[1], "", "")
            for found in _UNDERLINED.finditer(masked, body_at)
        ]
    starts.sort()
    if not starts or masked[body_at : starts[0][0]].strip(BLANK + "\n "):
        starts.insert(0, (body_at, body_at, 0, "", "", ""))
    ends = [*(start[0] for start in starts[1:]), len(masked)]
    first = [start[0] for start in starts]
    cited: list[list[Link]] = [[] for _ in starts]
    for link in citations:
        cited[max(bisect_right(first, link.at) - 1, 0)].append(link)
    rows = [0] * len(starts)
    for block in found_blocks:
        if block.kind == "row":
            rows[max(bisect_right(first, block.at) - 1, 0)] += 1
    for (at, text_at, level, title, anchor, given), end, inside, count in zip(starts, ends, cited, rows, strict=True):
        readers, icon = _READERS.search(given), ICON.search(given)
        yield Section(
            level,
            anchor,
            title,
            at,
            text_at,
            end,
            tuple(inside),
            count,
            readers=tuple(readers[1].split()) if readers else (),
            answered="answered=false" not in given,
            verbatim=".nguyen-van" in given,
            icon=icon[1] if icon else None,
        )


def _heading(found: re.Match[str]) -> tuple[int, str, str, str]:
    named = _ID.search(found[3] or "")
    return len(found[1]), found[2].rstrip("# "), (named[1] or "") if named else "", found[3] or ""
