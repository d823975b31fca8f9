"""The PDFs of a built site: which pages get one, which are there already, and the links that lead to them.

A PDF is kept under a name made of everything it shows (words, style, type, program), so that what has not changed is
not made again. The number of its pages is part of the name.
"""

import os
import re
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from multiprocessing import get_context
from pathlib import Path

from . import pdf

FOLDER = "pdf"
"""Folder of the PDFs below the site."""
MARK = "<!--lc-pdf-->"
"""Stands in a page where the link to its PDF goes."""

_NOT_PRINTED = re.compile(
    r"<(template|script|header|nav|button)\b.*?</\1>"
    r"|<details class=\"lc-(?:provision__tools|quiz__answer|version)\".*?</details>"
    r"|<link rel=\"(?!stylesheet\" href=\"[^\"]*\" media=\"print)[^>]*>|<meta name=\"robots\"[^>]*>",
    re.DOTALL,
)

_DRAWING = re.compile(r"(<div class=\"lc-picture__icon\"><svg[^>]*>)")
_PART = re.compile(r"<th(?=[^>]*scope=\"rowgroup\")([^>]*>)(.*?)</th>", re.DOTALL)
_IMAGE = re.compile(r"<img [^>]*?src=\"(?!data:|https?:)([^\"]+)\"")


@dataclass(frozen=True)
class Order:
    """One page that gets a PDF."""

    page: str
    """Path of its HTML below the site."""
    address: str
    """Its published address."""
    pdf: str
    """Path of its PDF below the site."""
    illustration: str = ""
    """What listeners are told of a drawing that only decorates: PDF/UA knows no drawing without words."""


@dataclass(frozen=True)
class Printed:
    """One PDF that was made."""

    pages: int
    """How many pages it has."""
    size: int
    """Its bytes."""


class Press:
    """Makes the PDFs of one built site."""

    def __init__(self, site: Path, root: str, cache: Path, say: Callable[[str], None]) -> None:
        """Prepare to print what stands in `site` and is published at `root`; `say` tells about long work."""
        self.site = site
        self.root = root
        self.cache = cache
        self.say = say
        self.seed = sha256("\n".join([pdf.engine(), *_looks(site)]).encode())

    def run(self, orders: Iterable[Order]) -> tuple[Mapping[str, Printed], str]:
        """Make the PDFs that are ordered; return those that are there, by path, and why others are missing."""
        wanted = {order: self._job(order) for order in orders}
        kept = {path.name.partition("-")[0]: path for path in self.cache.glob("*-*.pdf")}
        lacking = [job for job in wanted.values() if Path(job.to).stem not in kept]
        reason = ""
        if lacking:
            try:
                kept |= self._make(lacking)
            except pdf.MissingError as error:
                reason = str(error)
        done: dict[str, Printed] = {}
        for order, job in wanted.items():
            made = kept.get(Path(job.to).stem)
            if made:
                to = self.site / order.pdf
                to.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(made, to)
                done[order.pdf] = Printed(int(made.stem.rpartition("-")[2]), made.stat().st_size)
        return done, reason

    def _job(self, order: Order) -> pdf.Job:
        html = _NOT_PRINTED.sub("", (self.site / order.page).read_text("utf-8")).replace(MARK, "")
        html = _DRAWING.sub(rf"\1<title>{order.illustration}</title>", html)
        html = _PART.sub(r"<td\1\2</td>", html)  # its tags know headers of rows and columns only
        html = re.sub(r"<(/?)(?:dl|dt|dd)\b", r"<\1div", html)  # its tags for terms are no valid list
        key = self.seed.copy()
        key.update(f"{order.address}\n{html}".encode())
        for image in _IMAGE.findall(html):
            path = (self.site / order.page).parent / image
            key.update(path.read_bytes() if path.is_file() else b"")
        return pdf.Job(html, order.address, str(self.cache / f"{key.hexdigest()[:32]}.pdf"))

    def _make(self, jobs: list[pdf.Job]) -> dict[str, Path]:
        pdf.load()
        self.cache.mkdir(parents=True, exist_ok=True)
        made: dict[str, Path] = {}
        workers = min(os.cpu_count() or 1, len(jobs))
        with _importable(), ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
            waiting = {pool.submit(pdf.make, job, str(self.site), self.root): job for job in jobs}
            for count, finished in enumerate(as_completed(waiting), 1):
                path = Path(waiting[finished].to)
                made[path.stem] = path.rename(path.with_name(f"{path.stem}-{finished.result()}.pdf"))
                if count % 20 == 0 or count == len(jobs):
                    self.say(f"PDF: {count}/{len(jobs)}")
        return made


def _looks(site: Path) -> Iterator[str]:
    """Yield what decides how a page looks on paper: the names of these files change with their content."""
    for path in sorted((site / "assets").rglob("*")):
        if path.name.startswith(("paper.", "tinos-")):
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
