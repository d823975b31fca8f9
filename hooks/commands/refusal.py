"""What every command does that writes a lock with lines nobody can read: it would lose them, so it writes nothing."""

import sys
from collections.abc import Iterable

from ..findings.finding import Code, Finding
from ..findings.wording import show


def refused(findings: Iterable[Finding]) -> bool:
    """Print the unreadable lines among the findings about a lock, and return whether there are any."""
    unreadable = [finding for finding in findings if finding.code is Code.LOCK_UNREADABLE]
    for finding in unreadable:
        print(show(finding), file=sys.stderr)
    return bool(unreadable)
