"""Where a page claims somebody's own words: block quotes, and quotation marks with a citation in the same sentence."""

import re
from collections.abc import Iterator, Sequence

from ..parts import Block, Link, Quote
from . import sentences
from .lexer import BLANK

_OWN_WORDS = re.compile(r"[*_]+ ?\{:?[^{}\n]*\.tu-ngu\b")
_BETWEEN_CITATIONS = re.compile(r"[\s,;()\[\]\x00]*(?:(?:và|and)[\s\x00]+)?[\s(\[\x00]*\Z")
_NO_WORDS = re.compile(r"[\W_]*\Z")
_QUOTED_LINE = re.compile(r"^[ ]*>[ ]*$", re.MULTILINE)
_MARKS = re.compile('["“”„‟«»＂]')
_CLOSED_BY = {"“": "”", "„": "“”‟", "‟": "”", "«": "»", '"': '"', "＂": "＂"}
"""Mark that opens a quotation → those that close it."""


def quotations(
    masked: str, prose: str, blocks: Sequence[Block], citations: Sequence[Link]
) -> tuple[tuple[Quote, ...], tuple[int, ...]]:
    """Return every claim of wording or quotation without citation, and the offsets of marks that have no partner.

    `prose` is `masked` without link addresses and attributes; `citations` are in order.
    """
    quotes: list[Quote] = []
    alone: list[int] = []
    for index, block in enumerate(blocks):
        at = block.at
        if block.kind == "quote":
            following = blocks[index + 1] if index + 1 < len(blocks) else None
            quotes.append(_block_quote(masked, prose, block, following, citations))
            at = quotes[-1].end
        if _MARKS.search(prose, at, block.end):
            spans, left = _spans(prose, at, block.end)
            alone += left
            quotes += _inline(masked, prose, block, spans, citations)
    return tuple(sorted(quotes, key=lambda quote: quote.at)), tuple(alone)


def _block_quote(masked: str, prose: str, block: Block, following: Block | None, citations: Sequence[Link]) -> Quote:
    inside = [link for link in citations if block.at <= link.at < block.end]
    end = block.end
    trailing: list[Link] = []
    paragraph_breaks = [found.end() for found in _QUOTED_LINE.finditer(masked, block.at, block.end)]
    last_paragraph = paragraph_breaks[-1] if paragraph_breaks else block.at
    opens_with_dash = re.match(r"[\s>]*[—–(-]", masked[last_paragraph : block.end])
    if paragraph_breaks and opens_with_dash and any(link.at >= last_paragraph for link in inside):
        trailing, end = [link for link in inside if link.at >= last_paragraph], last_paragraph
    else:
        for link in reversed(inside):
            if not _NO_WORDS.match(prose[link.end : end].replace(BLANK, "")):
                break
            trailing.insert(0, link)
            end = link.at
    if not trailing and following and _only_citations(prose, following, citations):
        trailing = [link for link in citations if following.at <= link.at < following.end]
    start = block.at + re.match(r"[\s>]*", masked[block.at : end]).end()  # type: ignore[union-attr]
    words = masked[start:end]
    stop = start + len(words.rstrip(" >\n—–("))
    return Quote(start, stop, tuple(trailing), block=True)


def _only_citations(prose: str, block: Block, citations: Sequence[Link]) -> bool:
    inside = [link for link in citations if block.at <= link.at < block.end]
    left, at = "", block.at
    for link in inside:
        left += prose[at : link.at]
        at = link.end
    return bool(inside) and bool(_NO_WORDS.match((left + prose[at : block.end]).replace(BLANK, "")))


def _inline(
    masked: str, prose: str, block: Block, spans: Sequence[tuple[int, int]], citations: Sequence[Link]
) -> Iterator[Quote]:
    inside = [link for link in citations if block.at <= link.at < block.end]
    covers = [*spans, *((link.at, link.end) for link in inside)]
    ends = (
        []
        if block.kind == "row"
        else [
            after
            for mark, after in sentences.ends(prose, block.at, block.end)
            if not any(start < mark < end - 1 for start, end in covers)
        ]
    )
    for start, end in spans:
        if _OWN_WORDS.match(masked, end):
            continue
        sentence_at = max((e for e in ends if e <= start), default=block.at)
        sentence_end = min((e for e in ends if e >= end), default=block.end)
        sentence = [link for link in inside if sentence_at <= link.at < sentence_end]
        yield Quote(start + 1, end - 1, _citations_of(prose, start, end, sentence), block=False)


def _citations_of(prose: str, start: int, end: int, sentence: Sequence[Link]) -> tuple[Link, ...]:
    around = tuple(link for link in sentence if link.at <= start and end <= link.end)
    if around:
        return around
    run: list[Link] = []
    for link in (link for link in sentence if link.at >= end):
        if run and not _BETWEEN_CITATIONS.match(prose[run[-1].end : link.at]):
            break
        run.append(link)
    return tuple(run) or tuple(link for link in sentence if link.end <= start)[-1:]


def _spans(prose: str, at: int, end: int) -> tuple[list[tuple[int, int]], list[int]]:
    """Return start and end of each outermost quotation, marks included, and the marks that have no partner."""
    opened: list[str] = []
    places: list[int] = []
    pairs: list[tuple[int, int]] = []
    alone: list[int] = []
    for found in _MARKS.finditer(prose, at, end):
        mark = found[0]
        closes = opened and mark in _CLOSED_BY.get(opened[-1], "")
        if closes:
            opened.pop()
            pairs.append((places.pop(), found.end()))
        elif mark in _CLOSED_BY:
            opened.append(mark)
            places.append(found.start())
        else:
            alone.append(found.start())
    pairs.sort()
    outermost: list[tuple[int, int]] = []
    for pair in pairs:
        if not outermost or pair[0] >= outermost[-1][1]:
            outermost.append(pair)
    return outermost, [*alone, *places]
