"""The Markdown extension that turns `[text](cite:id)` into a link to the provision.

Where the text is empty the words of citation are filled in, before the table of contents is made (priority 5). The
addresses are put in after MkDocs has resolved links (0): it takes `cite:` for a scheme of its own and leaves it alone.
"""

from dataclasses import dataclass, field
from urllib.parse import urlsplit
from xml.etree import ElementTree

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor

from ..conventions import GLOSSARY_PAGE
from ..documents.provisions import anchor
from ..documents.registry import Registry, Unknown
from . import unbroken
from .glossary import Glossary
from .labels import mention
from .urls import relative

_WORDS = 6
_SECTIONS = -2
"""After the addresses: nothing looks at the order of blocks any more."""
_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4}
_ADDRESSES = -1


@dataclass
class Citing:
    """The page that is being rendered, and what it has cited so far."""

    registry: Registry
    """What ids name."""
    key: str
    """The page, below its language's folder."""
    language: str
    """Language of the words of citation."""
    folders: bool = True
    """Whether addresses are those of folders (`a/`) or of files (`a.html`)."""
    laid_out: bool = False
    """Whether the page is laid out by its sections."""
    rendered: list[str] = field(default_factory=list)
    """Known ids in the order in which they were rendered."""
    glossary: Glossary = field(default_factory=lambda: Glossary({}))
    """Terms to explain at their first use."""
    _mentioned: set[str] = field(default_factory=set)

    def words(self, cited: str) -> str:
        """Return the words of citation: in full the first time its document is mentioned on the page."""
        document_id = cited.partition(".")[0]
        first = document_id not in self._mentioned
        self._mentioned.add(document_id)
        return mention(self.registry, cited, self.language, first=first)

    def address(self, cited: str) -> str:
        """Return the address of a known id as it is linked from the page."""
        page = self.registry.document_of(cited).record.page
        return relative(page, anchor(cited) if "." in cited else "", self.key, folders=self.folders)


class CitationExtension(Extension):
    """Renders citations; `citing` is set for each page before it is converted."""

    citing: Citing | None = None
    """The page that is being rendered; nothing renders without it."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name Python-Markdown calls
        """Register the tree processor."""
        md.treeprocessors.register(_Words(md, self), "citations", _WORDS)
        md.treeprocessors.register(_Addresses(md, self), "citation-addresses", _ADDRESSES)
        md.treeprocessors.register(_Sections(md, self), "sections", _SECTIONS)


class _Words(Treeprocessor):
    def __init__(self, md: Markdown, extension: CitationExtension) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, root: ElementTree.Element) -> None:
        citing = self.extension.citing
        for link in list(root.iter("a")):
            href = link.get("href", "")
            if not _is_address(href):
                _break(link, "")
                continue
            if citing is None or not href.startswith("cite:"):
                continue
            cited = href.removeprefix("cite:")
            empty = not "".join(link.itertext()).strip()
            if isinstance(citing.registry.resolve(cited), Unknown):
                _break(link, cited if empty else "")
                continue
            cited = citing.registry.canonical(cited)
            citing.rendered.append(cited)
            if empty:
                link.text = citing.words(cited)
            link.set("class", f"{link.get('class', '')} lc-cite".strip())
            link.set("data-cite", cited)


class _Addresses(Treeprocessor):
    def __init__(self, md: Markdown, extension: CitationExtension) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, root: ElementTree.Element) -> None:
        citing = self.extension.citing
        for link in root.iter("a"):
            cited = link.get("data-cite")
            if citing is not None and cited and link.get("href", "").startswith("cite:"):
                link.set("href", citing.address(cited))
        if citing is not None and citing.key != GLOSSARY_PAGE:
            citing.glossary.mark(root, relative(GLOSSARY_PAGE, "", citing.key, folders=citing.folders))
        unbroken.mark(root, citing.glossary.terms if citing is not None and citing.language == "vi" else ())


class _Sections(Treeprocessor):
    """Puts each heading and what follows it into a section, on pages laid out by their sections."""

    def __init__(self, md: Markdown, extension: CitationExtension) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, root: ElementTree.Element) -> None:
        if self.extension.citing is None or not self.extension.citing.laid_out:
            return
        children, open_sections = list(root), [(1, root)]
        for child in children:
            level = _HEADINGS.get(child.tag, 0)
            if level > 1:
                while open_sections[-1][0] >= level:
                    open_sections.pop()
                section = ElementTree.SubElement(
                    open_sections[-1][1], "section", {"class": f"lc-section lc-section--{level}"}
                )
                open_sections.append((level, section))
            if len(open_sections) > 1:
                root.remove(child)
                open_sections[-1][1].append(child)


def _is_address(href: str) -> bool:
    """Return whether an address can be taken apart; MkDocs stops with a traceback at one that cannot."""
    try:
        urlsplit(href)
    except ValueError:
        return False
    return True


def _break(link: ElementTree.Element, words: str) -> None:
    """Make a link that leads nowhere a span: MkDocs asserts that every link has an address."""
    link.tag = "span"
    link.attrib = {"class": "lc-broken"}
    if words:
        link.text = words
