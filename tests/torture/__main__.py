"""`make torture`: how much the program and the published site bear, in figures.

Each stage has its part of the time; what it did not get to in that time stands in the table as not done. The seed is
printed first: the same seed does the same.
"""

import argparse
import random
import sys
import tempfile
from pathlib import Path

from . import builds, content, serving
from .stage import table

_PARTS = {"faults": 0.4, "damages": 0.2, "kills": 0.25, "requests": 0.1, "twins": 0.05}
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
    with tempfile.TemporaryDirectory() as given:
        folder = Path(given)
        for name in chosen.only:
            seconds = chosen.minutes * 60 * _PARTS[name] / whole
            chance = random.Random(f"{chosen.seed} {name}")
            if name == "faults":
                stages.append(content.faults(1000, seconds, chance))
            elif name == "damages":
                stages.append(content.damages(500, seconds, chance, folder))
            elif name == "kills":
                stages.append(builds.kills(200, seconds, chance, folder))
            elif name == "requests":
                stages.append(serving.requests(10_000, seconds))
            else:
                stages.append(builds.twins(max(seconds, 600), folder))
            print(stages[-1].told(), flush=True)
    print(f"\n{table(stages)}")
    return int(any(stage.wrong for stage in stages))


if __name__ == "__main__":
    sys.exit(main())
