"""The print queue of a built site: each PDF that is asked for is printed, or taken from the cache.

A PDF stands in the cache under a key made of everything it shows (words, style, type, program), so that what has not
changed is not printed again. The number of its pages is part of the name.
"""

import os
import shutil
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path

from ..cache import Cache, key, program, used
from . import renderer
from .page_html import as_printed
from .pdf_jobs import Job, Printed

FOLDER = "pdf"
"""Folder of the PDFs below the site."""
_BETWEEN_COUNTS = 10
"""Seconds after which it is told again how many are printed: the first ones take minutes."""


class PrintQueue:
    """Prints the PDFs of one built site."""

    def __init__(self, site: Path, root: str, cache: Cache, say: Callable[[str], None]) -> None:
        """Prepare to print what stands in `site` and is published at `root`; `say` tells about long work."""
        self.site = site
        self.root = root
        self.cache = cache
        self.say = say
        self.looks = renderer.engine(), *_looks(site)
        self._pages: dict[tuple[str, str], tuple[str, str]] = {}

    def run(self, jobs: Iterable[Job]) -> tuple[Mapping[str, Printed], str]:
        """Print all jobs; return the PDFs that are there, by path, and why others are missing."""
        wanted = {job: self._key(job) for job in jobs}
        there = {path.name.partition("-")[0]: path for path in self.cache.folder.glob("*-*.pdf")}
        lacking = [self._task(job, name) for job, name in wanted.items() if name not in there]
        reason = ""
        if lacking:
            made, reason = self._render(lacking)
            there |= made
        done: dict[str, Printed] = {}
        for job, name in wanted.items():
            if entry := there.get(name):
                used(entry)
                to = self.site / job.pdf
                to.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(entry, to)
                done[job.pdf] = Printed(int(entry.stem.rpartition("-")[2]), entry.stat().st_size)
        return done, reason

    def _page(self, page: str, illustration: str) -> tuple[str, str]:
        """Return the HTML of a page as it is printed, and the key of everything that stands in it."""
        if (page, illustration) not in self._pages:
            path = self.site / page
            html, images = as_printed(path.read_text("utf-8"), illustration)
            files = [path.parent / image for image in images]
            shows = (program(file) if file.is_file() else "" for file in files)
            self._pages[page, illustration] = html, key(html, *shows)
        return self._pages[page, illustration]

    def _key(self, job: Job) -> str:
        return key(*self.looks, job.recipe, *(self._page(page, job.illustration)[1] for page in job.pages))

    def _task(self, job: Job, name: str) -> renderer.Task:
        pages = {page: self._page(page, job.illustration)[0] for page in job.pages}
        html, *shorter = job.variants(pages)
        to = str(self.cache.folder / f"{name}.pdf")
        return renderer.Task(html, job.url, to, tuple(shorter), job.sides, job.scale)

    def _render(self, tasks: list[renderer.Task]) -> tuple[dict[str, Path], str]:
        """Render PDFs, the longest first, so that none is waited for at the end; return them, and why others lack."""
        made: dict[str, Path] = {}
        try:
            renderer.load()
        except renderer.MissingError as error:
            return made, str(error)
        self.cache.folder.mkdir(parents=True, exist_ok=True)
        workers = min(os.cpu_count() or 1, len(tasks))
        reason = ""
        self.say(f"PDF: 0/{len(tasks)}, tệp dài làm trước / the longest first")
        with _importable(), ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
            ordered = sorted(tasks, key=lambda task: -len(task.html))
            waiting = {pool.submit(renderer.render, task, str(self.site), self.root): task for task in ordered}
            told = time.monotonic()
            for count, finished in enumerate(as_completed(waiting), 1):
                path = Path(waiting[finished].to)
                try:
                    made[path.stem] = path.rename(path.with_name(f"{path.stem}-{finished.result()}.pdf"))
                except renderer.MissingError as error:
                    reason = str(error)
                if count == len(tasks) or time.monotonic() - told >= _BETWEEN_COUNTS:
                    told = time.monotonic()
                    self.say(f"PDF: {count}/{len(tasks)}")
        return made, reason


def _looks(site: Path) -> Iterator[str]:
    """Yield what decides how a page looks on paper: the names of these files change with their content."""
    for path in sorted((site / "assets").rglob("*")):
        if path.name.startswith(("paper.", "tinos-", "be-vietnam-pro-")) or "-paper." in path.name:
            yield path.name


@contextmanager
def _importable() -> Iterator[None]:
    """Let processes that start in the meantime import this package; under `mkdocs` its folder is not on the path."""
    folder = str(Path(__file__).resolve().parents[2])
    sys.path.insert(0, folder)
    try:
        yield
    finally:
        sys.path.remove(folder)
