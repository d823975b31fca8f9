"""Citations to pick from a list, each with its words: by id, by what people call it, or by what it says."""

from dataclasses import dataclass
from functools import lru_cache

from ..documents.provisions import Provision
from ..documents.suggest import document_key
from ..handbook import Handbook
from ..screen.labels import official_citation
from ..text import fold, plain

SHOWN = 30
"""How many are listed: whoever wants more types another word."""
_LONGEST = 400


@dataclass(frozen=True)
class Citable:
    """What can be cited."""

    id: str
    """Its id."""
    label: str
    """How it is cited in words."""
    title: str
    """The heading of an entry, or nothing."""
    words: str
    """What it says, as far as that is held or told."""
    held: bool
    """Whether the words are the text's own, and may be quoted."""
    _key: str
    _folded: str


def find(handbook: Handbook, query: str, language: str) -> list[Citable]:
    """Return what can be cited that has all words of a query, those first whose id or name begins with it."""
    known = _known(handbook, language)
    asked, key = fold(query).split(), document_key(query)
    found = [one for one in known if all(word in one._folded for word in asked) or (key and key in one._key)]
    phrase = " ".join(asked)

    def rank(one: Citable) -> tuple[bool, ...]:
        """Put first whose id begins so, whose name has every word, whose heading and words say just that."""
        name, title = fold(one.label), fold(one.title)
        by_name = all(word in name.split() for word in asked)
        return not one._key.startswith(key), not by_name, phrase not in title, phrase not in one._folded

    found.sort(key=rank)
    return found[:SHOWN]


@lru_cache(maxsize=4)
def _known(handbook: Handbook, language: str) -> tuple[Citable, ...]:
    registry = handbook.registry
    found = []
    for one in dict.fromkeys([*registry.documents, *registry.provisions, *registry.digests, *registry.entries]):
        entry = registry.entries.get(one)
        held = isinstance(registry.resolve(one), Provision)
        title = "" if held or entry is None else entry.in_language(language).title
        words = plain(entry.in_language(language).words) if entry else ""
        if held:
            words = registry.words(one, language) or registry.words(one, "vi") or ""
        label = official_citation(registry, one, language, first="." not in one)
        short = " ".join(words.split())
        folded = fold(f"{one} {label} {title} {short}")
        found.append(Citable(one, label, title, short[:_LONGEST], held, document_key(one), folded))
    return tuple(found)
