"""Synonyms: what they stand for is on a page, or nobody is led anywhere; a note, since rewording a page is no fault."""

import re
from collections.abc import Iterable, Iterator

from ...conventions import SYNONYMS
from ...documents.suggest import closest
from ...findings.finding import Code, Finding, Place, Severity
from ..model import Page
from ..synonyms import Phrase, Synonym, run_together, small

_BETWEEN = r"[\W_]+"
"""What stands between two words."""


def check(synonyms: Iterable[Synonym], pages: Iterable[Page]) -> Iterator[Finding]:
    """Yield a note for each phrase that stands on no page of the language it is listed for."""
    text = small("\n".join(page.text for page in pages))
    unseen = [(one, phrase) for one in synonyms for phrase in one.phrases if not _stands_in(text, phrase)]
    words = run_together(text) if unseen else ""
    nowhere = [(one, phrase) for one, phrase in unseen if phrase.together not in words]
    known = set(words.split()) if nowhere else set()
    for synonym, phrase in nowhere:
        lost = [word for word in phrase.together.split() if word not in known]
        near = closest(lost[0], known) if lost else ""
        details = {"said": synonym.said, "phrase": phrase.written}
        place = Place(SYNONYMS, synonym.line)
        yield Finding(place, Code.SYNONYM_NOWHERE, details, f"“{near}”" * bool(near), Severity.NOTE)


def _stands_in(text: str, phrase: Phrase) -> bool:
    """Return whether the words of a phrase follow each other in a text: nearly all do, and it is not taken apart."""
    words, open_end = phrase.together.split(), not phrase.together.endswith(" ")
    for found in re.finditer(_BETWEEN.join(map(re.escape, words)), text):
        before, after = text[found.start() - 1 : found.start()], text[found.end() : found.end() + 1]
        if not before.isalnum() and (open_end or not after.isalnum()):
            return True
    return False
