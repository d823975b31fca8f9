"""What a build says at its end of what it has found."""

from collections.abc import Sequence

from .finding import Code, Finding, Severity, errors
from .wording import say_both, show


def lines(findings: Sequence[Finding]) -> list[tuple[bool, str]]:
    """Return what is to be said: whether it is an error, and the line; notes are counted, but for the address."""
    notes = [finding for finding in findings if finding.severity is Severity.NOTE]
    address = [show(finding) for finding in notes if finding.code is Code.SITE_URL_PLACEHOLDER]
    others = len(notes) - len(address)
    counted = [say_both("notes", count=str(others))] if others else []
    found = [(True, show(finding)) for finding in errors(findings)]
    return [*found, *((False, line) for line in (*address, *counted))]


def ending(found: Sequence[Finding]) -> str:
    """Return what ends a build with errors, in one line; nothing for one without."""
    return say_both("ending", count=str(len(found))) if found else ""
