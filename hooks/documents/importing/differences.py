"""Where two copies of a text differ, by provision; where the tone mark stands in a syllable is no difference."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from ...text import fold, normalise
from ..document import DocumentText

_PART = re.compile(r"\A((?:Phần|Chương|Mục|Tiểu mục|Điều)\s+\w+)\s?[.:]", re.IGNORECASE)
_NOTE = re.compile(r"\[\d+\]|\\")


@dataclass(frozen=True)
class Difference:
    """One provision that two copies have differently."""

    id: str
    """Id of the provision."""
    one: str
    """Its words in the first copy, around the first difference; nothing where it lacks the provision."""
    other: str
    """The same in the second."""


def between(one: DocumentText, other: DocumentText) -> Iterator[Difference]:
    """Yield the provisions that differ, in the order of the first copy, then those that only the second has."""
    here, there = _words(one), _words(other)
    for provision_id, words in here.items():
        if provision_id not in there:
            yield Difference(provision_id, " ".join(words[:20]), "")
        elif [_key(word) for word in words] != [_key(word) for word in there[provision_id]]:
            yield Difference(provision_id, *_around(words, there[provision_id]))
    for provision_id, words in there.items():
        if provision_id not in here:
            yield Difference(provision_id, "", " ".join(words[:20]))


def _words(text: DocumentText) -> Mapping[str, list[str]]:
    """Return id → words and signs; the sign behind the number of a part is none: `Mục 1.` is `Mục 1`."""
    return {
        name: re.findall(r"\w+|[^\w\s]", _NOTE.sub(" ", _PART.sub(r"\1 ", normalise(own), count=1)))
        for name, own in text.own_words.items()
    }


def _key(word: str) -> tuple[str, list[str]]:
    return fold(word), sorted(filter(unicodedata.combining, unicodedata.normalize("NFD", word.lower())))


def _around(one: list[str], other: list[str]) -> tuple[str, str]:
    """Return the words of both copies from shortly before the first difference to shortly behind the last."""
    matcher = SequenceMatcher(
        None, [str(_key(word)) for word in one], [str(_key(word)) for word in other], autojunk=False
    )
    changed = [code for code in matcher.get_opcodes() if code[0] != "equal"]
    _, i, _, j, _ = changed[0]
    _, _, k, _, m = changed[-1]
    return " ".join(one[max(i - 4, 0) : k + 4]), " ".join(other[max(j - 4, 0) : m + 4])
