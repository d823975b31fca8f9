"""Synonyms: what they stand for is on a page, or nobody is led anywhere; a note, since rewording a page is no fault."""

from collections.abc import Iterable, Iterator

from ...conventions import SYNONYMS
from ...documents.suggest import closest
from ...findings.finding import Code, Finding, Place, Severity
from ..model import Page
from ..synonyms import Synonym, run_together


def check(synonyms: Iterable[Synonym], pages: Iterable[Page]) -> Iterator[Finding]:
    """Yield a note for each phrase that stands on no page of the language it is listed for."""
    words = "".join(run_together(page.text) for page in pages)
    nowhere = [(one, phrase) for one in synonyms for phrase in one.phrases if phrase.together not in words]
    known = set(words.split()) if nowhere else set()
    for synonym, phrase in nowhere:
        lost = [word for word in phrase.together.split() if word not in known]
        near = closest(lost[0], known) if lost else ""
        details = {"said": synonym.said, "phrase": phrase.written}
        place = Place(SYNONYMS, synonym.line)
        yield Finding(place, Code.SYNONYM_NOWHERE, details, f"“{near}”" * bool(near), Severity.NOTE)
