"""What one kind of torture did, and how long it may take."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field


class SiteError(Exception):
    """The site that a stage begins with could not be built."""


@dataclass
class Stage:
    """One kind of torture."""

    name: str
    """What is done, as the table of figures calls it."""
    wanted: int
    """How often it is to be done."""
    done: int = 0
    """How often it was done before its time was over."""
    wrong: list[str] = field(default_factory=list)
    """What went wrong, in words."""
    notes: list[str] = field(default_factory=list)
    """Further figures."""
    seconds: float = 0
    """How long it took."""

    def turns(self, seconds: float) -> Iterator[int]:
        """Yield the number of each turn, until all are done or the time is over."""
        began = time.monotonic()
        while self.done < self.wanted and time.monotonic() - began < seconds:
            yield self.done
        self.seconds = time.monotonic() - began

    def told(self) -> str:
        """Return the row of the table."""
        right = self.done - len(self.wrong)
        rate = f"{100 * right / self.done:.1f} %" if self.done else "not run"
        row = f"{self.name:28}{self.wanted:9}{self.done:9}{len(self.wrong):9}{rate:>10}{self.seconds:9.0f} s"
        return "\n".join([row, *(f"    {note}" for note in self.notes)])


def table(stages: Sequence[Stage]) -> str:
    """Return the table of figures, what went wrong below it."""
    head = f"{'':28}{'wanted':>9}{'done':>9}{'wrong':>9}{'right':>10}{'time':>11}"
    wrong = [f"{stage.name}: {one}" for stage in stages for one in stage.wrong]
    return "\n".join([head, *(stage.told() for stage in stages), *wrong])
