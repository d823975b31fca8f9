"""`make bench`: what the hooks cost, measured side by side with a plain build of the same pages in one run."""

import argparse
import math
import os
import re
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

from . import projects

_SECTIONS, _CITATIONS = 5, 4
FRONT = "description: Trang thử.\nkind: overview\n"


def generate(root: Path, count: int) -> None:
    """Write `count` pages with 20 citations each, half of them in each language, into a copied project."""
    read = projects.base().pages["docs/vi/van-ban/cong-van.md"]
    leaves = re.findall(r"^(?:    \+|-) (.*)$", read[read.index("## II. ") : read.index("## III. ")], re.MULTILINE)
    ids = [*(f"cv.II.1.{n}" for n in range(1, 5)), "cv.II.2.1"]
    ids += ["cv.II.2.2", *(f"cv.II.2.2.{n}" for n in range(1, 8)), "cv.II.2.3", *(f"cv.II.3.{n}" for n in range(1, 5))]
    for language in ("vi", "en"):
        folder = root / "docs" / language / "thu"
        folder.mkdir()
        for page in range(count // 2):
            parts = [f"---\ntitle: Trang {page}\n{FRONT}own_figures: ['{page}']\n---\n\n# Trang\n"]
            for section in range(_SECTIONS):
                at = (page + section) % len(ids)
                parts.append(f"## Phần {{#phan-{section}}}\n\n> {leaves[at]}\n>\n> [](cite:{ids[at]})\n")
                for other in range(1, _CITATIONS):
                    cited = ids[(at + other) % len(ids)]
                    parts.append(
                        f"Trang này giải thích bằng lời thường và chỉ rõ mỗi ý nằm ở câu nào ([mục](cite:{cited})).\n"
                    )
            (folder / f"trang-{page}.md").write_text("\n".join(parts), "utf-8")


def timed(command: list[str], root: Path) -> float:
    """Run a command; return its seconds of processor time, which other work on the machine changes little."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    settings = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False, env=settings)
    if done.returncode not in (0, 1) or "Traceback" in done.stderr:
        raise SystemExit(done.stdout[-2000:] + done.stderr[-2000:])
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def measure(count: int, rounds: int) -> tuple[float, int]:
    """Print one row; return the seconds the hooks themselves took, and the number of pages."""
    with tempfile.TemporaryDirectory() as folder:
        root = projects.copy(Path(folder) / "project")
        if count:
            generate(root, count)
        pages = len(list((root / "docs").rglob("*.md")))
        citations = sum(path.read_text("utf-8").count("](cite:") for path in (root / "docs").rglob("*.md"))
        check = min(timed([sys.executable, "-m", "hooks", "check"], root) for _ in range(3))
        memory = _memory(root)
        settings = (root / "mkdocs.yml").read_text("utf-8")
        plain = re.sub(r"hooks:\n  - hooks/entry.py\n|  custom_dir: overrides/theme\n", "", settings)
        times: dict[str, list[float]] = {"plain": [], "hooks": []}
        for _ in range(rounds):
            for name, text in (("plain", plain), ("hooks", settings)):
                (root / "mkdocs.yml").write_text(text, "utf-8")
                times[name].append(
                    timed([sys.executable, "-m", "mkdocs", "build", "-q", "-d", f"{folder}/{name}"], root)
                )
        without, with_hooks = min(times["plain"]), min(times["hooks"])
        own = min(_own_time(root) for _ in range(rounds))
    print(
        f"{pages:6} pages {citations:7} citations | build {without:6.2f} s plain, {with_hooks:6.2f} s with hooks, "
        f"ratio {with_hooks / without:.2f}, hooks alone {own:5.2f} s "
        f"| check {check:5.2f} s, {1000 * check / citations:.3f} ms a citation, "
        f"{memory:.0f} MB",
        flush=True,
    )
    return own, pages


def _own_time(root: Path) -> float:
    """Return the seconds of processor time the hooks take in a build: their events and their part of the Markdown."""
    environment = {**os.environ, "PYTHONPATH": str(projects.ROOT)}
    command = [sys.executable, str(Path(__file__).with_name("own_time.py"))]
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=True)
    return float(done.stdout.splitlines()[-1])


def _memory(root: Path) -> float:
    """Return the most memory `check` uses, in MB, measured in a process of its own."""
    script = (
        "import resource, subprocess, sys; subprocess.run([sys.executable, '-m', 'hooks', 'check'], stdout=-3);"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024)"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=root, capture_output=True, text=True, check=True)
    return float(done.stdout.splitlines()[-1])


def main() -> int:
    """Measure the real site and generated ones."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="*", default=[0, 1000, 3000])
    parser.add_argument("--rounds", type=int, default=2)
    chosen = parser.parse_args()
    rows = [measure(size, chosen.rounds) for size in chosen.sizes]
    if len(rows) > 2:
        (own, pages), (more, larger) = rows[-2:]
        print(f"growth exponent of the hooks' own time: {math.log(more / own) / math.log(larger / pages):.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
