"""The whole site built on other days and machines."""

import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from hooks import files
from hooks.content import rates

from ..helpers import built_site, projects
from ..helpers.mkdocs_build import build
from .stage import SiteError, Stage

_ELSEWHEN = """
import os
import time_machine
time_machine.travel(os.environ["TORTURE_DAY"], tick=True).start()
"""
_MACHINES = (
    {"TZ": "Pacific/Kiritimati", "LANG": "C", "PYTHONHASHSEED": "7"},
    {"TZ": "America/Los_Angeles", "LC_ALL": "C.UTF-8", "PYTHONUTF8": "0", "PYTHONHASHSEED": "31"},
)
"""Time zones, languages of the machine, seeds of hashes."""


def twins(seconds: float, folder: Path) -> Stage:
    """Build the whole site on other days and machines: every byte is the same.

    The days are tomorrow and the last one on which the rates of today hold: what holds next, readers have to see.
    """
    stage = Stage("builds on other days", len(_MACHINES))
    began = time.monotonic()
    here = folder / "here"
    if (done := build(here, strict=False)).returncode:
        raise SiteError(done.stderr[-2000:])
    first = built_site.files(here)
    elsewhen = folder / "elsewhen"
    elsewhen.mkdir()
    (elsewhen / "sitecustomize.py").write_text(_ELSEWHEN, "utf-8")
    for day, machine in zip((date.today() + timedelta(1), _last_day()), _MACHINES, strict=True):
        if time.monotonic() - began > seconds:
            break
        moment = datetime(day.year, day.month, day.day, 12, tzinfo=UTC).isoformat()
        to = folder / day.isoformat()
        done = build(to, root=projects.ROOT, strict=False, PYTHONPATH=str(elsewhen), TORTURE_DAY=moment, **machine)
        stage.done += 1
        second = built_site.files(to) if done.returncode == 0 else {}
        names = sorted({*first, *second})
        differing = [name for name in names if first.get(name) != second.get(name)]
        stage.notes.append(f"{day}, {machine}: {len(names)} files, {len(differing)} differ")
        if differing:
            stage.wrong.append(f"{day}: {differing[:9]} {done.stderr[-300:]}")
    stage.seconds = time.monotonic() - began
    return stage


def _last_day() -> date:
    """Return the last day before a rate begins or ends, at most five years away."""
    rows = rates.read(files.read(projects.ROOT).rates or "").rows.values()
    days = [day for of in rows for rate in of for day in (rate.since, rate.until and rate.until + timedelta(1)) if day]
    far = date.today() + timedelta(5 * 365)
    return min([far, *(day - timedelta(1) for day in days if day > date.today() + timedelta(1))])
