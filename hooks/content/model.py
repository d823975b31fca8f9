"""What a page says, as records: the words it claims, with the offset of each in its file."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from functools import cached_property

from ..conventions import language_folder
from ..documents.frontmatter import FrontMatter
from ..findings.finding import Place, place_of

KINDS = (
    "overview",
    "theme",
    "topic",
    "qa",
    "slogans",
    "script",
    "kit",
    "reader",
    "picture",
    "form",
    "text",
    "document",
    "digest",
    "report",
    "reference",
)
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
    aliases: tuple[str, ...] = ()
    """Former URLs of what stands here now, as they are written: see `content.aliases`."""


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
    headings: tuple[tuple[int, str], ...] = ()
    """Offset and words, as written, of each heading with marks (#), those of a document held in full included."""
    blocks: tuple[Block, ...] = ()
    """Its headings, paragraphs, list items, table rows, quotations and boxes in order."""
    sections: tuple[Section, ...] = ()
    """Its sections in order; text before the first heading is a section of level 0."""
    links: tuple[Link, ...] = ()
    """Its links, images and citations in order."""
    quotes: tuple[Quote, ...] = ()
    """Its claims of wording in order."""
    inserts: tuple[tuple[str, int], ...] = ()
    """Names of the lists that it asks for (`<!-- insert: name -->`) with their offsets."""
    anchors: tuple[tuple[str, int], ...] = ()
    """Explicit ids with their offsets."""
    pieces: tuple[Piece, ...] = ()
    """Its code, comments and inserts, and the characters that mean nothing, in order."""
    foreign: tuple[tuple[str, int], ...] = ()
    """Kind and offset of what Markdown may have and a page of this site may not, in order: see `checks.grammar`."""
    attribute_lists: tuple[tuple[int, int], ...] = ()
    """Start and end of each attribute list."""
    boxes: tuple[int, ...] = ()
    """Offset of the mark of each box."""

    questions: tuple[Question, ...] = ()
    """Its questions, on a page of questions and answers or on a topic."""
    slogans: tuple[Slogan, ...] = ()
    """Its slogans, on a page of slogans."""
    scripts: tuple[Script, ...] = ()
    """Its texts to be read aloud, or on a page of kit those to be used as they are, or letters to copy."""
    quizzes: tuple[Quiz, ...] = ()
    """Its quiz questions."""

    @property
    def name(self) -> str:
        """Its file below the language's folder as it is called: the key, unless that is an index called README.md."""
        return self.path.removeprefix(language_folder(self.language))

    @property
    def offered(self) -> tuple[Script, ...]:
        """Its texts that people can take away and use."""
        return tuple(text for text in self.scripts if text.spoken and text.section.id)

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
