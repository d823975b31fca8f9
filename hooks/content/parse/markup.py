"""Markdown as far as claims need it: what is code, where links are, how blocks divide a page. Offsets stay true."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from sys import intern

from ..model import Link

BLANK = "\x00"
"""Stands for each character that is not text; line breaks stay."""

_FENCE = re.compile(r"^([ >]*)(`{3,}|~{3,})[^\n]*\n(?:.*?\n)??[ >]*\2[`~]*[ \t]*$", re.DOTALL | re.MULTILINE)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
INSERT = re.compile(r"^<!--[ ]*insert:[ ]*([^\n]*?)[ ]*-->[ ]*$", re.MULTILINE)
"""A line that stands for a list that the program makes; group 1 is its name."""
_CODE = re.compile(r"(?<![`\\])(`+)(?!`)((?:[^`\n]|\n(?![ \t]*\n)|(?!\1(?!`))`+)+?)(?<!`)\1(?!`)")
_LINK = re.compile(
    r"""\[(?<!\\\[)(?P<words>(?:[^\[\]\\]|\\.|\[(?:[^\[\]\\]|\\.)*\])*)\]
        \(\s*<?(?P<target>[^()\s<>]*(?:\([^()\s]*\)[^()\s<>]*)*)>?(?:\s+(?:"[^"]*"|'[^']*'))?\s*\)""",
    re.VERBOSE | re.DOTALL,
)
_DEFINITION = re.compile(r"^ {0,3}\[(?P<words>[^\]\n^]+)\]:[ \t]+<?(?P<target>\S+?)>?(?=\s|$)", re.MULTILINE)
_MARK = re.compile(r"(?P<list>[-*+]|\d+[.)])[ \t]|(?P<box>!!!|\?\?\?\+?|===!?)[ \t]|\[\^[^\]]+\]:|:[ \t]")
_HEADING = re.compile(r"#{1,6}(?=[ \t])")


def blanked(text: str) -> str:
    """Return blanks for all but the line breaks of a text."""
    return "\n".join([BLANK * len(line) for line in text.split("\n")])


def _blank(found: re.Match[str]) -> str:
    return blanked(found[0])


def _without_fences(text: str) -> str:
    return _FENCE.sub(_blank, text) if "```" in text or "~~~" in text else text


def mask(text: str, body_at: int) -> str:
    """Return `text` with front matter, code and comments blanked; same length, same lines."""
    body = _COMMENT.sub(_blank, _without_fences(text[body_at:]))
    if "`" in body:
        body = _CODE.sub(_blank, body)
    return blanked(text[:body_at]) + body


def inserts(text: str, body_at: int) -> Iterator[tuple[str, int]]:
    """Yield name and offset of the lines `<!-- insert: name -->` of a text, those shown as code left out."""
    if "insert:" in text:
        shown = text[:body_at] + _CODE.sub(_blank, _without_fences(text[body_at:]))
        yield from ((found[1], found.start()) for found in INSERT.finditer(shown, body_at))


def links(masked: str) -> Iterator[Link]:
    """Yield links, images and reference definitions; a link inside a link's words is not looked for."""
    for found in _LINK.finditer(masked):
        link = _link(masked, found)
        yield link
        if not link.image and "![" in link.words:
            for inner in _LINK.finditer(masked, found.start("words"), found.end("words")):
                yield replace(_link(masked, inner), image=True)
    for found in _DEFINITION.finditer(masked):
        yield Link(found.start(), found.end(), found["target"], found.start("target"), found["words"])


def _link(masked: str, found: re.Match[str]) -> Link:
    at = found.start()
    image = masked[at - 1 : at] == "!" and masked[at - 2 : at - 1] != "\\"
    target = intern(found["target"])  # most are cited again and again
    return Link(at - image, found.end(), target, found.start("target"), found["words"], image)


@dataclass(frozen=True, slots=True)
class Block:
    """A run of lines that belong together."""

    kind: str
    """heading, paragraph, item, row, quote, box, html or code."""
    at: int
    """Offset of its first line."""
    end: int
    """Offset after its last line."""
    indent: int
    """Columns before its first character."""


def blocks(masked: str, body_at: int) -> Iterator[Block]:
    """Yield the blocks of the body in order. A list item and a table row are blocks of their own."""
    kind, start, end, indent = "", 0, 0, 0
    inside, after_blank = 0, True
    at = body_at
    for line in masked[body_at:].split("\n"):
        bare = line.strip()
        column = len(line) - len(line.lstrip(" ")) if line[:1] == " " else 0
        new = ""
        if not bare or (bare[0] == BLANK and not bare.strip(BLANK)):
            if kind:
                yield Block(kind, start, end, indent)
                kind = ""
            after_blank = not bare or after_blank
        else:
            if after_blank and column >= inside + 4:
                new = "code"
            elif column < inside and (after_blank or _MARK.match(bare)):
                inside = column - column % 4
            new = new or _kind(bare, kind, after_blank)
            mark = _MARK.match(bare) if new in ("item", "box") else None
            if mark:
                inside = column - column % 4 + 4
            if new != kind or new in ("heading", "row", "box") or mark:
                if kind:
                    yield Block(kind, start, end, indent)
                kind, start, indent = new, at, column
            end = at + len(line)
            after_blank = False
        at += len(line) + 1
    if kind:
        yield Block(kind, start, end, indent)


def _kind(bare: str, current: str, after_blank: bool) -> str:
    if _HEADING.match(bare):
        return "heading"
    if bare.startswith(">"):
        return "quote"
    if bare.startswith("|"):
        return "row"
    mark = _MARK.match(bare)
    if mark and mark["box"] and (after_blank or not current):
        return "box"
    if mark and not mark["box"] and (after_blank or current in ("item", "", "heading")):
        return "item"
    if current in ("item", "quote", "paragraph", "code", "html") and not after_blank:
        return current
    return (
        "html"
        if bare.startswith("<") and re.match(r"</?(?:div|section|p|table|figure|details)\b", bare)
        else "paragraph"
    )
