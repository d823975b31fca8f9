"""What each genre has to keep to: questions, slogans, scripts, quizzes."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Set

from ...documents.registry import Registry
from ...documents.suggest import closest
from ...documents.unknown_citations import Unknown
from ...findings.finding import Code, Detail, Finding, Place, Reason, Severity
from ...text import capitals, normalise, plain, slug
from ..model import Page
from ..parts import Question, Script, Section, Slogan
from ..speech import PER_MINUTE, length, syllables
from .quote_differences import find_words

Lacking = Callable[[str], str]
"""Gives the first letter of some words that the typeface of posters lacks, or nothing."""
LONGEST_ANSWER = {"vi": 160, "en": 120}
SHORTEST_SLOGAN, LONGEST_SLOGAN = 6, 24
LONGEST_LINE = 8
"""Words of a slogan that a poster has on one line in letters that can be read from afar."""
SHORTEST_SCRIPT, LONGEST_SCRIPT = PER_MINUTE, 3 * PER_MINUTE

_ASKING = re.compile(r"\b(?:[Hh]ỏi|[Ll]iên hệ|biết là) \w")
"""How an answer names the office that knows."""
_ADDRESSED = re.compile(r"Kính gửi\W+\w")
_UNSPEAKABLE = re.compile(r"\d+|[/()\[\]%&+=<>“”\"*_…|#@–—]")


def check(
    page: Page, registry: Registry, readers: Mapping[str, str], unsettled: Set[str], lacking: Lacking
) -> Iterator[Finding]:
    """Yield where a page leaves the rules of its genre.

    `readers` has the names of the pages below `danh-cho/` and what they are called; nothing verbatim is held to an id
    in `unsettled`; `lacking` finds letters that a poster cannot show.
    """
    for question in page.questions:
        yield from _question(page, question, registry, readers)
    for slogan in page.slogans:
        yield from _slogan(page, slogan, registry, unsettled, lacking)
    if page.metadata.kind == "script" and page.language == "vi":
        for script in page.scripts:
            yield from _script(page, script)
    if page.metadata.kind == "form" and page.language == "vi":
        for letter in page.scripts:
            if letter.section.id and not _ADDRESSED.search(letter.spoken) and not _in_doubt(page, letter):
                yield Finding(page.place(letter.section.at), Code.FORM_ADDRESSEE, {"title": letter.section.title})
    yield from _quizzes(page)


def doubled(pages: Iterable[Page]) -> Iterator[Finding]:
    """Yield slogans that stand twice on the site, at the second place."""
    seen: dict[str, Place] = {}
    for page in pages:
        for slogan in page.slogans:
            words = re.sub(r"\W+", " ", slogan.words.lower()).strip()
            place = page.place(slogan.section.at)
            if words in seen:
                yield Finding(place, Code.SLOGAN_DOUBLED, {"words": slogan.words, "place": str(seen[words])})
            seen.setdefault(words, place)


def _question(page: Page, question: Question, registry: Registry, readers: Mapping[str, str]) -> Iterator[Finding]:
    section = question.section
    place = page.place(section.at)
    if not section.title.rstrip().endswith("?"):
        yield Finding(place, Code.QUESTION_MARK, {"title": section.title})
    if page.language == "vi":
        yield from _readers(page, section, readers)
    cited = [link.cited for part in page.under(section) for link in part.citations if link.cited]
    told = any(registry.digest_of(one) or registry.canonical(one) in registry.entries for one in cited)
    if section.answered and question.quote is None and not told:
        yield Finding(place, Code.QUESTION_QUOTE, {"title": section.title})
    if page.language == "vi" and not section.answered and not _ASKING.search(question.opening):
        yield Finding(place, Code.QUESTION_OFFICE, {"title": section.title})
    long = length(question.opening, page.language)
    another = any(section.at <= at < section.end for _, at in page.lost_headings)  # whose answer is counted with this
    if long > LONGEST_ANSWER[page.language] and not another:
        yield Finding(place, Code.ANSWER_LONG, _length(long, 0, LONGEST_ANSWER[page.language]))


def _readers(page: Page, section: Section, readers: Mapping[str, str]) -> Iterator[Finding]:
    """Yield what is wrong with the names of those whom a question is for; one without id is told both at once."""
    strange = [reader for reader in section.readers if reader not in readers]
    if not strange and (section.readers or not section.id):
        return
    meant = [closest(slug(one), readers) for one in section.readers]
    if not all(meant):  # names in words, as “residents, businesses”
        meant = [closest(slug(one), readers) for one in re.split(r"[,;/|]+", " ".join(section.readers)) if one.strip()]
    suggestion = f'“readers="{" ".join(dict.fromkeys(meant))}"”' if strange and all(meant) else ""
    reason = Reason("readers-strange", {"found": " ".join(strange)}) if strange else Reason("readers-missing")
    known = (f"{name} ({called})" for name, called in sorted(readers.items()))
    how = Reason("readers-copy-how") if suggestion else Reason("readers-how", {"known": ", ".join(known)})
    details: dict[str, Detail] = {"reason": reason, "how": how}
    if strange:
        details["cause"] = " ".join(strange)
    yield Finding(page.place(section.at), Code.QUESTION_READERS, details, suggestion)


def _slogan(page: Page, slogan: Slogan, registry: Registry, unsettled: Set[str], lacking: Lacking) -> Iterator[Finding]:
    place = page.place(slogan.section.at)
    count = syllables(slogan.words)
    letter = lacking(capitals(slogan.words)) if page.language == "vi" else ""
    if letter:
        yield Finding(place, Code.SLOGAN_LETTERS, {"letter": letter})
    if len(slogan.lines) == 1 and count > LONGEST_LINE:
        yield Finding(place, Code.SLOGAN_ONE_LINE, {"count": str(count)}, severity=Severity.NOTE)
    if slogan.section.verbatim:
        cited = [link.cited or "" for link in slogan.section.citations]
        known = [one for one in cited if not isinstance(registry.resolve(one), Unknown)]
        languages = {page.language, "vi"}
        held = [words for one in known for language in languages if (words := registry.words(one, language))]
        settled = bool(cited) and len(known) == len(cited) and not set(cited) & unsettled
        if settled and all(find_words(normalise(slogan.words), words, 0) < 0 for words in held):
            yield Finding(place, Code.SLOGAN_VERBATIM, {"words": slogan.words, "id": ", ".join(cited)})
        return
    bars = Reason("slogan-bars") if "|" in slogan.section.title else ""
    if page.language == "vi" and not SHORTEST_SLOGAN <= count <= LONGEST_SLOGAN:
        yield Finding(place, Code.SLOGAN_LENGTH, {**_length(count, SHORTEST_SLOGAN, LONGEST_SLOGAN), "bars": bars})
    if not slogan.words.endswith("!"):
        yield Finding(place, Code.SLOGAN_MARK, {"words": slogan.words})


def _length(count: int, least: int, most: int) -> dict[str, Detail]:
    """Return what is told of too few or too many words: how many there are, may be, and are to go or to come."""
    by = Reason("length-over" if count > most else "length-under", {"by": str(max(count - most, least - count))})
    return {"count": str(count), "least": str(least), "most": str(most), "by": by}


def _in_doubt(page: Page, script: Script) -> bool:
    """Return whether a text may be in a box whose first line cannot be read."""
    return any(kind == "box" and script.section.at <= at < script.section.end for kind, at in page.foreign)


def _script(page: Page, script: Script) -> Iterator[Finding]:
    if _in_doubt(page, script):
        return
    count = syllables(plain(script.spoken))
    if not SHORTEST_SCRIPT <= count <= LONGEST_SCRIPT:
        details = _length(count, SHORTEST_SCRIPT, LONGEST_SCRIPT)
        yield Finding(page.place(script.section.at), Code.SCRIPT_LENGTH, details)
    signs = _UNSPEAKABLE.finditer(script.spoken)
    capitals = (word for word in re.finditer(r"\w+", script.spoken) if sum(map(str.isupper, word[0])) > 1)
    found = min((*signs, *capitals), key=lambda one: one.start(), default=None)
    if found:
        yield Finding(page.place(script.at + found.start()), Code.SCRIPT_SIGNS, {"words": found[0]})


def _quizzes(page: Page) -> Iterator[Finding]:
    for quiz in page.quizzes:
        count, right = len(quiz.options), sum(option.right for option in quiz.options)
        if count < 2 or right != 1:
            details = {"count": str(count), "right": str(right)}
            yield Finding(page.place(quiz.options[0].at), Code.QUIZ_OPTIONS, details)
