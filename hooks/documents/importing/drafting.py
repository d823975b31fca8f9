"""From paragraphs to the Markdown of a page that holds a text: which is a heading, letterhead, provision, signature."""

import re
from collections.abc import Iterator, Sequence

from .. import framing, markers
from ..numbering import OF_LAWS
from ..outline import quotations
from .paragraph_markdown import as_table, below_provisions, escaped, escaped_line, of_letterhead, of_provision
from .paragraphs import Paragraph

INTRODUCTION = "mo-dau"
"""Name of the words between title and first number of a plan or a text of the Party."""
_LEVELS = {"phu-luc": 2, "phan": 2, "chuong": 2, "mau": 3, "muc": 3, "tieu-muc": 4}
_LONGEST_TITLE = 250


def body(paragraphs: Sequence[Paragraph]) -> tuple[str, tuple[str, ...]]:
    """Return the Markdown of a text, and the chapters that got the next number: theirs stands twice in the file."""
    draft = _Draft(paragraphs)
    return "\n\n".join(draft.parts()) + "\n", tuple(draft.renumbered)


class _Draft:
    """One pass through the paragraphs."""

    def __init__(self, paragraphs: Sequence[Paragraph]) -> None:
        self.all = [one for one in paragraphs if one.rows or any(map(str.isalnum, one.text))]
        self.quoted = {
            at
            for opened, closed in quotations([one.text for one in self.all]).items()
            for at in range(opened + 1, closed + 1)
        }
        self.open: dict[str, int] = {}  # kind of part → level of its heading
        self.chapter = ""
        self.renumbered: list[str] = []
        """Chapters whose number stands twice in the file, as it is printed."""

    def parts(self) -> Iterator[str]:
        head, law = self._head()
        yield from self._opening(head, law=law)
        at, closing = head, False
        while at < len(self.all):
            one = self.all[at]
            quoted = self._quoted_behind(at)
            if quoted and closing:
                words = "\n\n".join(escaped(other.text) for other in self.all[at : quoted + 1])
                yield f"{words}\n{{: .vb-chu-thich }}"
                at = quoted
            elif at in self.quoted:
                yield escaped(one.text)
            elif title := self._title(at):
                closing = False
                yield title[0]
                at = title[1]
            elif one.rows:
                closing = closing or any(framing.closes(cell) for row in one.rows for cell in row)
                yield from self._cells(one) if closing or _is_frame(one) else [as_table(one)]
            else:
                closing = closing or framing.closes(one.text)
                yield below_provisions(one.text) if closing else of_provision(one.text)
            at += 1

    def _quoted_behind(self, at: int) -> int:
        """Return the last paragraph of the quotation that a paragraph leaves open; 0 where it leaves none open."""
        end = at
        while at not in self.quoted and end + 1 in self.quoted:
            end += 1
        return end if end > at else 0

    def _head(self) -> tuple[int, bool]:
        """Return how many paragraphs stand before the first number, and whether the text is a law."""
        first = None
        for at, one in enumerate(self.all):
            title = markers.structure(one.text)
            if (title and title[0] in OF_LAWS) or markers.is_article(one.text):
                return at, True
            if title:
                break
            found = markers.LINE.match(one.text)
            if first is None and found and re.match(r"[\dA-Z]", found["marker"].strip("*( ")):
                first = at
            if first is not None and found and re.match(r"[IVX]+\s?[.\-–]|[A-C]\s?[.\-–]", one.text):
                break
        return first or 0, False

    def _opening(self, head: int, *, law: bool) -> Iterator[str]:
        introduced = addressed = False
        for one in self.all[:head]:
            if one.rows:
                yield from self._cells(one, opening=True)
                continue
            if not law and re.match(r"kính gửi\b", one.text, re.IGNORECASE):
                addressed = True
                yield f"{escaped(one.text)}\n{{: provision=kinh-gui }}"
                continue
            if addressed and re.match(r"[-–+•]\s", one.text):
                yield f"- {escaped(one.text[1:].strip())}"
                continue
            addressed = False
            running = len(one.text) > 80 and one.text.endswith((".", ";", ":")) and not framing.opens(one.text)
            if not law and (introduced or running):
                named = "" if introduced else f"\n{{: provision={INTRODUCTION} }}"
                introduced = True
                yield escaped_line(one.text) + named
            else:
                yield of_letterhead(one.text)

    def _cells(self, table: Paragraph, *, opening: bool = False) -> Iterator[str]:
        """Yield the cells of a table that is no table but a letterhead, or recipients beside a signature."""
        for cell in (cell for row in table.rows for cell in row):
            lines = [line for line in cell.split("\n") if any(map(str.isalnum, line))]
            for line in lines:
                yield of_letterhead(line) if opening else below_provisions(line)

    def _title(self, at: int) -> tuple[str, int] | None:
        """Return the heading of a part or article with its title, and the paragraph at which it ends."""
        words = self.all[at].text
        found = markers.structure(words)
        if found is None and markers.is_article(words):
            return self._article(words), at
        if found is None:
            return None
        kind = found[0]
        end = at
        while end + 1 < len(self.all) and self._goes_on(self.all[end + 1].text):
            end += 1
        level = _LEVELS[kind] + (kind in ("chuong", "muc", "tieu-muc") and "phan" in self.open)
        self.open = {one: there for one, there in self.open.items() if there < level} | {kind: level}
        title = " ".join(one.text for one in self.all[at : end + 1])
        return f"{'#' * level} {escaped(title)}{self._our_number(kind, found[2], found[3])}", end

    def _our_number(self, kind: str, number: str, printed: str) -> str:
        """Return the line that gives a chapter the next number where its file has the one before once more."""
        twice = kind == "chuong" and number == self.chapter
        if kind in ("chuong", "phan"):
            self.chapter = "" if kind == "phan" else str(int(number) + twice)
        if not twice:
            return ""
        self.renumbered.append(printed)
        return f"\n{{: number={self.chapter} }}"

    def _article(self, words: str) -> str:
        found = markers.ARTICLE.fullmatch(words)
        rest = found[3].strip() if found else ""
        if len(rest) > _LONGEST_TITLE or rest.endswith((".", ":", ";")):
            return escaped(words)
        return f"{'#' * (max(self.open.values(), default=1) + 1)} {escaped(words)}"

    @staticmethod
    def _goes_on(words: str) -> bool:
        if markers.is_structure(words) or markers.is_article(words) or framing.closes(words):
            return False
        return markers.is_attached(words) or (markers.is_title(words) and not markers.LINE.match(words))


def _is_frame(table: Paragraph) -> bool:
    return len(table.rows) == 1 and len(table.rows[0]) == 1
