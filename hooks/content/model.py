"""What a page says, as records: the words it claims, with the offset of each in its file."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from functools import cached_property

from ..documents.frontmatter import FrontMatter
from ..findings.finding import Place, place_of

KINDS = ("overview", "theme", "qa", "slogans", "script", "kit", "reader", "picture", "document", "reference")
"""Kinds of page; the kind decides which rules hold."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """The front matter of a page."""

    title: str = ""
    """Short name in the menu and the window."""
    description: str = ""
    """One sentence for search engines and lists."""
    kind: str = "reference"
    """One of `KINDS`."""
    order: int = 1000
    """Position among its siblings in the menu."""
    pending: bool = False
    """Whether the page is published before its translation."""
    own_figures: tuple[str, ...] = ()
    """Figures that are the site's own."""


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
    attributes: str = ""
    """The attribute list of its heading as written."""


@dataclass(frozen=True)
class Page:
    """One page in one language, read once."""

    path: str
    """File, relative to the project root."""
    key: str
    """File below the language's folder: the same in both languages."""
    language: str
    """vi or en."""
    text: str
    """The file's whole text."""
    masked: str = ""
    """The same length, with front matter, code and comments blanked."""
    prose: str = ""
    """The masked text with link addresses, attributes and tags blanked too: what people read."""
    front: FrontMatter = field(default_factory=lambda: FrontMatter(""))
    """Its front matter with places."""
    metadata: Metadata = field(default_factory=Metadata)
    """Its front matter, typed."""
    full_text: bool = False
    """Whether its text is a document held in full: its provisions are its sections, and it claims nothing."""
    sections: tuple[Section, ...] = ()
    """Its sections in order; text before the first heading is a section of level 0."""
    links: tuple[Link, ...] = ()
    """Its links, images and citations in order."""
    quotes: tuple[Quote, ...] = ()
    """Its claims of wording in order."""
    anchors: tuple[tuple[str, int], ...] = ()
    """Explicit ids with their offsets."""

    @cached_property
    def citations(self) -> tuple[Link, ...]:
        """Its citations in order."""
        return tuple(link for link in self.links if link.cited is not None)

    def section_at(self, offset: int) -> Section:
        """Return the section an offset stands in."""
        index = bisect_right(self.sections, offset, key=lambda section: section.at)
        return self.sections[max(index - 1, 0)]

    def under(self, section: Section) -> tuple[Section, ...]:
        """Return a section and the sections below it."""
        first = bisect_left(self.sections, section.at, key=lambda one: one.at)
        last = first + 1
        while last < len(self.sections) and self.sections[last].level > section.level:
            last += 1
        return self.sections[first:last]

    def place(self, offset: int) -> Place:
        """Return the place of an offset."""
        return place_of(self.path, self.text, offset)
