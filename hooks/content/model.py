"""A page as a record: its front matter, its parts, and where they stand."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from functools import cached_property

from ..conventions import language_folder
from ..documents.front_matter import FrontMatter
from ..findings.finding import Place, line_starts
from .figures import Figure, all_figures
from .parts import Block, Link, Piece, Question, Quiz, Quote, Script, Section, Slogan

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
    "tool",
    "text",
    "document",
    "digest",
    "report",
    "reference",
)
"""Kinds of page; the kind decides which rules hold."""
TOOL_NAMES = ("overtime", "leave", "notice", "unemployment", "retirement", "severance", "pension")
"""The tools; a page inserts `tool-<name>`, its form, and `examples-<name>`, the table of what it gives."""
SCREENS = (
    *("editor", "save", "finding", "question", "slogan", "outdated", "word", "ward", "publish", "undo"),
    *("check", "start", "new", "digest", "new-site"),
)
"""Pictures of the editor and of command windows; a page inserts `screen-<name>`."""


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
    bare_urls: tuple[tuple[int, int], ...] = ()
    """Start and end of each URL that stands among the words people read and is in no link."""
    lost_headings: tuple[tuple[str, int], ...] = ()
    """Reason and offset of each line that is meant as a heading and is none."""
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

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """The figures that people read on it, in digits and in words, in order."""
        return all_figures(self.prose, self.language)

    def link_at(self, offset: int) -> Link | None:
        """Return the link an offset stands in, if it stands in one."""
        index = bisect_right(self.links, offset, key=lambda link: link.at) - 1
        return self.links[index] if index >= 0 and offset < self.links[index].end else None

    def figures_of(self, section: Section) -> tuple[Figure, ...]:
        """Return the figures of a section, its heading included."""
        first = bisect_left(self._figures_at, section.at)
        return self.figures[first : bisect_left(self._figures_at, section.end, first)]

    def blocks_of(self, section: Section) -> tuple[Block, ...]:
        """Return the blocks of a section, its heading included."""
        first = bisect_left(self._blocks_at, section.at)
        return self.blocks[first : bisect_left(self._blocks_at, section.end, first)]

    def block_at(self, offset: int) -> Block | None:
        """Return the block an offset stands in, if it stands in one."""
        index = bisect_right(self._blocks_at, offset) - 1
        return self.blocks[index] if index >= 0 and offset < self.blocks[index].end else None

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
        line = bisect_right(self._line_starts, offset)
        return Place(self.path, line, offset - self._line_starts[line - 1] + 1)

    @cached_property
    def _figures_at(self) -> list[int]:
        return [figure.at for figure in self.figures]

    @cached_property
    def _blocks_at(self) -> list[int]:
        return [block.at for block in self.blocks]

    @cached_property
    def _line_starts(self) -> list[int]:
        return line_starts(self.text)
