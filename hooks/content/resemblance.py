"""Which provision of an official text an entry resembles most: to see that it stands at the wrong one."""

import re
from collections import Counter
from collections.abc import Mapping, Set
from functools import cached_property
from itertools import pairwise
from math import log

from ..documents.official.official_text import OfficialText

_WORD = re.compile(r"[^\W_]+")
_CLEARLY = 1.35
"""So many times more of an entry's words in another provision is no chance."""


class Resemblance:
    """Compares words with every provision of a text, the rarer words counting more."""

    def __init__(self, text: OfficialText) -> None:
        """Compare with `text`."""
        self._text = text

    def better(self, pin: str, words: str) -> str:
        """Return the provision of the same kind that has far more of some words than `pin` has, or nothing."""
        said = _pairs(words)
        own = self._share(pin, said)
        kind, article = pin.rpartition(".")[2][0], pin.partition(".")[0]
        peers = [one for one in self._text.passages if one.rpartition(".")[2][0] == kind and one != pin]
        beside = [one for one in peers if one.partition(".")[0] == article]
        for candidates in (beside, peers):
            best = max(candidates, key=lambda one: self._share(one, said), default=pin)
            if self._share(best, said) > own * _CLEARLY:
                return best
        return ""

    def _share(self, pin: str, said: Set[str]) -> float:
        return sum(self._weights.get(pair, 0.0) for pair in said & self._said[pin])

    @cached_property
    def _said(self) -> Mapping[str, Set[str]]:
        text = self._text
        return {pin: _pairs(f"{text.lead_in(pin)} {text.words(pin)}") for pin in text.passages}

    @cached_property
    def _weights(self) -> Mapping[str, float]:
        """Pair of words → how telling it is: the rarer among the provisions, the more."""
        counts = Counter(pair for passage in self._text.passages.values() for pair in _pairs(passage.text))
        return {pair: log(1 + len(self._text.passages) / count) for pair, count in counts.items()}


def _pairs(words: str) -> Set[str]:
    """Return the pairs of neighbouring words: most Vietnamese words have two syllables."""
    single = [word.lower() for word in _WORD.findall(words)]
    return {" ".join(pair) for pair in pairwise(single)}
