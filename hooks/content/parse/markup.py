"""Markdown as far as claims need it: where links and attributes are, how blocks divide a page. Offsets stay true."""

import re
from collections.abc import Iterator
from sys import intern

from ..parts import Block, Link
from .lexer import BLANK, one_block

INSERT = re.compile(r"^<!--[ ]*insert:[ ]*([^\n]*?)[ ]*-->[ ]*$", re.MULTILINE)
"""A line that stands for a list that the program makes; group 1 is its name."""
_ESCAPE = re.compile(r"\\[\\`*_{}\[\]()>#+\-.!|]")
_LINK = re.compile(
    r"""\[(?P<words>(?:[^\[\]|]|\[(?:[^\[\]|])*\])*)\]
        \((?P<target>[^()\s<>|"'\x00]*(?:\([^()\s<>|"'\x00]*\)[^()\s<>|"'\x00]*)*)
        (?:\s+(?:"[^"'()\[\]\n|]*"|'[^"'()\[\]\n|]*'))?\)""",
    re.VERBOSE,
)
_DEFINITION = re.compile(r"^[ >]*(?:(?:[-*+]|\d+[.)])[ ]+)*(\[)[^\]\n]*\]:", re.MULTILINE)
_ATTRIBUTE = r"(?:[#.][\w:.-]+|[a-z][\w-]*=(?:\"[^\"{}\n\d“”„«»]*\"|[\w-]+))"
_LIST = rf"\{{:?[ ]*{_ATTRIBUTE}(?:[ ]+{_ATTRIBUTE})*[ ]*\}}"
_OF_BLOCKS = re.compile(
    rf"^(?:#{{1,6}}[ ][^\n]*[ ](?P<heading>{_LIST})|(?<=[^\n]\n)[ ]*(?P<block>{_LIST.replace(':?', ':', 1)}))[ ]*$",
    re.MULTILINE,
)
_INLINE = re.compile(r"(?<=[*_)\]\x00])\{:?[ ]*(?:\.[a-z-]+|lang=[a-z-]+)(?:[ ]+(?:\.[a-z-]+|lang=[a-z-]+))*[ ]*\}")
_RULE = re.compile(r"^[ >]*(?:[-*+][ ]+)?\|?(?:[ ]*:?-+:?[ ]*\|)+(?:[ ]*:?-+:?)?[ ]*$", re.MULTILINE)
_MARK = re.compile(r"(?P<list>[-*+]|\d+[.)])[ \t]|(?P<box>!!!|\?\?\?\+?|===!?)[ \t]|\[\^[^\]]+\]:|:[ \t]")
_BOX = re.compile(r"(?:!!!|\?\?\?\+?)[ ](?P<kind>[a-z][a-z-]*(?: [a-z][a-z-]*)*)(?:[ ]\"(?P<title>[^\"\n]*)\")?[ ]*\Z")
_HEADING = re.compile(r"#{1,6}(?=[ \t])")


def links(masked: str) -> Iterator[Link]:
    """Yield links and images; a link inside a link's words is not looked for, an image is."""
    plain = _ESCAPE.sub(BLANK * 2, masked) if "\\" in masked else masked
    at = 0
    while found := _LINK.search(plain, at):
        if not one_block(masked, found.start(), found.end()):
            at = found.start() + 1
            continue
        at = found.end()
        link = _link(plain, masked, found)
        yield link
        if not link.image and "![" in link.words:
            for inner in _LINK.finditer(plain, found.start("words"), found.end("words")):
                if plain[inner.start() - 1] == "!":
                    yield _link(plain, masked, inner)


def _link(plain: str, masked: str, found: re.Match[str]) -> Link:
    at = found.start()
    image = plain[at - 1 : at] == "!"
    target = intern(found["target"])  # most are cited again and again
    words = masked[found.start("words") : found.end("words")]
    return Link(at - image, found.end(), target, found.start("target"), words, image)


def definitions(masked: str) -> Iterator[int]:
    """Yield the offset of each definition of a reference: the site has none."""
    for found in _DEFINITION.finditer(masked):
        yield found.start(1)


def attributes(masked: str, body_at: int) -> Iterator[tuple[int, int]]:
    """Yield start and end of each attribute list: after a heading, under a block, behind emphasis, link or code."""
    if "{" in masked:
        for found in _OF_BLOCKS.finditer(masked, body_at):
            yield found.span(found.lastgroup or 0)
        for found in _INLINE.finditer(masked, body_at):
            yield found.span()


def odd_rows(masked: str, body_at: int) -> Iterator[int]:
    """Yield the offset of each line of a table that has more cells than its first row, fewer, or none.

    Readers would not see the rest of the first, would see empty cells in the second, and a row in the third.
    """
    for rule in _RULE.finditer(masked, body_at) if "|" in masked else ():
        above = masked.rfind("\n", 0, rule.start() - 1) + 1
        most, wanted = _bars(masked[above : rule.start()]), _cells(masked[above : rule.start()])
        at = rule.end() + 1
        while most and (line := masked[at : masked.find("\n", at)]).strip(" >" if ">" in rule[0] else " "):
            if not 0 < _bars(line) <= most or _cells(line) < wanted:
                yield at
            at += len(line) + 1


def _bars(row: str) -> int:
    return row.count("|") - row.count("\\|")


def _cells(row: str) -> int:
    return _bars(row.strip(" >\n").removeprefix("|").removesuffix("|")) + 1


def blocks(masked: str, body_at: int) -> Iterator[Block]:
    """Yield the blocks of the body in order. A list item and a table row are blocks of their own."""
    kind, start, end, indent, deep = "", 0, 0, 0, False
    inside, after_blank = 0, True
    at = body_at
    for line in masked[body_at:].split("\n"):
        bare = line.strip()
        column = len(line) - len(line.lstrip(" ")) if line[:1] == " " else 0
        if not bare:
            if kind:
                yield Block(kind, start, end, indent, deep)
                kind = ""
            after_blank = True
        else:
            too_deep = after_blank and column >= inside + 4
            if not too_deep and column < inside and (after_blank or _MARK.match(bare)):
                inside = column - column % 4
            new = _kind(bare, kind, after_blank, column)
            mark = _MARK.match(bare) if new in ("item", "box") else None
            if mark and not too_deep:
                inside = column - column % 4 + 4
            if new != kind or new in ("heading", "row", "box") or mark:
                if kind:
                    yield Block(kind, start, end, indent, deep)
                kind, start, indent, deep = new, at, column, too_deep
            end = at + len(line)
            after_blank = False
        at += len(line) + 1
    if kind:
        yield Block(kind, start, end, indent, deep)


def title_of(masked: str, block: Block) -> tuple[int, int] | None:
    """Return start and end of the title of a box, or nothing where it has none."""
    at = block.at + block.indent
    found = _BOX.match(masked[at : block.end])
    return (at + found.start("title"), at + found.end("title")) if found and found["title"] is not None else None


def _kind(bare: str, current: str, after_blank: bool, column: int) -> str:
    lazy = current == "quote" and not after_blank and column
    if column % 4 == 0 and not lazy and _HEADING.match(bare):
        return "heading"
    if bare.startswith(">"):
        return "quote"
    if bare.startswith("|") and (current != "quote" or after_blank):
        return "row"
    mark = _MARK.match(bare)
    if bare.startswith(("!!!", "???")):
        if (after_blank or not current) and column % 4 == 0 and _BOX.match(bare):
            return "box"
        return current if current in ("item", "quote", "paragraph") and not after_blank else "paragraph"
    if mark and not mark["box"] and (after_blank or current in ("item", "", "heading")):
        return "item"
    if current in ("item", "quote", "paragraph") and not after_blank:
        return current
    return "paragraph"
