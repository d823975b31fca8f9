"""The text of a document, cut into blocks and put together again letter for letter.

A block starts at a heading, at a numbering mark (`-`, `+`, `1.`, `a)`) or after a blank line.
`unparse(parse(text))` is `text`. What stands between opening and closing quotation marks belongs to the block in which
they open: an article that amends another quotes whole numbered articles.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

_MARK = re.compile(
    r"""(?P<indent>\ *)
        (?P<marker> \#{1,6}\ + | [-–—+•]\ + | \d+[a-zđ]?[.)\-–]\ + | [a-zđ]{1,2}\)\ + | (?=\|) )
    """,
    re.VERBOSE,
)
_ARTICLE = re.compile(r"(?P<indent> *)(?P<marker>)(?=\**Điều \d+[a-zđ]?\.)")
_ATTRIBUTES = re.compile(r" *\{:[^{}]*\} *\Z")


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
    closing = _closing_lines(lines)
    open_block: Block | None = None
    quoted_until = -1
    for at, line in enumerate(lines):
        last = at == len(lines) - 1
        if at <= quoted_until and open_block is not None:
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
    found = _MARK.match(line) or _ARTICLE.match(line)
    if found is None:
        indent = len(line) - len(line.lstrip(" "))
        return Block(indent, "", line[indent:], "", gap, number)
    return Block(len(found["indent"]), found["marker"], line[found.end() :], "", gap, number)


def _continues(block: Block, line: str) -> bool:
    if block.heading or block.attributes or not block.text.strip():
        return False
    if block.table:
        return line.lstrip().startswith("|")
    return not (_MARK.match(line) or _ARTICLE.match(line))


def _closing_lines(lines: Sequence[str]) -> dict[int, int]:
    """Map each line that leaves a quotation open to the line that closes it; what never closes is left out."""
    closing: dict[int, int] = {}
    depth, opened = 0, 0
    for at, line in enumerate(lines):
        for mark in re.findall("[“”]", line):
            if mark == "“":
                opened = at if depth == 0 else opened
                depth += 1
            elif depth:
                depth -= 1
                if depth == 0 and opened != at:
                    closing[opened] = at
    return closing
