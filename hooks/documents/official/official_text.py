"""The provisions of an official text, whether of a file or of a page that holds it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from ...text import fingerprint, normalise
from ..document import DocumentText

FOOTNOTE = re.compile(r"\[\d+\](?:-\[\d+\])?")
"""A mark of a note, as consolidated texts print it."""
_TABLE_RULE = re.compile(r"^\|(?:\s*:?-+:?\s*\|)+\s*$\n?", re.MULTILINE)
_TABLE_EDGES = re.compile(r"^\|\s*|\s*\|$", re.MULTILINE)


@dataclass(frozen=True)
class Passage:
    """One provision of an official text."""

    pin: str
    """Its id without the document's: `d97.k4`."""
    parent: str | None
    """Pin of the provision it stands in."""
    text: str
    """Its own words, its number included, without what stands below it."""


@dataclass(frozen=True)
class OfficialText:
    """The provisions of one file."""

    passages: Mapping[str, Passage] = field(default_factory=dict)
    """Pin → provision, in order."""
    skipped: tuple[str, ...] = ()
    """Pins whose number leapt over one, or that came twice: where the copy is to be looked at."""

    def lead_in(self, pin: str) -> str:
        """Return the own words of everything a provision stands in up to its Điều, from the outside in."""
        above = self.passages[pin].parent
        if above is None or above[0] != "d":
            return ""
        return f"{self.lead_in(above)}\n{self.passages[above].text}".strip()

    def words(self, pin: str) -> str:
        """Return the words of a provision, those below it included."""
        return "\n".join(self.passages[one].text for one in (pin, *self.below(pin)))

    def below(self, pin: str) -> tuple[str, ...]:
        """Return the pins of everything inside a provision, in order."""
        return tuple(found for one in self._children.get(pin, ()) for found in (one, *self.below(one)))

    def mark(self, pin: str) -> str:
        """Return the fingerprint of a provision with its lead-in: what an entry was compared with."""
        return fingerprint(f"{self.lead_in(pin)}\n{self.words(pin)}")

    @cached_property
    def _children(self) -> Mapping[str | None, Sequence[str]]:
        found: dict[str | None, list[str]] = {}
        for passage in self.passages.values():
            found.setdefault(passage.parent, []).append(passage.pin)
        return found


def held(document: str, text: DocumentText) -> OfficialText:
    """Return the provisions of a text that stands on a page, as those of a file would be."""
    cut = len(document) + 1
    return OfficialText(
        {
            one.id[cut:]: Passage(one.id[cut:], one.parent[cut:] if one.parent else None, _without_notes(text, one.id))
            for one in text.provisions.values()
        }
    )


def _without_notes(text: DocumentText, provision_id: str) -> str:
    """Return the words of a provision without notes, the rows of tables as readers of files give them."""
    words = _TABLE_EDGES.sub("", _TABLE_RULE.sub("", text.own_words[provision_id]))
    return normalise(FOOTNOTE.sub("", words))
