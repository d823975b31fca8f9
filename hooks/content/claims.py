"""What an entry of a digest claims and a machine can look up: figures with their units, and the provisions it names."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from ..documents.references import Reference, references
from ..text import mark, normalise, plain
from .figures import Key, figures
from .number_words import counted, unit

_CITED = re.compile(r"\[([^\[\]]*)\]\(cite:([\w.]+)\)")


@dataclass(frozen=True)
class Claim:
    """One figure."""

    key: Key
    """What it states; numbers as values."""
    unit: str
    """The unit after it, or nothing."""
    words: str
    """As written, its unit included."""
    at: int
    """Offset in the text that was read."""


def readable(markdown: str) -> str:
    """Return the plain words of an entry, as they are looked up."""
    return plain(markdown)


def claims(text: str, own: str = "", language: str = "vi") -> tuple[Claim, ...]:
    """Return the figures and counted words of a plain text that stands in the provision `own`, in order.

    The numbers of provisions it names are no figures: they are `references`.

    >>> [(c.key, c.unit) for c in claims("Theo khoản 2 Điều 97, chậm quá ba mươi ngày hay 30 ngày, ít nhất 1,5%.")]
    [(('number', '30'), 'ngày'), (('number', '30'), 'ngày'), (('percent', '1.5'), '')]
    """
    return _claims(text, references(text, own), language)


def _claims(text: str, aside: Iterable[Reference], language: str) -> tuple[Claim, ...]:
    for reference in aside:
        text = text[: reference.at] + "\0" * (reference.end - reference.at) + text[reference.end :]
    found = [*_in_digits(text, language)]
    if language == "vi":
        found += [_in_words(one.value, one.unit, one.words, one.at) for one in counted(text)]
    return tuple(sorted(found, key=lambda claim: claim.at))


def _in_words(value: str, measured: str, words: str, at: int) -> Claim:
    if measured == "phần trăm":
        return Claim(("percent", value), "", words, at)
    return Claim(("number", value), measured, words, at)


def _in_digits(text: str, language: str) -> Iterator[Claim]:
    for figure in figures(text, language=language):
        measured = unit(text[figure.end : figure.end + 24]) if figure.keys[0][0] == "number" else ""
        words = text[figure.at : figure.end] + (f" {measured}" if measured else "")
        yield Claim(figure.keys[0], measured, words, figure.at)


def named(markdown: str, own: str, document: str) -> tuple[Reference, ...]:
    """Return the provisions an entry names, in words or by citation; a citation stands at the end of all words."""
    words = readable(markdown)
    return (*references(words, own), *_cited(markdown, document, len(words)))


def _cited(markdown: str, document: str, end: int) -> Iterator[Reference]:
    for _, one in _CITED.findall(markdown):
        if "." in one:
            yield Reference((one.partition(".")[2],), end, end, one.partition(".")[0] != document)


@lru_cache(maxsize=2**13)
def claims_mark(entry_id: str, markdown: str) -> str:
    """Return the fingerprint of all that `verify` can prove of an entry: where it is pinned, what figures it states.

    It is cached: the preview asks again at each change.
    """
    document, _, own = entry_id.partition(".")
    words = readable(markdown)
    in_words = tuple(references(words, own))
    stated = [f"{'/'.join(claim.key)} {claim.unit}" for claim in _claims(words, in_words, "vi")]
    places = [
        f"{'' if one.elsewhere is False else 'x'}{pin}"
        for one in (*in_words, *_cited(markdown, document, len(words)))
        for pin in one.pins
    ]
    return mark(normalise(" ; ".join([entry_id, *sorted(stated), *sorted(places)])))
