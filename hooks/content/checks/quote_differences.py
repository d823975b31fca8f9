"""Where a quotation leaves the words of its source, for whoever has to mend it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from ...text import fold

JOINT = "\x01"
"""What stands for the sign `[…]` in the text of a quotation."""
_BESIDE = 5
"""How many words on each side of those that differ are shown: compounds stay whole."""
OPENING = 12
"""How many words, but for those beside them, are shown of a text or quotation that is wholly another."""
_SLACK = 3
"""How many words a source may have more than a quotation on each side of what both have."""
_LIKENESS = {"quote-nothing-like": 0, "quote-near": 1}
"""Kinds of difference in which a source is less like a quotation than in all others."""
_RUN = 3
"""Words in a row from which a source that has nothing like a quotation is told to be near it."""
_SHORT, _ALIKE = 3, 0.4
"""Words of a short quotation, where each counts that is in the source; and how much of any has to be."""


@dataclass(frozen=True)
class Difference:
    """Where a quotation leaves its source."""

    kind: str
    """Name of the reason that is told."""
    at: int
    """Offset in the page."""
    found: str
    """Its words there, with those beside them."""
    wanted: str = ""
    """The source's, if it has any like them: the nearest, where it has no more than some words in a row."""


@dataclass(frozen=True)
class Word:
    """One word of a quotation."""

    text: str
    """Normalised."""
    at: int
    """Offset in the page."""


def first_difference(words: Sequence[Word], sources: Sequence[str]) -> Difference | None:
    """Return where a quotation first leaves all `sources`, or nothing."""
    left = left_by(words, sources)
    if left is None:
        return None
    fragment, rests = left
    text = " ".join(word.text for word in fragment)
    if any(find_words(text, source, 0) >= 0 for source in sources):
        return Difference("quote-order", fragment[0].at, shown(text.split(), 0, OPENING))
    return max((_difference(fragment, rest) for rest in rests), key=order)


def order(one: Difference) -> tuple[int, int]:
    """Return what tells of several differences the one to be told: of what is most like the quotation."""
    return _LIKENESS.get(one.kind, len(_LIKENESS)), one.at


def left_by(words: Sequence[Word], sources: Sequence[str]) -> tuple[Sequence[Word], list[str]] | None:
    """Return the first fragment of a quotation that no source has, and what of each source it was looked for in.

    Fragments joined by `[…]` must follow one another in a source.
    """
    reached = [0] * len(sources)
    for fragment in _fragments(words):
        text = " ".join(word.text for word in fragment)
        ends = [find_words(text, source, start) for source, start in zip(sources, reached, strict=True)]
        index = next((i for i, end in enumerate(ends) if end >= 0), None)
        if index is None:
            return fragment, [source[start:] for source, start in zip(sources, reached, strict=True)]
        reached[index] = ends[index]
    return None


def find_words(text: str, source: str, start: int) -> int:
    """Return the offset after `text` as whole words of `source`, or -1."""
    at = source.find(text, start)
    while at >= 0:
        end = at + len(text)
        inside_left = at > 0 and source[at - 1].isalnum() and text[0].isalnum()
        inside_right = end < len(source) and source[end].isalnum() and text[-1].isalnum()
        if not inside_left and not inside_right:
            return end
        at = source.find(text, at + 1)
    return -1


def _difference(fragment: Sequence[Word], source: str) -> Difference:
    """Return where a fragment that is not in `source` first leaves what is most like it there.

    What is like it is found without regard to marks, case and punctuation, in which it may differ.
    """
    here, there = [word.text for word in fragment], source.split()
    longest = _matcher(here, there).find_longest_match()
    start = max(longest.b - longest.a - _SLACK, 0)
    window = there[start : longest.b - longest.a + len(here) + _SLACK]
    steps = _matcher(here, window).get_opcodes()
    same = sum(end - at for kind, at, end, *_ in steps if kind == "equal" and (end - at > 1 or len(here) <= _SHORT))
    odd = _first_odd(here, window, steps)
    if same < len(here) * _ALIKE or odd is None:
        near = shown(there, longest.b, longest.b + longest.size) if longest.size >= _RUN else ""
        kind = "quote-near" if near else "quote-nothing-like"
        return Difference(kind, fragment[0].at, shown(here, 0, OPENING), near)
    at, end, at_source, end_source = odd
    place = fragment[min(at, len(here) - 1)].at
    wanted = shown(there, start + at_source, start + end_source)
    return Difference("quote-other", place, shown(here, at, end), wanted)


def _matcher(here: Sequence[str], there: Sequence[str]) -> SequenceMatcher[str]:
    return SequenceMatcher(None, list(map(_bare, here)), list(map(_bare, there)), autojunk=False)


def _bare(word: str) -> str:
    return re.sub(r"\W", "", fold(word)) or word


def _first_odd(
    here: Sequence[str], there: Sequence[str], steps: Sequence[tuple[str, int, int, int, int]]
) -> tuple[int, int, int, int] | None:
    """Return the first words that differ, here and there: where they start and end; what is beyond both is the same."""
    for kind, at, end, beside, last in steps:
        if kind == "equal":
            for one, other in zip(range(at, end), range(beside, last), strict=True):
                word, wanted = here[one], there[other]
                inner = wanted.endswith(word) if one == 0 else wanted.startswith(word)
                if word != wanted and not (one in (0, len(here) - 1) and inner):
                    return one, one + 1, other, other + 1
        elif kind != "insert" or 0 < at < len(here):
            return at, end, beside, last
    return None


def shown(words: Sequence[str], at: int, end: int) -> str:
    """Return some words with those beside them, so that whoever reads them recognises the place, and marks of cuts."""
    first, last = max(at - _BESIDE, 0), min(end + _BESIDE, len(words))
    return f"{'… ' if first else ''}{' '.join(words[first:last])}{' …' if last < len(words) else ''}"


def _fragments(words: Sequence[Word]) -> Iterator[Sequence[Word]]:
    fragment: list[Word] = []
    for word in words:
        if word.text == JOINT:
            if fragment:
                yield fragment
            fragment = []
        else:
            fragment.append(word)
    if fragment:
        yield fragment
