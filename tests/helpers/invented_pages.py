"""Pages that say nothing, in words of the site: for measuring the search on a site of any size."""

import itertools
import random
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from hooks.conventions import TERMS
from hooks.screen.urls import Urls

from . import typing_forms
from .generated_pages import FRONT

_WORD = re.compile(r"[^\W\d_]+")
_ANCHOR = re.compile(r"[^\n]*\{#([\w-]+)")
_FULL = re.compile(r"---\n(?:(?!---\n).*\n)*?  text: full\n")
_TOLD = re.compile(r"---\n(?:(?!---\n).*\n)*?kind: (?:digest\nof|report\nid): (\S+)\n")
"""The front matter of a digest or report; group 1 is what the ids of its entries begin with."""
_MARKUP = re.compile(r"\A---.*?\n---\n|\]\([^)]*\)|\{[^}]*\}|<[^>]*>", re.DOTALL)


def invent(root: Path, count: int, seed: int = 5) -> tuple[list[str], list[str]]:
    """Write `count` pages in each language whose sentences follow the site's own words, two by two.

    Return 200 times four neighbouring words of one section, and 200 times four words scattered over one.
    """
    chance = random.Random(seed)
    phrases: list[str] = []
    scattered: list[str] = []
    (root / TERMS).write_text("# Words drawn by chance keep no list of terms.\n", "utf-8")
    for language in ("vi", "en"):
        words = [word for body in _bodies(root, language) for word in _WORD.findall(body)]
        following: dict[str, list[str]] = {}
        for one, other in itertools.pairwise(words):
            following.setdefault(one, []).append(other)
        folder = root / "docs" / language / "thu"
        folder.mkdir()
        for number in range(count):
            front = f"---\ntitle: Trang thử {number}\n{FRONT}own_figures: ['{number}']\n---\n\n# Trang thử\n"
            parts = [front]
            said: list[str] = []
            for section in range(4):
                word = chance.choice(words)
                said = [word := chance.choice(following.get(word) or words) for _ in range(90)]
                parts.append(f"## {' '.join(said[:5])} {{#phan-{section}}}\n\n{' '.join(said[5:])}.\n")
            (folder / f"trang-{number}.md").write_text("\n".join(parts), "utf-8")
            if language == "vi" and number % max(count // 200, 1) == 0:
                at = chance.randrange(10, 80)
                phrases.append(" ".join(said[at : at + 4]).lower())
                scattered.append(" ".join(chance.sample(sorted(set(said[5:])), 4)).lower())
    return phrases[:200], scattered[:200]


def _bodies(root: Path, language: str) -> Iterable[str]:
    for path in sorted((root / "docs" / language).rglob("*.md")):
        yield _MARKUP.sub(" ", path.read_text("utf-8"))


@dataclass(frozen=True)
class Section:
    """What one section of a page says."""

    page: str
    """Address of its page."""
    anchor: str
    """Its id; none above the first heading below the title."""
    text: str
    """Its words in small letters, with a space before, between and after them."""

    @property
    def address(self) -> str:
        return f"{self.page}#{self.anchor}" if self.anchor else self.page

    @cached_property
    def words(self) -> frozenset[str]:
        return frozenset(self.text.split())

    @cached_property
    def bare(self) -> frozenset[str]:
        return frozenset(map(typing_forms.bare, self.words))


def _anchor(text: str, told: re.Match[str] | None) -> str:
    """Return the id of a section for browsers; that of an entry of a digest begins with the document it tells."""
    found = _ANCHOR.match(text)
    if not found:
        return ""
    entry = told and re.match(r"[a-z]+\d", found[1])
    return f"{told[1]}-{found[1]}" if told and entry else found[1]


@dataclass(frozen=True)
class Alike:
    """A word that some sections have, and others only with other marks."""

    word: str
    exact: frozenset[str]
    """Addresses of the sections that have it."""
    alike: frozenset[str]
    """Addresses of the sections that only have its look-alikes."""

    def comes_first(self, hits: Iterable[str]) -> bool:
        """Return whether the first of the hits that has one or the other has the word itself."""
        return next((hit in self.exact for hit in hits if hit in self.exact or hit in self.alike), False)


class Truth:
    """Which pages have words as neighbours, or all in one section: what a query of chance words is to find."""

    def __init__(self, root: Path) -> None:
        base = root / "docs/vi"
        self.sections: tuple[Section, ...] = ()
        self.official: frozenset[str] = frozenset()
        """URLs of the documents held in full: the parts of their text have addresses of their own."""
        for path in sorted(base.rglob("*.md")):
            whole = path.read_text("utf-8")
            page = Urls().page(path.relative_to(base).as_posix())
            told = _TOLD.match(whole)
            self.sections += tuple(
                Section(
                    page,
                    _anchor(text, told),
                    f" {' '.join(_WORD.findall(_MARKUP.sub(' ', text).lower()))} ",
                )
                for text in re.split(r"^#+ ", whole, flags=re.MULTILINE)
            )
            if _FULL.match(whole):
                self.official |= {page}

    def neighbours(self, phrase: str) -> list[str]:
        """Return the pages that have the words of a phrase in a row."""
        return [section.page for section in self.sections if f" {phrase} " in section.text]

    def together(self, words: str, *, marked: bool = True) -> list[str]:
        """Return the pages that have all words in one section."""
        wanted = set(words.split()) if marked else {typing_forms.bare(word) for word in words.split()}
        return [one.page for one in self.sections if wanted <= (one.words if marked else one.bare)]

    def look_alikes(self, count: int, seed: int = 5) -> list[Alike]:
        """Return marked words by chance that have look-alikes (tù, tu) in sections without them.

        A word without marks may be meant as any of its look-alikes. Words of the official documents are left out:
        their provisions have addresses of their own.
        """
        spelled = {
            word: typing_forms.apart(word) for word in {word for section in self.sections for word in section.words}
        }
        exact: dict[tuple[str, str], set[str]] = {}
        bare: dict[str, set[str]] = {}
        for section in self.sections:
            for word in section.words:
                exact.setdefault(spelled[word], set()).add(section.address)
                bare.setdefault(typing_forms.bare(word), set()).add(section.address)
        official = {word for section in self.sections if section.page in self.official for word in section.bare}
        found = [
            Alike(word, frozenset(exact[own]), frozenset(bare[typing_forms.bare(word)] - exact[own]))
            for word, own in sorted(spelled.items())
            if typing_forms.bare(word) not in {word, *official}
        ]
        found = [one for one in found if one.alike]
        return random.Random(seed).sample(found, min(count, len(found)))
