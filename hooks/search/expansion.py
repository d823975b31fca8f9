"""Words people use, added to the entries that use those of the law, so that either finds them (document expansion)."""

from collections import defaultdict
from collections.abc import Iterable

from ..content.synonyms import Synonym, run_together
from .entries import Entry


class Expansion:
    """The synonyms of one language, by the words of the phrases they stand for."""

    def __init__(self, synonyms: Iterable[Synonym]) -> None:
        """Arrange the synonyms: an entry is compared with those alone whose phrase begins with a word it has."""
        self._said: list[str] = []
        self._by_first: dict[str, list[tuple[int, str]]] = defaultdict(list)
        self._open: list[tuple[int, str]] = []
        for at, synonym in enumerate(synonyms):
            self._said.append(synonym.said)
            for phrase in synonym.phrases:
                first, *more = phrase.together.split()
                whole = more or phrase.together.endswith(" ")
                (self._by_first[first] if whole else self._open).append((at, phrase.together))

    def of(self, entry: Entry) -> tuple[str, str]:
        """Return what people say for words of an entry's title, and for words of its text if it is a question."""
        in_title = self._meant(entry.title)
        in_text = self._meant(entry.text) if entry.kind == "question" else []
        return "; ".join(in_title), "; ".join(said for said in in_text if said not in in_title)

    def _meant(self, text: str) -> list[str]:
        words = run_together(text)
        begun = [one for word in {*words.split()} for one in self._by_first.get(word, ())]
        return [self._said[at] for at in sorted({at for at, phrase in (*begun, *self._open) if phrase in words})]
