"""Bytes damaged in the files of a small project."""

import os
import random
import shutil
from collections.abc import Mapping
from dataclasses import replace
from functools import cache, partial
from pathlib import Path

from hooks import analyse, files
from hooks.content.figures import figures
from hooks.findings.finding import Code, Finding, Severity
from hooks.handbook import Handbook
from hooks.paper.posters.glyphs import lacking
from hooks.text import normalise

from ..helpers import command_line, read_once, small_project
from ..helpers.projects import ROOT
from ..helpers.random_edits import SETTINGS
from .stage import Outcome, Stage

_PUBLISHING = replace(SETTINGS, history=Severity.ERROR)
"""As `make site` judges: no page has a version that nobody recorded."""
_TABLES = 5
"""Every so many damages, one of a table or lock of the real project."""


def damages(wanted: int, seconds: float, seed: str, folder: Path) -> Stage:
    """Damage bytes of sources, pages, tables and locks: a finding, or all claims and provisions as they were.

    What only the history of the versions tells is counted apart.
    """
    stage = Stage("byte damages", wanted)
    small = small_project.write(folder / "small")
    command_line.run(small, "translations", "--reviewed", "all")
    command_line.run(small, "history")
    shutil.copytree(ROOT / "docs", folder / "real" / "docs")
    with read_once.unchanged_files():
        for root in (small, folder / "real"):
            _sound(root)
        counted = stage.run(partial(_damaged_once, seed, folder), seconds)
    stage.notes.append(", ".join(f"{what}: {count}" for what, count in sorted(counted.items())))
    return stage


@cache
def _sound(root: Path) -> tuple[tuple[Finding, ...], Mapping[str, object]]:
    """Return what is found in a project, and what it claims, before anything was damaged."""
    judged = _judged(root)
    return judged.errors, _claims(judged)


@cache
def _own(folder: Path, name: str, process: int) -> Path:
    """Return a copy of a project that one process alone damages."""
    return Path(shutil.copytree(folder / name, folder / f"{name}-{process}"))


def _damaged_once(seed: str, folder: Path, turn: int) -> Outcome:
    chance = random.Random(f"{seed} {turn}")
    name = "small" if turn % _TABLES else "real"
    root = _own(folder, name, os.getpid())
    paths = sorted(path for path in (root / "docs").rglob("*") if path.is_file())
    path = chance.choice(paths if turn % _TABLES else [path for path in paths if path.suffix in (".toml", ".lock")])
    whole = path.read_bytes()
    how, damaged = _damaged(whole, chance)
    path.write_bytes(damaged)
    what = f"{path.relative_to(root)}, {how}, turn {turn}"
    try:
        judged = _judged(root)
    except Exception as error:  # noqa: BLE001 - any is what must not happen
        return Outcome((f"{what}: {type(error).__name__}: {error}",))
    finally:
        path.write_bytes(whole)
    known, before = _sound(folder / name)
    new = [finding.code for finding in judged.errors if finding not in known]
    if set(new) - {Code.HISTORY_LAGS}:
        return Outcome(counted=("a finding of its own",))
    if new:
        return Outcome(counted=("only a version that nobody recorded",))
    if changed := _differences(before, _claims(judged)):
        return Outcome((f"{what}: silent, and other claims: {changed[:2]}",))
    return Outcome(counted=("no finding, the same claims",))


def _judged(root: Path) -> Handbook:
    return analyse.analyse(files.read(root), _PUBLISHING, lacking)


def _claims(book: Handbook) -> Mapping[str, object]:
    """Return what a site says that can be checked: numbers of tables, words of provisions, claims of pages."""
    claims: dict[str, object] = {name: (one.value, one.entry) for name, one in book.constants.items()}
    for name, rows in book.rate_rows.items():
        claims[f"rate {name}"] = [(rate.value, rate.unit, rate.since, rate.until, rate.entry) for rate in rows]
    for document in book.registry.documents.values():
        for language, text in document.texts.items():
            claims[f"{document.record.id} {language}"] = dict(text.words)
        claims[document.record.id] = document.record
    for language, pages in book.pages.items():
        for key, page in pages.items():
            cited = [book.registry.canonical(link.cited or "") for link in page.citations]
            quoted = [normalise(page.prose[quote.at : quote.end]) for quote in page.quotes]
            stated = [figure.keys[0] for figure in figures(page.prose, 0, len(page.prose))]
            claims[f"{language} {key}"] = (sorted(cited), quoted, stated if not page.full_text else [])
    return claims


def _differences(before: Mapping[str, object], after: Mapping[str, object]) -> list[str]:
    return [name for name in {**before, **after} if before.get(name) != after.get(name)]


def _damaged(whole: bytes, chance: random.Random) -> tuple[str, bytes]:
    """Return what was done to some bytes, and what came of it."""
    at = chance.randrange(max(len(whole), 1))
    end = min(at + chance.choice([1, 1, 2, 5, 40]), len(whole))
    how = chance.choice(["flipped", "lost", "put in", "cut off", "doubled", "swapped"])
    piece = whole[at:end]
    if how == "flipped":
        return f"{how} at {at}", whole[:at] + bytes(byte ^ 1 << chance.randrange(8) for byte in piece) + whole[end:]
    if how == "lost":
        return f"{how} {end - at} at {at}", whole[:at] + whole[end:]
    if how == "put in":
        return f"{how} at {at}", whole[:at] + chance.randbytes(chance.choice([1, 3, 20])) + whole[at:]
    if how == "cut off":
        return f"{how} at {at}", whole[:at]
    if how == "doubled":
        return f"{how} {end - at} at {at}", whole[:end] + piece + whole[end:]
    other = chance.randrange(max(len(whole), 1))
    one, two = sorted((at, other))
    return f"{how} {one} and {two}", whole[:one] + whole[two : two + 1] + whole[one + 1 : two] + whole[
        one : one + 1
    ] + whole[two + 1 :]
