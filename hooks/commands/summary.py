"""What readers will see changed, as lines for a terminal."""

import shutil
from collections.abc import Iterator, Sequence

from ..findings.wording import say
from .differences import side_by_side
from .reader_changes import PageChange

_KINDS = {"+": "change-new", "~": "change-changed", "-": "change-gone"}


def summary(changes: Sequence[PageChange], language: str) -> Iterator[str]:
    """Yield each page that differs, its sections, and in them the old words beside the new."""
    width = min(shutil.get_terminal_size((100, 24)).columns, 160)
    for change in changes:
        yield f"{say(_KINDS[change.kind], language)}: {change.title}  ({change.path})"
        for section in change.sections:
            if section.title:
                yield f" {section.title}"
            yield from side_by_side([(say("before", language), say("after", language)), *section.rows], width)
