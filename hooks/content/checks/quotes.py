"""Quoted words equal the words of the provision cited, after the one declared normalisation."""

import re
from collections.abc import Iterator, Sequence, Set

from ...documents.registry import Registry
from ...documents.unknown_citations import Unknown
from ...findings.finding import Code, Detail, Finding, Reason
from ...text import normalise
from ..model import Page
from ..parse.lexer import BLANK
from ..parts import Quote
from .quote_differences import JOINT, OPENING, Word, find_words, first_difference, left_by, order, shown

_ELLIPSIS = re.compile(r"\[(?:…|\.\.\.)\]")
_QUOTE_MARKS = re.compile(r"^[ ]*(?:>[ ]?)+", re.MULTILINE)
_HOW = {
    "quote-other": "quote-other-how",
    "quote-near": "quote-nothing-like-how",
    "quote-nothing-like": "quote-nothing-like-how",
    "quote-order": "quote-order-how",
}
_HOW_IN_ENGLISH = {
    "quote-other": "quote-other-how-en",
    "quote-near": "quote-nothing-like-how-en",
    "quote-nothing-like": "quote-nothing-like-how-en",
    "quote-order": "quote-order-how-en",
}
_NOT_WORDS = re.compile(rf"[{BLANK}*]|(?<!\w)_|_(?!\w)|\\(?=[^\w\s])")


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
        texts = {one: [words for cite in cited if (words := registry.words(cite, one))] for one in languages}
        held = [words for words in texts.values() if words]
        told = next((one for one in cited if registry.digest_of(one)), None)
        if not held and told:
            yield Finding(page.place(quote.at), Code.QUOTE_DIGEST, {"id": told})
            continue
        if not held:
            yield Finding(page.place(quote.at), Code.QUOTE_NO_TEXT, {"id": cited[0]})
            continue
        if any(_same(page, quote, words) for words in held):
            continue
        differences = [(one, words) for words in held if (one := first_difference(_words(page, quote), words))]
        if len(differences) == len(held):
            first, sources = max(differences, key=lambda pair: order(pair[0]))
            language = next(one for one in languages if texts[one] is sources)
            place = next(place for one in cited if (place := registry.place(one, language)))
            meant = _where(_words(page, quote), registry, languages)
            opening = shown(sources[0].split(), 0, OPENING)
            said = {"found": first.found, "wanted": first.wanted, "opening": opening}
            name = _how(first.kind, page.language, language, translated=bool(texts[page.language]))
            how = Reason("quote-elsewhere-how") if meant else Reason(name, {"place": place})
            details: dict[str, Detail] = {"id": ", ".join(cited), "reason": Reason(first.kind, said), "how": how}
            yield Finding(page.place(first.at), Code.QUOTE_DIFFERS, details, f"“cite:{meant}”" if meant else "")


def _how(kind: str, page: str, source: str, *, translated: bool) -> str:
    """Return the name of the way out: by the languages of the page and of the source that is nearest to its words.

    `translated` says that the text is held in the language of the page.
    """
    if page != "vi" and source == page:
        return _HOW_IN_ENGLISH[kind]
    how = _HOW[kind]
    return how if translated or how != "quote-nothing-like-how" else "quote-nothing-like-how-vi-only"


def _where(words: Sequence[Word], registry: Registry, languages: Sequence[str]) -> str:
    """Return the smallest provision that does have the quoted words, or nothing."""
    having = [
        (len(source), provision_id)
        for language in languages
        for provision_id in registry.provisions
        if (source := registry.words(provision_id, language)) and left_by(words, [source]) is None
    ]
    return min(having)[1] if having else ""


def _same(page: Page, quote: Quote, sources: Sequence[str]) -> bool:
    """Return whether a quotation is word for word in one source: what nearly all are, found without taking it apart."""
    fragments = [normalise(part) for part in _NOT_WORDS.sub("", _text(page, quote)).split(JOINT)]
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
    text = _ELLIPSIS.sub(lambda found: JOINT.center(len(found[0])), page.prose[quote.at : quote.end])
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
