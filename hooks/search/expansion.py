"""Words people use, added to the entries that use those of the law, so that either finds them (document expansion)."""

from collections.abc import Iterable

from ..content.synonyms import Synonym, run_together
from .entries import Entry


def expansion(entry: Entry, synonyms: Iterable[Synonym]) -> tuple[str, str]:
    """Return what people say for words of an entry's title, and for words of its text if it is a question."""
    title = run_together(entry.title)
    text = run_together(entry.text) if entry.kind == "question" else ""
    in_title = _said(synonyms, title)
    in_text = [said for said in _said(synonyms, text) if said not in in_title] if text.strip() else ()
    return "; ".join(in_title), "; ".join(in_text)


def _said(synonyms: Iterable[Synonym], words: str) -> list[str]:
    found = []
    for one in synonyms:  # written out: a generator for each synonym takes twice the time
        for phrase in one.phrases:
            if phrase.together in words:
                found.append(one.said)
                break
    return found
