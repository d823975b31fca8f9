"""No wrong edit slips through and no right edit is blamed: random ones, of every kind."""

import random
from collections.abc import Iterator

import pytest

from ..helpers import random_edits, read_once
from ..helpers.faulty_edits import FAULTS
from ..helpers.harmless_edits import HARMLESS
from ..helpers.random_edits import Edit, Kind

_FAULTS, _HARMLESS = 38, 40
"""How many edits a long run judges, each by itself."""


@pytest.fixture(scope="module")
def _read_once() -> Iterator[None]:
    with read_once.unchanged_files():
        yield


def _drawn(chance: random.Random, families: list[tuple[Kind, ...]]) -> list[Edit]:
    """Return an edit of each family, no two of one page in either language."""
    found: dict[str, Edit] = {}
    for family in families:
        while (edit := next(random_edits.edits(chance, 1, family))) and random_edits.both(edit) in found:
            pass
        found[random_edits.both(edit)] = edit
    return list(found.values())


@pytest.mark.xdist_group("handbook")
def test_random_faults_of_every_family_are_found_among_edits_that_nobody_is_blamed_for(chance: random.Random) -> None:
    chosen = _drawn(chance, [*FAULTS.values(), *([HARMLESS] * 4)])
    assert random_edits.misjudged(chosen, at_once=True) == []


@pytest.mark.every
def test_the_real_pages_are_silent() -> None:
    assert random_edits.judge().errors == ()


@pytest.mark.every
def test_beside_pages_that_are_read_once_an_edit_is_judged_as_beside_pages_that_are_read_anew(
    chance: random.Random,
) -> None:
    kinds = [*chance.sample(list(FAULTS.values()), 2), HARMLESS]
    chosen = [next(random_edits.edits(chance, 1, kind)) for kind in kinds]
    anew = [random_edits.judge(edit).findings for edit in chosen]
    with read_once.unchanged_files():
        assert [random_edits.judge(edit).findings for edit in chosen] == anew


@pytest.mark.every
@pytest.mark.usefixtures("_read_once")
@pytest.mark.parametrize("family", FAULTS)
def test_a_random_fault_is_one_finding_in_the_right_file_at_the_right_line(family: str, chance: random.Random) -> None:
    assert random_edits.misjudged(random_edits.edits(chance, _FAULTS, FAULTS[family])) == []


@pytest.mark.every
@pytest.mark.usefixtures("_read_once")
@pytest.mark.parametrize("part", range(5))
def test_a_harmless_edit_gives_silence(part: int, chance: random.Random) -> None:
    assert random_edits.misjudged(random_edits.edits(chance, _HARMLESS, HARMLESS)) == []
