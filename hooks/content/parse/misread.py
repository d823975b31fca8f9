"""Lines that Markdown reads otherwise than they are meant: a list without its empty line, rows that make no table."""

import re
from collections.abc import Iterator

_ITEM = re.compile(r"(?:[-*+]|\d{1,2}[.)])[ ]+\S")
_NO_TEXT = re.compile(r"#{1,6}[ ]|[|<{]|(?:!!!|\?\?\?\+?|===!?)[ ]|:[ ]|\x00*\Z")
"""How a line begins below which a list may begin, or that is no running text."""
_RULE = re.compile(r"\|?[ ]*:?-+:?[ ]*(?:\|[ ]*:?-*:?[ ]*)*\Z")


def joined_lists(masked: str, body_at: int) -> Iterator[int]:
    """Yield the offset of the first item of each list straight under a paragraph: it is read as part of that."""
    for lines in _runs(masked, body_at):
        text_before = False
        for at, line in lines:
            bare = line.strip()
            if _ITEM.match(bare):
                if text_before and len(line) - len(line.lstrip()) < 4 + len(lines[0][1]) - len(lines[0][1].lstrip()):
                    yield at
                break  # what follows belongs to this list
            text_before = not _NO_TEXT.match(bare)


def rows_without_rule(masked: str, body_at: int) -> Iterator[int]:
    """Yield the offset of the first of several rows that have no line of dashes below it, and so make no table."""
    for lines in _runs(masked, body_at) if "|" in masked else ():
        first = lines[0][1].strip()
        below = lines[1][1].strip() if len(lines) > 1 else ""
        if first.startswith("|") and below.startswith("|") and not _RULE.match(below):
            yield lines[0][0]


def _runs(masked: str, body_at: int) -> Iterator[list[tuple[int, str]]]:
    """Yield the lines between two empty ones, each with its offset; a line of a quotation counts without its mark."""
    run: list[tuple[int, str]] = []
    at = body_at
    for line in masked[body_at:].split("\n"):
        bare = re.sub(r"^[ ]*>[ ]?", "", line)
        if bare.strip():
            run.append((at + len(line) - len(bare), bare))
        elif run:
            yield run
            run = []
        at += len(line) + 1
    if run:
        yield run
