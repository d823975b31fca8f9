"""`make bench-scale`: what a site of many pages and a law of 700 articles takes, beside a plain build of it.

At each size: processor time and memory of a build, the files and bytes it writes, the size of the search index as
brotli sends it, the largest page, the time from the wish to search to the first result, and how long the preview takes
to show a changed page. Growth exponents follow: 1.00 is twice the time for twice the pages.
"""

import argparse
import math
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import brotli
from playwright.sync_api import sync_playwright

from ..helpers import chromium, law_texts, live_preview, projects
from ..helpers.generated_pages import generate
from ..helpers.local_server import serve
from ..helpers.search_engines import SEARCHES, quickly
from .hooks_cost import timed

_ARTICLES = 700
_PATIENCE = 1800
"""Seconds to wait for a preview of many pages."""
_SCRIPT = (
    "import resource, subprocess, sys; subprocess.run(sys.argv[1:], stdout=-3, stderr=-3);"
    "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024)"
)


@dataclass(frozen=True)
class Row:
    """What was measured at one size."""

    pages: int
    """Markdown files in both languages."""
    build: float
    """Seconds of processor time of a build."""
    plain: float
    """The same of a plain build; 0 where it was left out."""
    memory: float
    """The most memory of the build, in MB."""
    files: int
    """Files of the site."""
    size: float
    """Their bytes, in MB."""
    index: tuple[float, float]
    """The index that the first search loads, and its rest, as brotli sends them, in KB."""
    page: float
    """The largest page as brotli sends it, in KB."""
    search: float
    """Milliseconds from the wish to search to the first result."""
    edit: float
    """Seconds until the preview shows a changed page; 0 where it was left out."""

    def told(self) -> str:
        """Return the row in words."""
        plain = f"plain {self.plain:.0f} s" if self.plain else "plain left out"
        edit = f"{self.edit:.1f} s" if self.edit else "left out"
        return (
            f"{self.pages:6} pages: build {self.build:.0f} s, {plain}, {self.memory:.0f} MB of memory\n"
            f"    {self.files} files, {self.size:.0f} MB; largest page {self.page:.0f} KB\n"
            f"    search index {self.index[0]:.0f} KB at once, {self.index[1]:.0f} KB later; "
            f"first result {self.search:.0f} ms\n"
            f"    a changed page in the preview: {edit}"
        )


def measure(count: int, *, plain: bool, edit: bool) -> Row:
    """Measure one size."""
    with tempfile.TemporaryDirectory() as folder:
        root = projects.copy(Path(folder) / "project")
        if count:
            generate(root, count)
        front = law_texts.FRONT.format(name="Luật Thử", id="thu")
        (root / "docs/vi/van-ban/luat-thu.md").write_text(front + law_texts.law(_ARTICLES, "thu"), "utf-8")
        subprocess.run([sys.executable, "-m", "hooks", "lock"], cwd=root, capture_output=True, check=True)
        command = [sys.executable, "-m", "mkdocs", "build", "-q", "-d", f"{folder}/site"]
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        measured = [sys.executable, "-c", _SCRIPT, *command]
        done = subprocess.run(measured, cwd=root, capture_output=True, text=True, check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        site = Path(folder) / "site"
        if not site.is_dir():
            raise SystemExit(
                "the build found faults in the pages made for it: python -m hooks check in a copy tells which"
            )
        return Row(
            pages=sum(1 for _ in (root / "docs").rglob("*.md")),
            build=after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime,
            plain=_plain(root, folder) if plain else 0,
            memory=float(done.stdout.splitlines()[-1]),
            files=sum(path.is_file() for path in site.rglob("*")),
            size=sum(path.stat().st_size for path in site.rglob("*") if path.is_file()) / 1e6,
            index=(_weight(site, "index.vi.first.*.js"), _weight(site, "index.vi.later.*.js")),
            page=max(_brotli(path) for path in sorted(site.rglob("*.html"), key=_bytes)[-5:]),
            search=_first_result(site),
            edit=_edited(Path(folder) / "preview", count) if edit else 0,
        )


def _plain(root: Path, folder: str) -> float:
    settings = (root / "mkdocs.yml").read_text("utf-8")
    plain = settings.replace("hooks:\n  - hooks/entry.py\n", "").replace("custom_dir: overrides/theme", "font: false")
    plain = plain.replace("plugins:\n", "plugins:\n  - search:\n      lang: [vi, en]\n")
    (root / "mkdocs.yml").write_text(plain, "utf-8")
    try:
        return timed([sys.executable, "-m", "mkdocs", "build", "-q", "-d", f"{folder}/plain"], root)
    finally:
        (root / "mkdocs.yml").write_text(settings, "utf-8")


def _bytes(path: Path) -> int:
    return path.stat().st_size


def _brotli(path: Path) -> float:
    return len(brotli.compress(path.read_bytes(), quality=9)) / 1000


def _weight(site: Path, pattern: str) -> float:
    return sum(map(_brotli, (site / "assets").glob(pattern)))


def _first_result(site: Path) -> float:
    own = next(search for search in SEARCHES if search.own)
    with sync_playwright() as playwright, serve(site) as address:
        started = chromium.launch(playwright, "--js-flags=--expose-gc", "--enable-precise-memory-info")
        found = quickly(started, address, own.speed, "tuyên truyền", ["tuyên truyền công nhân"])
        started.close()
    return found.first_result


def _copied(root: Path, count: int) -> None:
    projects.copy(root)
    if count:
        generate(root, count)


def _edited(root: Path, count: int) -> float:
    """Return how long the preview takes to show a page that was saved."""
    with live_preview.serving(root, lambda to: _copied(to, count), patience=_PATIENCE) as preview:
        page = root / "docs/vi/tra-cuu/cach-trich-dan.md"
        began = time.monotonic()
        page.write_text(page.read_text("utf-8") + "\nĐoạn vừa thêm.\n", "utf-8")
        preview.until("/tra-cuu/cach-trich-dan/", lambda html: "Đoạn vừa thêm." in html)
        return time.monotonic() - began


def main() -> int:
    """Measure sites of several sizes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="*", default=[600, 6000], help="Markdown files in both languages")
    parser.add_argument("--plain", type=int, default=6000, help="the largest size at which a plain build is measured")
    parser.add_argument("--edit", type=int, default=400, help="the largest size at which an edit is tried")
    chosen = parser.parse_args()
    rows = []
    for size in chosen.sizes:
        rows.append(measure(size, plain=size <= chosen.plain, edit=size <= chosen.edit))
        print(rows[-1].told(), flush=True)
    for small, large in pairwise(rows):
        grown = {
            name: math.log(getattr(large, name) / getattr(small, name)) / math.log(large.pages / small.pages)
            for name in ("build", "plain", "memory", "size", "search")
            if getattr(small, name) and getattr(large, name)
        }
        told = ", ".join(f"{name} {exponent:.2f}" for name, exponent in grown.items())
        print(f"growth from {small.pages} to {large.pages} pages: {told}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
