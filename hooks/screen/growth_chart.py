"""A chart of what yearly growth makes of a starting value: the page's own sums of that form, `184 = 100 × 1,13^5`."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction

_SUM = re.compile(r"(\d+) = (\d+) × (\d[.,]\d+)\^(\d+)")
LEFT, RIGHT, TOP, BOTTOM = 44, 440, 16, 190
"""Where the lines may go, in the units of the picture."""
_STEP = 50
"""From one line of the grid to the next."""


@dataclass(frozen=True)
class Growth:
    """One line of the chart."""

    percent: str
    """How much each year adds, in percent, as it is spoken."""
    values: tuple[float, ...]
    """The value at the start and after each year."""
    end: int
    """What it comes to, as the page says it."""


@dataclass(frozen=True)
class Chart:
    """What the chart shows."""

    lines: tuple[Growth, ...]
    """The growths in the order of the page."""

    @property
    def years(self) -> int:
        """How many years it covers."""
        return max(len(one.values) for one in self.lines) - 1

    @property
    def grid(self) -> tuple[int, ...]:
        """The values at which a line goes across."""
        least, most = min(one.values[0] for one in self.lines), max(one.values[-1] for one in self.lines)
        return tuple(range(int(least // _STEP) * _STEP, int(most // _STEP + 2) * _STEP, _STEP))

    def x(self, year: int) -> float:
        """Return where a year stands."""
        return round(LEFT + (RIGHT - LEFT) * year / self.years, 1)

    def y(self, value: float) -> float:
        """Return where a value stands."""
        low, high = self.grid[0], self.grid[-1]
        return round(BOTTOM - (BOTTOM - TOP) * (value - low) / (high - low), 1)

    def points(self, growth: Growth) -> str:
        """Return a growth as the points of a line."""
        return " ".join(f"{self.x(year)},{self.y(value)}" for year, value in enumerate(growth.values))


def growths(sums: Iterable[str]) -> Iterator[Growth]:
    """Yield the growths among sums, which the check of figures has computed.

    >>> [(one.percent, one.end, len(one.values)) for one in growths(["184 = 100 × 1,13^5", "17% = 3% + 14%"])]
    [('13', 184, 6)]
    """
    for found in filter(None, map(_SUM.fullmatch, sums)):
        end, start, factor, years = found.groups()
        rate = Fraction(factor.replace(",", "."))
        percent = f"{float((rate - 1) * 100):g}"
        yield Growth(percent, tuple(float(int(start) * rate**year) for year in range(int(years) + 1)), int(end))
