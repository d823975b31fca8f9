"""How long a text is when it is spoken: syllables in Vietnamese, words in English.

A syllable is a unit between spaces; numbers and codes count as they are spoken (13% is “mười ba phần trăm”);
punctuation and the `|` that marks the line ends of a slogan count nothing.
"""

import re

PER_MINUTE = 200
"""Syllables read over a loudspeaker in a minute."""
_UNITS_PER_MINUTE = {"vi": PER_MINUTE, "en": 150}
"""English words are longer than Vietnamese syllables."""

_UNIT = re.compile(r"[^\s|]+")
_SAID = re.compile(r"\w[^\s|]*")
_LETTER, _DIGIT = re.compile(r"\w"), re.compile(r"\d")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_GROUPING = re.compile(r"\.(?=\d{3}(?:\D|\Z))")
_PUNCTUATION = ".,;:!?()“”"
_LONGEST_SPOKEN = 9
_PLACES = ("", "nghìn", "triệu")
_DIGITS = "không một hai ba bốn năm sáu bảy tám chín".split()


def syllables(text: str) -> int:
    """Return the number of Vietnamese syllables of plain words.

    >>> syllables("Đạt từ 13% trở lên!"), syllables("Học | để hiểu - hiểu để làm!")
    (8, 6)
    """
    return sum(map(_spoken, _UNIT.findall(text)))


def length(text: str, language: str) -> int:
    """Return the syllables of a Vietnamese text, or the words of an English one."""
    if language == "vi":
        return syllables(text)
    return len(_SAID.findall(text))


def minutes(count: int, language: str) -> float:
    """Return the minutes it takes to read that many syllables, or English words, over a loudspeaker."""
    return count / _UNITS_PER_MINUTE[language]


def _spoken(unit: str) -> int:
    if unit.strip(_PUNCTUATION).isalpha():
        return 1  # nearly every one
    if not _LETTER.search(unit):
        return 0
    if not _DIGIT.search(unit):
        return len([part for part in re.split(r"[/–-]", unit) if _LETTER.search(part)])
    count = sum(_number(number) for number in _NUMBER.findall(unit)) + 2 * unit.count("%")
    for letters in re.findall(r"[^\W\d_]+", unit):
        count += len(letters) if any(letter.isupper() for letter in letters) else 1
    return count


def _number(written: str) -> int:
    """Return the syllables of a number: a point before three digits groups them, a comma is spoken as “phẩy”."""
    whole, comma, fraction = _GROUPING.sub("", written).partition(",")
    count = _digits(whole)
    return count + 1 + _digits(fraction) if comma else count


def _digits(digits: str) -> int:
    parts = digits.split(".")
    return sum(len(part) if len(part) > _LONGEST_SPOKEN else len(number_in_words(int(part)).split()) for part in parts)


def number_in_words(number: int) -> str:
    """Return a whole number below a thousand million as it is spoken.

    >>> number_in_words(14), number_in_words(2026), number_in_words(105)
    ('mười bốn', 'hai nghìn không trăm hai mươi sáu', 'một trăm linh năm')
    """
    if number < 1000:
        return _below_thousand(number, leading=True)
    groups = []
    while number:
        number, group = divmod(number, 1000)
        groups.append(group)
    words = []
    for place in range(len(groups) - 1, -1, -1):
        if groups[place]:
            leading = place == len(groups) - 1
            words.append(f"{_below_thousand(groups[place], leading=leading)} {_PLACES[place]}".strip())
    return " ".join(words)


def _below_thousand(number: int, *, leading: bool) -> str:
    hundreds, tens, ones = number // 100, number // 10 % 10, number % 10
    words = []
    if hundreds or not leading:
        words.append(f"{_DIGITS[hundreds]} trăm")
    if tens == 1:
        words.append("mười")
    elif tens:
        words.append(f"{_DIGITS[tens]} mươi")
    elif ones and words:
        words.append("linh")
    if ones or not words:
        special = {1: "mốt", 5: "lăm"} if tens > 1 else {5: "lăm"} if tens == 1 else {}
        words.append(special.get(ones, _DIGITS[ones]))
    return " ".join(words)
