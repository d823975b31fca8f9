"""Where a page claims somebody's own words: block quotes, and quotation marks with a citation in the same sentence."""

import re
from collections.abc import Iterator, Sequence

from ..model import Link, Quote
from .markup import BLANK, Block

_SENTENCE_END = re.compile(r"[.!?](?=\s+[^\W\d_a-zà-ỹđ]|\s+“)|[.!?][”\"](?=\s+[^\W\d_a-zà-ỹđ])")
_OWN_WORDS = re.compile(r"[*_]*\{:?[^{}\n]*\.tu-ngu\b")
_BETWEEN_CITATIONS = re.compile(r"[\s,;()\[\]\x00]*(?:(?:và|and)[\s\x00]+)?[\s(\[\x00]*\Z")
_NO_WORDS = re.compile(r"[\W_]*\Z")
_QUOTED_LINE = re.compile(r"^[ ]*>[ ]*$", re.MULTILINE)
_PROSE = frozenset({"paragraph", "item", "row", "heading"})


def quotations(masked: str, prose: str, blocks: Sequence[Block], citations: Sequence[Link]) -> Iterator[Quote]:
    """Yield every claim of wording, and every quotation that lacks its citation.

    `prose` is `masked` without link addresses, attributes and tags; `citations` are in order.
    """
    for index, block in enumerate(blocks):
        if block.kind == "quote":
            following = blocks[index + 1] if index + 1 < len(blocks) else None
            yield _block_quote(masked, prose, block, following, citations)
        elif block.kind in _PROSE and re.search('["“”]', prose[block.at : block.end]):
            yield from _inline(masked, prose, block, citations)


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


def _inline(masked: str, prose: str, block: Block, citations: Sequence[Link]) -> Iterator[Quote]:
    spans = list(_spans(prose, block))
    inside = [link for link in citations if block.at <= link.at < block.end]
    covers = [*spans, *((link.at, link.end) for link in inside)]
    ends = (
        []
        if block.kind == "row"
        else [
            found.end()
            for found in _SENTENCE_END.finditer(prose, block.at, block.end)
            if not any(start < found.start() < end - 1 for start, end in covers)
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


def _spans(prose: str, block: Block) -> Iterator[tuple[int, int]]:
    """Yield start and end of each outermost quotation in a block, marks included."""
    opened: list[tuple[str, int]] = []
    for found in re.finditer('[“”"]', prose[block.at : block.end]):
        mark, at = found[0], block.at + found.start()
        if mark == "“" or (mark == '"' and not (opened and opened[-1][0] == '"')):
            opened.append((mark, at))
        elif opened:
            _, start = opened.pop()
            if not opened:
                yield start, at + 1
