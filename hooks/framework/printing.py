"""The PDFs of a build, made or taken over from the site before."""

from collections.abc import Callable
from pathlib import Path

from .. import settings
from ..cache import Cache
from ..handbook import Handbook
from ..paper import edition, site_pdfs
from ..paper.print_queue import PrintQueue
from ..paper.printed_before import PrintedBefore

_NAMED = 5
"""Missing PDFs that are named; where printing fails, it mostly fails for all."""


def print_pdfs(
    handbook: Handbook,
    about: edition.Site,
    chosen: settings.Settings,
    root: Path,
    workplace: Path,
    cache: Cache,
    tell: Callable[[str], None],
) -> str:
    """Put the PDFs that are wanted into the site built in `workplace`; the copy that is carried takes those there are.

    Returns what the build must fail for, or nothing: missing PDFs are told where they are not required.
    """
    queue: site_pdfs.Queue = PrintQueue(workplace, about.urls.root_url, cache, tell)
    if chosen.carried:
        queue = PrintedBefore(settings.site_dir(root), workplace)
    missing, reason = site_pdfs.print_site(handbook, workplace, about, chosen.pdf_only, cache, queue)
    if not missing:
        return ""
    names = ", ".join(missing[:_NAMED]) + (", …" if len(missing) > _NAMED else "")
    line = f"{len(missing)} tệp PDF không tạo được / PDFs are left out ({reason}): {names}"
    if chosen.pdf == "require":
        return line
    tell(line)
    return ""
