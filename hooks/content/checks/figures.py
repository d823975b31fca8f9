"""Each figure stands in what its section cites, is assumed or computed there, or is the site's own."""

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from fractions import Fraction

from ...findings.finding import Code, Detail, Finding, Reason
from ..arithmetic import Equation, equations
from ..assumptions import assumptions
from ..figures import Figure, Key, all_figures, figures, keys_of
from ..model import Page
from ..number_words import unit
from ..parse.digests import ENTRY_LEVEL
from ..parts import Link, Section
from ..values import canonical, spelt
from . import citations, clauses
from .supported import StatedFigures

_MARK = re.compile(r"^[ ]*\(?\d{1,2}[/)][ ]", re.MULTILINE)
"""The number of what is meant as an item of a list: that is a finding of its own."""
_NAMED = 3
"""Places that are named of those at which a figure may be looked up."""
_TELLING_LAW = frozenset({"topic", "qa"})
"""Kinds of page whose answers tell what a law says: a figure of something there is the law's, or computed."""
_CONSTANTS = frozenset({("number", "1"), ("number", "100"), ("percent", "100")})
"""Belong to arithmetic itself."""


def check(page: Page, stated: StatedFigures, own: frozenset[Key]) -> Iterator[Finding]:
    """Yield each sum that is wrong, and each figure that nothing bears out.

    A figure is borne out by `stated(id)` of an id its section cites (of the row of a table: of an id the row cites, if
    it cites any), by what the section assumes or computes, by `own` and by what the front matter names as own.
    `stated` returns nothing for an unknown id: a section that cites one, or has a citation that is no link, is judged
    once that is mended, as is what may be an entry of a digest and is none, its id being lost. Figures inside
    quotations, addresses and links to rates are left to their own checks.
    """
    cited = [link for section in page.sections for link in section.citations]
    assumed = {section.at: _assumed(page, section) for section in page.sections}
    named, found = _own(page, stated, own.union(*assumed.values()), cited)
    yield from found
    allowed = own | named
    unproved = _plain(page) - own if page.metadata.kind in _TELLING_LAW else frozenset()
    for name in ("title", "description"):
        for figure in all_figures(getattr(page.metadata, name), page.language):
            if not _supported(figure.keys[0], allowed, cited, stated):
                yield Finding(
                    page.front.place(name), Code.FIGURE_UNSUPPORTED, _unsupported(page, figure, cited, stated)
                )
    elsewhere, sentences = _aside(page), clauses.Sentences(page)
    waiting = {page.section_at(at).at for at, _ in citations.unrendered(page)}
    waiting |= {part.at for section in _nameless(page, stated) for part in page.under(section)}
    for section in page.sections:
        sums = tuple(equations(page.prose, section.at, section.end, page.language))
        yield from (Finding(page.place(one.at), Code.FIGURE_SUM, _wrong(one)) for one in sums if one.wrong)
        known = allowed.union(assumed[section.at], *(one.results for one in sums))
        computed = [(one.at, one.end) for one in sums]
        for figure in page.figures_of(section):
            around = next((one for one in sums if one.at <= figure.at < one.end), None)
            cited_here = _citations(page, section, figure)
            if around and (around.wrong or _term_supported(figure.keys[0], known, cited_here, stated)):
                continue
            if any(start <= figure.at < end for start, end in elsewhere):
                continue
            sentence = sentences.around(figure)
            bearing = known
            if figure.keys[0] in unproved and section.citations and _counts(page, figure):
                stated_here = any(sentence[0] <= start < sentence[1] for start, _ in computed)
                bearing = known if stated_here else known - unproved | assumed[section.at]
            if section.at in waiting:
                continue
            if not _supported(figure.keys[0], bearing, cited_here, stated):
                details = _unsupported(page, figure, cited_here, stated)
                yield Finding(page.place(figure.at), Code.FIGURE_UNSUPPORTED, details)
            elif figure.keys[0] not in bearing:
                yield from clauses.check(page, figure, sentence, cited_here, stated)


def _aside(page: Page) -> list[tuple[int, int]]:
    """Return where figures are left to other checks: quotations, rates, addresses, marks of what is meant as a list."""
    spans = [(quote.at, quote.end) for quote in page.quotes]
    spans += [(link.at, link.end) for link in page.links if link.rate]
    spans += page.bare_urls
    if any(kind == "list-mark" for kind, _ in page.foreign):
        spans += [found.span() for found in _MARK.finditer(page.prose, page.front.body_at)]
    return spans


def _nameless(page: Page, stated: StatedFigures) -> Iterator[Section]:
    """Yield the sections of a digest that may be entries and are none."""
    entries = stated.entries_of(page.key)
    for section in page.sections:
        if entries is not None and section.level == ENTRY_LEVEL and section.id not in entries:
            yield section


def _unsupported(page: Page, figure: Figure, cited: Sequence[Link], stated: StatedFigures) -> dict[str, Detail]:
    """Return what is said of a figure that nothing bears out: where to look it up, first what is cited behind it."""
    near = sorted(cited, key=lambda link: (link.at < figure.at, abs(link.at - figure.at)))
    places = {link.cited: place for link in near if link.cited and (place := stated.place(link.cited, page.language))}
    named = tuple(
        Reason("figure-place", {"id": cited_id, "place": place}) for cited_id, place in [*places.items()][:_NAMED]
    )
    how = Reason("figure-cited-how", {"places": named}) if named else Reason("figure-uncited-how")
    return {"figure": figure.words, "how": how}


def _plain(page: Page) -> frozenset[Key]:
    """Return the figures that the front matter names as own without a sum that proves them."""
    plain = [words for words in page.metadata.own_figures if "=" not in words and "≈" not in words]
    return frozenset(key for key in keys_of(" ; ".join(plain), page.language) if key[0] in ("number", "percent"))


def _counts(page: Page, figure: Figure) -> bool:
    """Return whether a figure is said of something: days, years, money, a share, as those of a law are."""
    return figure.keys[0][0] == "percent" or figure.spelt_out or bool(unit(page.prose[figure.end : figure.end + 24]))


def _assumed(page: Page, section: Section) -> frozenset[Key]:
    spans = assumptions(page, section)
    return frozenset(key for start, end in spans for key in keys_of(page.prose[start:end], page.language))


def _citations(page: Page, section: Section, figure: Figure) -> Sequence[Link]:
    """Return the citations that can bear a figure out."""
    if section.level and figure.at < section.text_at:
        return [link for one in page.under(section) for link in one.citations]
    start = page.masked.rfind("\n", 0, figure.at) + 1
    end = page.masked.find("\n", figure.at)
    if page.masked[start : figure.at].lstrip(" >").startswith("|"):
        of_row = [link for link in section.citations if start <= link.at < end]
        if of_row:
            return of_row
    return section.citations


def _own(
    page: Page, stated: StatedFigures, known: frozenset[Key], cited: Sequence[Link]
) -> tuple[frozenset[Key], tuple[Finding, ...]]:
    """Return the figures that the front matter names as own, and what is wrong with the sums among them.

    A term may be `known` (supported by the page itself, or assumed anywhere on it).
    """
    named = page.metadata.own_figures
    sums = {index: _sum(words, page.language) for index, words in enumerate(named) if "=" in words or "≈" in words}
    plain = " ; ".join(words for index, words in enumerate(named) if index not in sums)
    keys = keys_of(plain, page.language).union(*(one.results for one in sums.values() if one))
    found: list[Finding] = []
    terms: set[Key] = set()
    for index, one in sums.items():
        place = page.front.place("own_figures", str(index))
        if one is None or one.wrong:
            details: dict[str, Detail] = {"sum": named[index], "reason": Reason("sum-form")}
            found.append(Finding(place, Code.FIGURE_SUM, _wrong(one) if one else details))
            continue
        for term in figures(one.terms, language=page.language):
            if _term_supported(term.keys[0], keys | known, cited, stated):
                terms.add(term.keys[0])
            else:
                found.append(Finding(place, Code.FIGURE_UNSUPPORTED, _unsupported(page, term, cited, stated)))
    return keys | terms, tuple(found)


def _sum(words: str, language: str) -> Equation | None:
    """Return the one sum that a text is, or nothing."""
    found = [*equations(words, language=language)]
    return found[0] if len(found) == 1 and (found[0].at, found[0].end) == (0, len(words)) else None


def _wrong(one: Equation) -> dict[str, Detail]:
    side, come_to = one.wrong or ("", "")
    return {"sum": side, "reason": Reason("sum-wrong", {"value": come_to}) if come_to else Reason("sum-form")}


def _term_supported(key: Key, allowed: Set[Key], cited: Sequence[Link], stated: StatedFigures) -> bool:
    """Return whether a term of a sum is borne out, also as a factor: 1,13 by 13% more, 1,5 by 150%."""
    readings = [key]
    if key[0] == "number":
        factors = (Fraction(key[1]) * 100, Fraction(key[1]) * 100 - 100)
        readings += [("percent", canonical(spelt(value, 6, "en"), "en")) for value in factors if value > 0]
    return key in _CONSTANTS or any(_supported(one, allowed, cited, stated) for one in readings)


def _supported(key: Key, allowed: Set[Key], cited: Iterable[Link], stated: StatedFigures) -> bool:
    """Return whether a figure is allowed or stated by what is cited, or one of those ids is unknown."""
    if key in allowed:
        return True
    supports = (stated(link.cited or "") for link in cited)  # the first that bears it out is enough
    return any(keys is None or key in keys for keys in supports)
