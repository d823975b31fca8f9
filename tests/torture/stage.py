"""What one kind of torture did, and how long it may take."""

import gc
import os
import time
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from multiprocessing import get_context

PROCESSES = int(os.environ.get("PROCESSES", "2"))
"""How many turns are done at the same time."""


class SiteError(Exception):
    """The site that a stage begins with could not be built."""


@dataclass(frozen=True)
class Outcome:
    """What came of one turn."""

    wrong: tuple[str, ...] = ()
    """What went wrong, in words."""
    counted: tuple[str, ...] = ()
    """What is counted of all turns, such as the family of a fault."""


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

    def run(self, turn: Callable[[int], Outcome], seconds: float) -> Counter[str]:
        """Do every turn, given its number, until the time is over; return what was counted.

        Turns are done in processes of their own, which know what this one knows at their beginning.
        """
        counted: Counter[str] = Counter()
        began = time.monotonic()
        gc.freeze()  # what the processes share is not looked through, and so not copied, in each
        pool = ProcessPoolExecutor(PROCESSES, mp_context=get_context("fork"))
        try:
            for outcome in pool.map(turn, range(self.wanted)):
                self.done += 1
                self.wrong += outcome.wrong
                counted.update(outcome.counted)
                if self.done % (self.wanted // 10 or 1) == 0:
                    print(f"{self.name}: {self.done} of {self.wanted}, {len(self.wrong)} wrong", flush=True)
                if time.monotonic() - began > seconds:
                    break
        except KeyboardInterrupt:
            self.notes.append("interrupted")
        finally:
            pool.shutdown(cancel_futures=True)
            gc.unfreeze()
        self.seconds = time.monotonic() - began
        return counted

    def told(self) -> str:
        """Return the row of the table."""
        right = max(self.done - len(self.wrong), 0)
        rate = f"{100 * right / self.done:.1f} %" if self.done else "not run"
        row = f"{self.name:28}{self.wanted:9}{self.done:9}{len(self.wrong):9}{rate:>10}{self.seconds:9.0f} s"
        return "\n".join([row, *(f"    {note}" for note in self.notes)])


def table(stages: Sequence[Stage]) -> str:
    """Return the table of figures, what went wrong below it."""
    head = f"{'':28}{'wanted':>9}{'done':>9}{'wrong':>9}{'right':>10}{'time':>11}"
    wrong = [f"{stage.name}: {one}" for stage in stages for one in stage.wrong]
    return "\n".join([head, *(stage.told() for stage in stages), *wrong])
