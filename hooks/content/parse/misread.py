"""Lines that Markdown reads otherwise than they are meant: lists, tables, headings, links and braces that are none."""

import re
from collections.abc import Iterable, Iterator, Mapping

from ..parts import Block, Link

Run = list[tuple[int, str]]
"""The lines between two empty ones, each with its offset."""
ATTRIBUTES = re.compile(r"\{:?[ ]*(?:[#.][\w-]|[\w-]+[ ]*=)[^{}\n]*\}|\{:[^{}\n]*\}")
"""What is meant as an attribute list, whether or not it can be read as one."""
LINK_TARGET = re.compile(r"\]\(([^\n()]*(?:\([^\n()]*\)[^\n()]*)*)\)?")
"""What is meant as the address of a link, from the bracket before it; group 1 is the address."""
_ITEM = re.compile(r"(?:[-*+]|\d{1,2}[.)])[ ]+\S")
_NO_TEXT = re.compile(r"#{1,6}[ ]|[|<{]|(?:!!!|\?\?\?\+?|===!?)[ ]|:[ ]|\x00*\Z")
"""How a line begins below which a list may begin, or that is no running text."""
_STRONG = r"[•●○◦▪▫■□‣⁃➢➤❖✓✔]|o(?=[ ]{2,}\S)"
"""Bullets of Word: one is enough to mean a list."""
_WEAK = (
    r"[–—·][ ]+(?=\S)",
    r"(?:[a-zđ]|\d{1,2})\)[ ]+(?=\S)",
    r"\((?:[a-zđ]|\d{1,2})\)[ ]+(?=\S)",
    r"\d{1,2}/[ ]+(?=\S)",
)
"""Marks that a sentence may begin with too: only two lines of a kind mean a list."""
_MARK = re.compile("|".join(f"({one})" for one in (_STRONG, *_WEAK)))
"""Its groups are the kinds of mark, the strong one first."""
_NO_SPACE = re.compile(r"^#{1,6}(?=[^#\s])[^\n]*", re.MULTILINE)
_BOLD = re.compile(
    r"^(?:\*\*\*?|__)(?![\s*_])[^*_\n]+?(?P<mark>[?!]?)(?:\*\*\*?|__)(?P<after>[?!]?)[ ]*(?:\{[^{}\n]*\})?[ ]*$",
    re.MULTILINE,
)
_BOX_LINE = re.compile(r"^[ ]*(?P<mark>!{2,4}|\?\?\?\+?)[ ]*(?![!?\s])[^\n]+", re.MULTILINE)
_ASKED_WITH: Mapping[str, str] = {"qa": "?", "topic": "?", "kit": "?", "slogans": "!"}
"""Kind of page → how the headings of its items end: a bold line that ends so is meant as one."""
_URL = re.compile(
    r"(?<![\w@./:-])(?:https?://|www\.(?=\w)|(?:[a-z0-9-]+\.)+[a-z]{2,}/)[^\s\x00<>“”\"|]*", re.IGNORECASE
)
"""An address with its scheme, with www, or of a host with a path; the mere name of a portal (chinhphu.vn) is a name."""
_SENTENCE_ENDS = ".,;:!?)…*_"
_RULE = re.compile(r"\|?[ ]*:?-+:?[ ]*(?:\|[ ]*:?-*:?[ ]*)*\Z")


def joined_lists(runs: Iterable[Run]) -> Iterator[int]:
    """Yield the offset of the first item of each list straight under a paragraph: it is read as part of that."""
    for lines in runs:
        text_before = False
        for at, line in lines:
            bare = line.strip()
            if _ITEM.match(bare):
                if text_before and len(line) - len(line.lstrip()) < 4 + len(lines[0][1]) - len(lines[0][1].lstrip()):
                    yield at
                break  # what follows belongs to this list
            text_before = not _NO_TEXT.match(bare)


def marked_otherwise(runs: Iterable[Run]) -> Iterator[int]:
    """Yield the offset of the first of several lines that begin with a mark which makes no list: `•`, `–`, `a)`."""
    kind, first, count, last = -1, 0, 0, -2
    for number, lines in enumerate(runs):
        for at, line in lines:
            found = _MARK.match(line.lstrip())
            if found is None:
                continue
            if found.lastindex == kind and number <= last + 1:
                count += 1
            else:
                kind, first, count = found.lastindex or 0, at, 1
            last = number
            if count == (1 if kind == 1 else 2):
                yield first


def swallowed_lines(runs: Iterable[Run]) -> Iterator[int]:
    """Yield the offset of each line at the margin straight under an item of a list: it is read as part of that."""
    for lines in runs:
        column = -1
        for at, line in lines:
            bare = line.strip()
            if _ITEM.match(bare):
                column = len(line) - len(line.lstrip())
            elif column >= 0 and len(line) - len(line.lstrip()) <= column and not _NO_TEXT.match(bare):
                yield at
                break


def lost_headings(masked: str, body_at: int, kind: str) -> Iterator[tuple[str, int]]:
    """Yield the reason and the offset of each line that is meant as a heading and is none, on a page of a kind."""
    for found in _NO_SPACE.finditer(masked, body_at):
        yield "heading-space", found.start()
    if "**" in masked or "__" in masked:
        for found in _BOLD.finditer(masked, body_at):
            if (found["mark"] or found["after"]) == _ASKED_WITH.get(kind):
                yield "heading-bold", found.start()


def unread_links(masked: str, links: Iterable[Link]) -> Iterator[int]:
    """Yield the offset of the bracket before each address that makes no link; citations have a check of their own."""
    read = {link.target_at - 1 for link in links}
    for found in LINK_TARGET.finditer(masked):
        if found.start() + 1 not in read and masked[found.start() - 1] != "\\" and "cite:" not in found[1]:
            yield found.start()


def bare_urls(prose: str, body_at: int, links: Iterable[Link]) -> Iterator[tuple[int, int]]:
    """Yield start and end of each address that stands among the words people read and is in no link."""
    for found in _URL.finditer(prose, body_at) if "/" in prose or "www." in prose else ():
        if not any(link.at <= found.start() < link.end for link in links):
            yield found.start(), found.start() + len(found[0].rstrip(_SENTENCE_ENDS))


def unread_attributes(masked: str, body_at: int, lists: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield start and end of each attribute list that cannot be read as one: readers would see it."""
    read = {start for start, _ in lists}
    for found in ATTRIBUTES.finditer(masked, body_at) if "{" in masked else ():
        if found.start() not in read and masked[found.start() - 1] != "\\":
            yield found.span()


def lost_boxes(masked: str, body_at: int, boxes: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield start and end of each line that is meant as the first of a box and is none, from its mark."""
    read = set(boxes)
    for found in _BOX_LINE.finditer(masked, body_at) if "!!" in masked or "???" in masked else ():
        if found.start("mark") not in read:
            yield found.start("mark"), found.end()


def unpaired_strong(masked: str, blocks: Iterable[Block]) -> Iterator[int]:
    """Yield the offset of the last `**` of each block that has an odd number of them: readers would see it."""
    for block in blocks if "**" in masked else ():
        if masked.count("**", block.at, block.end) % 2:
            yield masked.rindex("**", block.at, block.end)


def rows_without_rule(runs: Iterable[Run]) -> Iterator[int]:
    """Yield the offset of the first of several rows that have no line of dashes below it, and so make no table."""
    for lines in runs:
        first = lines[0][1].strip()
        below = lines[1][1].strip() if len(lines) > 1 else ""
        if first.startswith("|") and below.startswith("|") and not _RULE.match(below):
            yield lines[0][0]


def runs_of_lines(masked: str, body_at: int) -> Iterator[Run]:
    """Yield the lines between two empty ones, each with its offset; a line of a quotation counts without its mark."""
    run: list[tuple[int, str]] = []
    at = body_at
    for line in masked[body_at:].split("\n"):
        bare = re.sub(r"^[ ]*>[ ]?", "", line) if ">" in line else line
        if bare.strip():
            run.append((at + len(line) - len(bare), bare))
        elif run:
            yield run
            run = []
        at += len(line) + 1
    if run:
        yield run
