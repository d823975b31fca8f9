"""The words of the tools, and how they spell numbers and days in a language."""

import tomllib
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from functools import cache
from pathlib import Path

from ..content.values import spelt


@cache
def words(language: str) -> Mapping[str, str]:
    """Return the words by name; some have places for values in braces."""
    return dict(tomllib.loads(Path(__file__).with_name("words.toml").read_text("utf-8"))[language])


class Wording:
    """Says things in one language."""

    def __init__(self, language: str) -> None:
        """Say things in `language`."""
        self.language = language

    def __call__(self, key: str, **values: object) -> str:
        """Return one of the words with its values filled in."""
        return words(self.language)[key].format_map(values)

    def number(self, value: int) -> str:
        """Return a whole number, as an amount of money is written."""
        return spelt(Fraction(value), 0, self.language)

    def hundredths(self, value: int) -> str:
        """Return a number of hundredths without the zeros at its end: 250 is `2,5`."""
        places = 0 if value % 100 == 0 else 1 if value % 10 == 0 else 2
        return spelt(Fraction(value, 100), places, self.language)

    def day(self, day: date) -> str:
        """Return a day in figures, in English with the name of the month."""
        return self("day", day=day.day, month=self._month(day.month), year=day.year)

    def month(self, year: int, month: int) -> str:
        """Return a month of a year."""
        return self("month", month=self._month(month), year=year)

    def _month(self, month: int) -> str:
        return self("months").split()[month - 1]
