"""`python -m tests.helpers.try_edits --count 5000 --seed 7` tries edits, prints those judged wrongly."""

import argparse
import random
import sys

from .faulty_edits import FAULTS
from .harmless_edits import HARMLESS
from .random_edits import edits, misjudged


def main() -> int:
    """Try any number of edits."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=1000, help="edits of each family")
    parser.add_argument("--seed", type=int, default=random.randrange(10**6))
    chosen = parser.parse_args()
    print(f"seed {chosen.seed}")
    wrong = []
    for name, kinds in {**FAULTS, "harmless": HARMLESS}.items():
        found = misjudged(list(edits(chosen.seed, chosen.count, kinds)))
        print(f"{name}: {chosen.count - len(found)} of {chosen.count} judged right")
        wrong += found
    print("\n".join(wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
