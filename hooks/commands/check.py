"""`check`: what is wrong with the content."""

from ..findings.wording import show
from ..handbook import Handbook


def run(handbook: Handbook, language: str) -> int:
    """Print all findings in `language`; return 1 when one of them is an error."""
    for finding in handbook.findings:
        print(show(finding, language))
    return 1 if handbook.errors else 0
