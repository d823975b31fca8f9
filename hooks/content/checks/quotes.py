"""Quoted words equal the words of the provision cited, after the one declared normalisation."""

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from ...documents.registry import Registry
from ...documents.unknown_citations import Unknown
from ...findings.finding import Code, Finding, Reason
from ...text import normalise
from ..model import Page
from ..parse.lexer import BLANK
from ..parts import Quote

_ELLIPSIS = re.compile(r"\[(?:…|\.\.\.)\]")
_QUOTE_MARKS = re.compile(r"^[ ]*(?:>[ ]?)+", re.MULTILINE)
_JOINT = "\x01"
_BESIDE = 2
"""How many words on each side of one that differs are shown."""
_NOT_WORDS = re.compile(rf"[{BLANK}*]|(?<!\w)_|_(?!\w)|\\(?=[^\w\s])")


@dataclass(frozen=True)
class Word:
    """One word of a quotation."""

    text: str
    """Normalised."""
    at: int
    """Offset in the page."""


def check(page: Page, registry: Registry, unsettled: Set[str]) -> Iterator[Finding]:
    """Yield each quotation that has no citation, whose source is not held, or whose words differ.

    Quotations of a provision in `unsettled` (its text is itself in question) are left alone.
    """
    for quote in page.quotes:
        if not quote.cited:
            yield Finding(page.place(quote.at), Code.QUOTE_UNCITED, {"words": _start(page, quote)})
            continue
        cited = [link.cited or "" for link in quote.cited]
        if any(isinstance(registry.resolve(one), Unknown) for one in cited):
            continue
        if any(one == changed or changed.startswith(f"{one}.") for one in cited for changed in unsettled):
            continue
        languages = ("vi",) if page.language == "vi" else (page.language, "vi")
        held = [[words for one in cited if (words := registry.words(one, language))] for language in languages]
        held = [words for words in held if words]
        told = next((one for one in cited if registry.digest_of(one)), None)
        if not held and told:
            yield Finding(page.place(quote.at), Code.QUOTE_DIGEST, {"id": told})
            continue
        if not held:
            yield Finding(page.place(quote.at), Code.QUOTE_NO_TEXT, {"id": cited[0]})
            continue
        if any(_same(page, quote, words) for words in held):
            continue
        differences = [difference for words in held if (difference := first_difference(_words(page, quote), words))]
        if len(differences) == len(held):
            at, found, wanted = max(differences)
            other = f"“{wanted}”" if wanted else Reason("other-words")
            place = next(place for one in cited if (place := registry.place(one, page.language)))
            details = {"found": found, "id": ", ".join(cited), "wanted": other, "place": place}
            meant = _where(_words(page, quote), registry, languages)
            yield Finding(page.place(at), Code.QUOTE_DIFFERS, details, f"“cite:{meant}”" if meant else "")


def _where(words: Sequence[Word], registry: Registry, languages: Sequence[str]) -> str:
    """Return the smallest provision that does have the quoted words, or nothing."""
    having = [
        (len(source), provision_id)
        for language in languages
        for provision_id in registry.provisions
        if (source := registry.words(provision_id, language)) and first_difference(words, [source]) is None
    ]
    return min(having)[1] if having else ""


def first_difference(words: Sequence[Word], sources: Sequence[str]) -> tuple[int, str, str] | None:
    """Return offset, words and the source's words where a quotation first leaves all `sources`, or nothing.

    Fragments joined by `[…]` must follow one another in a source.
    """
    reached = [0] * len(sources)
    for fragment in _fragments(words):
        text = " ".join(word.text for word in fragment)
        ends = [find_words(text, source, start) for source, start in zip(sources, reached, strict=True)]
        index = next((i for i, end in enumerate(ends) if end >= 0), None)
        if index is None:
            return max(_difference(fragment, source[start:]) for source, start in zip(sources, reached, strict=True))
        reached[index] = ends[index]
    return None


def find_words(text: str, source: str, start: int) -> int:
    """Return the offset after `text` as whole words of `source`, or -1."""
    at = source.find(text, start)
    while at >= 0:
        end = at + len(text)
        inside_left = at > 0 and source[at - 1].isalnum() and text[0].isalnum()
        inside_right = end < len(source) and source[end].isalnum() and text[-1].isalnum()
        if not inside_left and not inside_right:
            return end
        at = source.find(text, at + 1)
    return -1


def _difference(fragment: Sequence[Word], source: str) -> tuple[int, str, str]:
    """Return where a fragment that is not in `source` leaves its longest match."""
    there = source.split()
    best, wanted = 0, ""
    for start, word in enumerate(there):
        if word != fragment[0].text:
            continue
        same = 0
        while same < len(fragment) and start + same < len(there) and fragment[same].text == there[start + same]:
            same += 1
        if same > best:
            best, wanted = same, _around(there, start + same)
    left = min(best, len(fragment) - 1)
    return fragment[left].at, _around([word.text for word in fragment], left), wanted


def _around(words: Sequence[str], at: int) -> str:
    """Return a word with those beside it, so that whoever reads it recognises the place; nothing behind the last."""
    return " ".join(words[max(at - _BESIDE, 0) : at + _BESIDE + 1]) if at < len(words) else ""


def _fragments(words: Sequence[Word]) -> Iterator[Sequence[Word]]:
    fragment: list[Word] = []
    for word in words:
        if word.text == _JOINT:
            if fragment:
                yield fragment
            fragment = []
        else:
            fragment.append(word)
    if fragment:
        yield fragment


def _same(page: Page, quote: Quote, sources: Sequence[str]) -> bool:
    """Return whether a quotation is word for word in one source: what nearly all are, found without taking it apart."""
    fragments = [normalise(part) for part in _NOT_WORDS.sub("", _text(page, quote)).split(_JOINT)]
    for source in sources:
        reached = 0
        for fragment in fragments:
            reached = find_words(fragment, source, reached) if fragment else reached
            if reached < 0:
                break
        else:
            return True
    return False


def _text(page: Page, quote: Quote) -> str:
    """Return the quoted text, its offsets kept, a joint for each ellipsis and blanks for the marks of the block."""
    text = _ELLIPSIS.sub(lambda found: _JOINT.center(len(found[0])), page.prose[quote.at : quote.end])
    if not quote.block:
        return text
    return _QUOTE_MARKS.sub(lambda found: " " * len(found[0]), text)


def _words(page: Page, quote: Quote) -> list[Word]:
    words = []
    for found in re.finditer(r"\S+", _text(page, quote)):
        word = normalise(_NOT_WORDS.sub("", found[0]))
        if word:
            words.append(Word(word, quote.at + found.start()))
    return words


def _start(page: Page, quote: Quote) -> str:
    return " ".join(word.text for word in _words(page, quote)[:6])
