"""The one form of all locks: a first line that says what it is, then one entry a line, its fields two spaces apart.

Locks are committed and merged line by line, so an entry is never spread over lines. A line of no known form is a
finding, and the command that would write the lock anew refuses, since that line would be lost.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from ..findings import wording
from ..findings.finding import Code, Finding, Place

_BETWEEN = "  "


@dataclass(frozen=True)
class Entry:
    """One line of a lock."""

    line: int
    """Its number, from 1."""
    name: str
    """What it is about: its first field, or of a line that cannot be read its first word."""
    fields: tuple[str, ...]
    """The fields after its name; none where the line cannot be read."""


def read(
    path: str, text: str, known: Callable[[str, tuple[str, ...]], bool]
) -> tuple[tuple[Entry, ...], tuple[Finding, ...]]:
    """Return the entries of a lock in order, and a finding for each line whose name and fields are not `known`."""
    entries, findings = [], []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        name, *fields = line.split(_BETWEEN)
        if fields and known(name, tuple(fields)):
            entries.append(Entry(number, name, tuple(fields)))
        else:
            entries.append(Entry(number, line.split()[0], ()))
            findings.append(Finding(Place(path, number), Code.LOCK_UNREADABLE, {"line": line[:60], "path": path}))
    return tuple(entries), tuple(findings)


def write(title: str, entries: Iterable[Sequence[str]]) -> str:
    """Return the text of a lock; `title` names the words of its first line in messages.toml."""
    lines = [f"# {wording.say(title, 'vi')}", *(_BETWEEN.join(filter(None, fields)) for fields in entries)]
    return "\n".join(lines) + "\n"
