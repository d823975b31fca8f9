"""What of a page is code, comment and text: decided here once, for the checks and for the renderer alike.

Two passes over the raw body: fences line by line, then what stands within lines from left to right. The renderer
is handed the outcome (`canonical`) in a form that it cannot read otherwise.
"""

import re
from dataclasses import dataclass, field

from ..parts import Piece

BLANK = "\x00"
"""Stands for each character that is not text; line breaks stay."""

_FENCE = re.compile(
    r"^([ ]*(?:>[ ]*)*)(`{3,}|~{3,})[^`\n]*\n(?:(?:(?!\1)[ >]*|\1.*)\n)*?[ >]*\2[`~]*[ ]*$", re.MULTILINE
)
_MARK = re.compile(
    r"(?=[\\`<&\ue000\ue001])(?:\\.|`+|<!--|<|&(?:#\d+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);|[\ue000\ue001])",
    re.DOTALL,
)
_INSERT = re.compile(r"<!--[ ]*insert:[ ]*([^\n]*?)[ ]*-->[ ]*$", re.MULTILINE)
_COMMENT = re.compile(r"<!--(?:(?!<!--).)*?-->", re.DOTALL)
_COMMENTED = "\x01"
_COMMENT_LINE = re.compile(rf"^[ >]*{_COMMENTED}[ {_COMMENTED}]*$", re.MULTILINE)
_FILLING = {"code": BLANK, "comment": _COMMENTED, "insert": " ", "fence": " "}
"""What stands in the place of each kind: a line of a fence divides paragraphs, a line of inline code does not."""
_ESCAPED = frozenset("\\`*_{}[]()>#+-.!|")
_TAG = re.compile(r"[A-Za-z/!?]")
_PREFIX = re.compile(r"[ ]*(?:>[ ]*)*")
_BLOCK_START = re.compile(
    r"(?:[-*+]|\d+[.)])[ ]|#|\||!!!|\?\?\?|(?:=+|-+)[ ]*$|:?-+:?[ ]*\||\[[^\]\n]*\]:", re.MULTILINE
)
_ONE_LINE = re.compile(r"#|\||!!!|\?\?\?")


@dataclass(frozen=True)
class Lexed:
    """A body divided into text and what is not text."""

    masked: str
    """As long as the file; front matter, code and comments are blank, lines of nothing but a comment are empty."""
    pieces: tuple[Piece, ...]
    """In order."""
    foreign: tuple[tuple[str, int], ...] = field(default_factory=tuple)
    """Kind (html, comment) and offset of what Markdown has and this site has not."""


def blanked(text: str) -> str:
    """Return blanks for all but the line breaks of a text."""
    return _filled(text, BLANK)


def _filled(text: str, filling: str) -> str:
    return "\n".join([filling * len(line) for line in text.split("\n")])


def lex(text: str, body_at: int) -> Lexed:
    """Return the body of a page, from `body_at`, divided into text and what is not text."""
    pieces = list(_fences(text, body_at)) if "```" in text or "~~~" in text else []
    foreign: list[tuple[str, int]] = []
    at = body_at
    for fence in [*pieces, Piece("end", len(text), len(text))]:
        _within(text, at, fence.at, pieces, foreign)
        at = fence.end
    pieces.sort(key=lambda piece: piece.at)
    masked, at = [blanked(text[:body_at])], body_at
    for piece in pieces:
        if piece.kind != "literal":
            masked += [text[at : piece.at], _filled(text[piece.at : piece.end], _FILLING[piece.kind])]
            at = piece.end
    body = "".join([*masked, text[at:]])
    if any(piece.kind == "comment" for piece in pieces):
        body = _COMMENT_LINE.sub(lambda found: found[0].replace(_COMMENTED, " "), body).replace(_COMMENTED, BLANK)
    return Lexed(body, tuple(pieces), tuple(foreign))


def _fences(text: str, body_at: int) -> list[Piece]:
    found = []
    for fence in _FENCE.finditer(text, body_at):
        width = len(fence[1])
        lines = fence[0].split("\n")
        code = "\n".join(line[min(width, len(_PREFIX.match(line)[0])) :] for line in lines)  # type: ignore[index]
        found.append(Piece("fence", fence.start() + width, fence.end(), code))
    return found


def _within(text: str, at: int, end: int, pieces: list[Piece], foreign: list[tuple[str, int]]) -> None:
    """Add what stands in a stretch without fences."""
    while found := _MARK.search(text, at, end):
        mark, start = found[0], found.start()
        at = found.end()
        if mark[0] == "\\":
            at = at if mark[1] in _ESCAPED else start + 1
        elif mark[0] == "`":
            close = _closing(text, mark, at, end)
            if close:
                pieces.append(Piece("code", start, close, text[at : close - len(mark)]))
                at = close
            else:
                pieces += [Piece("literal", one, one + 1) for one in range(start, at)]
        elif mark == "<!--" and (comment := _COMMENT.match(text, start, end)):
            insert = _INSERT.match(text, start, end) if text[start - 1 : start] in ("\n", "") else None
            pieces.append(Piece("insert" if insert else "comment", start, comment.end(), insert[1] if insert else ""))
            at = comment.end()
        else:
            pieces.append(Piece("literal", start, start + 1))
            if mark == "<!--":
                foreign.append(("comment", start))
            elif mark[0] == "&" or _TAG.match(text, at):
                foreign.append(("html", start))
            at = start + 1


def _closing(text: str, marks: str, at: int, end: int) -> int:
    """Return the offset after the marks that close inline code, or 0 where nothing does in the same block."""
    for found in re.compile(rf"(?<!`){marks}(?!`)").finditer(text, at, end):
        if found.start() == at:
            continue
        return found.end() if one_block(text, at, found.start()) else 0
    return 0


def one_block(text: str, at: int, end: int) -> bool:
    """Return whether a stretch of text stays in one block: no blank line, no line that begins a block of its own."""
    if "\n" not in text[at:end]:
        return True
    line_at = text.rfind("\n", 0, at) + 1
    prefix = _PREFIX.match(text, line_at)[0]  # type: ignore[index]
    if _ONE_LINE.match(text, line_at + len(prefix)) or "|" in text[line_at : text.find("\n", at)]:
        return False
    while (line_at := text.find("\n", line_at) + 1) and line_at <= end:
        found = _PREFIX.match(text, line_at)
        inner = found.end()  # type: ignore[union-attr]
        if found[0].count(">") != prefix.count(">") or text[inner : inner + 1] in ("\n", ""):  # type: ignore[index]
            return False
        if _BLOCK_START.match(text, inner):
            return False
    return True
