"""English words that belong together: works, worked, working."""

import os
import re
from collections.abc import Iterable, Mapping

import snowballstemmer

from ..text import fold
from .entries import Entry

_WORD = re.compile(r"[a-z]{3,}")


def words(found: Iterable[Entry]) -> set[str]:
    """Return the words of entries, folded."""
    return {word for entry in found for word in _WORD.findall(fold(f"{entry.title} {entry.text} {entry.words}"))}


def by_stem(known: Iterable[str]) -> Mapping[str, str]:
    """Return word → stem; once for all words of a language, since nothing else in the index costs as much."""
    ordered = sorted(known)
    return dict(zip(ordered, snowballstemmer.stemmer("english").stemWords(ordered), strict=True))


def groups(known: Iterable[str], stems: Mapping[str, str]) -> list[str]:
    """Return the groups of words that share a stem: their common beginning, a space, their endings with commas."""
    alike: dict[str, list[str]] = {}
    for word in sorted(known):
        alike.setdefault(stems[word], []).append(word)
    return sorted(_short(group) for group in alike.values() if len(group) > 1)


def _short(group: list[str]) -> str:
    """Return a group in short.

    >>> _short(["work", "worked", "works"])
    'work ,ed,s'
    """
    beginning = os.path.commonprefix(group)  # noqa: RUF071 - words, letter by letter, are meant
    return f"{beginning} {','.join(word.removeprefix(beginning) for word in group)}"
