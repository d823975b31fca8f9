"""The Markdown extension: it adds what the build adds, and turns `[text](cite:id)` into a link to the provision.

Where the text is empty the words of citation are filled in, before the table of contents is made (priority 5). The
URLs are put in after MkDocs has resolved links (0): it takes `cite:` for a scheme of its own and leaves it alone.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit
from xml.etree import ElementTree

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor

from ..content import rates, ward
from ..conventions import GLOSSARY_PAGE
from ..documents.provisions import anchor
from ..documents.registry import Registry
from ..documents.unknown_citations import Unknown
from . import unbroken
from .additions import Additions
from .glossary import Glossary
from .grammar import MARK, GrammarExtension, Token
from .heading_processors import EntryIds, Sections, WithoutPermalinks
from .inline import SparingInlineProcessor
from .insertion import PRIORITY, Insertion
from .labels import official_citation, short_citation
from .urls import Urls
from .ward_fields import FilledIn

_INLINE = 20
"""Where Python-Markdown has its own."""
_WORDS = 6
_SECTIONS = -2
"""After the URLs: nothing looks at the order of blocks any more."""
_URLS = -1
_OFFICIAL = {"lan-dau": True, "lan-sau": False}
"""Class of a citation → whether it is the first mention of its document, cited officially."""


@dataclass
class Rendering:
    """A page on its way through Markdown: what that needs to know, and what it found."""

    registry: Registry
    """What ids name."""
    key: str
    """The page, below its language's folder."""
    language: str
    """Language of the words of citation."""
    additions: Additions
    """What the build adds to the page."""
    urls: Urls
    """How the site names its pages."""
    tokens: tuple[Token, ...] = ()
    """What the tokens in its text stand for."""
    laid_out: bool = False
    """Whether the page is laid out by its sections."""
    entries: Mapping[str, str] = field(default_factory=dict)
    """Id of a heading as it is written on a digest → its id for browsers."""
    glossary: Glossary = field(default_factory=lambda: Glossary({}))
    """Terms to explain at their first use."""
    rates: Mapping[str, str] = field(default_factory=dict)
    """Name of a rate in force → the id of its entry."""
    ward: Mapping[str, FilledIn] = field(default_factory=dict)
    """Name of what only the ward knows → how it is shown."""
    cited: list[str] = field(default_factory=list)
    """Known ids in the order in which they were rendered."""

    def words(self, cited: str, classes: str) -> str:
        """Return the words of citation: short ones, or the official form that one of the classes of the link names."""
        form = next((first for name, first in _OFFICIAL.items() if name in classes.split()), None)
        if form is None:
            return short_citation(self.registry, cited, self.language)
        return official_citation(self.registry, cited, self.language, first=form)

    def url(self, cited: str) -> str:
        """Return the URL of a known id as it is linked from the page."""
        page = self.registry.page_of(cited)
        return self.urls.relative(page, anchor(cited) if "." in cited else "", self.key)


class HandbookExtension(Extension):
    """Renders citations and adds what the build adds; each page is handed over before it is converted."""

    def __init__(self) -> None:
        """Wait for the first page."""
        super().__init__()
        self._next: Rendering | None = None

    def hand_over(self, page: Rendering) -> None:
        """Take the page that is converted next: MkDocs makes a converter for each, and asks for nothing else."""
        self._next = page

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name Python-Markdown calls
        """Register the tree processors of one page; a converter for which no page was handed over gets none."""
        page, self._next = self._next, None
        if page is None:
            return
        GrammarExtension(page.tokens).extendMarkdown(md)
        md.treeprocessors.register(SparingInlineProcessor(md), "inline", _INLINE)
        if page.entries:
            md.treeprocessors.register(EntryIds(md, page.entries), "entries", PRIORITY + 0.5)
        md.treeprocessors.register(Insertion(md, page.additions), "additions", PRIORITY)
        md.treeprocessors.register(_Words(md, page), "citations", _WORDS)
        md.treeprocessors.register(_Urls(md, page), "citation-urls", _URLS)
        if page.additions.whole is not None:
            md.treeprocessors.register(WithoutPermalinks(md), "unmarked", _URLS)
        if page.laid_out:
            md.treeprocessors.register(Sections(md), "sections", _SECTIONS)


class _Words(Treeprocessor):
    def __init__(self, md: Markdown, page: Rendering) -> None:
        super().__init__(md)
        self.page = page

    def run(self, root: ElementTree.Element) -> None:
        page = self.page
        for link in list(root.iter("a")):
            href = link.get("href", "")
            if not _is_url(href):
                _break(link, "")
                continue
            if href.startswith(ward.SCHEME):
                _fill_in(link, page.ward.get(href.removeprefix(ward.SCHEME)))
                continue
            if href.startswith(rates.SCHEME):
                entry = page.rates.get(href.removeprefix(rates.SCHEME), "")
                href = f"cite:{entry}"
                link.set("href", href)
            if not href.startswith("cite:"):
                continue
            cited = href.removeprefix("cite:")
            empty = not "".join(link.itertext()).strip()
            if isinstance(page.registry.resolve(cited), Unknown):
                _break(link, cited if empty else "")
                continue
            cited = page.registry.canonical(cited)
            page.cited.append(cited)
            if empty:
                link.text = page.words(cited, link.get("class", ""))
            link.set("class", f"{link.get('class', '')} lc-cite".strip())
            link.set("data-cite", cited)


class _Urls(Treeprocessor):
    def __init__(self, md: Markdown, page: Rendering) -> None:
        super().__init__(md)
        self.page = page

    def run(self, root: ElementTree.Element) -> None:
        page = self.page
        for link in root.iter("a"):
            cited = link.get("data-cite")
            if cited and link.get("href", "").startswith("cite:"):
                link.set("href", page.url(cited))
        for mark in [one for one in root.iter() if one.get("class") == MARK]:
            mark.tag = "a"
            mark.set("href", f"#bao-{mark.get('id')}")
        if page.key != GLOSSARY_PAGE:
            page.glossary.mark(root, page.urls.relative(GLOSSARY_PAGE, "", page.key))
        unbroken.mark(root, page.glossary.terms if page.language == "vi" else ())


def _fill_in(link: ElementTree.Element, filled: FilledIn | None) -> None:
    """Show what the ward has filled in, or that it has not."""
    if filled is None:
        _break(link, "")
        return
    link.tag, link.attrib, link.text = "span", {"class": "lc-blank"} if filled.blank else {}, filled.words
    if filled.href:
        link.tag, link.attrib = "a", {"href": filled.href}


def _is_url(href: str) -> bool:
    """Return whether a URL can be taken apart; MkDocs stops with a traceback at one that cannot."""
    try:
        urlsplit(href)
    except ValueError:
        return False
    return True


def _break(link: ElementTree.Element, words: str) -> None:
    """Make a link that leads nowhere a span: MkDocs asserts that every link has a URL."""
    link.tag = "span"
    link.attrib = {"class": "lc-broken"}
    if words:
        link.text = words
