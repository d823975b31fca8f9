"""Whether each figure of an entry stands among the words it has in the text: true figures may have been exchanged."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set

from ..findings.finding import Reason
from .claims import Claim

_CLAUSE = re.compile(r"[^;\n]+?(?:\.(?=\s|\Z)|[;\n]|\Z)")
_WORD = re.compile(r"[^\W\d_]+")
_CLEARLY = 1.25
"""So many times more words in common is no chance."""


def exchanged(words: str, said: Sequence[Claim], text: str, stated: Sequence[Claim]) -> Iterator[Reason]:
    """Yield figures that the text has, but not where an entry has them, or not so often.

    `said` are the claims of `words`, `stated` those of `text`; figures of other texts are left alone.
    """
    there = [(_words(clause), [one for one in stated if start <= one.at < end]) for start, end, clause in _cut(text)]
    often = Counter(word for of_clause, _ in there for word in of_clause)
    held = {claim.key for claim in stated}
    for start, end, clause in _cut(words):
        here = [claim for claim in said if start <= claim.at < end and claim.key in held]
        own = _words(clause)
        shares = [sum(1 / often[word] for word in own & of_clause) for of_clause, _ in there]
        best = max((share for share, (_, claims) in zip(shares, there, strict=True) if claims), default=0.0)
        for claim in here:
            having = [
                share
                for share, (_, claims) in zip(shares, there, strict=True)
                if any(one.key == claim.key for one in claims)
            ]
            if best > max(having, default=0.0) * _CLEARLY:
                yield Reason("proof-exchanged", {"figure": claim.words})
    counts, counts_there = Counter(claim.key for claim in said), Counter(claim.key for claim in stated)
    for key, count in counts.items():
        if count > counts_there[key] > 0:
            figure = next(claim.words for claim in said if claim.key == key)
            yield Reason("proof-repeated", {"figure": figure})


def _cut(text: str) -> list[tuple[int, int, str]]:
    return [(found.start(), found.end(), found[0]) for found in _CLAUSE.finditer(text)]


def _words(clause: str) -> Set[str]:
    return {word.lower() for word in _WORD.findall(clause)}
