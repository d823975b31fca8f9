"""`check`: what is wrong with the content."""

from pathlib import Path

from ..findings.finding import Severity
from ..findings.wording import show
from ..handbook import Handbook
from . import translations


def run(root: Path, handbook: Handbook, language: str) -> int:
    """Print all findings in `language`, errors first; return 1 when one of them is an error.

    A translation that is out of date is told with the sentences that have changed, where git has them.
    """
    told = translations.with_sentences(root, handbook, handbook.findings)
    for finding in sorted(handbook.findings, key=lambda one: one.severity is Severity.NOTE):
        print(show(told.get(finding, finding), language))
    return 1 if handbook.errors else 0
