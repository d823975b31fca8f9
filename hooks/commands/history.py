"""`history`: record the versions of the pages as they are now."""

from datetime import date
from pathlib import Path

from ..atomic import write_atomically
from ..conventions import HISTORY_LOCK
from ..handbook import Handbook
from ..locks import history
from .refusal import refused


def run(root: Path, handbook: Handbook, day: date) -> int:
    """Record the versions of the pages as of `day`, and print the pages that have a new one."""
    if refused(handbook.history.findings):
        return 1
    after = history.advanced(handbook.history, handbook.versions, day.isoformat())
    write_atomically(root / HISTORY_LOCK, history.write(after))
    for path, past in after.pages.items():
        if past != handbook.history.pages.get(path):
            print(f"{past.latest} {path}")
    return 0
