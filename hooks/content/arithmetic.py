"""Sums that a text writes out: `5.310.000 đồng × 150% : 26 : 8 = 38.293 đồng`. They are computed, never believed.

`=` and `≈` (also the words *khoảng*, *about*) join sides; a side is a number or numbers joined by `+ − × ÷ : / ^`, with
brackets, percentages, scale words and a unit of a few words behind each number. A number is rounded to the digits it is
written with, one behind `≈` to its last digit that is not 0. A colon, hyphen, dash or letter x is an operator between
spaces or between digits.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from .figures import Key
from .values import canonical, decimals, scaled, spelt

_S = r"[^\S\n]*+(?:\n[^\S\n]*+)?+"
_NUMBER = r"\d{1,18}+(?:[.,]\d{1,18}+)*+"
_SCALED = rf"{_NUMBER}(?:[^\S\n]+(?:nghìn|ngàn|triệu|tỷ|tỉ|thousand|million|billion)\b)?+(?:[^\S\n]*+%)?+"
_UNIT = r"(?:[^\S\n]+(?!(?:x|khoảng|about|tức|or)\s)[^\W\d_]++(?:/[^\W\d_]++)*+){0,4}+"
_POWER = "[⁰¹²³⁴⁵⁶⁷⁸⁹]"
_TERM = rf"(?:\({_S})*+{_SCALED}{_UNIT}(?:{_S}\){_POWER}*+{_UNIT})*+{_POWER}*+"
_BETWEEN = r"(?:(?<=\s)[:x–-](?=\s)|(?<=\d)[:x–-](?=\d)|/(?=\s*[\d(]))"
_OPERATOR = rf"{_S}(?:[×÷+·^−]|{_BETWEEN}){_S}"
_SIDE = rf"{_TERM}(?:{_OPERATOR}{_TERM})*+"
_ABOUT = r"(?:(?:=|,?\s*(?:tức|or))\s*)?(?:khoảng|about)(?=\s+\d)|,?\s*(?:tức|or)\s*≈"
_MARK = re.compile(rf"({_ABOUT}|[=≈])", re.IGNORECASE)
_EQUATION = re.compile(rf"(?<![\w.,]){_SIDE}(?:{_S}(?:{_ABOUT}|[=≈]){_S}{_SIDE})++", re.IGNORECASE)
_PLAIN = re.compile(rf"({_NUMBER})(.*)", re.DOTALL)
_TOKEN = re.compile(rf"(?P<number>{_SCALED})|(?P<power>{_POWER}+)|(?P<mark>[()×÷+·^−]|{_BETWEEN})", re.IGNORECASE)
_POWERS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_OPERATORS = str.maketrans("÷:·x–−", "//××--")
_NEAR = Fraction(1, 1000)
"""How far a side with operators may be from the one before: its terms may be results that were rounded."""
_MOST = 200
"""The largest exponent that is computed."""


@dataclass(frozen=True)
class Equation:
    """One sum."""

    at: int
    """Offset of its first character."""
    end: int
    """Offset after its last."""
    wrong: tuple[str, str] | None
    """The first side that is not so, and what it comes to: nothing where it cannot be computed."""
    terms: str
    """The sides with operators, one a line."""
    results: frozenset[Key]
    """The numbers that it proves: those that are a side alone. None where it is wrong."""


def equations(text: str, start: int = 0, end: int | None = None, language: str = "vi") -> Iterator[Equation]:
    """Yield the sums of a text in `language`; equal numbers without an operator (`1 năm = 12 tháng`) are none.

    >>> [one.wrong for one in equations("5.310.000 đồng × 150% : 26 : 8 = 38.293 đồng; 1,84 = 1,13^5; 2 × 3 = 7")]
    [None, None, ('7', '6')]
    >>> [one.wrong for one in equations("(6 triệu + 500.000) : 26 ngày ≈ 250.000 = 6.500.000 : 26", language="vi")]
    [None]
    """
    part = text[start:end]
    if "=" not in part and "≈" not in part:
        return
    part = part.replace("\x00", " ").replace("*", " ")
    for found in _EQUATION.finditer(part):
        pieces = _MARK.split(found[0])
        sides = [side.strip() for side in pieces[::2]]
        if any(map(_computed, sides)):
            marks = [pieces[1], *pieces[1::2]]
            wrong, results = _judged(sides, marks, language)
            terms = "\n".join(filter(_computed, sides))
            yield Equation(start + found.start(), start + found.end(), wrong, terms, results)


def _computed(side: str) -> bool:
    return any(token["power"] or (token["mark"] or "(") not in "()" for token in _TOKEN.finditer(side))


def _judged(sides: Sequence[str], marks: Sequence[str], language: str) -> tuple[tuple[str, str] | None, frozenset[Key]]:
    """Return the first wrong side with what it comes to, and the results where there is none.

    `marks` has for each side the mark that joins it.
    """
    value = next(_value(side, language) for side in sides if _computed(side))
    results = set()
    for side, mark in zip(sides, marks, strict=True):
        here = _value(side, language)
        if value is None or here is None:
            return (side, ""), frozenset()
        if _computed(side):
            if abs(here - value) > abs(value) * _NEAR:
                return (side, spelt(value, 2, language)), frozenset()
            value = here
        else:
            come_to, alike, key = _compared(value, side, mark != "=", language)
            if not alike:
                return (_bare(side), come_to), frozenset()
            results.add(key)
    return None, frozenset(results)


def _bare(side: str) -> str:
    found = _TOKEN.search(side)
    return found[0] if found else side


def _compared(value: Fraction, side: str, about: bool, language: str) -> tuple[str, bool, Key]:
    """Return a value written as the number `side` is, whether that is the number, and what the number states."""
    number, after = _PLAIN.match(side.strip("( ")).groups()  # type: ignore[union-attr]
    digits = canonical(number, language)
    written, length = scaled(number, after, language)
    percent = after[length:].lstrip().startswith("%")
    unit = Fraction(scaled("1", after, language)[0]) / (100 if percent else 1)
    places = decimals(number, language)
    if about and not places:
        places = len(digits.rstrip("0")) - len(digits)
    come_to = spelt(value / unit, places, language)
    alike = come_to == spelt(Fraction(digits), places, language)
    return come_to + after[:length] + "%" * percent, alike, ("percent" if percent else "number", written)


def _value(side: str, language: str) -> Fraction | None:
    """Return the value of a side, or nothing where it cannot be computed."""
    tokens = [(token.lastgroup or "", token[0]) for token in _TOKEN.finditer(side)]
    try:
        value, rest = _sum(tokens, language)
    except (ArithmeticError, LookupError, ValueError):
        return None
    return None if rest else value


Tokens = list[tuple[str, str]]


def _sum(tokens: Tokens, language: str) -> tuple[Fraction, Tokens]:
    value, tokens = _product(tokens, language)
    while tokens and (mark := tokens[0][1].translate(_OPERATORS)) in ("+", "-"):
        other, tokens = _product(tokens[1:], language)
        value = value + other if mark == "+" else value - other
    return value, tokens


def _product(tokens: Tokens, language: str) -> tuple[Fraction, Tokens]:
    value, tokens = _power(tokens, language)
    while tokens and (mark := tokens[0][1].translate(_OPERATORS)) in ("×", "/"):
        other, tokens = _power(tokens[1:], language)
        value = value * other if mark == "×" else value / other
    return value, tokens


def _power(tokens: Tokens, language: str) -> tuple[Fraction, Tokens]:
    value, tokens = _atom(tokens, language)
    while tokens and (tokens[0][0] == "power" or tokens[0][1] == "^"):
        raised = tokens[0][0] == "power"
        exponent, tokens = (
            (Fraction(tokens[0][1].translate(_POWERS)), tokens[1:]) if raised else _atom(tokens[1:], language)
        )
        if exponent.denominator != 1 or not 0 <= exponent <= _MOST:
            raise ValueError
        value **= int(exponent)
    return value, tokens


def _atom(tokens: Tokens, language: str) -> tuple[Fraction, Tokens]:
    kind, words = tokens[0]
    if words == "(":
        value, rest = _sum(tokens[1:], language)
        if rest[0][1] != ")":
            raise ValueError
        return value, rest[1:]
    if kind != "number":
        raise ValueError
    number, after = _PLAIN.match(words).groups()  # type: ignore[union-attr]
    value = Fraction(scaled(number, after, language)[0])
    return (value / 100 if words.endswith("%") else value), tokens[1:]
