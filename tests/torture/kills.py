"""Builds that are killed at any moment."""

import os
import random
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

from hooks.publishing.folder import STAGING

from ..helpers import built_site, projects, small_project
from ..helpers.mkdocs_build import build
from .stage import Outcome, SiteError, Stage

_NAMES = ("Lê Chân Handbook", "Handbook of Lê Chân")
"""The name of the site in each version: every page shows it, so every page changes."""
_TO_THE_END = 20
"""Every so many kills, the next build may end: it mends all that was left."""


@dataclass(frozen=True)
class _Whole:
    """What builds give that nobody kills."""

    sites: tuple[dict[str, bytes], ...]
    """The files of each version."""
    broken: tuple[str, ...]
    """Links that lead nowhere: the small project lacks pages that the frame leads to."""
    seconds: float
    """How long a build takes until it publishes."""
    publishing: float
    """How long it then publishes."""


def kills(wanted: int, seconds: float, seed: str, folder: Path) -> Stage:
    """Kill builds of two versions of a small site at random: what is published is always whole."""
    stage = Stage("builds killed", wanted)
    root = projects.copy(folder / "whole")
    shutil.rmtree(root / "docs")
    small_project.write(root)
    whole = _whole(root)
    counted = stage.run(partial(_killed_once, seed, root), seconds)
    stage.notes.append(", ".join(f"{when}: {count}" for when, count in sorted(counted.items())))
    stage.notes.append(f"a build takes {whole.seconds:.1f} s and publishes for {whole.publishing:.2f} s")
    return stage


@cache
def _whole(root: Path) -> _Whole:
    """Build both versions to the end."""
    sites = []
    for version in range(len(_NAMES)):
        began = time.monotonic()
        process = _begin(root, version)
        built = time.monotonic()
        if process.wait():
            raise SiteError(build(root / "site", root=root, strict=False).stderr[-2000:])
        sites.append(built_site.files(root / "site"))
    return _Whole(
        tuple(sites), tuple(built_site.broken(root / "site")), built - began, max(time.monotonic() - built, 0.2)
    )


@cache
def _own(root: Path, process: int) -> Path:
    """Return a copy of the project in which one process alone builds."""
    return Path(shutil.copytree(root, root.with_name(f"killed-{process}"), symlinks=True))


def _begin(root: Path, version: int, wait: float = 600) -> subprocess.Popen[bytes]:
    """Begin to build a version; come back when it publishes, has ended, or after `wait` seconds."""
    settings = (projects.ROOT / "mkdocs.yml").read_text("utf-8").replace("coverage: error", "coverage: note", 1)
    (root / "mkdocs.yml").write_text(settings.replace(_NAMES[0], _NAMES[version]), "utf-8")
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-d", str(root / "site")]
    process = subprocess.Popen(command, cwd=root, env=environment, stderr=subprocess.DEVNULL)
    ends = time.monotonic() + wait
    while process.poll() is None and not (root / "site" / STAGING).exists() and time.monotonic() < ends:
        time.sleep(0.002)
    return process


def _killed_once(seed: str, first: Path, turn: int) -> Outcome:
    """Kill one build: every third at any moment before it publishes, the others while it does."""
    chance = random.Random(f"{seed} {turn}")
    whole, root = _whole(first), _own(first, os.getpid())
    site = root / "site"
    shutil.rmtree(site / STAGING, ignore_errors=True)  # what was killed before is not what begins now
    early = turn % 3 == 0
    process = _begin(root, turn % 2, whole.seconds * chance.uniform(0.05, 1) if early else 600)
    if not early:
        time.sleep(chance.uniform(0, whole.publishing))
    ended = process.poll() is not None
    process.kill()
    process.wait()
    when = "had ended" if ended else "while it published" if (site / STAGING).exists() else "before it published"
    served = {name: data for name, data in built_site.files(site).items() if not name.startswith(STAGING)}
    mixed = [name for name, data in served.items() if data not in [one.get(name) for one in whole.sites]]
    broken = [line for line in built_site.broken(site) if not line.startswith((STAGING, *whole.broken))]
    wrong = [f"turn {turn}, {when}: {mixed[:3]} {broken[:3]}"] if mixed or broken else []
    if turn % _TO_THE_END == 0:
        _begin(root, turn % 2).wait()
        if not whole.sites[turn % 2].items() <= built_site.files(site).items():  # what is no page of the other may stay
            wrong.append(f"turn {turn}: the build after it did not bring the site back")
    return Outcome(tuple(wrong), (when,))
