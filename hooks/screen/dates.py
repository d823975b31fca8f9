"""Days in English words, as far as they are known."""

from ..documents.records import PartialDate

_MONTHS = "January February March April May June July August September October November December".split()


def in_english(day: PartialDate) -> str:
    """Return a day with the name of its month.

    >>> [in_english(PartialDate(2026, *known)) for known in ((11, 24), (1,), ())]
    ['24 November 2026', 'January 2026', '2026']
    """
    if not day.month:
        return str(day.year)
    return f"{f'{day.day} ' if day.day else ''}{_MONTHS[day.month - 1]} {day.year}"
