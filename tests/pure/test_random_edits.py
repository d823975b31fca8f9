"""No wrong edit slips through and no right edit is blamed: random ones, of every kind."""

import random
from collections.abc import Callable

import pytest

from ..helpers import random_edits
from ..helpers.faulty_edits import FAULTS
from ..helpers.harmless_edits import HARMLESS

_ONE = pytest.param(0, id="")
_PARTS = [_ONE, *(pytest.param(part, marks=pytest.mark.every) for part in range(1, 5))]
"""Parts of the long run, so that workers share it."""


def test_the_real_pages_are_silent() -> None:
    path = random_edits.pages()[0].path
    assert random_edits.judge(random_edits.Edit(path, random_edits.project().pages[path])).errors == ()


@pytest.mark.parametrize("family", FAULTS)
def test_a_random_fault_is_one_finding_in_the_right_file_at_the_right_line(
    family: str, chance: random.Random, amount: Callable[[int, int], int], every: bool
) -> None:
    chosen = random_edits.edits(chance, amount(2, 38), FAULTS[family])
    assert random_edits.misjudged(chosen, at_once=not every) == []


@pytest.mark.parametrize("part", _PARTS)
def test_a_harmless_edit_gives_silence(
    part: int, chance: random.Random, amount: Callable[[int, int], int], every: bool
) -> None:
    chosen = random_edits.edits(chance, amount(5, 40), HARMLESS)
    assert random_edits.misjudged(chosen, at_once=not every) == []
