"""English words that belong together: works, worked, working."""

import os
import re
from collections.abc import Iterable

import snowballstemmer

from ..text import fold
from .entries import Entry

_WORD = re.compile(r"[a-z]{3,}")


def stems(found: Iterable[Entry]) -> list[str]:
    """Return the groups of words that share a stem: their common beginning, a space, their endings with commas."""
    words = {word for entry in found for word in _WORD.findall(fold(f"{entry.title} {entry.text} {entry.words}"))}
    ordered = sorted(words)
    groups: dict[str, list[str]] = {}
    for word, stem in zip(ordered, snowballstemmer.stemmer("english").stemWords(ordered), strict=True):
        groups.setdefault(stem, []).append(word)
    return sorted(_short(group) for group in groups.values() if len(group) > 1)


def _short(group: list[str]) -> str:
    """Return a group in short.

    >>> _short(["work", "worked", "works"])
    'work ,ed,s'
    """
    beginning = os.path.commonprefix(group)  # noqa: RUF071 - words, letter by letter, are meant
    return f"{beginning} {','.join(word.removeprefix(beginning) for word in group)}"
