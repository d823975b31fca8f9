"""What the build adds to a page goes into Markdown's tree, at the heading, list or line it belongs to.

The author's Markdown is rendered as it stands; only its tree is added to.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
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
_Step = tuple[Sequence[Fragment], Callable[[list[ElementTree.Element]], object]]
"""Fragments, and what puts their elements into the tree."""


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
            (root[:],), root.text = self._rendered([[added.whole]]), None
            return
        named: dict[str, ElementTree.Element] = {}
        for heading in headings(root):
            for attribute in _OWN_ATTRIBUTES:
                heading.attrib.pop(attribute, None)
            named.setdefault(heading.get("id", ""), heading)
        self._parents = {child: parent for parent in root.iter() for child in parent}
        steps = [*self._steps(root, named), (added.at_end, root.extend)]
        for (_, put), elements in zip(steps, self._rendered([fragments for fragments, _ in steps]), strict=True):
            put(elements)

    def _steps(self, root: ElementTree.Element, named: Mapping[str, ElementTree.Element]) -> Iterator[_Step]:
        """Yield what is added, in order, and what puts its elements into the tree."""
        added = self.additions
        for section, quiz in added.quizzes.items():
            if section in named:
                yield [quiz], partial(self._quiz, named[section])
        for section, (badge, poster) in added.slogans.items():
            if section in named:
                yield poster, partial(self._slogan, named[section], badge)
        for section, fragments in added.below.items():
            if section in named:
                yield fragments, partial(self._after, named[section])
        title = root.find("h1")
        if title is not None:
            yield added.below_title, partial(self._after, title)
        for paragraph, fragment in self._inserts(root):
            yield [fragment], partial(self._instead, paragraph)

    def _rendered(self, groups: Iterable[Sequence[Fragment]]) -> list[list[ElementTree.Element]]:
        """Return the elements of each group of fragments as far as the tree of the page is by now.

        What ran before has run over them too, over all at once: it takes a while to begin with.
        """
        holder = ElementTree.Element("div")
        for fragments in groups:
            group = ElementTree.SubElement(holder, "div")
            for fragment in fragments:
                group.extend(fragment.elements(self.md))
        for processor in self.md.treeprocessors:
            if processor is self:
                break
            processor.run(holder)
        return [list(group) for group in holder]

    def _after(self, element: ElementTree.Element, elements: Iterable[ElementTree.Element]) -> None:
        parent = self._parents[element]
        at = list(parent).index(element) + 1
        parent[at:at] = elements

    def _instead(self, element: ElementTree.Element, elements: Iterable[ElementTree.Element]) -> None:
        self._after(element, elements)
        self._parents[element].remove(element)

    def _following(self, element: ElementTree.Element, tag: str) -> ElementTree.Element | None:
        """Return the next element, if it is of that kind."""
        siblings = list(self._parents[element])
        after = siblings[siblings.index(element) + 1 :]
        return after[0] if after and after[0].tag == tag else None

    def _quiz(self, heading: ElementTree.Element, rendered: Iterable[ElementTree.Element]) -> None:
        """Put a quiz in the place of its list of options, and the paragraph that explains it into its answer."""
        options = self._following(heading, "ul")
        if options is None:
            return
        explanation = self._following(options, "p")
        parent = self._parents[options]
        at = list(parent).index(options)
        form, answer = rendered
        parent[at : at + 1] = [form, answer]
        if explanation is not None:
            parent.remove(explanation)
            answer.append(explanation)

    def _slogan(self, heading: ElementTree.Element, badge: str, poster: Iterable[ElementTree.Element]) -> None:
        """Show a slogan on one line, say beside its source what it is, and its poster below."""
        for element in heading.iter():
            element.text = _LINE_END.sub(" ", element.text) if element.text else element.text
            if element is not heading and element.tail:
                element.tail = _LINE_END.sub(" ", element.tail)
        source = self._following(heading, "p")
        if source is not None and len(source) and source[0].get("href", "").startswith("cite:"):
            source[-1].tail = (source[-1].tail or "") + " "
            ElementTree.SubElement(source, "span", {"class": "lc-badge"}).text = badge
            self._after(source, poster)

    def _inserts(self, root: ElementTree.Element) -> Iterator[tuple[ElementTree.Element, Fragment]]:
        """Yield the lines that lists stand for, which Markdown has stashed as the comments they are, and the lists."""
        places: dict[str, Fragment] = {}
        for number, raw in enumerate(self.md.htmlStash.rawHtmlBlocks):
            line = INSERT.fullmatch(raw.strip()) if isinstance(raw, str) and self.additions.inserts else None
            if line and line[1] in self.additions.inserts:
                places[self.md.htmlStash.get_placeholder(number)] = self.additions.inserts[line[1]]
        for paragraph in root.iter("p") if places else ():
            if fragment := places.get((paragraph.text or "").strip()):
                yield paragraph, fragment
