"""Terms of the glossary, explained where a page first uses them."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from xml.etree import ElementTree

from ..content.model import Page
from ..text import plain

_LEFT_ALONE = frozenset({"a", "abbr", "code", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "button", "label", "summary"})


@dataclass(frozen=True)
class Glossary:
    """The terms of one language."""

    terms: Mapping[str, tuple[str, str]]
    """Term in lower case → id on the glossary page and meaning."""

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        """Any of the terms, the longest first; where none begins with a letter, that is soon seen."""
        by_letter: dict[str, list[str]] = {}
        for term in sorted(self.terms, key=len, reverse=True):
            by_letter.setdefault(term[:1], []).append(re.escape(term[1:]))
        any_term = "|".join(f"{re.escape(letter)}(?:{'|'.join(rest)})" for letter, rest in by_letter.items())
        return re.compile(rf"(?<![\w/-])(?:{any_term})(?![\w/-])")

    def mark(self, root: ElementTree.Element, url: str) -> None:
        """Link the first use of each term below `root` to the glossary at `url`, its meaning as a tooltip.

        >>> root = ElementTree.fromstring("<div><h2>Quỹ</h2><p>Quỹ lương, <b>quỹ</b>, quỹ; quỹ-x</p></div>")
        >>> Glossary({"quỹ": ("quy", "…"), "quỹ lương": ("quy-luong", "…")}).mark(root, "g/")
        >>> [(link.get("href"), link.text, link.tail) for link in root.iter("a")]
        [('g/#quy-luong', 'Quỹ lương', ', '), ('g/#quy', 'quỹ', '')]
        """
        if not self.terms:
            return
        runs = list(_runs(root))
        small = [low if len(low := text.lower()) == len(text) else text for _, _, text in runs]
        starts = list(accumulate((len(text) + 1 for text in small), initial=0))
        first: dict[str, int] = {}
        for found in self._pattern.finditer("\n".join(small)):  # no term has a line's end
            first.setdefault(found[0], found.start())
        used: dict[int, list[tuple[int, str]]] = {}
        for term, place in first.items():
            run = bisect_right(starts, place) - 1
            used.setdefault(run, []).append((place - starts[run], term))
        for run, terms in used.items():
            self._link(*runs[run], terms, url)

    def _link(
        self,
        parent: ElementTree.Element,
        after: ElementTree.Element | None,
        text: str,
        terms: Iterable[tuple[int, str]],
        url: str,
    ) -> None:
        """Link terms in one text, each given with its place there, in order."""
        at, previous = 0, after
        for start, term in terms:
            anchor, meaning = self.terms[term]
            link = ElementTree.Element("a", {"class": "lc-term", "href": f"{url}#{anchor}", "title": meaning})
            link.text = text[start : start + len(term)]
            before = text[at:start]
            if previous is None:
                parent.text = before
                parent.insert(0, link)
            else:
                previous.tail = before
                parent.insert(list(parent).index(previous) + 1, link)
            previous, at = link, start + len(term)
        if previous is not None:
            previous.tail = text[at:]


def _runs(element: ElementTree.Element) -> Iterator[tuple[ElementTree.Element, ElementTree.Element | None, str]]:
    """Yield the texts below an element in which terms are linked: their parent, the child before them, the text."""
    if element.tag in _LEFT_ALONE or "lc-" in element.get("class", ""):
        return
    if element.text and not element.text.isspace():
        yield element, None, element.text
    for child in element:
        yield from _runs(child)
        if child.tail and not child.tail.isspace():
            yield element, child, child.tail


def glossary(page: Page | None) -> Glossary:
    """Return the terms of a glossary page; a heading that says where it is used (`CT trong …`) is no term by itself."""
    terms: dict[str, tuple[str, str]] = {}
    for section in page.sections if page else ():
        words = page.text[section.text_at : section.end].strip().split("\n\n")[0] if page else ""
        title = plain(section.title)
        foreign = "lang=" in words  # a tooltip cannot say that some of its words are of another language
        if section.level == 3 and section.id and words and not foreign and " trong " not in title and "(" not in title:
            for name in filter(None, re.split(r",\s*", title)):
                terms.setdefault(name.lower(), (section.id, " ".join(plain(words).split())))
    return Glossary(terms)
