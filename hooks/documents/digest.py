"""Digests: our own words for provisions of a document whose text is not held, and for what newspapers report.

The heading of an entry names its provision: `### Trả lương chậm {#d97-k4}` on the digest of `blld` is `blld.d97.k4`;
the letter đ is written `dd`. Entries of a report are numbered `y1`, `y2` …
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from .markers import LETTERS
from .provisions import anchor
from .records import PartialDate

COPIES = ("whole", "put-together", "shortened", "ocr", "extract")
"""What the text was that a digest was compared with; only a whole copy is shown as compared without a word more."""

_LETTER = f"(?:dd|[{LETTERS.replace('đ', '')}])"
_PIN = re.compile(
    rf"(?:c\d+(?:-m\d+)?|pl\d*|d\d+{_LETTER}?(?:-k\d+{_LETTER}?)?(?:-{_LETTER}\d?)?)\Z",
)
_REPORTED = re.compile(r"y[1-9]\d*\Z")


def pin(heading_id: str, *, report: bool = False) -> str:
    """Return the pin that the id of a heading stands for, or nothing.

    >>> pin("d97-k4"), pin("d36-k1-dd"), pin("tra-luong"), pin("y2", report=True)
    ('d97.k4', 'd36.k1.đ', '', 'y2')
    """
    if report:
        return heading_id if _REPORTED.match(heading_id) else ""
    return heading_id.replace("-", ".").replace("dd", "đ") if _PIN.match(heading_id) else ""


@dataclass(frozen=True)
class EntryText:
    """An entry in one language."""

    title: str
    """Its plain heading."""
    words: str
    """Its words in Markdown, heading left out."""
    path: str
    """File it stands in."""
    line: int
    """Line of its heading."""


@dataclass(frozen=True)
class Entry:
    """Our words for one provision, or one thing that is reported."""

    id: str
    """`blld.d97.k4`, `bld58.y1`."""
    texts: Mapping[str, EntryText]
    """Language → its words; Vietnamese is always there."""

    @property
    def pin(self) -> str:
        """Its id without the document's."""
        return self.id.partition(".")[2]

    @property
    def anchor(self) -> str:
        """Id of its heading in HTML."""
        return anchor(self.id)

    def in_language(self, language: str) -> EntryText:
        """Return its words in `language`, those of the original where there are none."""
        return self.texts.get(language) or self.texts["vi"]


@dataclass(frozen=True)
class Compared:
    """The text that a digest was compared with."""

    against: str
    """Name of its file in the folder of official texts."""
    on: date
    """Day."""
    copy: str = "whole"
    """One of `COPIES`."""


@dataclass(frozen=True)
class Source:
    """Where a report stands."""

    outlet: str
    """Newspaper or portal."""
    url: str
    """Where it can be read."""
    seen: date | None
    """Day on which it was read."""
    published: PartialDate | None = None
    """Day or month of publication, as far as it is known."""
    title: str = ""
    """Its headline."""
    note: str = ""
    """What readers should know of this copy."""


@dataclass(frozen=True)
class Digest:
    """One digest page."""

    id: str
    """What its entries' ids begin with: of a digest the document's id, of a report its own."""
    document: str
    """Id of the document it is about."""
    page: str
    """Page below a language's folder."""
    compared: Compared | None = None
    """What it was compared with; nothing for a report."""
    source: Source | None = None
    """Where it was reported; nothing for a digest."""
    review_by: date | None = None
    """Day by which somebody looks at it again."""
    review_line: int = 1
    """Line of that day."""
    entries: Mapping[str, Entry] = field(default_factory=dict)
    """Id → entry, in order."""

    @property
    def report(self) -> bool:
        """Whether it tells what is reported instead of what a text says."""
        return self.source is not None
