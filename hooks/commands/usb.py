"""Pack the copy of the site for a memory stick into one ZIP, with a README that a person can follow."""

import sys
from pathlib import Path

from ..findings.wording import say_both
from ..handbook import Handbook
from ..hosting import carried
from ..screen.ward_fields import publisher
from ..settings import Settings


def run(root: Path, handbook: Handbook, settings: Settings, to: Path) -> int:
    """Write the ZIP into the folder `to`, say where and how large, and return the exit status."""
    built = root / carried.FOLDER
    if not (built / "index.html").is_file():
        print(f"{built}: {say_both('usb-not-built')}", file=sys.stderr)
        return 1
    name = publisher(handbook.ward).name
    days = [entry.day for past in handbook.history.pages.values() for entry in past.entries]
    path = carried.pack(built, to, settings.site_url, max(days, default=""), name)
    print(f"{path}: {path.stat().st_size / 1_000_000:.1f} MB")
    return 0
