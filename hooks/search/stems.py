"""English words that belong together: works, worked, working."""

import re
from collections.abc import Iterable

import snowballstemmer

from ..text import fold
from .entries import Entry

_WORD = re.compile(r"[a-z]{3,}")


def stems(found: Iterable[Entry]) -> list[str]:
    """Return the groups of words that share a stem, each as its words in order, one space between them."""
    words = {word for entry in found for word in _WORD.findall(fold(f"{entry.title} {entry.text} {entry.words}"))}
    ordered = sorted(words)
    groups: dict[str, list[str]] = {}
    for word, stem in zip(ordered, snowballstemmer.stemmer("english").stemWords(ordered), strict=True):
        groups.setdefault(stem, []).append(word)
    return sorted(" ".join(group) for group in groups.values() if len(group) > 1)
