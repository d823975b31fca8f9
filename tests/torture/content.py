"""Faults seeded into the real pages, and bytes damaged in a small project."""

import random
from collections.abc import Mapping
from pathlib import Path

from hooks import analyse, files
from hooks.content.figures import figures
from hooks.handbook import Handbook
from hooks.paper.posters.glyphs import lacking
from hooks.text import normalise

from ..helpers import random_edits, small_project
from ..helpers.faulty_edits import FAULTS
from ..helpers.random_edits import Edit, verdict
from .stage import Stage

_AT_ONCE = 12


def faults(wanted: int, seconds: float, chance: random.Random) -> Stage:
    """Seed faults of every family: each is to be one finding, in its file, on its line, by its name.

    Several faults of different pages are judged at once; where that goes wrong each is judged by itself.
    """
    stage = Stage("seeded faults", wanted)
    missed: dict[str, list[int]] = {family: [0, 0] for family in FAULTS}
    for _ in stage.turns(seconds):
        batch = _batch(chance, min(_AT_ONCE, wanted - stage.done))
        whole = verdict(*(edit for _, edit in batch))
        for family, edit in batch:
            said = verdict(edit) if whole else ""
            missed[family][0] += 1
            missed[family][1] += bool(said)
            stage.wrong += [f"{family}: {said}"] if said else []
        stage.done += len(batch)
    told = (f"{family} {tried - wrong}/{tried}" for family, (tried, wrong) in missed.items())
    stage.notes.append("found: " + ", ".join(told))
    return stage


def _batch(chance: random.Random, count: int) -> list[tuple[str, Edit]]:
    """Return faults of all families in turn, no two of one page in either language."""
    found: dict[str, tuple[str, Edit]] = {}
    while len(found) < count:
        family = chance.choice(list(FAULTS))
        edit = next(random_edits.edits(chance, 1, FAULTS[family]))
        found.setdefault(edit.path.partition("/vi/")[2] or edit.path.partition("/en/")[2], (family, edit))
    return list(found.values())


def damages(wanted: int, seconds: float, chance: random.Random, folder: Path) -> Stage:
    """Damage bytes of sources, pages and locks: a finding, or all claims and provisions as they were; no traceback."""
    stage = Stage("byte damages", wanted)
    root = small_project.write(folder / "damaged")
    paths = sorted(path for path in (root / "docs").rglob("*") if path.is_file())
    before, found, same = _claims(_judged(root)), 0, 0
    for turn in stage.turns(seconds):
        path = chance.choice(paths)
        whole = path.read_bytes()
        how, damaged = _damaged(whole, chance)
        path.write_bytes(damaged)
        stage.done += 1
        name = f"{path.relative_to(root)}, {how}, turn {turn}"
        try:
            judged = _judged(root)
        except Exception as error:  # noqa: BLE001 - any is what must not happen
            stage.wrong.append(f"{name}: {type(error).__name__}: {error}")
        else:
            if judged.errors:
                found += 1
            elif (changed := _differences(before, _claims(judged))) == []:
                same += 1
            else:
                stage.wrong.append(f"{name}: silent, and other claims: {changed[:2]}")
        finally:
            path.write_bytes(whole)
    stage.notes.append(f"a finding {found}, no finding and the same claims {same}")
    return stage


def _judged(root: Path) -> Handbook:
    return analyse.analyse(files.read(root), random_edits.SETTINGS, lacking)


def _claims(book: Handbook) -> Mapping[str, object]:
    """Return what a site says that can be checked: words of provisions and entries, and the claims of each page."""
    claims: dict[str, object] = {}
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
