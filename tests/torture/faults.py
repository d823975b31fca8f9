"""Faults of every family, each seeded alone into the real pages."""

import random
import shutil
from collections.abc import Iterable
from functools import partial
from pathlib import Path

from hooks.findings.wording import show

from ..helpers import command_line, projects, random_edits, read_once
from ..helpers.faulty_edits import FAULTS
from ..helpers.random_edits import Edit
from .stage import Outcome, Stage

_BY_COMMAND = 49
"""Every so many faults, what `check` itself prints is held beside what was judged here."""
_COMMAND = "printed by `check` too"


def faults(wanted: int, seconds: float, seed: str, folder: Path) -> Stage:
    """Seed faults of all families in turn: each is to be one finding, in its file, on its line, by its name."""
    stage = Stage("seeded faults", wanted)
    shutil.copytree(projects.ROOT / "docs", folder / "docs")
    with read_once.unchanged_files():
        counted = stage.run(partial(_judged, seed, folder), seconds)
    told = (f"{family} {counted[f'{family} found']}/{counted[family]}" for family in FAULTS)
    stage.notes += [f"found: {', '.join(told)}", f"{_COMMAND}: {counted[_COMMAND]}"]
    return stage


def _judged(seed: str, folder: Path, turn: int) -> Outcome:
    chance = random.Random(f"{seed} {turn}")
    family = list(FAULTS)[turn % len(FAULTS)]
    edit = next(random_edits.edits(chance, 1, FAULTS[family]))
    said = random_edits.verdict(edit)
    wrong = [f"turn {turn}, {family}: {said}"] if said else []
    counted = [family] if said else [family, f"{family} found"]
    if turn % _BY_COMMAND == 0:
        wrong += _differing(edit, folder / f"checked-{turn}")
        counted.append(_COMMAND)
    return Outcome(tuple(wrong), tuple(counted))


def _differing(edit: Edit, root: Path) -> Iterable[str]:
    """Yield what `check` prints otherwise than it was judged; of the settings it may say something more."""
    shutil.copytree(root.parent / "docs", root / "docs")
    shutil.copy(projects.ROOT / "mkdocs.yml", root)
    (root / edit.path).write_text(edit.text, "utf-8")
    lines = command_line.run_apart(root, "check").stdout.splitlines()
    printed = {line for line in lines if not line.startswith("mkdocs.yml")}
    judged = {show(finding, "vi") for finding in random_edits.judge(edit).findings}
    shutil.rmtree(root)
    yield from (f"{edit.path}: `check` alone or not at all: {line}" for line in printed ^ judged)
