"""Numbers in words before a unit, and the units: `ba mươi ngày`, `thirty days`."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .values import SCALES

_DIGITS = {
    word: value
    for value, words in enumerate(("không", "một mốt", "hai", "ba", "bốn tư", "năm lăm", "sáu", "bảy", "tám", "chín"))
    for word in words.split()
}
_UNITS = (
    "ngày làm việc|ngày|tháng|năm|tuần|quý|giờ|phút|lần|tuổi|phần trăm|đồng|triệu đồng|nghìn đồng|tỷ đồng|"
    "working days?|days?|months?|years?|weeks?|hours?|minutes?|times?|per cent|percent"
)
_UNIT = re.compile(rf"\s*(?:đủ\s+)?({_UNITS})\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_ENGLISH = {
    word: value
    for value, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
        " eighteen nineteen".split(),
        1,
    )
}
_TENS = dict(zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10), strict=True))
_ENGLISH_NUMBER = re.compile(
    rf"\b(?:(?P<hundreds>{'|'.join(_ENGLISH)})\s+hundred(?:\s+and)?\s*)?"
    rf"(?:(?P<tens>{'|'.join(_TENS)})(?:[-\s](?P<more>{'|'.join(_ENGLISH)}))?\b|(?P<ones>{'|'.join(_ENGLISH)})\b)?",
    re.IGNORECASE,
)
_COUNTING = frozenset({*_DIGITS, "mười", "mươi", "trăm", "linh", "lẻ", "nửa", *(s for s in SCALES if s.isalpha())})
_COUNTING_WORD = re.compile(rf"(?:{'|'.join(sorted(_COUNTING, key=len, reverse=True))})(?![^\W\d_])")
_ENGLISH_WORD = re.compile("|".join((*_ENGLISH, *_TENS)))
"""Where a number in words may begin, in small letters: no word before it is looked at, which takes most of the time."""


@dataclass(frozen=True)
class Counted:
    """A number in words before a unit: `ba mươi ngày`."""

    value: str
    """As `values.canonical` writes it."""
    unit: str
    """The unit after it."""
    at: int
    """Offset of its first word."""
    words: str
    """As written, its unit included."""


def unit(after: str) -> str:
    """Return the unit at the beginning of what follows a number, or nothing.

    >>> unit(" ngày làm việc"), unit(" đồng"), unit(" người")
    ('ngày làm việc', 'đồng', '')
    """
    found = _UNIT.match(after)
    return " ".join(found[1].lower().split()) if found else ""


def counted(text: str, language: str = "vi") -> Iterator[Counted]:
    """Yield the number words that stand before a unit; elsewhere “năm” is a year and “một” an article.

    >>> [(one.value, one.unit) for one in counted("chậm quá ba mươi ngày, hai năm một lần, mỗi năm, một số")]
    [('30', 'ngày'), ('2', 'năm'), ('1', 'lần')]
    >>> [(one.value, one.unit) for one in counted("within thirty-five working days, ten people", "en")]
    [('35', 'working days')]
    """
    if language == "en":
        yield from _counted_in_english(text)
        return
    low = text.lower()
    run: list[re.Match[str]] = []
    for word in _COUNTING_WORD.finditer(low):
        if word.start() and _WORD.match(low, word.start() - 1):
            continue
        if run and _WORD.search(low, run[-1].end(), word.start()):
            yield from _counted_in_run(text, run)
            run = []
        run.append(word)
    yield from _counted_in_run(text, run)


def _counted_in_run(text: str, words: Sequence[re.Match[str]]) -> Iterator[Counted]:
    """Yield the numbers before a unit among counting words that follow each other."""
    at = 0
    while at < len(words):
        for end in range(len(words), at, -1):
            measured = _UNIT.match(text, words[end - 1].end())
            value = number_of([word[0] for word in words[at:end]]) if measured else ""
            if value and measured:
                name = " ".join(measured[1].lower().split())
                yield Counted(value, name, words[at].start(), text[words[at].start() : measured.end()])
                at = end - 1
                break
        at += 1


def _counted_in_english(text: str) -> Iterator[Counted]:
    reached = 0
    for word in _ENGLISH_WORD.finditer(text.lower()):
        found = _ENGLISH_NUMBER.match(text, word.start()) if word.start() >= reached else None
        if not found or not found[0].strip():
            continue
        reached = found.end()
        measured = _UNIT.match(text, found.end())
        if measured:
            hundreds, tens, *ones = ((found[name] or "").lower() for name in ("hundreds", "tens", "more", "ones"))
            value = _ENGLISH.get(hundreds, 0) * 100 + _TENS.get(tens, 0) + sum(_ENGLISH.get(one, 0) for one in ones)
            name = " ".join(measured[1].lower().split())
            yield Counted(str(value), name, found.start(), text[found.start() : measured.end()])


def number_of(words: Sequence[str]) -> str:
    """Return the value of Vietnamese number words, or nothing where they are no number.

    >>> number_of("ba mươi lăm".split()), number_of("một trăm linh tư".split()), number_of("năm một".split())
    ('35', '104', '')
    """
    if list(words) == ["nửa"]:
        return "0.5"
    total, rest = 0, list(words)
    for scale in ("tỷ", "triệu", "nghìn"):
        names = [name for name, value in SCALES.items() if value == SCALES[scale]]
        at = next((i for i, word in enumerate(rest) if word in names), None)
        if at is not None:
            above = _below_thousand(rest[:at])
            if not above:
                return ""
            total += above * SCALES[scale]
            rest = rest[at + 1 :]
    last = _below_thousand(rest) if rest else 0
    return "" if last is None else str(total + last)


def _below_thousand(words: Sequence[str]) -> int | None:
    if len(words) > 1 and words[1] == "trăm":
        hundreds, rest = _DIGITS.get(words[0]), list(words[2:])
        if rest[:1] in (["linh"], ["lẻ"]):
            rest = rest[1:]
        below = _below_hundred(rest) if rest else 0
        return None if hundreds is None or below is None else hundreds * 100 + below
    return _below_hundred(words)


def _below_hundred(words: Sequence[str]) -> int | None:
    match list(words):
        case ["mười"]:
            return 10
        case ["mười", ones] if ones in _DIGITS:
            return 10 + _DIGITS[ones]
        case [tens, "mươi"] if tens in _DIGITS:
            return _DIGITS[tens] * 10
        case [tens, "mươi", ones] if tens in _DIGITS and ones in _DIGITS:
            return _DIGITS[tens] * 10 + _DIGITS[ones]
        case [ones] if ones in _DIGITS:
            return _DIGITS[ones]
    return None
