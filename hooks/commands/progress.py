"""What a long command is at, on one line of the terminal that is gone when it ends: only its results stay."""

import os
import sys
import time
from types import TracebackType
from typing import Self

_COLUMNS = 80
"""Width of a terminal that does not say its own."""
_LEAST_SECONDS = 0.1
"""Between two counts that are shown: drawing each of thousands takes longer than the work."""


class Progress:
    """A line on standard error, erased at the end and before any error; nothing where that is no terminal."""

    def __init__(self) -> None:
        """Begin with nothing shown."""
        self._width, self._counted_at = 0, 0.0

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Erase the line."""
        if self._width:
            self.show("")
            print(end="\r", file=sys.stderr, flush=True)

    def show(self, words: str) -> None:
        """Put words in the place of those before, cut to the width of the terminal: a line that wraps stays behind."""
        if sys.stderr.isatty():
            words = words[: (os.get_terminal_size(sys.stderr.fileno()).columns or _COLUMNS) - 1]
            print(f"\r{words:<{self._width}}", end="", file=sys.stderr, flush=True)
            self._width = len(words)

    def count(self, words: str) -> None:
        """Show words that count up, some of them: the next words to show say where the count ended."""
        if time.monotonic() - self._counted_at >= _LEAST_SECONDS:
            self._counted_at = time.monotonic()
            self.show(words)
