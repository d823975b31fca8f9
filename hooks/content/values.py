"""Numbers as values: however a language writes one, equal numbers come out alike."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

_SCALES = {
    **dict.fromkeys(("nghìn", "ngàn", "thousand"), 10**3),
    **dict.fromkeys(("triệu", "million"), 10**6),
    **dict.fromkeys(("tỷ", "tỉ", "billion"), 10**9),
}
SCALE = re.compile(rf"\s+({'|'.join(_SCALES)})\b")
"""The word after digits that multiplies them: `7 triệu`."""
_DIGITS = {
    word: value
    for value, words in enumerate(("không", "một mốt", "hai", "ba", "bốn tư", "năm lăm", "sáu", "bảy", "tám", "chín"))
    for word in words.split()
}
_UNITS = (
    "ngày làm việc|ngày|tháng|năm|tuần|quý|giờ|phút|lần|tuổi|phần trăm|đồng|triệu đồng|nghìn đồng|tỷ đồng|"
    "working days?|days?|months?|years?|weeks?|hours?|minutes?|times?"
)
_UNIT = re.compile(rf"\s*(?:đủ\s+)?({_UNITS})\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_COUNTING = frozenset({*_DIGITS, "mười", "mươi", "trăm", "linh", "lẻ", "nửa", *(s for s in _SCALES if s.isalpha())})


@dataclass(frozen=True)
class Counted:
    """A number in words before a unit: `ba mươi ngày`."""

    value: str
    """As `canonical` writes it."""
    unit: str
    """The unit after it."""
    at: int
    """Offset of its first word."""
    words: str
    """As written, its unit included."""


def canonical(written: str, language: str = "vi", scale: int = 1) -> str:
    """Return the value of a number in digits, the same for equal numbers in both languages.

    A point divides thousands in Vietnamese and a comma in English, where groups of three follow it; the other one
    stands before a fraction.

    >>> canonical("5.310.000"), canonical("5,310,000", "en"), canonical("1,5"), canonical("1.5", "en"), canonical("07")
    ('5310000', '5310000', '1.5', '1.5', '7')
    """
    grouping = "." if language == "vi" else ","
    digits = written
    if re.fullmatch(rf"\d{{1,3}}(?:\{grouping}\d{{3}})+(?:[.,]\d+)?", written):
        digits = written.replace(grouping, "")
    digits = digits.replace(",", ".")
    if digits.count(".") > 1:
        return digits  # no number: 1.2.3
    value = Decimal(digits) * scale
    return format(value.normalize() if value % 1 else value.to_integral(), "f")


def scaled(written: str, after: str, language: str = "vi") -> tuple[str, int]:
    """Return the value of digits and of a scale word that follows them, and how long that word is with its space."""
    found = SCALE.match(after)
    if found is None:
        return canonical(written, language), 0
    return canonical(written, language, _SCALES[found[1].lower()]), found.end()


def unit(after: str) -> str:
    """Return the unit at the beginning of what follows a number, or nothing.

    >>> unit(" ngày làm việc"), unit(" đồng"), unit(" người")
    ('ngày làm việc', 'đồng', '')
    """
    found = _UNIT.match(after)
    return " ".join(found[1].lower().split()) if found else ""


def counted(text: str) -> Iterator[Counted]:
    """Yield the Vietnamese number words that stand before a unit; elsewhere “năm” is a year and “một” an article.

    >>> [(one.value, one.unit) for one in counted("chậm quá ba mươi ngày, hai năm một lần, mỗi năm, một số")]
    [('30', 'ngày'), ('2', 'năm'), ('1', 'lần')]
    """
    words = list(_WORD.finditer(text))
    at = 0
    while at < len(words):
        reached = at
        while reached < len(words) and words[reached][0].lower() in _COUNTING:
            reached += 1
        for end in range(reached, at, -1):
            value = number_of([word[0].lower() for word in words[at:end]])
            measured = _UNIT.match(text, words[end - 1].end()) if value else None
            if value and measured:
                name = " ".join(measured[1].lower().split())
                yield Counted(value, name, words[at].start(), text[words[at].start() : measured.end()])
                at = end - 1
                break
        at += 1


def number_of(words: Sequence[str]) -> str:
    """Return the value of Vietnamese number words, or nothing where they are no number.

    >>> number_of("ba mươi lăm".split()), number_of("một trăm linh tư".split()), number_of("năm một".split())
    ('35', '104', '')
    """
    if list(words) == ["nửa"]:
        return "0.5"
    total, rest = 0, list(words)
    for scale in ("tỷ", "triệu", "nghìn"):
        names = [name for name, value in _SCALES.items() if value == _SCALES[scale]]
        at = next((i for i, word in enumerate(rest) if word in names), None)
        if at is not None:
            above = _below_thousand(rest[:at])
            if not above:
                return ""
            total += above * _SCALES[scale]
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
