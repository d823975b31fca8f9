"""The table of contents of the program: files → documents → provisions, pages → claims, both → findings."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import partial

from . import page_checks
from .content import aliases, leaflets, reading, synonyms, ward
from .content.checks import (
    coverage,
    digest_pages,
    former_urls,
)
from .content.checks import synonyms as synonym_checks
from .content.checks.coverage import Row, Spot
from .content.checks.genres import Lacking
from .content.reading import Reading
from .content.renamed import renamed as renamed_pages
from .content.version import Part as Section
from .content.version import Version, version
from .conventions import language_folder, page_key
from .documents import record_checks
from .documents.registry import Registry
from .files import Files
from .findings.finding import Code, Finding, Place, Severity, errors
from .handbook import Handbook
from .locks import comparison, digests, history, passages, provisions, translations
from .locks.passages import Part
from .settings import LANGUAGES, Settings
from .unchanged import Unchanged

_NUMBERING = frozenset({Code.DOCUMENT_UNNUMBERED, Code.DOCUMENT_NUMBERED_TWICE})


def analyse(
    files: Files,
    settings: Settings,
    lacking: Lacking = lambda words: "",
    today: date | None = None,
    unchanged: Unchanged | None = None,
) -> Handbook:
    """Read every page of both languages and judge what it claims.

    `lacking` gives the first letter of a slogan that a poster cannot show; without it none is looked for. `today` is
    the day by which digests are looked at again. What is as it was when it was read with the same `unchanged` is not
    parsed and judged again.
    """
    today, unchanged = today or date.today(), unchanged or Unchanged()
    read = reading.read(files, today, unchanged)
    published = provisions.read(files.lock or "", read.documents.values())
    told = {name: digest for name, digest in read.digests.items() if digest.document in read.documents}
    registry = Registry(read.documents, published.aliases, told)
    found = [*read.findings, *published.findings, *_settings(settings)]
    fronts = {key: page.front for key, page in read.pages["vi"].items()}
    unsettled, changes = comparison.compare(published, read.documents.values())
    digest_lock = digests.read(files.digests or "")
    unsettled |= page_checks.without_record(read) | page_checks.lost_entries(read, digest_lock.proved.keys())
    found.extend(_known(record_checks.check(registry, fronts, unsettled), read))
    if not read.documents_in_doubt and not any(finding.code in _NUMBERING for finding in found):
        found.extend(changes)
    basis = unchanged.get("basis", page_checks.basis(files, read, unsettled), object)
    versions = {
        page.path: unchanged.get(("version", page.path), page.text, partial(version, page))
        for of in read.pages.values()
        for page in of.values()
    }
    recorded = history.read(files.history or "")
    former, wrong = aliases.read(read.pages["vi"])
    renamed = _renamed(recorded, versions, read)
    moved = {**renamed, **former.pages}
    claims = page_checks.claims(files, settings, read, registry, unsettled, lacking, unchanged, basis, moved)
    found.extend(_known(claims, read))
    missed = unsettled | page_checks.missed(found)
    filled_in = ward.read(files.ward or "")
    found.extend([*filled_in.findings, *page_checks.rate_findings(read, registry, missed, today)])
    found.extend(page_checks.tool_findings(read, registry, missed))
    misnamed = list(page_checks.term_findings(files, read, unchanged))
    found = [*page_checks.figures_outside(misnamed, found), *misnamed]
    alike = synonyms.read(files.synonyms or "")
    found.extend(alike.findings)
    if not read.unread:
        for language, listed in alike.of.items():
            found.extend(synonym_checks.check(listed, read.pages[language].values()))
    folded = leaflets.read(files.leaflets or "", read.pages["vi"], moved)
    unsure = read.unread or not all(fronts[key].values for key in fronts)
    faulty = any(one.place.path.startswith(language_folder("vi")) for one in errors(found))
    found.extend(() if unsure else leaflets.settled(folded.findings, faulty=faulty))
    found.extend([*digest_lock.findings, *digests.check(digest_lock, read.digests, read.documents, today)])
    found.extend(_known(digest_pages.check(read.pages["vi"], registry), read))
    found.extend(page_checks.languages(read, registry, tuple(found), unchanged, basis))
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
    found.extend(recorded.findings)
    found.extend([*wrong, *former_urls.check(former, read.pages["vi"])])
    found.extend(former_urls.vanished(recorded.lines, read.pages["vi"], former, read.unread, renamed))
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
        basis=basis,
    )


def _settings(settings: Settings) -> Iterator[Finding]:
    at = Place("mkdocs.yml", settings.site_url_line)
    if settings.wrong_site_url is not None:
        yield Finding(at, Code.SITE_URL_WRONG, {"url": settings.wrong_site_url})
    elif settings.placeholder:
        yield Finding(at, Code.SITE_URL_PLACEHOLDER, {"url": settings.site_url}, "", Severity.NOTE)
    if settings.nav_line:
        yield Finding(Place("mkdocs.yml", settings.nav_line), Code.NAV_UNUSED)


def _renamed(recorded: history.History, versions: Mapping[str, Version], read: Reading) -> Mapping[str, str]:
    """Return the key of each page that is gone → that of the page which has its words now, where one has."""
    folder = language_folder("vi")
    originals = read.pages["vi"]
    gone = former_urls.gone(recorded.lines, originals, read.unread)
    if not gone:
        return {}
    pages = {page_key(path.removeprefix(folder)): past for path, past in recorded.pages.items()}
    return renamed_pages(
        {key: _of_sections(pages[key].parts) for key in gone},
        {key: _of_sections(versions[page.path].parts) for key, page in originals.items()},
    )


def _of_sections(parts: Iterable[Section]) -> frozenset[str]:
    return frozenset(part.title or part.mark for part in parts)


def _known(found: Iterable[Finding], read: Reading) -> Iterator[Finding]:
    """Yield findings, those about unknown documents only where no record may be missing for another reason."""
    unknown = (Code.CITE_UNKNOWN_DOCUMENT, Code.DOCUMENT_UNKNOWN)
    return (finding for finding in found if finding.code not in unknown or not read.documents_in_doubt)


def _translated(read: Reading) -> tuple[Part, ...]:
    return tuple(passages.parts(read.pages["vi"], read.pages["en"], read.documents.values()))


def _matrix(registry: Registry, cited_by: Mapping[str, tuple[Spot, ...]]) -> dict[str, tuple[Row, ...]]:
    rows = {document_id: coverage.matrix(document, cited_by) for document_id, document in registry.documents.items()}
    return {document_id: of_document for document_id, of_document in rows.items() if of_document}
