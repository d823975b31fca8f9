"""The Markdown extension that turns `[text](cite:id)` into a link to the provision.

Where the text is empty the words of citation are filled in. It runs before the table of contents is made (priority 5)
and before MkDocs resolves links (0), so that both see its result.
"""

import posixpath
from dataclasses import dataclass, field
from urllib.parse import urlsplit
from xml.etree import ElementTree

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor

from ..source.provisions import Provision, anchor
from ..source.registry import Registry, Unknown
from .labels import mention

_PRIORITY = 6


@dataclass
class Citing:
    """The page that is being rendered, and what it has cited so far."""

    registry: Registry
    """What ids name."""
    key: str
    """The page, below its language's folder."""
    language: str
    """Language of the words of citation."""
    rendered: list[str] = field(default_factory=list)
    """Known ids in the order in which they were rendered."""
    _mentioned: set[str] = field(default_factory=set)

    def words(self, cited: str) -> str:
        """Return the words of citation: in full the first time its document is mentioned on the page."""
        document_id = cited.partition(".")[0]
        first = document_id not in self._mentioned
        self._mentioned.add(document_id)
        return mention(self.registry, cited, self.language, first=first)

    def address(self, found: object, cited: str) -> str:
        """Return the relative Markdown address of a citation."""
        page = self.registry.document_of(cited).record.page
        fragment = f"#{anchor(cited)}" if isinstance(found, Provision) else ""
        if page == self.key and fragment:
            return fragment
        return posixpath.relpath(page, posixpath.dirname(self.key) or ".") + fragment


class CitationExtension(Extension):
    """Renders citations; `citing` is set for each page before it is converted."""

    citing: Citing | None = None
    """The page that is being rendered; nothing renders without it."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name Python-Markdown calls
        """Register the tree processor."""
        md.treeprocessors.register(_CitationProcessor(md, self), "citations", _PRIORITY)


class _CitationProcessor(Treeprocessor):
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
            found = citing.registry.resolve(cited)
            empty = not "".join(link.itertext()).strip()
            if isinstance(found, Unknown):
                _break(link, cited if empty else "")
                continue
            cited = citing.registry.canonical(cited)
            citing.rendered.append(cited)
            if empty:
                link.text = citing.words(cited)
            link.set("href", citing.address(found, cited))
            link.set("class", f"{link.get('class', '')} lc-cite".strip())
            link.set("data-cite", cited)


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
