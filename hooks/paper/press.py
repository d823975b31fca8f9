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
from hashlib import sha256
from multiprocessing import get_context
from pathlib import Path

from . import kept, pdf
from .orders import Compilation, Order, Printed

FOLDER = "pdf"
"""Folder of the PDFs below the site."""
MARK = "<!--lc-pdf-->"
"""Stands in a page where the links to its PDFs go."""

_NOT_PRINTED = re.compile(
    r"<(template|script|header|nav|button)\b.*?</\1>"
    r"|<details class=\"lc-(?:provision__tools|quiz__answer|version)\".*?</details>"
    r"|<link rel=\"(?!stylesheet\" href=\"[^\"]*\" media=\"print)[^>]*>|<meta name=\"robots\"[^>]*>",
    re.DOTALL,
)

_DRAWING = re.compile(r"(<div class=\"lc-picture__icon\"><svg[^>]*>)")
_PART = re.compile(r"<th(?=[^>]*scope=\"rowgroup\")([^>]*>)(.*?)</th>", re.DOTALL)
_IMAGE = re.compile(r"<img [^>]*?src=\"(?!data:|https?:)([^\"]+)\"")


class Press:
    """Makes the PDFs of one built site."""

    def __init__(self, site: Path, root: str, cache: Path, say: Callable[[str], None]) -> None:
        """Prepare to print what stands in `site` and is published at `root`; `say` tells about long work."""
        self.site = site
        self.root = root
        self.cache = cache
        self.say = say
        self.seed = sha256("\n".join([pdf.engine(), *_looks(site)]).encode())
        self._html: dict[str, str] = {}
        self._prepared: dict[tuple[str, str], tuple[str, bytes]] = {}

    def run(self, orders: Iterable[Order | Compilation]) -> tuple[Mapping[str, Printed], str]:
        """Make the PDFs that are ordered; return those that are there, by path, and why others are missing."""
        wanted = {order: self._key(order) for order in orders}
        there = {path.name.partition("-")[0]: path for path in self.cache.glob("*-*.pdf")}
        lacking = [self._job(order, key) for order, key in wanted.items() if key not in there]
        reason = ""
        if lacking:
            made, reason = self._make(lacking)
            there |= made
        done: dict[str, Printed] = {}
        for order, key in wanted.items():
            if made_now := there.get(key):
                kept.used(made_now)
                to = self.site / order.pdf
                to.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(made_now, to)
                done[order.pdf] = Printed(int(made_now.stem.rpartition("-")[2]), made_now.stat().st_size)
        return done, reason

    def html(self, page: str) -> str:
        """Return the HTML of a page of the site, which is read once."""
        if page not in self._html:
            self._html[page] = (self.site / page).read_text("utf-8")
        return self._html[page]

    def _as_printed(self, page: str, illustration: str) -> tuple[str, bytes]:
        """Return the HTML of a page without what paper does not show, and a mark of everything that stands in it."""
        if (page, illustration) not in self._prepared:
            html = _NOT_PRINTED.sub("", self.html(page)).replace(MARK, "")
            html = _DRAWING.sub(rf"\1<title>{illustration}</title>", html)
            html = _PART.sub(r"<td\1\2</td>", html)  # its tags know headers of rows and columns only
            html = re.sub(r"<(/?)(?:dl|dt|dd)\b", r"<\1div", html)  # its tags for terms are no valid list
            mark = sha256(html.encode())
            for image in _IMAGE.findall(html):
                path = (self.site / page).parent / image
                mark.update(path.read_bytes() if path.is_file() else b"")
            self._prepared[page, illustration] = html, mark.digest()
        return self._prepared[page, illustration]

    def _key(self, order: Order | Compilation) -> str:
        key = self.seed.copy()
        key.update(order.recipe.encode())
        for page in order.pages:
            key.update(self._as_printed(page, order.illustration)[1])
        return key.hexdigest()[:32]

    def _job(self, order: Order | Compilation, key: str) -> pdf.Job:
        pages = {page: self._as_printed(page, order.illustration)[0] for page in order.pages}
        html, *shorter = order.variants(pages)
        to = str(self.cache / f"{key}.pdf")
        return pdf.Job(html, order.address, to, tuple(shorter), order.sides, order.scale)

    def _make(self, jobs: list[pdf.Job]) -> tuple[dict[str, Path], str]:
        """Make PDFs, the longest first, so that none is waited for at the end; return them, and why others are not."""
        made: dict[str, Path] = {}
        try:
            pdf.load()
        except pdf.MissingError as error:
            return made, str(error)
        self.cache.mkdir(parents=True, exist_ok=True)
        workers = min(os.cpu_count() or 1, len(jobs))
        reason = ""
        self.say(f"PDF: 0/{len(jobs)}, tệp dài làm trước / the longest first")
        with _importable(), ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
            ordered = sorted(jobs, key=lambda job: -len(job.html))
            waiting = {pool.submit(pdf.make, job, str(self.site), self.root): job for job in ordered}
            for count, finished in enumerate(as_completed(waiting), 1):
                path = Path(waiting[finished].to)
                try:
                    made[path.stem] = path.rename(path.with_name(f"{path.stem}-{finished.result()}.pdf"))
                except pdf.MissingError as error:
                    reason = str(error)
                if count % 20 == 0 or count == len(jobs):
                    self.say(f"PDF: {count}/{len(jobs)}")
        return made, reason


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
