"""English words that belong together: works, worked, working."""

import os
import re
from collections.abc import Iterable, Mapping
from typing import Any

from ..cache import Cache, key, program
from ..text import fold
from .entries import Entry

_WORD = re.compile(r"[a-z]{3,}")
_STEMMED_BY = program(packages=("snowballstemmer",))


def words(found: Iterable[Entry]) -> set[str]:
    """Return the words of entries, folded."""
    written = {word for entry in found for word in f"{entry.title} {entry.text} {entry.words}".split()}
    return set(_WORD.findall(fold(" ".join(written))))


def by_stem(known: Iterable[str], cache: Cache) -> Mapping[str, str]:
    """Return word → stem; from the cache where no word is new, since nothing else in the index costs as much."""
    ordered = sorted(known)
    made = cache.get(key(_STEMMED_BY, *ordered), lambda: " ".join(_stemmer().stemWords(ordered)).encode())
    return dict(zip(ordered, made.decode().split(), strict=True))


def _stemmer() -> Any:
    import snowballstemmer  # it loads the stemmers of all its languages, and mostly no word is new

    return snowballstemmer.stemmer("english")


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
