"""Go back to the site that was published before this one."""

import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from ..publishing.site import PublishError, Site

_SHOWN = 10


def run(root: Path, published: Path) -> int:
    """Publish the site before into the folder `published`, say what was undone, and return the exit status."""
    try:
        when, change = Site(root, published).rollback(print)
    except PublishError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"{published}: đã trở lại bản xuất bản {datetime.fromisoformat(when).astimezone():%H:%M ngày %d/%m/%Y}.")
    _list("trang có lại", change.new)
    _list("trang trở về lời cũ", change.changed)
    _list("trang bỏ đi", change.removed)
    print("Chạy lại lệnh này để hủy việc vừa làm. Lần `make site` tới lại xuất bản những gì có trong docs/.")
    return 0


def _list(what: str, pages: Sequence[str]) -> None:
    if pages:
        print(f"  {len(pages)} {what}: {', '.join(pages[:_SHOWN])}{' …' if len(pages) > _SHOWN else ''}")
