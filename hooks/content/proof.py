"""Whether an official text bears an entry out: its place, its figures, the provisions it names, its negations.

A problem is what a text refutes. An objection is what a machine can suspect and only a reader decide: it holds the
entry back until somebody records having read it against its article. A doubt is printed and holds nothing back.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from ..documents.digest import EntryText
from ..documents.official.official_text import OfficialText
from ..findings.finding import Reason
from ..text import fold, normalise
from .claims import Claim, claims, named, readable
from .figure_context import exchanged
from .resemblance import Resemblance

_WORD = re.compile(r"[^\W_]+")
_NEGATIONS = frozenset({"không", "chưa", "trừ", "cấm", "chẳng"})
_LEAST_RUN = 4
"""So many equal words around a negation make it a retelling of the same clause."""
_COUNTING = frozenset("hai ba bốn sáu bảy tám chín mười".split())


@dataclass(frozen=True)
class Proof:
    """What an official text says to one entry."""

    problems: tuple[Reason, ...] = ()
    """Refuted by the text."""
    objections: tuple[Reason, ...] = ()
    """Suspected: to be read by somebody."""
    doubts: tuple[Reason, ...] = ()
    """Not decided."""


def prove(pin: str, entry: EntryText, document: str, text: OfficialText, resemblance: Resemblance) -> Proof:
    """Return what `text` says to an entry on `pin` of `document`.

    `resemblance` is that of the same text: it is worked out once for all entries.
    """
    if pin not in text.passages:
        nearest = ", ".join(_near(pin, text)) or "–"
        return Proof((Reason("proof-no-provision", {"pin": pin, "near": nearest}),))
    words = readable(entry.words)
    own = f"{text.lead_in(pin)}\n{text.words(pin)}"
    places = named(f"{entry.title}.\n{entry.words}", pin, document)
    here = list(dict.fromkeys(one for place in places if not place.elsewhere for one in place.pins))
    stated = claims(own, pin)
    elsewhere = [claim for one in here if one in text.passages for claim in claims(text.words(one), one)]
    said = claims(words, pin)
    problems = [Reason("proof-no-reference", {"pin": one}) for one in here if one not in text.passages]
    unsupported = [one for one in (*claims(entry.title, pin), *said) if not _borne_out(one, (*stated, *elsewhere))]
    problems += [_unsupported(claim, (*stated, *elsewhere)) for claim in unsupported]
    objections = [
        *_strange_references(here, pin, own, text),
        *_misplaced(pin, words, resemblance),
        *_negations(words, own),
        *exchanged(words, said, own, stated),
    ]
    doubts = (*_order(said, stated), *_counts(words, own))
    return Proof(tuple(problems), tuple(objections), doubts)


def _near(pin: str, text: OfficialText) -> Sequence[str]:
    above = pin
    while above and above not in text.passages:
        above = above.rpartition(".")[0]
    return [one for one in text.passages if one.rpartition(".")[0] == above][:12] if above else []


def _borne_out(claim: Claim, stated: Sequence[Claim]) -> bool:
    alike = [one for one in stated if one.key == claim.key]
    return any(not claim.unit or not one.unit or one.unit == claim.unit for one in alike)


def _unsupported(claim: Claim, stated: Sequence[Claim]) -> Reason:
    there = ", ".join(dict.fromkeys(one.words for one in stated)) or "–"
    return Reason("proof-figure", {"figure": claim.words, "there": " ".join(there.split())[:200]})


def _strange_references(here: Sequence[str], pin: str, own: str, text: OfficialText) -> Iterator[Reason]:
    """Yield provisions the entry names and its provision does not, other than its own and those around it."""
    named_there = {one for reference in named(own, pin, "") for one in reference.pins}
    for one in dict.fromkeys(here):
        related = {pin, *named_there}
        inside = any(other == one or other.startswith(f"{one}.") for other in related) or one.startswith(f"{pin}.")
        if one in text.passages and not inside:
            yield Reason("proof-reference", {"pin": one})


def _misplaced(pin: str, words: str, resemblance: Resemblance) -> Iterator[Reason]:
    other = resemblance.better(pin, words)
    if other:
        yield Reason("proof-place", {"pin": other})


def _negations(words: str, own: str) -> Iterator[Reason]:
    """Yield where an entry retells a run of words with a negation more or less."""
    said, negated = _without_negations(words)
    there, negated_there = _without_negations(own)
    for match in SequenceMatcher(None, said, there, autojunk=False).get_matching_blocks():
        for offset in range(match.size if match.size >= _LEAST_RUN else 0):
            if negated[match.a + offset] != negated_there[match.b + offset]:
                around = said[max(match.a, match.a + offset - 3) : match.a + offset + 3]
                yield Reason("proof-negation", {"words": " ".join(around)})


def _without_negations(words: str) -> tuple[list[str], list[bool]]:
    """Return the words without negations, and of each whether one stood before it."""
    kept: list[str] = []
    negated: list[bool] = []
    waiting = False
    for token in _WORD.findall(normalise(words).lower()):
        if token in _NEGATIONS:
            waiting = True
            continue
        kept.append(token)
        negated.append(waiting)
        waiting = False
    return kept, negated


def _order(said: Sequence[Claim], stated: Sequence[Claim]) -> Iterator[Reason]:
    """Yield that the figures of an entry stand in another order than in its provision."""
    there = [claim.key for claim in stated]
    at = 0
    for claim in said:
        if claim.key not in there:
            continue
        found = next((i for i in range(at, len(there)) if there[i] == claim.key), None)
        if found is None:
            yield Reason("proof-order")
            return
        at = found


def _counts(words: str, own: str) -> Iterator[Reason]:
    """Yield number words before no unit that the provision does not have: a count of ours, or a wrong one."""
    there = fold(normalise(own))
    tokens = [word[0] for word in _WORD.finditer(words)]
    pairs = dict.fromkeys(f"{one} {other}" for one, other in pairwise(tokens) if one in _COUNTING)
    yield from (Reason("proof-count", {"words": pair}) for pair in pairs if fold(pair) not in there)
