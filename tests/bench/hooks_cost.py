"""`make bench`: what the hooks cost, measured side by side with a plain build of the same pages in one run.

A plain build is what an editor gets without the hooks: the same pages in Material's own templates with Material's own
search, which MkDocs switches on by itself and drops only where `mkdocs.yml` lists plugins without it, as ours does
because the hooks write a search index of their own. Beside it stands a plain build without any search, which does
less than either.

To be reached at every size: build with hooks at most 1.15 of the plain one, growth exponent at most 1.05, `check` at
most 0.1 ms a citation and 150 MB.
"""

import argparse
import json
import math
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ..helpers import projects
from ..helpers.generated_pages import generate


def timed(command: list[str], root: Path) -> float:
    """Run a command; return its seconds of processor time, which other work on the machine changes little."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False, env=_environment())
    if done.returncode not in (0, 1) or "Traceback" in done.stderr:
        raise SystemExit(done.stdout[-2000:] + done.stderr[-2000:])
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _environment() -> dict[str, str]:
    """Return an environment in which Python keeps what it compiles, as it does unless told not to."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "NO_MKDOCS_2_WARNING": "1"}


@dataclass(frozen=True)
class Row:
    """What was measured at one size; times in seconds."""

    pages: int
    """Markdown files in both languages."""
    citations: int
    """Citations in them."""
    bare: float
    """A plain build without any search."""
    plain: float
    """A plain build."""
    first: float
    """The first build with the hooks, with nothing kept from earlier ones."""
    hooks: float
    """A further build with the hooks."""
    parts: Mapping[str, float]
    """What of a further build each part of the hooks took, by its name; import is that of the plugins too."""
    check: float
    """`python -m hooks check`."""
    memory: float
    """The most memory it used, in MB."""

    @property
    def own(self) -> float:
        """What the hooks took themselves: their events and their part of the Markdown, loading them aside."""
        return sum(self.parts.values()) - self.parts["import"]

    def told(self) -> str:
        """Return the row in words."""
        return (
            f"{self.pages:6} pages {self.citations:7} citations\n"
            f"    plain without search {self.bare:7.2f} s\n"
            f"    plain                {self.plain:7.2f} s\n"
            f"    with hooks           {self.hooks:7.2f} s, the first time {self.first:.2f} s\n"
            f"    ratio                {self.hooks / self.plain:7.2f}, the first time {self.first / self.plain:.2f}, "
            f"to plain without search {self.hooks / self.bare:.2f}\n"
            f"    hooks alone          {self.own:7.2f} s\n"
            + "".join(
                f"        {name:17}{seconds:7.2f} s\n" for name, seconds in sorted(self.parts.items(), key=_longest)
            )
            + f"    check                {self.check:7.2f} s, {1000 * self.check / self.citations:.3f} ms a citation, "
            f"{self.memory:.0f} MB"
        )


def measure(count: int, rounds: int) -> Row:
    """Measure one size."""
    with tempfile.TemporaryDirectory() as folder:
        root = projects.copy(Path(folder) / "project")
        if count:
            generate(root, count)
        pages = list((root / "docs").rglob("*.md"))
        settings = (root / "mkdocs.yml").read_text("utf-8")
        bare = settings.replace("hooks:\n  - hooks/entry.py\n", "").replace(
            "custom_dir: overrides/theme", "font: false"
        )
        plain = bare.replace("plugins:\n", "plugins:\n  - search:\n      lang: [vi, en]\n")
        texts = {"hooks": settings, "bare": bare, "plain": plain}
        times: dict[str, list[float]] = {name: [] for name in texts}
        for name in ["hooks", *[name for _ in range(rounds) for name in texts]]:
            (root / "mkdocs.yml").write_text(texts[name], "utf-8")
            command = [sys.executable, "-m", "mkdocs", "build", "-q", "-d", f"{folder}/{name}"]
            times[name].append(timed(command, root))
        (root / "mkdocs.yml").write_text(settings, "utf-8")
        parts = min((_own_time(root, f"{folder}/hooks") for _ in range(rounds)), key=lambda taken: sum(taken.values()))
        return Row(
            pages=len(pages),
            citations=sum(path.read_text("utf-8").count("](cite:") for path in pages),
            bare=min(times["bare"]),
            plain=min(times["plain"]),
            first=times["hooks"][0],
            hooks=min(times["hooks"][1:]),
            parts=parts,
            check=min(timed([sys.executable, "-m", "hooks", "check"], root) for _ in range(3)),
            memory=_memory(root),
        )


def _own_time(root: Path, site: str) -> Mapping[str, float]:
    """Return the seconds of processor time each part of the hooks takes in a further build of a site."""
    environment = {**_environment(), "PYTHONPATH": str(projects.ROOT)}
    command = [sys.executable, str(Path(__file__).with_name("own_time.py")), site]
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=True)
    parts: Mapping[str, float] = json.loads(done.stdout.splitlines()[-1])
    return parts


def _longest(part: tuple[str, float]) -> float:
    return -part[1]


def _memory(root: Path) -> float:
    """Return the most memory `check` uses, in MB, measured in a process of its own."""
    script = (
        "import resource, subprocess, sys; subprocess.run([sys.executable, '-m', 'hooks', 'check'], stdout=-3);"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024)"
    )
    command = [sys.executable, "-c", script]
    done = subprocess.run(command, cwd=root, env=_environment(), capture_output=True, text=True, check=True)
    return float(done.stdout.splitlines()[-1])


def main() -> int:
    """Measure the real site and generated ones."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="*", default=[0, 1000])
    parser.add_argument("--rounds", type=int, default=3, help="of the real site; larger ones are built once")
    chosen = parser.parse_args()
    rows = []
    for size in chosen.sizes:
        rows.append(measure(size, 1 if size else chosen.rounds))
        print(rows[-1].told(), flush=True)
    if len(rows) > 1:
        small, large = rows[-2:]
        exponent = math.log(large.own / small.own) / math.log(large.pages / small.pages)
        print(f"growth exponent of the hooks' own time: {exponent:.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
