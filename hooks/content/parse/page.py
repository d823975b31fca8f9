"""From the text of a file to a `Page`: read once, with the offset of every claim."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from ...documents import frontmatter
from ...findings.finding import Finding
from ..icons import ICON
from ..model import Link, Page, Section
from . import items
from . import metadata as front_matter
from .markup import BLANK, Block, blocks, inserts, links, mask
from .quotations import quotations

_HEADING = re.compile(r"(#(?<=^#)#{0,5})[ \t]+(.*?)[ \t]*(\{:?[^{}\n]*\})?[ \t]*$", re.MULTILINE)
_READERS = re.compile(r'readers="([^"]*)"')
_UNDERLINED = re.compile(r"^(?![#>|\-* \x00])([^\n]+)\n(=+|-{3,})[ \t]*$", re.MULTILINE)
_ID = re.compile(r"\{:?[^{}\n]*?#([\w.:-]+)[^{}\n]*\}|id=\"(?<=\sid=\")([^\"]+)\"")
_ASIDE = re.compile(r"\{:?[ ]*[#.\w][^{}\n]*\}|</?[A-Za-z][^<>]*>")


def read(
    path: str, key: str, language: str, text: str, full_texts: Set[str] = frozenset()
) -> tuple[Page, tuple[Finding, ...]]:
    """Return the page and what is wrong with its front matter.

    A document held in full, or the translation of one in `full_texts` (keys), has links but no sections or quotes
    here: its text is read as provisions.
    """
    front, findings = frontmatter.read(path, text)
    metadata, wrong = front_matter.read(front, original=language == "vi") if front.values else (None, ())
    page = Page(path, key, language, text, front=front)
    if metadata:
        page = replace(page, metadata=metadata)
    masked = mask(text, front.body_at)
    record = front.values.get("document")
    if key in full_texts or (isinstance(record, dict) and record.get("text") == "full"):
        cited = tuple(sorted(links(masked), key=lambda link: link.at))
        return replace(page, masked=masked, links=cited, full_text=True), (*findings, *wrong)
    found_blocks = tuple(blocks(masked, front.body_at))
    masked = _without_code(masked, found_blocks)
    found_links = tuple(sorted(links(masked), key=lambda link: link.at))
    prose = words_only(masked, found_links)
    citations = [link for link in found_links if link.cited is not None]
    page = replace(
        page,
        masked=masked,
        prose=prose,
        links=found_links,
        quotes=tuple(sorted(quotations(masked, prose, found_blocks, citations), key=lambda quote: quote.at)),
        sections=tuple(_sections(masked, front.body_at, citations, found_blocks)),
        inserts=tuple(inserts(text, front.body_at)),
        anchors=tuple((found[1] or found[2], found.start() - bool(found[2])) for found in _ID.finditer(masked)),
    )
    page = replace(
        page,
        questions=tuple(items.questions(page)),
        slogans=tuple(items.slogans(page)),
        scripts=tuple(items.scripts(page)),
        quizzes=tuple(items.quizzes(page)),
    )
    return page, (*findings, *wrong)


def _without_code(masked: str, found_blocks: Sequence[Block]) -> str:
    pieces, at = [], 0
    for block in found_blocks:
        if block.kind == "code":
            pieces += [masked[at : block.at], re.sub(r"[^\n]", BLANK, masked[block.at : block.end])]
            at = block.end
    return "".join([*pieces, masked[at:]])


def words_only(masked: str, found_links: Sequence[Link]) -> str:
    """Return `masked` with link addresses, attribute lists and tags blanked: what is left is read by people."""
    pieces, at = [], 0
    for link in found_links:
        after_words = link.at + len(link.words) + (2 if link.image else 1)
        if after_words < at:
            continue
        opening = 2 if link.image else 1
        pieces += [masked[at : link.at], BLANK * opening, masked[link.at + opening : after_words]]
        pieces.append(BLANK * (link.end - after_words))
        at = link.end
    pieces.append(masked[at:])
    return _ASIDE.sub(lambda found: BLANK * len(found[0]), "".join(pieces))


def _sections(masked: str, body_at: int, citations: Sequence[Link], found_blocks: Sequence[Block]) -> Iterator[Section]:
    starts = [(found.start(), found.end(), *_heading(found)) for found in _HEADING.finditer(masked, body_at)]
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
