"""What a file gave: its lines with their pages, and what is no part of the text.

Nothing is lost on the way from here to the page: letters and digits are counted page by page (`Source.counted`).
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Line:
    """One line, paragraph or table as the file has it."""

    text: str
    """Its words, in NFC; of a table nothing."""
    page: int
    """Number of its page, from 1; of a file without pages 1."""
    rows: tuple[tuple[str, ...], ...] = ()
    """Cells of a table by row."""
    whole: bool = False
    """Whether it is a paragraph as the author made it, not a line that ends where the paper ended."""

    @property
    def words(self) -> str:
        """All its words."""
        return self.text + " ".join(cell for row in self.rows for cell in row)


@dataclass(frozen=True)
class Source:
    """The text of a file."""

    lines: tuple[Line, ...]
    """What belongs to the text."""
    dropped: tuple[Line, ...] = ()
    """Heads and numbers of pages, stamps of electronic signatures."""
    paper: bool = False
    """Whether its lines are known to end where the paper ended."""
    typefaces: Mapping[str, str] = field(default_factory=dict)
    """Typeface → words set in it, as far as the file names any."""

    def counted(self) -> Counter[int]:
        """Return page → letters and digits of the text."""
        counts: Counter[int] = Counter()
        for line in self.lines:
            counts[line.page] += len(letters(line.words))
        return counts


def letters(text: str) -> str:
    """Return the letters and digits of a text."""
    return "".join(filter(str.isalnum, text))
