"""The table of contents of the program: files → documents → provisions, pages → claims, both → findings."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import chain

from .content import aliases, leaflets, reading, synonyms, ward
from .content.checks import (
    citations,
    constants,
    coverage,
    digest_pages,
    drafts,
    figures,
    former_urls,
    genres,
    grammar,
    links,
    parity,
    quotes,
    rates,
    sentences,
    structure,
    terms,
)
from .content.checks import synonyms as synonym_checks
from .content.checks.coverage import Row, Spot
from .content.checks.genres import Lacking
from .content.checks.supported import StatedFigures
from .content.model import Page
from .content.parse.digests import KINDS
from .content.reading import Reading
from .content.version import version
from .conventions import READERS_FOLDER
from .documents import record_checks
from .documents.registry import Registry
from .files import Files
from .findings.finding import Code, Finding, Place, Severity, errors
from .handbook import Handbook
from .locks import comparison, digests, history, passages, provisions, translations
from .locks.passages import Part
from .settings import LANGUAGES, Settings
from .tools.catalog import TOOLS

_NUMBERING = frozenset({Code.DOCUMENT_UNNUMBERED, Code.DOCUMENT_NUMBERED_TWICE})


def analyse(
    files: Files, settings: Settings, lacking: Lacking = lambda words: "", today: date | None = None
) -> Handbook:
    """Read every page of both languages and judge what it claims.

    `lacking` gives the first letter of a slogan that a poster cannot show; without it none is looked for. `today` is
    the day by which digests are looked at again.
    """
    today = today or date.today()
    read = reading.read(files, today)
    published = provisions.read(files.lock or "", read.documents.values())
    told = {name: digest for name, digest in read.digests.items() if digest.document in read.documents}
    registry = Registry(read.documents, published.aliases, told)
    found = [*read.findings, *published.findings, *_settings(settings)]
    fronts = {key: page.front for key, page in read.pages["vi"].items()}
    unsettled, changes = comparison.compare(published, read.documents.values())
    unsettled |= _without_record(read)
    found.extend(_known(record_checks.check(registry, fronts, unsettled), read))
    if not read.documents_in_doubt and not any(finding.code in _NUMBERING for finding in found):
        found.extend(changes)
    found.extend(_known(_claims(files, settings, read, registry, unsettled, lacking), read))
    filled_in = ward.read(files.ward or "")
    found.extend([*filled_in.findings, *_rates(read, registry, today), *_tools(read, registry), *_terms(files, read)])
    alike = synonyms.read(files.synonyms or "")
    found.extend(alike.findings)
    if not read.unread:
        for language, listed in alike.of.items():
            found.extend(synonym_checks.check(listed, read.pages[language].values()))
    folded = leaflets.read(files.leaflets or "", read.pages["vi"])
    found.extend(() if read.unread or not all(fronts[key].values for key in fronts) else folded.findings)
    digest_lock = digests.read(files.digests or "")
    found.extend([*digest_lock.findings, *digests.check(digest_lock, read.digests, read.documents, today)])
    found.extend(_known(digest_pages.check(read.pages["vi"], registry), read))
    found.extend(_parity(read, registry, tuple(found)))
    memory = None if files.translations is None else translations.read(files.translations)
    translated = _translated(read)
    found.extend(memory.findings if memory else ())
    found.extend(translations.check(translated, memory, errors(found)))

    pending = {key: page for key, page in read.pages["vi"].items() if page.metadata.pending}
    shown = {"vi": read.pages["vi"], "en": {**pending, **read.pages["en"]}}
    cited_by = {language: coverage.citing(of.values(), registry) for language, of in shown.items()}
    matrix = {language: _matrix(registry, cited_by[language]) for language in LANGUAGES}
    if not errors(found):
        for document_id, rows in matrix["vi"].items():
            found.extend(coverage.gaps(registry.documents[document_id], rows, settings.coverage))
    versions = {page.path: version(page) for of in read.pages.values() for page in of.values()}
    recorded = history.read(files.history or "")
    found.extend(recorded.findings)
    former, wrong = aliases.read(read.pages["vi"])
    found.extend([*wrong, *former_urls.check(former, read.pages["vi"])])
    found.extend(former_urls.vanished(recorded.lines, read.pages["vi"], former, read.unread))
    found.extend(history.check(recorded, versions, settings.history))
    once = {(finding.place, finding.code): finding for finding in found}
    findings = tuple(sorted(once.values()))
    return Handbook(
        registry,
        published,
        shown,
        findings,
        cited_by,
        matrix,
        versions,
        recorded,
        read.unread | {stray.place.path for stray in files.strays},
        translated,
        memory,
        digest_lock,
        read.in_force,
        filled_in,
        former,
        alike.of,
        alike.unfound,
        leaflets=folded.plans,
        constants=read.constants.rows,
        rate_rows=read.rates.rows,
    )


def _settings(settings: Settings) -> Iterator[Finding]:
    at = Place("mkdocs.yml", settings.site_url_line)
    if settings.wrong_site_url is not None:
        yield Finding(at, Code.SITE_URL_WRONG, {"url": settings.wrong_site_url})
    elif settings.placeholder:
        yield Finding(at, Code.SITE_URL_PLACEHOLDER, {"url": settings.site_url}, "", Severity.NOTE)
    if settings.nav_line:
        yield Finding(Place("mkdocs.yml", settings.nav_line), Code.NAV_UNUSED)


def _known(found: Iterable[Finding], read: Reading) -> Iterator[Finding]:
    """Yield findings, those about unknown documents only where no record may be missing for another reason."""
    unknown = (Code.CITE_UNKNOWN_DOCUMENT, Code.DOCUMENT_UNKNOWN)
    return (finding for finding in found if finding.code not in unknown or not read.documents_in_doubt)


def _claims(
    files: Files,
    settings: Settings,
    read: Reading,
    registry: Registry,
    unsettled: frozenset[str],
    lacking: Lacking,
) -> Iterator[Finding]:
    stated = StatedFigures(registry, unsettled)
    named = sentences.names(registry)
    readers = {key[len(READERS_FOLDER) : -3] for key in read.pages["vi"] if key.startswith(READERS_FOLDER)} - {"index"}
    for language, of_language in read.pages.items():
        tree = links.tree(files, read, language, settings.hosts)
        for page in of_language.values():
            yield from drafts.settled(page, citations.check(page, registry, unsettled))
            yield from links.check(page, tree)
            yield from grammar.check(page)
            yield from drafts.check(page)
            yield from ward.check(page)
            if not page.full_text and _can_be_judged(page, read, registry):
                yield from grammar.headings(page)
                yield from structure.check(page, read.pages["en" if language == "vi" else "vi"].get(page.key))
                claims = (
                    quotes.check(page, registry, unsettled),
                    figures.check(page, stated, stated.of_page(page.key)),
                    genres.check(page, registry, readers, unsettled, lacking),
                    sentences.check(page, named),
                )
                yield from drafts.settled(page, chain.from_iterable(claims))
        yield from genres.doubled(of_language.values())


def _without_record(read: Reading) -> frozenset[str]:
    """Return the ids of digests whose document has no record: that is one finding on their page, not one a citation."""
    digests = [digest for digest in read.digests.values() if digest.document not in read.documents]
    return frozenset(one for digest in digests for one in (digest.id, *digest.entries))


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


def _parity(read: Reading, registry: Registry, found: tuple[Finding, ...]) -> Iterator[Finding]:
    """Compare the languages; a page with a finding of its own waits until that is mended."""
    faulty = {finding.place.path for finding in errors(found)} | read.unread
    yield from parity.missing(read.pages["vi"], read.pages["en"], faulty)
    yield from parity.paired(read.pages["vi"], read.pages["en"], faulty, registry)
    for document in registry.documents.values():
        original, translation = document.original, document.texts.get("en")
        if original and translation and not {original.path, translation.path} & faulty:
            yield from parity.provisions(original, translation)


def _rates(read: Reading, registry: Registry, today: date) -> Iterator[Finding]:
    yield from rates.check_table(read.rates, registry, StatedFigures(registry))
    yield from rates.ahead(read.rates, read.pages["vi"].values(), today)
    for of_language in read.pages.values():
        for page in of_language.values():
            yield from rates.check_page(page, read.rates, read.in_force)


def _tools(read: Reading, registry: Registry) -> Iterator[Finding]:
    inserted = {name for of in read.pages.values() for page in of.values() for name, _ in page.inserts}
    shown = {tool.form: tool for tool in TOOLS.values() if tool.form in inserted}
    needed = {tool.name: frozenset((*tool.numbers, *tool.days)) for tool in shown.values()}
    yield from constants.check_table(read.constants, registry, needed)
    used = {name: tool.rests_on(read.constants.rows, read.rates.rows) for name, tool in shown.items()}
    for of_language in read.pages.values():
        for page in of_language.values():
            yield from constants.check_page(page, used, registry)


def _terms(files: Files, read: Reading) -> Iterator[Finding]:
    refused, wrong = terms.read(files.terms or "")
    yield from wrong
    for page in read.pages["en"].values():
        yield from terms.check(page, refused)


def _translated(read: Reading) -> tuple[Part, ...]:
    return tuple(passages.parts(read.pages["vi"], read.pages["en"], read.documents.values()))


def _matrix(registry: Registry, cited_by: Mapping[str, tuple[Spot, ...]]) -> dict[str, tuple[Row, ...]]:
    rows = {document_id: coverage.matrix(document, cited_by) for document_id, document in registry.documents.items()}
    return {document_id: of_document for document_id, of_document in rows.items() if of_document}
