"""Terms of the glossary, explained where a page first uses them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from xml.etree import ElementTree

from ..content.model import Page
from ..text import plain

_WORD = re.compile(r"\w+")
_LEFT_ALONE = frozenset({"a", "abbr", "code", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "button", "label", "summary"})


@dataclass(frozen=True)
class Glossary:
    """The terms of one language."""

    terms: Mapping[str, tuple[str, str]]
    """Term in lower case → id on the glossary page and meaning."""

    @cached_property
    def _first_words(self) -> Mapping[str, str]:
        return {term: found[0] if (found := _WORD.search(term)) else "" for term in self.terms}

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        longest_first = sorted(self.terms, key=len, reverse=True)
        return re.compile(rf"(?<![\w/-])(?:{'|'.join(map(re.escape, longest_first))})(?![\w/-])")

    def mark(self, root: ElementTree.Element, url: str) -> None:
        """Link the first use of each term below `root` to the glossary at `url`, its meaning as a tooltip."""
        runs = list(_runs(root))
        small = [text.lower() for _, _, text in runs]
        everything = "\n".join(small)
        words = {"", *_WORD.findall(everything)}
        left = {term for term, first in self._first_words.items() if first in words and term in everything}
        for (parent, after, text), in_small in zip(runs, small, strict=True):
            if [term for term in left if term in in_small]:
                self._link(parent, after, text, url, left)

    def _link(
        self, parent: ElementTree.Element, after: ElementTree.Element | None, text: str, url: str, left: set[str]
    ) -> None:
        """Link the terms that are `left` in one text, and take them from there."""
        small = text.lower()
        at, previous = 0, after
        for found in self._pattern.finditer(small if len(small) == len(text) else text):
            term = found[0]
            if term not in left:
                continue
            left.remove(term)
            anchor, meaning = self.terms[term]
            link = ElementTree.Element("a", {"class": "lc-term", "href": f"{url}#{anchor}", "title": meaning})
            link.text = text[found.start() : found.end()]
            before = text[at : found.start()]
            if previous is None:
                parent.text = before
                parent.insert(0, link)
            else:
                previous.tail = before
                parent.insert(list(parent).index(previous) + 1, link)
            previous, at = link, found.end()
        if at and previous is not None:
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
            for name in re.split(r",\s*", title):
                terms.setdefault(name.lower(), (section.id, " ".join(plain(words).split())))
    return Glossary(terms)
