"""`make torture`: how much the program and the published site bear, in figures.

Each stage has its part of the time; what it did not get to in that time stands in the table as not done. The seed is
printed first: the same seed does the same.
"""

import argparse
import random
import sys
import tempfile
from pathlib import Path

from . import damages, faults, kills, serving, twins
from .stage import SiteError, Stage, table

_PARTS = {"faults": 0.42, "damages": 0.15, "kills": 0.25, "requests": 0.1, "twins": 0.08}
"""Stage → its part of the time."""


def main() -> int:
    """Do everything, print the table; return 1 if anything went wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=40)
    parser.add_argument("--seed", type=int, default=random.randrange(10**6))
    parser.add_argument("--only", nargs="*", choices=_PARTS, default=list(_PARTS))
    chosen = parser.parse_args()
    print(f"seed: {chosen.seed}", flush=True)
    whole = sum(_PARTS[name] for name in chosen.only)
    stages = []
    for name in chosen.only:
        seconds = chosen.minutes * 60 * _PARTS[name] / whole
        with tempfile.TemporaryDirectory() as given:
            try:
                stages.append(_done(name, seconds, f"{chosen.seed} {name}", Path(given)))
            except SiteError as error:
                stages.append(Stage(name, 1, wrong=[str(error)]))
        print(stages[-1].told(), flush=True)
    print(f"\n{table(stages)}")
    return int(any(stage.wrong for stage in stages))


def _done(name: str, seconds: float, seed: str, folder: Path) -> Stage:
    if name == "faults":
        return faults.faults(1000, seconds, seed, folder)
    if name == "damages":
        return damages.damages(500, seconds, seed, folder)
    if name == "kills":
        return kills.kills(200, seconds, seed, folder)
    if name == "requests":
        return serving.requests(10_000, seconds, folder)
    return twins.twins(max(seconds, 600), folder)


if __name__ == "__main__":
    sys.exit(main())
