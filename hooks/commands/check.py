"""`check`: what is wrong with the content."""

import sys
from pathlib import Path

from ..findings.finding import Severity
from ..findings.wording import say, show
from ..handbook import Handbook
from . import translations


def run(root: Path, handbook: Handbook, language: str) -> int:
    """Print all findings in `language`, errors first; return 1 when one of them is an error.

    A translation that is out of date is told with the sentences that have changed, where git has them. Whoever has to
    change a Vietnamese page is told once, beside the findings, that its English page follows.
    """
    told = translations.with_sentences(root, handbook, handbook.findings)
    for finding in sorted(handbook.findings, key=lambda one: one.severity is Severity.NOTE):
        print(show(told.get(finding, finding), language))
    if {one.place.path for one in handbook.errors} & _translated(handbook):
        print(say("english-follows", language), file=sys.stderr)
    return 1 if handbook.errors else 0


def _translated(handbook: Handbook) -> set[str]:
    """Return the paths of the Vietnamese pages that have an English one; that of a pending one is the same page."""
    originals, translations = handbook.pages["vi"], handbook.pages["en"]
    return {page.path for key, page in originals.items() if translations.get(key, page).path != page.path}
