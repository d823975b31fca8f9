"""The parts of a page as records, each with the offset at which it stands in its file."""

import re
from dataclasses import dataclass

_BAR = re.compile(r"(?<!\\)\|")
_BRACES = re.compile(r"\{[^{}\n]*\}(?=[ \t]*\n?\Z)")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of characters of a page that is not text."""

    kind: str
    """fence, code, comment, insert, or literal: one character that is shown as it is and means nothing."""
    at: int
    """Offset of its first character."""
    end: int
    """Offset after its last."""
    words: str = ""
    """The code without its marks, or the name of an insert."""


@dataclass(frozen=True, slots=True)
class Block:
    """A run of lines that belong together."""

    kind: str
    """heading, paragraph, item, row, quote or box."""
    at: int
    """Offset of its first line."""
    end: int
    """Offset after its last line."""
    indent: int
    """Columns before its first character."""
    deep: bool = False
    """Whether it is indented more than the text around it."""


def cells(row: str) -> list[str]:
    r"""Return the cells of a row of a table; an escaped bar is a character.

    >>> cells(r"| BHXH | bảo hiểm \| xã hội |")
    ['BHXH', 'bảo hiểm | xã hội']
    """
    return [cell.strip().replace("\\|", "|") for cell in _BAR.split(row.strip().removeprefix("|").removesuffix("|"))]


@dataclass(frozen=True, slots=True)
class Link:
    """An inline link or image, or the definition of a reference."""

    at: int
    """Offset of its first character."""
    end: int
    """Offset after its last character."""
    target: str
    """Address as written."""
    target_at: int
    """Offset of the address."""
    words: str
    """Text between the brackets."""
    image: bool = False
    """Whether it is an image."""
    rate: str = ""
    """Name of the rate whose value its words are; the target is the entry of the one in force."""

    @property
    def cited(self) -> str | None:
        """The id it cites, when it is a citation."""
        return self.target[5:] if self.target.startswith("cite:") else None


@dataclass(frozen=True, slots=True)
class Quote:
    """Words claimed to be a source's own."""

    at: int
    """Offset of the first character of the words."""
    end: int
    """Offset after the last."""
    cited: tuple[Link, ...]
    """The citations that say whose words they are; none when somebody forgot."""
    block: bool
    """Whether it is a block quote."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the text up to the next heading of any level."""

    level: int
    """1 to 6."""
    id: str
    """Explicit id, or nothing."""
    title: str
    """Its heading as written, without mark and attributes."""
    at: int
    """Offset of the heading."""
    text_at: int
    """Offset after the heading line."""
    end: int
    """Offset at which the next section starts."""
    citations: tuple[Link, ...] = ()
    """Citations in it, its heading's included."""
    rows: int = 0
    """Table rows in it."""
    readers: tuple[str, ...] = ()
    """For whom it is (`readers="cu-dan"`), as names of pages below `danh-cho/`."""
    answered: bool = True
    """Whether a source answers it; `answered=false` says that none does."""
    verbatim: bool = False
    """Whether its heading is a source's own wording (`.nguyen-van`)."""
    icon: str | None = None
    """The picture beside its heading (`icon="school"`)."""

    def braces(self, text: str) -> str:
        """Return the attributes of its heading as they are written in the text of its page, with their braces."""
        found = _BRACES.search(text, self.at, self.text_at)
        return found[0] if found else ""


@dataclass(frozen=True, slots=True)
class Question:
    """One question with its answer."""

    section: Section
    """Its heading and answer."""
    quote: Quote | None
    """The first quotation in the answer."""
    opening: str
    """What the answer says before its quotation, in plain words."""


@dataclass(frozen=True, slots=True)
class Slogan:
    """One slogan."""

    section: Section
    """Its heading and source."""
    lines: tuple[str, ...]
    """Its lines as a poster may break them."""

    @property
    def words(self) -> str:
        """The slogan on one line."""
        return " ".join(self.lines)


@dataclass(frozen=True, slots=True)
class Script:
    """One text to be read aloud, or to be used as it is."""

    section: Section
    """Its heading."""
    spoken: str
    """What is read aloud or used, as Markdown; empty when its box is missing."""
    at: int
    """Offset of that text."""


@dataclass(frozen=True, slots=True)
class Option:
    """One answer of a quiz question."""

    words: str
    """As Markdown."""
    right: bool
    """Whether it is the right one."""
    at: int
    """Offset in the page."""
    end: int
    """Offset after it."""


@dataclass(frozen=True, slots=True)
class Quiz:
    """One quiz question."""

    section: Section
    """Its heading, and everything below it."""
    options: tuple[Option, ...]
    """Its answers in order."""
