"""`check`: what is wrong with the content."""

from ..findings.finding import Severity
from ..findings.wording import show
from ..handbook import Handbook


def run(handbook: Handbook, language: str) -> int:
    """Print all findings in `language`, errors first; return 1 when one of them is an error."""
    for finding in sorted(handbook.findings, key=lambda one: one.severity is Severity.NOTE):
        print(show(finding, language))
    return 1 if handbook.errors else 0
