"""What a reader typed into the fields of a tool, as values; what cannot be understood is said in words."""

import re
from collections.abc import Mapping, Sequence
from datetime import date

from .wording import Wording

EARLIEST, LATEST = 1900, 2100
"""Years of the days that are understood."""
LEAST_MONEY, MOST_MONEY = 100_000, 1_000_000_000
"""Amounts outside are taken for a slip: thousands typed for dong, or a zero too many."""
_MONEY = re.compile(r"([0-9][0-9., ]*?) ?(?:đồng|đ|dong|vnd|vnđ|VND|VNĐ|₫)?")
_GROUPED = re.compile(r"[0-9]{1,3}(?:[., ][0-9]{3})+|[0-9]+")
_NUMBER = re.compile(r"([0-9]{1,4})(?:[.,]([0-9]{1,2}))?")
_COUNT = re.compile(r"[0-9]{1,4}")
_SIGN = r"[/. -]"
_DAY = re.compile(rf"([0-9]{{1,2}}){_SIGN}([0-9]{{1,2}}){_SIGN}([0-9]{{4}})")
_MONTH = re.compile(rf"([0-9]{{1,2}}){_SIGN}([0-9]{{4}})")
_YEAR = re.compile(r"[0-9]{4}")


class Reader:
    """Reads the fields of one tool; what is wrong gathers in `wrong`, and the value is then 0 or nothing."""

    def __init__(self, given: Mapping[str, str], say: Wording) -> None:
        """Read `given`, field → text as typed."""
        self._given = given
        self._say = say
        self.wrong: list[tuple[str, str]] = []

    def refuse(self, name: str, key: str, **values: object) -> None:
        """Say what is wrong with a field, unless something is wrong with it already."""
        if name not in dict(self.wrong):
            self.wrong.append((name, self._say(key, **values)))

    def money(self, name: str) -> int:
        """Return an amount in dong."""
        text = self._text(name)
        found = _MONEY.fullmatch(text)
        if not text or not found or not _GROUPED.fullmatch(found[1]):
            self.refuse(name, "wrong_money" if text else "wrong_empty")
            return 0
        digits = re.sub("[., ]", "", found[1]).lstrip("0") or "0"
        amount = int(digits) if len(digits) < 16 else MOST_MONEY + 1
        if not LEAST_MONEY <= amount <= MOST_MONEY:
            self.refuse(name, "wrong_money_small" if amount < LEAST_MONEY else "wrong_money_large")
        return amount

    def number(self, name: str, least: int, most: int, *, empty: int | None = None) -> int:
        """Return a number between two others in hundredths; `empty` stands for an empty field that may be so."""
        text = self._text(name)
        if not text and empty is not None:
            return empty
        found = _NUMBER.fullmatch(text)
        value = int(found[1]) * 100 + int((found[2] or "").ljust(2, "0")) if found else -1
        if not least * 100 <= value <= most * 100:
            self.refuse(name, "wrong_number" if text else "wrong_empty", least=least, most=most)
        return value

    def count(self, name: str, least: int, most: int, *, empty: int | None = None) -> int:
        """Return a whole number between two others; `empty` stands for an empty field that may be so."""
        text = self._text(name)
        if not text and empty is not None:
            return empty
        value = int(text) if _COUNT.fullmatch(text) else -1
        if not least <= value <= most:
            self.refuse(name, "wrong_count" if text else "wrong_empty", least=least, most=most)
        return value

    def choice(self, name: str, options: Sequence[str]) -> str:
        """Return the option that was chosen."""
        text = self._text(name)
        if text not in options:
            self.refuse(name, "wrong_choice")
        return text

    def day(self, name: str, *, may_be_empty: bool = False) -> date | None:
        """Return a day."""
        text = self._text(name)
        found = _DAY.fullmatch(text)
        if found:
            return self._date(name, int(found[3]), int(found[2]), int(found[1]))
        if text or not may_be_empty:
            self.refuse(name, "wrong_day" if text else "wrong_empty")
        return None

    def month(self, name: str) -> date | None:
        """Return the first day of a month."""
        text = self._text(name)
        found = _MONTH.fullmatch(text)
        if found:
            return self._date(name, int(found[2]), int(found[1]), 1)
        self.refuse(name, "wrong_month" if text else "wrong_empty")
        return None

    def birth(self, name: str) -> tuple[date | None, bool]:
        """Return a day of birth, of a month its first, of a year the first of January; and whether only a year."""
        text = self._text(name)
        if _YEAR.fullmatch(text):
            return self._date(name, int(text), 1, 1), True
        found = _MONTH.fullmatch(text)
        if found:
            return self._date(name, int(found[2]), int(found[1]), 1), False
        found = _DAY.fullmatch(text)
        if found:
            return self._date(name, int(found[3]), int(found[2]), int(found[1])), False
        self.refuse(name, "wrong_birth" if text else "wrong_empty")
        return None, False

    def _date(self, name: str, year: int, month: int, day: int) -> date | None:
        if not EARLIEST <= year <= LATEST:
            self.refuse(name, "wrong_year", least=EARLIEST, most=LATEST)
            return None
        try:
            return date(year, month, day)
        except ValueError:
            self.refuse(name, "wrong_no_day")
            return None

    def _text(self, name: str) -> str:
        return re.sub("[ \t\u00a0]+", " ", self._given.get(name, "")).strip(" ")
