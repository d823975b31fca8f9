"""Numbers in digits as values: however a language writes one, equal numbers come out alike."""

import re
from fractions import Fraction
from math import floor

SCALES = {
    **dict.fromkeys(("nghìn", "ngàn", "thousand"), 10**3),
    **dict.fromkeys(("triệu", "million"), 10**6),
    **dict.fromkeys(("tỷ", "tỉ", "billion"), 10**9),
}
"""Words after digits or number words that multiply them: `7 triệu`."""
SCALE = re.compile(rf"\s+({'|'.join(SCALES)})\b", re.IGNORECASE)


def canonical(written: str, language: str = "vi", scale: int = 1) -> str:
    """Return the value of a number in digits, the same for equal numbers in both languages.

    A point divides thousands in Vietnamese and a comma in English, where groups of three follow it; the other one
    stands before a fraction.

    >>> canonical("5.310.000"), canonical("5,310,000", "en"), canonical("1,5"), canonical("1.5", "en"), canonical("07")
    ('5310000', '5310000', '1.5', '1.5', '7')
    """
    digits = written if written.isdecimal() else _ungrouped(written, language)
    if digits.count(".") > 1:
        return digits  # no number: 1.2.3
    whole, _, fraction = digits.partition(".")
    zeros = len(str(scale)) - 1
    fraction = fraction.ljust(zeros, "0")
    whole, fraction = (whole + fraction[:zeros]).lstrip("0") or "0", fraction[zeros:].rstrip("0")
    return f"{whole}.{fraction}" if fraction else whole


def _ungrouped(written: str, language: str) -> str:
    grouping = "." if language == "vi" else ","
    if re.fullmatch(rf"\d{{1,3}}(?:\{grouping}\d{{3}})+(?:[.,]\d+)?", written):
        written = written.replace(grouping, "")
    return written.replace(",", ".")


def decimals(written: str, language: str = "vi") -> int:
    """Return how many digits a number has after its point.

    >>> decimals("5.310.000"), decimals("25.528,8"), decimals("1.50", "en")
    (0, 1, 2)
    """
    return len(_ungrouped(written, language).partition(".")[2])


def spelt(value: Fraction, places: int, language: str = "vi") -> str:
    """Return a value as a language writes it, rounded half up to `places` digits after the point (before it: below 0).

    >>> spelt(Fraction(53100005, 10), 0), spelt(Fraction(7, 3), 2, "en"), spelt(Fraction(38293), -3)
    ('5.310.001', '2.33', '38.000')
    """
    shifted = floor(abs(value) * Fraction(10) ** places + Fraction(1, 2))
    digits = str(shifted).rjust(max(places, 0) + 1, "0") + "0" * max(-places, 0)
    whole, fraction = (digits[:-places], digits[-places:]) if places > 0 else (digits, "")
    group, point = (".", ",") if language == "vi" else (",", ".")
    return "−" * (value < 0) + f"{int(whole):,}".replace(",", group) + (point + fraction if fraction else "")


def written(value: str, language: str = "vi") -> str:
    """Return a value as a language writes it: the inverse of `canonical`.

    >>> written("5310000"), written("1.5"), written("5310000", "en")
    ('5.310.000', '1,5', '5,310,000')
    """
    return spelt(Fraction(value), len(value.partition(".")[2]), language)


def scaled(written: str, after: str, language: str = "vi") -> tuple[str, int]:
    """Return the value of digits and of a scale word that follows them, and how long that word is with its space."""
    found = SCALE.match(after)
    if found is None:
        return canonical(written, language), 0
    return canonical(written, language, SCALES[found[1].lower()]), found.end()
