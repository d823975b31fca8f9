"""Everything that can be asked for, from A to Z: the search for whoever has no script."""

import re
import unicodedata
from dataclasses import dataclass

from ..documents.provisions import anchor
from ..handbook import Handbook
from ..text import fold, heading, normalise, plain

_ALPHABET = "aăâbcdđeêghiklmnoôơpqrstuưvxy"
_TONES = "\u0300\u0309\u0303\u0301\u0323"
_TONE = re.compile(f"[{_TONES}]")
_MATTERS = frozenset({"theme", "topic"})
"""Kinds of page that are asked for by their own name."""
_OPENING = 12
"""Words of a provision that stand in the list."""


@dataclass(frozen=True)
class Listed:
    """One line of the list."""

    words: str
    """What it says."""
    page: str
    """Its file below the language's folder."""
    id: str
    """Its id on the page; none for the whole page."""
    language: str
    """Language of its words."""
    cited: str = ""
    """Number of a provision in its document."""


def listed(handbook: Handbook, language: str) -> dict[str, list[Listed]]:
    """Return first letter → lines, in the order of the Vietnamese alphabet and its tones."""
    letters: dict[str, list[Listed]] = {}
    for line in sorted(_lines(handbook, language), key=lambda line: order(line.words)):
        first = next((letter for letter in line.words.lower() if letter.isalpha()), "…")
        letters.setdefault("Đ" if first == "đ" else fold(first).upper(), []).append(line)
    return letters


def _lines(handbook: Handbook, language: str) -> list[Listed]:
    pages = handbook.pages[language].values()
    lines = [
        Listed(heading(question.section.title), page.key, question.section.id, page.language)
        for page in pages
        for question in page.questions
    ]
    lines += [
        Listed(heading(page.sections[0].title), page.key, "", page.language)
        for page in pages
        if page.metadata.kind in _MATTERS and page.sections
    ]
    for document in handbook.registry.documents.values():
        text = document.texts.get(language)
        for provision in text.provisions.values() if text else ():
            words = normalise(plain(provision.text)).split()
            number = provision.id.partition(".")[2]
            if words:
                short = " ".join(words[:_OPENING]) + (" …" if len(words) > _OPENING else "")
                cited = number if number[0].isupper() else ""
                lines.append(Listed(short, document.page_of_text, anchor(provision.id), language, cited))
    return lines


def order(words: str) -> tuple[list[tuple[int, int]], str]:
    """Return a key that sorts as Vietnamese dictionaries do, syllable by syllable: letters first, tones after."""
    keys: list[tuple[int, int]] = []
    for syllable in re.findall(r"\w+", words.lower()):
        apart = unicodedata.normalize("NFD", syllable)
        tone = _TONE.search(apart)
        letters = unicodedata.normalize("NFC", _TONE.sub("", apart))
        keys += [(_ALPHABET.find(letter) + 1 or ord(letter), 0) for letter in letters]
        keys.append((0, _TONES.index(tone[0]) + 1 if tone else 0))
    return keys, words
