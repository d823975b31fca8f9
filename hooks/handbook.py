"""The table of contents of the program: files → documents → provisions, pages → claims, both → findings."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from .diagnostics import Code, Finding, Place, Severity, errors
from .files import Files
from .pages import citations, coverage, figures, links, parity, quotes, reader, structure
from .pages.coverage import Row, Spot
from .pages.page import Page
from .pages.stated import StatedFigures
from .settings import LANGUAGES, Settings
from .source import lock, numbering, outline, record_checks, record_reader
from .source.documents import Document, DocumentText
from .source.records import DocumentRecord
from .source.registry import Registry


@dataclass(frozen=True)
class Handbook:
    """Everything known after reading all files once."""

    registry: Registry
    """Documents and provisions."""
    pages: Mapping[str, Mapping[str, Page]]
    """Language → page key → page; English has Vietnamese pages where the translation is pending."""
    findings: tuple[Finding, ...]
    """Everything found wrong, sorted by place."""
    cited_by: Mapping[str, Mapping[str, tuple[Spot, ...]]]
    """Language → id → the sections that cite it."""
    matrix: Mapping[str, Mapping[str, tuple[Row, ...]]]
    """Language → document id → rows of its coverage matrix."""

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that fail a build."""
        return errors(self.findings)


def analyse(files: Files, settings: Settings) -> Handbook:
    """Read every page of both languages and judge what it claims."""
    found: list[Finding] = list(files.findings)
    pages = _pages(files, found)
    misdeclared = {finding.place.path for finding in found}
    registry = Registry({record.id: document for record, document in _documents(pages, found)})
    found.extend(record_checks.check(registry, {page.path: page.front for page in pages["vi"].values()}))
    unsettled = _locked(files, registry, found)
    if settings.placeholder:
        found.append(
            Finding(Place("mkdocs.yml"), Code.SITE_URL_PLACEHOLDER, {"url": settings.site_url}, "", Severity.NOTE)
        )

    stated = StatedFigures(registry)
    for language, of_language in pages.items():
        tree = _tree(files, language, pages, registry, settings)
        for page in of_language.values():
            found.extend(structure.check(page))
            found.extend(citations.check(page, registry, unsettled))
            found.extend(quotes.check(page, registry, unsettled))
            found.extend(figures.check(page, stated, stated.of_page(page.key)))
            found.extend(links.check(page, tree))
    found.extend(parity.missing(pages["vi"], pages["en"], misdeclared))
    faulty = {finding.place.path for finding in errors(found)}
    found.extend(parity.paired(pages["vi"], pages["en"], faulty))
    for document in registry.documents.values():
        original, translation = document.original, document.texts.get("en")
        if original and translation and not {original.path, translation.path} & faulty:
            found.extend(parity.provisions(original, translation))

    pending = {key: page for key, page in pages["vi"].items() if page.metadata.pending}
    shown = {"vi": pages["vi"], "en": pending | pages["en"]}
    cited_by = {language: coverage.citing(of_language.values()) for language, of_language in shown.items()}
    matrix = {
        language: {
            document_id: rows
            for document_id, document in registry.documents.items()
            if (rows := coverage.matrix(document, cited_by[language]))
        }
        for language in LANGUAGES
    }
    if not any(citations.unresolved(page, registry) for page in pages["vi"].values()):
        for document_id, rows in matrix["vi"].items():
            found.extend(coverage.gaps(registry.documents[document_id], rows, settings.coverage))
    return Handbook(registry, shown, tuple(sorted(set_of(found))), cited_by, matrix)


def set_of(found: Iterable[Finding]) -> Iterable[Finding]:
    """Return the findings without repetition: the same code at the same place counts once."""
    return {(finding.place, finding.code): finding for finding in found}.values()


def _pages(files: Files, found: list[Finding]) -> dict[str, dict[str, Page]]:
    pages: dict[str, dict[str, Page]] = {language: {} for language in LANGUAGES}
    full_texts: set[str] = set()
    for language in LANGUAGES:
        folder = f"docs/{language}/"
        for path, text in files.pages.items():
            if path.startswith(folder):
                key = path.removeprefix(folder)
                page, wrong = reader.read(path, key, language, text, full_text=key in full_texts)
                record = page.front.values.get("document")
                if language == "vi" and isinstance(record, dict) and record.get("text") == "full":
                    full_texts.add(key)
                    page, wrong = reader.read(path, key, language, text, full_text=True)
                pages[language][key] = page
                found.extend(wrong)
    return pages


def _documents(
    pages: Mapping[str, Mapping[str, Page]], found: list[Finding]
) -> Iterator[tuple[DocumentRecord, Document]]:
    seen: dict[str, str] = {}
    for key, page in pages["vi"].items():
        if page.metadata.kind != "document" or "document" not in page.front.values:
            continue
        record, wrong = record_reader.read_original(key, page.front)
        found.extend(wrong)
        if record is None:
            continue
        if record.id in seen:
            details = {"id": record.id, "path": seen[record.id]}
            found.append(Finding(page.front.place("document", "id"), Code.DOCUMENT_DUPLICATE, details))
            continue
        seen[record.id] = page.path
        texts = {"vi": _text(record.id, page, found)} if record.text == "full" else {}
        translation = pages["en"].get(key)
        if translation and "document" in translation.front.values:
            document_id, words, wrong = record_reader.read_translation(translation.front)
            found.extend(wrong)
            if document_id and document_id != record.id:
                details = {"id": document_id, "known": record.id}
                place = translation.front.place("document", "id")
                found.append(Finding(place, Code.DOCUMENT_UNKNOWN, details, f"“{record.id}”"))
            record = replace(record, words={**record.words, "en": words})
            if record.text == "full":
                texts["en"] = _text(record.id, translation, found)
        yield record, Document(record, texts)


def _text(document_id: str, page: Page, found: list[Finding]) -> DocumentText:
    first_line = page.text.count("\n", 0, page.front.body_at) + 1
    blocks = outline.parse(page.text[page.front.body_at :], first_line)
    numbered, wrong = numbering.number(document_id, page.path, blocks)
    found.extend(wrong)
    return DocumentText(page.path, numbered)


def _locked(files: Files, registry: Registry, found: list[Finding]) -> frozenset[str]:
    """Judge the texts by the lock; return the ids whose text is in question."""
    differences = tuple(lock.compare(files.lock or "", tuple(registry.documents.values())))
    misnumbered = {
        finding.place.path
        for finding in found
        if finding.code in (Code.DOCUMENT_UNNUMBERED, Code.DOCUMENT_NUMBERED_TWICE)
    }
    if not misnumbered:
        found.extend(finding for _, finding in differences)
    return frozenset(changed for changed, _ in differences if changed)


def _tree(
    files: Files, language: str, pages: Mapping[str, Mapping[str, Page]], registry: Registry, settings: Settings
) -> links.Tree:
    anchors = {
        key: {name for name, _ in page.anchors}
        for one in ("vi", language)
        for key, page in pages[one].items()
        if one == language or page.metadata.pending
    }
    for document in registry.documents.values():
        if document.original and document.record.page in anchors:
            anchors[document.record.page] |= {p.anchor for p in document.original.provisions.values()}
    below, shared = f"docs/{language}/", "docs/"
    others = {path.removeprefix(below) for path in files.assets if path.startswith(below)}
    others |= {path.removeprefix(shared) for path in files.assets}
    return links.Tree(anchors, others, settings.hosts)
