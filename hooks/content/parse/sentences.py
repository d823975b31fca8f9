"""Where sentences end: a full stop after an abbreviation does not end one."""

import re
from collections.abc import Iterator

_END = re.compile(r"[.!?][”\"]?(?=\s+([\"“]?)(\w))")
_BEFORE_NAMES = frozenset(
    "tp p q h x tx tt kp đ đc đ/c bs ks ts ths gs pgs cn ls ngưt nguts nsnd nsưt tr st tl"
    " mr mrs ms dr prof e.g i.e cf vs art".split()
)
"""Abbreviations that stand before a name, a title or an example, in lower case; no sentence ends with one."""
_WORD_BEFORE = re.compile(r"(?<![^\s(\[“\"])[\w./]+\Z")


def ends(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the offset of each mark that ends a sentence between two offsets, and where the sentence is over.

    >>> text = "Ở TP. Thanh Hóa, v.v. Đ/c Nam nói. Xong."
    >>> [text[:after] for _, after in ends(text, 0, len(text))]
    ['Ở TP. Thanh Hóa, v.v.', 'Ở TP. Thanh Hóa, v.v. Đ/c Nam nói.']
    """
    for found in _END.finditer(text, start, end):
        if not (found[2].isupper() or (found[1] == "“" and len(found[0]) == 1)):
            continue
        if not abbreviates(text, start, found.start()):
            yield found.start(), found.end()


def abbreviates(text: str, start: int, at: int) -> bool:
    """Return whether the mark at an offset is the full stop of an abbreviation that begins after `start`.

    >>> abbreviates("Ở TP. Thanh Hóa", 0, 4), abbreviates("Ở phường. Thanh Hóa", 0, 8)
    (True, False)
    """
    word = _WORD_BEFORE.search(text, max(start, at - 12), at)
    return text[at] == "." and word is not None and word[0].lower() in _BEFORE_NAMES
