"""Go back to the site that was published before this one."""

import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from ..findings.wording import say_both
from ..publishing.site import PublishError, Site

_SHOWN = 10


def run(root: Path, published: Path) -> int:
    """Publish the site before into the folder `published`, say what was undone, and return the exit status."""
    try:
        when, change = Site(root, published).rollback(print)
    except PublishError as error:
        print(error, file=sys.stderr)
        return 1
    time = f"{datetime.fromisoformat(when).astimezone():%H:%M %d/%m/%Y}"
    print(f"{published}: {say_both('rollback-done', time=time)}")
    _list(say_both("rollback-new"), change.new)
    _list(say_both("rollback-changed"), change.changed)
    _list(say_both("rollback-removed"), change.removed)
    print(say_both("rollback-next"))
    return 0


def _list(what: str, pages: Sequence[str]) -> None:
    if pages:
        print(f"  {what}: {len(pages)}: {', '.join(pages[:_SHOWN])}{' …' if len(pages) > _SHOWN else ''}")
