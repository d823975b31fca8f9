"""Builds that are killed at any moment, and builds on other days and machines."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

from hooks.publishing.folder import STAGING

from ..helpers import built_site, projects, small_project
from ..helpers.mkdocs_build import build
from .stage import SiteError, Stage

_ELSEWHEN = """
import os
import time_machine
time_machine.travel(os.environ["TORTURE_DAY"], tick=True).start()
"""
_MACHINES = (
    {"TORTURE_DAY": "2027-02-28T23:59:30+00:00", "TZ": "Pacific/Kiritimati", "LANG": "C", "PYTHONHASHSEED": "7"},
    {"TORTURE_DAY": "2031-07-01T00:00:00+00:00", "TZ": "America/Los_Angeles", "LC_ALL": "C.UTF-8", "PYTHONUTF8": "0"},
)
"""Days, time zones, languages of the machine, seeds of hashes."""


def kills(wanted: int, seconds: float, chance: random.Random, folder: Path) -> Stage:
    """Kill builds of two versions of a small site at random: what is published is always whole, every file of one."""
    stage = Stage("builds killed", wanted)
    root = projects.copy(folder / "killed")
    shutil.rmtree(root / "docs")
    small_project.write(root)
    settings = (root / "mkdocs.yml").read_text("utf-8")
    other = settings.replace("site_name: Lê Chân Handbook", "site_name: Handbook of Lê Chân")
    good = []
    for text in (settings, other):
        (root / "mkdocs.yml").write_text(text, "utf-8")
        began = time.monotonic()
        done = build(root / "site", root=root, strict=False)
        if done.returncode:
            raise SiteError(done.stderr[-2000:])
        whole = time.monotonic() - began
        good.append(built_site.files(root / "site"))
    known = tuple(built_site.broken(root / "site"))  # the small project lacks pages that the frame leads to
    finished = 0
    for turn in stage.turns(seconds):
        (root / "mkdocs.yml").write_text((settings, other)[turn % 2], "utf-8")
        process = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "build", "-q", "-d", str(root / "site")],
            cwd=root,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
            stderr=subprocess.DEVNULL,
        )
        time.sleep(whole * (chance.uniform(0.7, 1.05) if turn % 3 else chance.uniform(0.05, 0.7)))
        finished += process.poll() is not None
        process.send_signal(signal.SIGKILL)
        process.wait()
        stage.done += 1
        served = {name: data for name, data in built_site.files(root / "site").items() if not name.startswith(STAGING)}
        mixed = [name for name, data in served.items() if data not in [one.get(name) for one in good]]
        broken = [line for line in built_site.broken(root / "site") if not line.startswith((STAGING, *known))]
        if mixed or broken:
            stage.wrong.append(f"turn {turn}: {mixed[:3]} {broken[:3]}")
    stage.notes.append(f"{finished} had just ended; a whole build took {whole:.1f} s")
    return stage


def twins(seconds: float, folder: Path) -> Stage:
    """Build the whole site on other days and machines: every byte is the same."""
    stage = Stage("builds on other days", len(_MACHINES))
    here = folder / "here"
    if (done := build(here, strict=False)).returncode:
        raise SiteError(done.stderr[-2000:])
    first = built_site.files(here)
    elsewhen = folder / "elsewhen"
    elsewhen.mkdir()
    (elsewhen / "sitecustomize.py").write_text(_ELSEWHEN, "utf-8")
    for turn in stage.turns(seconds):
        to = folder / f"there-{turn}"
        done = build(to, root=projects.ROOT, strict=False, PYTHONPATH=str(elsewhen), **_MACHINES[turn])
        stage.done += 1
        second = built_site.files(to) if done.returncode == 0 else {}
        names = sorted({*first, *second})
        differing = [name for name in names if first.get(name) != second.get(name)]
        stage.notes.append(f"{_MACHINES[turn]['TORTURE_DAY'][:10]}: {len(names)} files, {len(differing)} differ")
        if differing:
            stage.wrong.append(f"{_MACHINES[turn]}: {differing[:5]} {done.stderr[-300:]}")
    return stage
