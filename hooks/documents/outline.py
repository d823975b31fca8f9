"""The text of a document, cut into blocks and put together again letter for letter.

A block starts at a heading, at a numbering mark (`-`, `+`, `1.`, `a)`), at a line that begins a part or an article, or
after a blank line. `unparse(parse(text))` is `text`. What stands between opening and closing quotation marks belongs to
the block in which they open, where they open at the beginning of a line or behind a colon: an article that amends
another quotes whole numbered articles.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from .markers import LINE, is_article, is_attached, is_structure, is_title

_ATTRIBUTES = re.compile(r" *\{:[^{}]*\} *\Z")
_BEGINS_QUOTING = re.compile(r"(?:^|:)[\s*(]*\Z")
_MOST_TITLE_LINES = 12


@dataclass(frozen=True)
class Block:
    """One block of a document as it is written."""

    indent: int
    """Spaces before it."""
    marker: str
    """Heading or list mark with the spaces after it; empty for a paragraph."""
    text: str
    """Its Markdown, line breaks included."""
    attributes: str
    """Its attribute line as written, or nothing."""
    gap: int
    """Line breaks after its last line."""
    line: int
    """Line of the file at which it starts, from 1."""

    @property
    def heading(self) -> bool:
        """Whether it is a Markdown heading."""
        return self.marker.startswith("#")

    @property
    def table(self) -> bool:
        """Whether it is a Markdown table."""
        return not self.marker and self.text.startswith("|")


def parse(text: str, first_line: int = 1) -> tuple[Block, ...]:
    """Return the blocks of `text`, whose first line is line `first_line` of its file.

    Blank lines before the first block belong to a block of their own with no text.
    """
    blocks: list[Block] = []
    lines = text.split("\n")
    closing, attached = quotations(lines), _attached(lines)
    open_block: Block | None = None
    quoted_until = titled_until = -1
    for at, line in enumerate(lines):
        last = at == len(lines) - 1
        joined = at <= quoted_until or (at <= titled_until and line.strip())
        if joined and open_block is not None:
            joint = "\n" * max(open_block.gap, 1)
            open_block = replace(open_block, text=open_block.text + joint + line, gap=0 if last else 1)
        elif not line.strip():
            if open_block is None:
                open_block = Block(0, "", "", "", 0, first_line + at)
            if line:
                open_block = replace(open_block, text=open_block.text + "\n" * open_block.gap + line, gap=0)
            open_block = replace(open_block, gap=open_block.gap + (0 if last else 1))
        elif open_block is not None and open_block.gap == 1 and _ATTRIBUTES.match(line) and open_block.text:
            open_block = replace(open_block, attributes=line, gap=0 if last else 1)
        elif open_block is not None and open_block.gap == 1 and _continues(open_block, line):
            open_block = replace(open_block, text=f"{open_block.text}\n{line}", gap=0 if last else 1)
        else:
            if open_block is not None:
                blocks.append(open_block)
            open_block = _start(line, first_line + at, 0 if last else 1)
            titled_until = attached.get(at, _title_end(lines, at) if is_structure(line) else -1)
        quoted_until = max(quoted_until, closing.get(at, -1))
    if open_block is not None:
        blocks.append(open_block)
    return tuple(blocks)


def unparse(blocks: Iterable[Block]) -> str:
    """Return the text the blocks were parsed from."""
    parts = []
    for block in blocks:
        attributes = f"\n{block.attributes}" if block.attributes else ""
        parts.append(f"{' ' * block.indent}{block.marker}{block.text}{attributes}" + "\n" * block.gap)
    return "".join(parts)


def _start(line: str, number: int, gap: int) -> Block:
    found = None if is_structure(line) or is_article(line) else LINE.match(line)
    if found is None or "\u00a0" in found["indent"]:
        indent = len(line) - len(line.lstrip(" "))
        return Block(indent, "", line[indent:], "", gap, number)
    return Block(len(found["indent"]), found["marker"], line[found.end() :], "", gap, number)


def _continues(block: Block, line: str) -> bool:
    if block.heading or block.attributes or not block.text.strip():
        return False
    if block.table:
        return line.lstrip().startswith("|")
    if is_structure(line) or is_article(line) or LINE.match(line):
        return False
    if is_article(block.text.split("\n")[0]):
        return line.lstrip()[:1].islower()  # a title ends with its line, or is broken in the middle of a sentence
    return True


def _title_end(lines: Sequence[str], start: int) -> int:
    """Return the last line of the title in capitals under a line that begins a part; -1 where there is none."""
    end = -1
    for at in range(start + 1, min(start + _MOST_TITLE_LINES, len(lines))):
        line = lines[at]
        if not line.strip():
            continue
        titled = is_attached(line) or (is_title(line) and not LINE.match(line))
        if not titled or is_structure(line) or is_article(line):
            break
        end = at
    return end


def _attached(lines: Sequence[str]) -> dict[int, int]:
    """Map the first line of the title of each text that is attached to another to its last, “(Kèm theo …)”."""
    found: dict[int, int] = {}
    for end, line in enumerate(lines):
        if not is_attached(line):
            continue
        start = end
        for at in range(end - 1, max(end - _MOST_TITLE_LINES, -1), -1):
            if lines[at].strip() and not (is_title(lines[at]) or is_structure(lines[at])):
                break
            start = at if lines[at].strip() else start
            if is_structure(lines[at]):
                break
        if start < end:
            found[start] = end
    return found


def quotations(lines: Sequence[str]) -> dict[int, int]:
    """Map each line that leaves a quotation open to the line that closes it.

    Left out is what never closes, and what opens within a sentence: there a mark is missing on its own line.
    """
    closing: dict[int, int] = {}
    depth, opened = 0, -1
    for at, line in enumerate(lines):
        for found in re.finditer("[“”]", line):
            if found[0] == "“":
                if depth == 0:
                    opened = at if _may_quote(line[: found.start()]) else -1
                depth += 1
            elif depth:
                depth -= 1
                if depth == 0 and opened not in (at, -1):
                    closing[opened] = at
        if depth and opened == -1:
            depth = 0  # opened within a sentence: it ends with its line
    return closing


def _may_quote(before: str) -> bool:
    """Return whether what stands before a quotation mark is nothing, a number, or ends with a colon."""
    found = LINE.match(before)
    return bool(_BEGINS_QUOTING.search(before)) or (found is not None and not before[found.end() :].strip())
