"""Days counted on and back: months of unequal length, the 29th of February, weeks."""

import calendar
from datetime import date, timedelta


def plus_months(day: date, months: int) -> date:
    """Return the same day some months later, the last of the month where it has no such day.

    >>> plus_months(date(2026, 11, 30), 3), plus_months(date(2027, 11, 30), 3)
    (datetime.date(2027, 2, 28), datetime.date(2028, 2, 29))
    """
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, month_length(year, month + 1)))


def birthday(born: date, years: int) -> date:
    """Return the day somebody is so many years old: of the 29th of February the 1st of March in other years.

    >>> birthday(date(1952, 2, 29), 75), birthday(date(1952, 2, 29), 76)
    (datetime.date(2027, 3, 1), datetime.date(2028, 2, 29))
    """
    try:
        return born.replace(year=born.year + years)
    except ValueError:
        return date(born.year + years, 3, 1)


def month_length(year: int, month: int) -> int:
    """Return how many days a month has."""
    return calendar.monthrange(year, month)[1]


def months_between(first: date, last: date) -> int:
    """Return how many whole months lie between two days, both included.

    >>> months_between(date(2020, 3, 15), date(2021, 3, 14)), months_between(date(2020, 3, 15), date(2021, 3, 13))
    (12, 11)
    >>> months_between(date(2024, 2, 29), date(2025, 2, 28)), months_between(date(2025, 1, 31), date(2025, 2, 27))
    (12, 0)
    """
    after = last + timedelta(1)
    return (after.year - first.year) * 12 + after.month - first.month - (after.day < first.day)


def working_day(after: date, count: int, off: frozenset[int]) -> date:
    """Return the `count`-th working day after a day; `off` has the days of the week that are none (Monday is 0).

    >>> working_day(date(2026, 11, 27), 3, frozenset({6}))
    datetime.date(2026, 12, 1)
    """
    day = after
    while count:
        day += timedelta(1)
        count -= day.weekday() not in off
    return day
