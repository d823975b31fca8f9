"""Which page has the words of one that is gone: it was renamed, or they were moved into another."""

from collections.abc import Mapping, Set

_LIKE = 0.5
"""Of the sections of a page that is gone, so many have to be on another for it to be named."""


def renamed(gone: Mapping[str, Set[str]], there: Mapping[str, Set[str]]) -> Mapping[str, str]:
    """Return, for each page that is gone, the page that has most of its sections; none where half of them are lost.

    Both have, by the key of a page, the titles and fingerprints of its sections.

    >>> renamed({"a.md": {"Một", "Hai"}}, {"b.md": {"Một", "Hai", "Ba"}, "c.md": {"Một"}, "d.md": {"Ba"}})
    {'a.md': 'b.md'}
    """
    found: dict[str, str] = {}
    for key, sections in gone.items():
        shared = {other: len(sections & of_other) for other, of_other in there.items()}
        best = max(shared, key=lambda other: (shared[other], other), default="")
        if best and shared[best] >= max(1, _LIKE * len(sections)):
            found[key] = best
    return found
