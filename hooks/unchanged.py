"""What the preview keeps from one build to the next: the last result under each name, with what it was made from.

A build by itself begins with nothing kept, so that no page of it depends on another.
"""

from collections.abc import Callable, Hashable
from typing import Any, TypeVar, cast

_Result = TypeVar("_Result")


class Unchanged:
    """Results by name, each used again as long as what it is made from is equal."""

    def __init__(self) -> None:
        """Begin with none."""
        self._last: dict[Hashable, tuple[Any, Any]] = {}

    def get(self, name: Hashable, made_from: Any, make: Callable[[], _Result]) -> _Result:
        """Return the result under a name, made anew where it was made from something else or never.

        `make` has to depend on `made_from` alone. Of each name only the last result is kept.
        """
        known = self.known(name, made_from)
        if known is None:
            known = make()
            self.keep(name, made_from, known)
        return cast(_Result, known)

    def known(self, name: Hashable, made_from: Any) -> Any:
        """Return the result under a name; nothing where it was made from something else or never."""
        last = self._last.get(name)
        return last[1] if last is not None and last[0] == made_from else None

    def keep(self, name: Hashable, made_from: Any, result: Any) -> None:
        """Keep a result under a name."""
        self._last[name] = made_from, result
