"""Which of many cases that differ little are tried every day: the others wait for `--every`."""

from collections.abc import Iterable
from typing import Any

import pytest


def one_in(number: int, cases: Iterable[object]) -> list[Any]:
    """Return the cases of a parameter, each a value, or a tuple of several; every day tries one in so many.

    The first is one of them.
    """
    given = [case if isinstance(case, tuple) else (case,) for case in cases]
    return [pytest.param(*case, marks=pytest.mark.every if at % number else ()) for at, case in enumerate(given)]
