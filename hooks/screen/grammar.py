"""The renderer obeys the lexer of the checks: what is code, comment and text is decided once.

A page is handed to Markdown in a canonical form. Comments are gone; code is a token that nothing can take apart; a
character that means something to Markdown and nothing to the checks is a token that shows it as it is.
"""

import re
from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from xml.etree import ElementTree

from markdown import Extension, Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.preprocessors import Preprocessor
from markdown.util import AMP_SUBSTITUTE, ETX, STX, AtomicString, code_escape

from ..content.model import Page
from ..content.parts import Piece

_TOKEN = "\ue000{}\ue001"  # noqa: S105 - no password
_FOUND = re.compile("\ue000(\\d+)\ue001")
_FENCE_LINE = re.compile("^([ >]*)\ue000(\\d+)\ue001[ ]*$")
_STRAY = re.compile(
    r"\{|\](?P<link>\()"
    r"|\n[ >]*(?:(?:[-*+]|\d+[.)])[ ]+)*(?:(?P<reference>\[)[^\]\n]*\]:|(?P<heading>\#)\#{0,5}(?![\# ])|(?P<tilde>~)~~"
    r"|(?P<box>!!!|\?\?\?))|\n[ >]*(?:(?:[-*+]|\d+[.)])[ ]+)+(?P<quote>>)"
)
"""Each of its cases begins with a character of its own, that before a line included, so that the search leaps."""
_BEFORE_HTML = 26
"""After white space is normalised (30), before raw HTML is looked for (20)."""
_BEFORE_INLINE = 195
"""Before anything else within a line; inline code has 190."""


MARK = "lc-mark"
"""Class of the mark of a finding; it becomes a link after MkDocs has looked at all links: its goal comes later."""


@dataclass(frozen=True)
class Token:
    """What stands behind a token in the canonical form of a page."""

    kind: str
    """fence, code, literal, mark or nothing."""
    words: str = ""
    """The code, the character, or the number of the finding that is marked."""


def canonical(page: Page, marks: Mapping[int, Sequence[int]] | None = None) -> tuple[str, tuple[Token, ...]]:
    """Return the body of a page as Markdown may read it, and what its tokens stand for.

    `marks` has, by their offset in the page, the numbers of findings to be marked; one within code stands before it.
    """
    tokens: list[Token] = []
    edits = sorted([*_of_pieces(page), *_strays(page)], key=lambda edit: edit[:2])
    places = deque(sorted((marks or {}).items()))
    written, at = [], page.front.body_at

    def write(token: Token) -> None:
        written.append(_TOKEN.format(len(tokens)))
        tokens.append(token)

    for start, end, token in [*edits, (len(page.text), len(page.text), None)]:
        if start < at:
            continue
        while places and places[0][0] < max(end, start + 1):
            offset, numbers = places.popleft()
            written.append(page.text[at : min(offset, start)])
            at = min(offset, start)
            for number in numbers:
                write(Token("mark", str(number)))
        written.append(page.text[at:start])
        if token:
            write(token)
        at = end
    return "".join(written), tuple(tokens)


def _of_pieces(page: Page) -> list[tuple[int, int, Token | None]]:
    edits: list[tuple[int, int, Token | None]] = []
    for piece in page.pieces:
        if piece.kind == "comment":
            edits += _lines_of(page, piece)
        elif piece.kind != "insert":
            words = piece.words if piece.kind != "literal" else page.text[piece.at]
            edits.append((piece.at, piece.end, Token(piece.kind, words)))
    return edits


def _lines_of(page: Page, comment: Piece) -> list[tuple[int, int, Token | None]]:
    """Return a comment line by line: nothing is left, but a line that also has text does not begin anew behind it."""
    edits: list[tuple[int, int, Token | None]] = []
    at = comment.at
    for line in page.text[comment.at : comment.end].split("\n"):
        end = at + len(line)
        edits.append((at, end, Token("nothing") if page.masked[at:end].strip() else None))
        at = end + 1
    return edits


def _strays(page: Page) -> list[tuple[int, int, Token | None]]:
    """Return the characters that would begin an attribute list, link, box or quotation and are none to the checks."""
    meant = {start for start, _ in page.attribute_lists} | set(page.boxes)
    meant |= {link.target_at - 1 for link in page.links}
    edits: list[tuple[int, int, Token | None]] = []
    masked = "\n" + page.masked
    at = page.front.body_at
    while found := _STRAY.search(masked, at):
        at = found.start(found.lastgroup or 0) + 1
        place = at - 2
        if place not in meant and page.masked[place - 1] != "\\":
            edits.append((place, place + 1, Token("literal", page.text[place])))
    return edits


class _Fences(Preprocessor):
    """Puts the code of a fence in the place of its token."""

    def __init__(self, md: Markdown, extension: "GrammarExtension") -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, lines: list[str]) -> list[str]:
        """Return the lines with each fence rendered, blank lines around it."""
        written: list[str] = []
        for index, line in enumerate(lines):
            found = _FENCE_LINE.match(line)
            if not found or self.extension.tokens[int(found[2])].kind != "fence":
                written.append(line)
                continue
            edge = found[1].rstrip()
            if written and written[-1].strip(" >"):
                written.append(edge)
            written.append(found[1] + self._rendered(self.extension.tokens[int(found[2])].words))
            if index + 1 < len(lines) and lines[index + 1].strip(" >"):
                written.append(edge if lines[index + 1].count(">", 0, len(edge)) else "")
        return written

    def _rendered(self, fence: str) -> str:
        """Return what holds the place of a fence's HTML; no style gives its words colours, so none are marked."""
        code = code_escape("\n".join(fence.split("\n")[1:-1]))
        return self.md.htmlStash.store(f"<pre><code>{code}\n</code></pre>")


class _Tokens(InlineProcessor):
    """Puts inline code and characters that mean nothing in the place of their tokens."""

    def __init__(self, md: Markdown, extension: "GrammarExtension") -> None:
        super().__init__(_FOUND.pattern, md)
        self.extension = extension

    def handleMatch(  # type: ignore[override]  # noqa: N802 - the name Python-Markdown calls
        self, m: re.Match[str], data: str
    ) -> tuple[ElementTree.Element | str, int, int]:
        """Return code or a mark as an element, a character as Python-Markdown writes an escaped one."""
        token = self.extension.tokens[int(m[1])]
        if token.kind == "nothing":
            return "", m.start(), m.end()
        if token.kind == "literal":
            shown = f"{AMP_SUBSTITUTE}amp;" if token.words == "&" else f"{STX}{ord(token.words)}{ETX}"
            return shown, m.start(), m.end()
        if token.kind == "mark":
            mark = ElementTree.Element("span", {"class": MARK, "id": f"loi-{token.words}"})
            mark.text = AtomicString(token.words)
            return mark, m.start(), m.end()
        code = ElementTree.Element("code")
        words = token.words if token.kind == "code" else "\n".join(token.words.split("\n")[1:-1])
        code.text = AtomicString(code_escape(words.strip()))
        return code, m.start(), m.end()


class GrammarExtension(Extension):
    """Makes a converter obey; `tokens` are those of the page that is converted next."""

    def __init__(self, tokens: tuple[Token, ...] = ()) -> None:
        """Take the tokens of a page."""
        super().__init__()
        self.tokens = tokens

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name Python-Markdown calls
        """Register both processors, and look for no other fence and no indented code: they are none to the checks."""
        md.preprocessors.deregister("fenced_code_block", strict=False)
        md.parser.blockprocessors.deregister("code")
        md.preprocessors.register(_Fences(md, self), "tokens-of-fences", _BEFORE_HTML)
        md.inlinePatterns.register(_Tokens(md, self), "tokens", _BEFORE_INLINE)
