"""What the build adds to a page goes into Markdown's tree, at the heading, list or line it belongs to.

The author's Markdown is rendered as it stands; only its tree is added to.
"""

import re
from collections.abc import Iterable, Sequence
from xml.etree import ElementTree

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from ..content.parse.markup import INSERT
from .additions import Additions
from .fragment import Fragment, headings

PRIORITY = 7
"""After attribute lists (8) have given headings their ids; before citations (6) and the table of contents (5)."""
_OWN_ATTRIBUTES = ("readers", "answered", "icon")
"""What a heading tells the program and not the browser."""
_LINE_END = re.compile(r"\s*\|\s*")


class Insertion(Treeprocessor):
    """Adds to the tree of one page."""

    def __init__(self, md: Markdown, additions: Additions) -> None:
        """Prepare for the page that `md` renders."""
        super().__init__(md)
        self.additions = additions
        self._parents: dict[ElementTree.Element, ElementTree.Element] = {}

    def run(self, root: ElementTree.Element) -> None:
        """Add what there is to add."""
        added = self.additions
        if added.whole is not None:
            root[:], root.text = self._rendered([added.whole]), None
            return
        named: dict[str, ElementTree.Element] = {}
        for heading in headings(root):
            for attribute in _OWN_ATTRIBUTES:
                heading.attrib.pop(attribute, None)
            named.setdefault(heading.get("id", ""), heading)
        self._parents = {child: parent for parent in root.iter() for child in parent}
        for section, quiz in added.quizzes.items():
            self._quiz(named.get(section), quiz)
        for section, (badge, poster) in added.slogans.items():
            self._slogan(named.get(section), badge, poster)
        for section, fragments in added.below.items():
            self._after(named.get(section), fragments)
        self._after(root.find("h1"), added.below_title)
        self._inserts(root)
        root.extend(self._rendered(added.at_end))

    def _rendered(self, fragments: Iterable[Fragment]) -> list[ElementTree.Element]:
        """Return elements as far as the tree of the page is by now: what ran before has run over them too."""
        holder = ElementTree.Element("div")
        for fragment in fragments:
            holder.extend(fragment.elements(self.md))
        for processor in self.md.treeprocessors:
            if processor is self:
                break
            processor.run(holder)
        return list(holder)

    def _after(self, element: ElementTree.Element | None, fragments: Sequence[Fragment]) -> None:
        if element is not None and fragments:
            parent = self._parents[element]
            at = list(parent).index(element) + 1
            parent[at:at] = self._rendered(fragments)

    def _following(self, element: ElementTree.Element, tag: str) -> ElementTree.Element | None:
        """Return the next element, if it is of that kind."""
        siblings = list(self._parents[element])
        after = siblings[siblings.index(element) + 1 :]
        return after[0] if after and after[0].tag == tag else None

    def _quiz(self, heading: ElementTree.Element | None, quiz: Fragment) -> None:
        """Put a quiz in the place of its list of options, and the paragraph that explains it into its answer."""
        options = self._following(heading, "ul") if heading is not None else None
        if options is None:
            return
        explanation = self._following(options, "p")
        parent = self._parents[options]
        at = list(parent).index(options)
        form, answer = self._rendered([quiz])
        parent[at : at + 1] = [form, answer]
        if explanation is not None:
            parent.remove(explanation)
            answer.append(explanation)

    def _slogan(self, heading: ElementTree.Element | None, badge: str, poster: Sequence[Fragment]) -> None:
        """Show a slogan on one line, say beside its source what it is, and its poster below."""
        if heading is None:
            return
        for element in heading.iter():
            element.text = _LINE_END.sub(" ", element.text) if element.text else element.text
            if element is not heading and element.tail:
                element.tail = _LINE_END.sub(" ", element.tail)
        source = self._following(heading, "p")
        if source is not None and len(source) and source[0].get("href", "").startswith("cite:"):
            source[-1].tail = (source[-1].tail or "") + " "
            ElementTree.SubElement(source, "span", {"class": "lc-badge"}).text = badge
            self._after(source, poster)

    def _inserts(self, root: ElementTree.Element) -> None:
        """Put the lists in the place of their lines, which Markdown has stashed as the comments they are."""
        places: dict[str, Fragment] = {}
        for number, raw in enumerate(self.md.htmlStash.rawHtmlBlocks):
            line = INSERT.fullmatch(raw.strip()) if isinstance(raw, str) and self.additions.inserts else None
            if line and line[1] in self.additions.inserts:
                places[self.md.htmlStash.get_placeholder(number)] = self.additions.inserts[line[1]]
        for paragraph in list(root.iter("p")) if places else ():
            if fragment := places.get((paragraph.text or "").strip()):
                self._after(paragraph, [fragment])
                self._parents[paragraph].remove(paragraph)
