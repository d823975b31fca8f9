"""The checks of pages, in their order; what is wrong with a page that did not change is known already."""

from collections.abc import Iterable, Iterator, Mapping, Set
from datetime import date
from functools import partial
from itertools import chain

from .content import ward
from .content.checks import (
    bare_urls,
    citations,
    constants,
    drafts,
    figures,
    genres,
    grammar,
    links,
    parity,
    quotes,
    rates,
    repeated,
    section_ids,
    sentences,
    structure,
    terms,
)
from .content.checks.genres import Lacking
from .content.checks.supported import StatedFigures
from .content.model import Page
from .content.parse.digests import KINDS, lost
from .content.reading import Reading
from .conventions import GLOSSARY_PAGE, READERS_FOLDER
from .documents.registry import Registry
from .files import Files
from .findings.finding import Code, Finding, errors, one_by_one
from .settings import Settings
from .tools.catalog import TOOLS
from .unchanged import Unchanged


def claims(
    files: Files,
    settings: Settings,
    read: Reading,
    registry: Registry,
    unsettled: frozenset[str],
    lacking: Lacking,
    unchanged: Unchanged,
    basis: object,
    moved: Mapping[str, str],
) -> Iterator[Finding]:
    """Yield what is wrong with each page by itself: with its form, its links, and what it claims.

    `basis` stands for everything beside its own words by which a page is judged; `unsettled` has the ids whose text is
    itself in question; `moved` the key of each page that is gone → that of the page which has its words now.
    """
    stated = StatedFigures(registry, unsettled)
    named = sentences.names(registry)
    readers = _readers(read)

    def alone(page: Page, twin: Page | None, *, claims: bool) -> tuple[Finding, ...]:
        """Return what is wrong with a page whatever pages but its twin say, and where asked with what it claims."""
        found = [drafts.settled(page, citations.check(page, registry, unsettled))]
        found += [grammar.check(page), drafts.check(page), ward.check(page)]
        if claims:
            judged = (
                quotes.check(page, registry, unsettled),
                figures.check(page, stated, stated.of_page(page.key)),
                genres.check(page, registry, readers, unsettled, lacking),
                sentences.check(page, named),
            )
            found += [grammar.headings(page), section_ids.check(page, twin, readers.keys()), structure.check(page)]
            found += [drafts.settled(page, chain.from_iterable(judged))]
        return tuple(chain.from_iterable(found))

    found: list[Finding] = []
    for language, of_language in read.pages.items():
        tree = links.tree(files, read, language, settings.hosts, moved)
        for page in of_language.values():
            judged = not page.full_text and _can_be_judged(page, read, registry)
            twin = read.pages["en" if language == "vi" else "vi"].get(page.key)
            made_from = (page.text, twin and twin.text, judged, basis)
            found += unchanged.get(("alone", page.path), made_from, partial(alone, page, twin, claims=judged))
            found += [*links.check(page, tree), *bare_urls.check(page, tree)]
        found += genres.doubled(of_language.values())
    yield from repeated.folded(found)


def _readers(read: Reading) -> dict[str, str]:
    """Return the name of each group of readers → what it is called."""
    pages = {key: page for key, page in read.pages["vi"].items() if key.startswith(READERS_FOLDER)}
    called = {key[len(READERS_FOLDER) : -3]: page.metadata.title for key, page in pages.items()}
    return {name: title for name, title in called.items() if name != "index"}


def _can_be_judged(page: Page, read: Reading, registry: Registry) -> bool:
    """Return whether a page says what it is, and of which document.

    With its front matter unread, or its original's, its kind is a guess; a digest of a document without a record has
    nothing that it could be held to.
    """
    original = read.pages["vi"].get(page.key)
    lost = original is None or not original.front.values
    if page.metadata.kind in KINDS:
        return any(digest.page == page.key for digest in registry.digests.values())
    return bool(page.front.values) and not (page.metadata.kind == "document" and lost)


def _refused(page: Page, refused: tuple[terms.Refused, ...]) -> tuple[Finding, ...]:
    return tuple(terms.check(page, refused))


def basis(files: Files, read: Reading, unsettled: frozenset[str]) -> tuple[object, ...]:
    """Return everything beside its own words by which a page is judged and rendered, links between pages aside."""
    rested_on = {
        page.path: page.text
        for of in read.pages.values()
        for page in of.values()
        if page.full_text
        or page.metadata.kind in KINDS
        or page.key == GLOSSARY_PAGE
        or {"document", "of"} & page.front.values.keys()
    }
    names = (tuple(files.pages), tuple(_readers(read).items()), files.assets, tuple(files.misnamed), read.unread)
    return rested_on, names, unsettled, read.in_force, files.lock, files.digests, files.rates, files.tools, files.ward


def without_record(read: Reading) -> frozenset[str]:
    """Return the ids of digests whose document has no record: that is one finding on their page, not one a citation."""
    digests = [digest for digest in read.digests.values() if digest.document not in read.documents]
    return frozenset(one for digest in digests for one in (digest.id, *digest.entries))


def lost_entries(read: Reading, accepted: Set[str]) -> frozenset[str]:
    """Return the ids of entries whose heading may have lost them: that is one finding there, not one a citation."""
    return lost(read.digests, read.pages, accepted)


def missed(found: Iterable[Finding]) -> frozenset[str]:
    """Return the ids that citations lead to and that are not there: tables that name them are not told it again."""
    causes = (one.details.get("cause") for one in found if one.code is Code.CITE_UNKNOWN_PROVISION)
    return frozenset(cause for cause in causes if isinstance(cause, str))


def languages(
    read: Reading, registry: Registry, found: tuple[Finding, ...], unchanged: Unchanged, basis: object
) -> Iterator[Finding]:
    """Compare the languages; a page with a finding of its own waits until that is mended."""
    faulty = {finding.place.path for finding in one_by_one(errors(found))} | read.unread
    yield from parity.missing(read.pages["vi"], read.pages["en"], faulty)
    for page, twin in parity.pairs(read.pages["vi"], read.pages["en"], faulty):
        compare = partial(parity.compare, page, twin, registry)
        yield from unchanged.get(("languages", page.key), (page.text, twin.text, basis), compare)
    for document in registry.documents.values():
        original, translation = document.original, document.texts.get("en")
        if original and translation and not {original.path, translation.path} & faulty:
            yield from parity.provisions(original, translation)


def rate_findings(read: Reading, registry: Registry, unsettled: Set[str], today: date) -> Iterator[Finding]:
    """Yield what is wrong with the table of rates, and with the pages that use it."""
    yield from rates.check_table(read.rates, registry, StatedFigures(registry), unsettled)
    yield from rates.ahead(read.rates, read.pages["vi"].values(), today)
    for of_language in read.pages.values():
        for page in of_language.values():
            yield from rates.check_page(page, read.rates, read.in_force)


def tool_findings(read: Reading, registry: Registry, unsettled: Set[str]) -> Iterator[Finding]:
    """Yield what is wrong with the constants of the tools, and with the pages of those that are shown."""
    inserted = {name for of in read.pages.values() for page in of.values() for name, _ in page.inserts}
    shown = {tool.form: tool for tool in TOOLS.values() if tool.form in inserted}
    needed = {tool.name: frozenset((*tool.numbers, *tool.days)) for tool in shown.values()}
    yield from constants.check_table(read.constants, registry, needed, unsettled)
    used = {name: tool.rests_on(read.constants.rows, read.rates.rows) for name, tool in shown.items()}
    for of_language in read.pages.values():
        for page in of_language.values():
            yield from constants.check_page(page, used, registry)


def figures_outside(misnamed: Iterable[Finding], found: Iterable[Finding]) -> Iterator[Finding]:
    """Yield findings but those of figures in a name that is refused: the right name mends both."""
    refused = {
        (one.place.path, one.place.line, column)
        for one in misnamed
        for column in range(one.place.column, one.place.column + len(str(one.details.get("found", ""))))
    }
    for one in found:
        if one.code is not Code.FIGURE_UNSUPPORTED or (one.place.path, one.place.line, one.place.column) not in refused:
            yield one


def term_findings(files: Files, read: Reading, unchanged: Unchanged) -> Iterator[Finding]:
    """Yield what is wrong with the list of terms, and each English rendering that it refuses."""
    refused, wrong = terms.read(files.terms or "")
    yield from wrong
    for page in read.pages["en"].values():
        made_from = (page.text, files.terms)
        yield from unchanged.get(("terms", page.path), made_from, partial(_refused, page, refused))
