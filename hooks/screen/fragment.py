"""A piece of a page that the build adds, as XML whose texts are inline Markdown, on its way into Markdown's tree."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree

from markdown import Markdown
from markdown.util import AtomicString
from markupsafe import Markup

_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_FINISHED, _BLOCKS = "lc-finished", "lc-blocks"


@dataclass(frozen=True)
class Fragment:
    """One piece."""

    xml: str
    """Elements whose texts are inline Markdown; what stands in `<lc-blocks>` is Markdown in blocks."""
    finished: tuple[str, ...] = ()
    """HTML that is Markdown's no more: it is taken apart by nothing that looks through the tree."""

    def elements(self, md: Markdown) -> list[ElementTree.Element]:
        """Return the elements, their texts not rendered yet."""
        root = ElementTree.fromstring(f"<div>{_NO_XML.sub('', self.xml)}</div>")  # noqa: S314 - no document type, no entity: our own templates
        self._expand(root, md)
        return list(root)

    def _expand(self, parent: ElementTree.Element, md: Markdown) -> None:
        parent.text = _unless_between_tags(parent.text)
        for child in list(parent):
            child.tail = _unless_between_tags(child.tail)
            if child.tag == _FINISHED:
                child.tag = "p"  # Markdown puts what it has stashed in the place of such a paragraph
                child.text = AtomicString(md.htmlStash.store(self.finished[int(child.attrib.pop("n"))]))
            elif child.tag == _BLOCKS:
                blocks = ElementTree.Element("div")
                md.parser.parseChunk(blocks, (child.text or "").strip())
                at = list(parent).index(child)
                parent[at : at + 1] = list(blocks)
            else:
                self._expand(child, md)


class Finished:
    """Collects the finished HTML of one fragment while its template is filled."""

    def __init__(self) -> None:
        """Begin with none."""
        self.pieces: list[str] = []

    def keep(self, html: str) -> Markup:
        """Return the element that stands for some HTML in the XML."""
        self.pieces.append(str(html).strip())
        return Markup(f'<{_FINISHED} n="{len(self.pieces) - 1}"/>') if self.pieces[-1] else Markup()  # noqa: S704 - two literals and a number


def finished(html: str) -> Fragment:
    """Return a fragment that is nothing but finished HTML."""
    kept = Finished()
    return Fragment(kept.keep(html), tuple(kept.pieces))


def _unless_between_tags(text: str | None) -> str | None:
    return None if text is not None and "\n" in text and not text.strip() else text


def headings(root: ElementTree.Element) -> Iterator[ElementTree.Element]:
    """Yield the headings below `root` in order."""
    return (element for element in root.iter() if element.tag in ("h1", "h2", "h3", "h4", "h5", "h6"))
