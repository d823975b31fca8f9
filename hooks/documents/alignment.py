"""Which provision of a newer text is which of the older one: siblings are compared in order, by their words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from ..text import normalise
from .document import DocumentText
from .provisions import Provision

_ALIKE = 0.5
"""From this share of equal words two provisions are one that was changed."""


@dataclass(frozen=True)
class Alignment:
    """The provisions of two versions of a text side by side."""

    pairs: dict[str, str] = field(default_factory=dict)
    """Id in the older → id in the newer version."""
    changed: tuple[str, ...] = ()
    """Ids in the newer version of what has other words than before."""
    added: tuple[str, ...] = ()
    """Ids in the newer version of what was not there."""
    gone: tuple[str, ...] = ()
    """Ids in the older version of what is there no more."""

    @property
    def moved(self) -> dict[str, str]:
        """Id in the older → another id in the newer version."""
        return {old: new for old, new in self.pairs.items() if old != new}


def align(old: DocumentText, new: DocumentText) -> Alignment:
    """Return which provision is which."""
    pairs = dict(_pairs(old, new, _top(old), _top(new)))
    same = {one: normalise(words) for one, words in old.own_words.items()}
    changed = tuple(two for one, two in pairs.items() if same[one] != normalise(new.own_words[two]))
    known = set(pairs.values())
    added = tuple(one for one in new.provisions if one not in known)
    gone = tuple(one for one in old.provisions if one not in pairs)
    return Alignment(pairs, changed, added, gone)


def _top(text: DocumentText) -> Sequence[Provision]:
    return [provision for provision in text.provisions.values() if provision.parent is None]


def _pairs(
    old: DocumentText, new: DocumentText, before: Sequence[Provision], after: Sequence[Provision]
) -> Iterator[tuple[str, str]]:
    one = [_plain(old, provision) for provision in before]
    two = [_plain(new, provision) for provision in after]
    for _, i, k, j, m in SequenceMatcher(None, one, two, autojunk=False).get_opcodes():
        rest = list(range(j, m))
        for at in range(i, k):
            if one[at : at + 1] and one[at] in two[j:m] and two.index(one[at], j, m) in rest:
                best = two.index(one[at], j, m)
            else:
                best = max(rest, key=lambda other: _ratio(one[at], two[other]), default=-1)
                if best < 0 or _ratio(one[at], two[best]) < _ALIKE:
                    continue
            rest = [other for other in rest if other > best]
            yield before[at].id, after[best].id
            yield from _pairs(old, new, old.children(before[at].id), new.children(after[best].id))


def _plain(text: DocumentText, provision: Provision) -> str:
    """Return the words of a provision without its number, which may be another one now."""
    words = normalise(text.own_words[provision.id])
    return words.removeprefix(normalise(provision.marker)).strip()


def _ratio(one: str, other: str) -> float:
    return SequenceMatcher(None, one.split(), other.split(), autojunk=False).ratio()
