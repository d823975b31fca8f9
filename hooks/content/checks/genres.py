"""What each genre has to keep to: questions, slogans, scripts, themes, quizzes."""

import re
from collections.abc import Callable, Iterable, Iterator, Set

from ...documents.registry import Registry, Unknown
from ...findings.finding import Code, Finding
from ...text import capitals, normalise, plain
from ..model import Page
from ..parse.items import Question, Script, Slogan, options, questions, scripts, slogans
from ..parse.markup import blocks
from ..speech import PER_MINUTE, length, syllables
from .quotes import find_words

Lacking = Callable[[str], str]
"""Gives the first letter of some words that the typeface of posters lacks, or nothing."""
LONGEST_ANSWER = {"vi": 160, "en": 120}
LONGEST_SENTENCE = {"vi": 33, "en": 25}
SHORTEST_SLOGAN, LONGEST_SLOGAN = 6, 24
SHORTEST_SCRIPT, LONGEST_SCRIPT = PER_MINUTE, 3 * PER_MINUTE

_UNSPEAKABLE = re.compile(r"\d+|[/()\[\]%&+=<>“”\"*_…|#@–—]")
_SENTENCE = re.compile(r"(?:[^.!?;:\n]|[.!?;:](?=[^\s])|\n(?!\s*\n))+")


def check(
    page: Page, registry: Registry, readers: Set[str], unsettled: Set[str], lacking: Lacking
) -> Iterator[Finding]:
    """Yield where a page leaves the rules of its genre.

    `readers` are the pages below `danh-cho/`; nothing verbatim is held to an id in `unsettled`;
    `lacking` finds letters that a poster cannot show.
    """
    for question in questions(page):
        yield from _question(question, readers)
    for slogan in slogans(page):
        yield from _slogan(slogan, registry, unsettled, lacking)
    for script in scripts(page):
        yield from _script(script)
    if page.metadata.kind == "theme":
        yield from _sentences(page)
    if page.metadata.kind == "kit":
        yield from _quiz(page)


def doubled(pages: Iterable[Page]) -> Iterator[Finding]:
    """Yield slogans that stand twice on the site, at the second place."""
    seen: dict[str, Slogan] = {}
    for page in pages:
        for slogan in slogans(page):
            words = re.sub(r"\W+", " ", slogan.words.lower()).strip()
            if words in seen:
                first = seen[words]
                details = {"words": slogan.words, "place": str(first.page.place(first.section.at))}
                yield Finding(page.place(slogan.section.at), Code.SLOGAN_DOUBLED, details)
            seen.setdefault(words, slogan)


def _question(question: Question, readers: Set[str]) -> Iterator[Finding]:
    page, section = question.page, question.section
    place = page.place(section.at)
    if not section.title.rstrip().endswith("?"):
        yield Finding(place, Code.QUESTION_MARK, {"title": section.title})
    strange = [reader for reader in question.readers if reader not in readers]
    if page.language == "vi" and (strange or not question.readers):
        details = {"found": ", ".join(strange) or "–", "known": ", ".join(sorted(readers))}
        yield Finding(place, Code.QUESTION_READERS, details)
    if question.answered and question.quote is None:
        yield Finding(place, Code.QUESTION_QUOTE, {"title": section.title})
    long = length(question.opening, page.language)
    if long > LONGEST_ANSWER[page.language]:
        details = {"count": str(long), "most": str(LONGEST_ANSWER[page.language])}
        yield Finding(place, Code.ANSWER_LONG, details)


def _slogan(slogan: Slogan, registry: Registry, unsettled: Set[str], lacking: Lacking) -> Iterator[Finding]:
    place = slogan.page.place(slogan.section.at)
    count = syllables(slogan.words)
    letter = lacking(capitals(slogan.words)) if slogan.page.language == "vi" else ""
    if letter:
        yield Finding(place, Code.SLOGAN_LETTERS, {"letter": letter})
    if slogan.verbatim:
        cited = [link.cited or "" for link in slogan.section.citations]
        known = [one for one in cited if not isinstance(registry.resolve(one), Unknown)]
        languages = {slogan.page.language, "vi"}
        held = [words for one in known for language in languages if (words := registry.words(one, language))]
        settled = bool(cited) and len(known) == len(cited) and not set(cited) & unsettled
        if settled and all(find_words(normalise(slogan.words), words, 0) < 0 for words in held):
            yield Finding(place, Code.SLOGAN_VERBATIM, {"words": slogan.words, "id": ", ".join(cited)})
        return
    if slogan.page.language == "vi" and not SHORTEST_SLOGAN <= count <= LONGEST_SLOGAN:
        details = {"count": str(count), "least": str(SHORTEST_SLOGAN), "most": str(LONGEST_SLOGAN)}
        yield Finding(place, Code.SLOGAN_LENGTH, details)
    if not slogan.words.endswith("!"):
        yield Finding(place, Code.SLOGAN_MARK, {"words": slogan.words})


def _script(script: Script) -> Iterator[Finding]:
    page = script.page
    if page.language != "vi":
        return
    count = syllables(plain(script.spoken))
    if not SHORTEST_SCRIPT <= count <= LONGEST_SCRIPT:
        details = {"count": str(count), "least": str(SHORTEST_SCRIPT), "most": str(LONGEST_SCRIPT)}
        yield Finding(page.place(script.section.at), Code.SCRIPT_LENGTH, details)
    signs = _UNSPEAKABLE.finditer(script.spoken)
    capitals = (word for word in re.finditer(r"\w+", script.spoken) if sum(map(str.isupper, word[0])) > 1)
    found = min((*signs, *capitals), key=lambda one: one.start(), default=None)
    if found:
        yield Finding(page.place(script.at + found.start()), Code.SCRIPT_SIGNS, {"words": found[0]})


def _sentences(page: Page) -> Iterator[Finding]:
    most = LONGEST_SENTENCE[page.language]
    for block in blocks(page.masked, page.front.body_at):
        if block.kind not in ("paragraph", "item"):
            continue
        for found in _SENTENCE.finditer(page.prose, block.at, block.end):
            quoted = any(quote.at < found.end() and found.start() < quote.end for quote in page.quotes)
            count = length(plain(found[0].replace("\x00", "")), page.language)
            if count > most and not quoted:
                start = found.start() + len(found[0]) - len(found[0].lstrip(" \n\x00*-"))
                details = {"count": str(count), "most": str(most)}
                yield Finding(page.place(start), Code.SENTENCE_LONG, details)


def _quiz(page: Page) -> Iterator[Finding]:
    for section in page.sections:
        found = options(page, section)
        right = sum(option.right for option in found)
        if found and (len(found) < 2 or right != 1):
            yield Finding(page.place(found[0].at), Code.QUIZ_OPTIONS, {"count": str(len(found)), "right": str(right)})
