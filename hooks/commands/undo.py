"""`undo`: bring back the site that was published before, and say what of the last publication is undone."""

import sys
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from ..findings.wording import say
from ..publishing import manifest, sources
from ..publishing.site import Change, PublishError, Site
from .reader_changes import PageChange, compare
from .summary import summary

_SHOWN = 10


@dataclass(frozen=True)
class Undone:
    """What an undoing has changed."""

    time: str
    """When what readers see now was published first, as `HH:MM DD/MM/YYYY` of this machine."""
    pages: Change
    """The files of pages that came back, changed and went; where `changes` tell what changed, only those that came and
    went: one changed page changes what all others load."""
    changes: tuple[PageChange, ...]
    """What readers saw until now beside what they see again; nothing where the words of one are not known."""


def undo(root: Path, published: Path) -> Undone:
    """Publish the site before into the folder `published`; a second undoing undoes the first. `PublishError`.

    The pages in `docs/` stay as they are: the next publication publishes them.
    """
    site = Site(root, published)
    undone = sources.read(site.state, manifest.read(site.state).published)
    when, change = site.rollback(print)
    again = sources.read(site.state, manifest.read(site.state).published)
    time = f"{datetime.fromisoformat(when).astimezone():%H:%M %d/%m/%Y}"
    if undone is None or again is None:
        return Undone(time, change, ())
    return Undone(time, replace(change, changed=()), compare(undone, again))


def run(root: Path, published: Path, language: str) -> int:
    """Undo the last publication, print what that changes for readers, and return the exit status."""
    try:
        done = undo(root, published)
    except PublishError as error:
        print(error, file=sys.stderr)
        return 1
    back = say("undo-done", language, time=done.time)
    print(f"{published}: {back}")
    pages = (("undo-new", done.pages.new), ("undo-changed", done.pages.changed), ("undo-removed", done.pages.removed))
    for words, found in pages:
        if found:
            shown = ", ".join(found[:_SHOWN])
            print(f"  {say(words, language)}: {len(found)}: {shown}{' …' if len(found) > _SHOWN else ''}")
    for line in summary(done.changes, language):
        print(line)
    if not done.changes and not any(found for _, found in pages):
        print(" ", say("undo-words-same", language))
    print(say("undo-next", language))
    return 0
