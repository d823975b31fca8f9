"""No wrong edit slips through and no right edit is blamed: random ones, with the seed printed."""

import os
import random

import pytest

from ..helpers import random_edits
from ..helpers.faulty_edits import FAULTS
from ..helpers.harmless_edits import HARMLESS

SEED = int(os.environ.get("SEED", random.randrange(10**6)))
_EACH = 300 // len(FAULTS) + 1


def test_the_real_pages_are_silent() -> None:
    path = random_edits.pages()[0].path
    assert random_edits.judge(random_edits.Edit(path, random_edits.project().pages[path])).errors == ()


@pytest.mark.parametrize("family", FAULTS)
def test_a_random_fault_is_one_finding_in_the_right_file_at_the_right_line(family: str) -> None:
    wrong = random_edits.misjudged(list(random_edits.edits(SEED, _EACH, FAULTS[family])))
    assert wrong == [], f"SEED={SEED}\n" + "\n".join(wrong[:5])


def test_a_harmless_edit_gives_silence() -> None:
    wrong = random_edits.misjudged(list(random_edits.edits(SEED, 200, HARMLESS)))
    assert wrong == [], f"SEED={SEED}\n" + "\n".join(wrong[:5])
