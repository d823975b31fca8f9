"""What a calculation gives back."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Result:
    """The answer with its steps, or what is wrong with what was given."""

    said: str = ""
    """The answer in a sentence or two."""
    steps: tuple[tuple[str, str], ...] = ()
    """Each step in words, with the id of the entry it rests on."""
    notes: tuple[str, ...] = ()
    """What changes the answer in a case like this one."""
    wrong: tuple[tuple[str, str], ...] = ()
    """Name of a field → what is wrong with it, in words."""


@dataclass(frozen=True)
class Span:
    """One value of a rate and the days between which it holds."""

    value: int
    since: date
    until: date | None = None


@dataclass(frozen=True)
class Known:
    """What calculations rest on: all of it from entries of digests."""

    numbers: dict[str, int]
    """Name of a constant → its value; one that is no whole number is here in hundredths."""
    days: dict[str, date]
    """Name of a constant → its day."""
    rates: dict[str, tuple[Span, ...]]
    """Name of a rate → its values in order of days."""

    def rate(self, name: str, day: date) -> Span | None:
        """Return the value of a rate in force on a day, if it is known."""
        held = [one for one in self.rates.get(name, ()) if one.since <= day and (one.until is None or day <= one.until)]
        return held[-1] if held else None


def share(amount: int, parts: int, of: int) -> int:
    """Return amount × parts ÷ of, rounded half up.

    >>> share(7_800_000, 1, 208), share(1, 1, 2), share(1, 1, 3)
    (37500, 1, 0)
    """
    return (2 * amount * parts + of) // (2 * of)
