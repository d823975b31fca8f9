"""PDFs that a published site has already: the copy for a memory stick takes them as they are."""

import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

import pypdfium2

from .pdf_jobs import Job, Printed

_NONE = "site/ chưa có, chạy make site trước / site/ has none yet, run make site first"


class PrintedBefore:
    """Gives a site the PDFs of another, which leads to the same published pages."""

    def __init__(self, published: Path, site: Path) -> None:
        """Take from the folder `published` what is wanted in the folder `site`."""
        self._published = published
        self._site = site

    def run(self, jobs: Iterable[Job]) -> tuple[Mapping[str, Printed], str]:
        """Copy the PDFs of all jobs; return those that are there, by path, and why others are missing."""
        done = {}
        for job in jobs:
            there, to = self._published / job.pdf, self._site / job.pdf
            if there.is_file():
                to.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(there, to)
                with pypdfium2.PdfDocument(there) as read:
                    done[job.pdf] = Printed(len(read), there.stat().st_size)
        return done, _NONE
