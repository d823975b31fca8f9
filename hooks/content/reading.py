"""From files to pages and documents: each text is read once."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from unicodedata import normalize

from ..conventions import language_folder, page_key
from ..documents import guard, numbering, outline, record_reader
from ..documents.digest import Digest
from ..documents.document import Document, DocumentText
from ..documents.front_matter_fields import Reader
from ..files import Files
from ..findings.finding import Code, Finding, line_starts
from ..settings import LANGUAGES
from ..unchanged import Unchanged
from . import constants, rates
from .constants import Constants
from .model import Page
from .parse import characters, digests
from .parse import page as reader
from .parts import Section
from .rates import Rate, Rates

Pages = Mapping[str, Mapping[str, Page]]


@dataclass(frozen=True)
class Reading:
    """What the files say, before it is judged."""

    pages: Pages
    """Language → page key → page."""
    documents: Mapping[str, Document]
    """Document id → document."""
    digests: Mapping[str, Digest]
    """Id → digest or report."""
    findings: tuple[Finding, ...]
    """What is wrong with the files themselves: form, front matter, records, numbering."""
    unread: frozenset[str]
    """Paths of the pages that could not be read; nothing is said about what leads to them."""
    rates: Rates
    """The table of rates."""
    in_force: Mapping[str, Rate]
    """Name → the rate in force today."""
    constants: Constants
    """What the tools compute with."""

    @property
    def documents_in_doubt(self) -> bool:
        """Whether a record may be missing because its page, or its front matter, could not be read."""
        recorded = {document.record.page for document in self.documents.values()}
        return any(path.startswith(language_folder("vi")) for path in self.unread) or any(
            key not in recorded and (not page.front.values or "document" in page.front.values)
            for key, page in self.pages["vi"].items()
        )


def read(files: Files, today: date | None = None, unchanged: Unchanged | None = None) -> Reading:
    """Read every page of both languages, and the documents among them; rates are those in force `today`.

    Pages that are as they were when they were read with the same `unchanged` are not parsed again.
    """
    unchanged = unchanged or Unchanged()
    table = rates.read(files.rates or "")
    in_force = table.on(today or date.today())
    found = [*files.unreadable, *files.misnamed.values(), *files.strays]
    unread = {finding.place.path for finding in files.unreadable}
    unread |= {form for path in files.misnamed for form in (path, normalize("NFC", path))}
    pages: dict[str, dict[str, Page]] = {language: {} for language in LANGUAGES}
    full_texts: set[str] = set()
    entries = {name: rate.entry for name, rate in in_force.items()}
    for language in LANGUAGES:
        folder = language_folder(language)
        for path, text in files.pages.items():
            if not path.startswith(folder):
                continue
            key = page_key(path.removeprefix(folder))
            given = (path, key, language, text, frozenset(full_texts & {key}), entries)
            page, wrong = unchanged.get(("page", path), given, partial(_page, *given))
            found.extend(wrong)
            if page is None:
                unread.add(path)
                continue
            if page.full_text:
                full_texts.add(key)
            pages[language][key] = page
    documents = {document.record.id: document for document in _documents(pages, found)}
    documents |= {document.record.id: document for document in _beside(pages, documents, found)}
    told = digests.read(pages)
    found.extend(told.findings)
    pages = {language: {**of, **told.pages[language]} for language, of in pages.items()}
    return Reading(
        pages,
        documents,
        told.found,
        tuple(found),
        frozenset(unread),
        table,
        in_force,
        constants.read(files.tools or ""),
    )


def _page(
    path: str, key: str, language: str, text: str, full_texts: frozenset[str], entries: Mapping[str, str]
) -> tuple[Page | None, tuple[Finding, ...]]:
    """Return a page and what is wrong with its characters and front matter; no page where it cannot be read."""
    tidied = characters.tidy(text)
    found = [*(characters.check(path, text) if tidied != text else ()), *characters.lost(path, tidied)]
    unfit = tuple(characters.unfit(path, text))
    if unfit:
        return None, (*found, *unfit)
    page, wrong = reader.read(path, key, language, tidied, full_texts, entries)
    return page, (*found, *wrong)


def _documents(pages: dict[str, dict[str, Page]], found: list[Finding]) -> Iterator[Document]:
    seen: dict[str, str] = {}
    for key, page in pages["vi"].items():
        if "document" not in page.front.values:
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
        texts = {"vi": _text(record.id, key, pages["vi"], found)} if record.text == "full" else {}
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
                texts |= _translated_text(record.id, key, pages["en"], found)
        yield Document(record, texts, record.origin)


def _beside(
    pages: dict[str, dict[str, Page]], documents: Mapping[str, Document], found: list[Finding]
) -> Iterator[Document]:
    """Yield the documents whose text stands on a page of its own, of kind `text`; what names none waits for a check."""
    seen: dict[str, str] = {}
    for key, page in pages["vi"].items():
        of = page.front.values.get("of")
        document = documents.get(of) if page.metadata.kind == "text" and isinstance(of, str) else None
        if document is None:
            continue
        other = document.original.path if document.original else seen.get(document.record.id)
        if other:
            details = {"id": document.record.id, "path": other}
            found.append(Finding(page.front.place("of"), Code.TEXT_TWICE, details))
            continue
        seen[document.record.id] = page.path
        texts = {"vi": _text(document.record.id, key, pages["vi"], found)}
        if key in pages["en"]:
            texts |= _translated_text(document.record.id, key, pages["en"], found)
        origin = record_reader.read_origin(Reader(page.front, ("origin",)))
        yield replace(document, texts=texts, text_page=key, origin=origin)


def _translated_text(
    document_id: str, key: str, pages: dict[str, Page], found: list[Finding]
) -> dict[str, DocumentText]:
    """Return the translated text by its language; nothing where the page has the record alone, in translation."""
    wrong: list[Finding] = []
    text = _text(document_id, key, pages, wrong)
    if not text.provisions:
        return {}
    found.extend(wrong)
    return {"en": text}


def _text(document_id: str, key: str, pages: dict[str, Page], found: list[Finding]) -> DocumentText:
    """Return the text of a document; its provisions become the sections of its page, with what they cite."""
    page = pages[key]
    first_line = page.text.count("\n", 0, page.front.body_at) + 1
    blocks = outline.parse(page.text[page.front.body_at :], first_line)
    numbered, wrong = numbering.number(document_id, page.path, blocks)
    found.extend(wrong)
    if page.language == "vi":
        found.extend(guard.check(page.path, numbered))
    text = DocumentText(page.path, numbered)
    starts = line_starts(page.text)
    provisions = list(text.provisions.values())
    ends = [starts[provision.line - 1] for provision in provisions[1:]] + [len(page.text)]
    sections = []
    for provision, end in zip(provisions, ends, strict=False):
        at = starts[provision.line - 1]
        cited = tuple(link for link in page.citations if at <= link.at < end)
        sections.append(Section(2, provision.anchor, provision.text.split("\n")[0], at, at, end, cited))
    pages[key] = replace(page, sections=tuple(sections))
    return text
