"""From the pages of digests and reports, in both languages, to entries by id."""

from collections.abc import Iterator, Mapping, Set
from dataclasses import replace
from typing import NamedTuple

from ...documents.digest import COPIES, Compared, Digest, Entry, EntryText, Source, pin
from ...documents.front_matter_fields import Reader, key_details
from ...documents.provisions import anchor
from ...findings.finding import Code, Finding
from ...text import plain
from ..model import Page
from ..parts import Section
from .lexer import BLANK

KINDS = frozenset({"digest", "report"})
"""Kinds of page whose sections are entries."""
KEYS = ("of", "id", "compared", "source", "review_by")
"""Front matter of theirs, read here; the translation has only the first two, so that each fact has one place."""
ENTRY_LEVEL = 3
"""Level of the heading of an entry; one level higher where it has parts."""


class Digests(NamedTuple):
    """What the pages of digests say."""

    found: Mapping[str, Digest]
    """Id → digest."""
    pages: Mapping[str, Mapping[str, Page]]
    """Language → key → page, its sections and anchors under the ids that readers' browsers see."""
    findings: tuple[Finding, ...]
    """What is wrong with them."""


def read(pages: Mapping[str, Mapping[str, Page]]) -> Digests:
    """Return the digests among `pages`; a translation without an original is left to the check of parity."""
    found: dict[str, Digest] = {}
    renamed: dict[str, dict[str, Page]] = {language: {} for language in pages}
    findings: list[Finding] = []
    taken: dict[str, Page] = {}
    for key, page in pages["vi"].items():
        if page.metadata.kind not in KINDS:
            continue
        reader = Reader(page.front)
        digest = _digest(key, page, reader)
        findings.extend(reader.findings)
        translation = pages["en"].get(key)
        if translation and translation.metadata.kind in KINDS:
            findings.extend(_foreign_keys(translation))
            renamed["en"][key] = _renamed(translation, digest)
        renamed["vi"][key] = _renamed(page, digest)
        if not digest.id:
            continue
        digest = replace(digest, entries=_entries(digest, page, translation, findings))
        for entry in digest.entries.values():
            if entry.id in taken:
                place = page.front.place("kind")
                place = replace(place, line=entry.texts["vi"].line, column=1)
                findings.append(Finding(place, Code.DIGEST_TWICE, {"id": entry.id, "path": taken[entry.id].path}))
            taken.setdefault(entry.id, page)
        if digest.id in found:
            digest = replace(digest, entries={**digest.entries, **found[digest.id].entries})
        found[digest.id] = digest
    return Digests(found, renamed, tuple(findings))


def _digest(key: str, page: Page, reader: Reader) -> Digest:
    document = reader.text("of", required=True) or ""
    review = reader.date("review_by")
    digest = Digest(document, document, key, review_by=review.whole if review else None)
    digest = replace(digest, review_line=page.front.place("review_by").line)
    if page.metadata.kind == "report":
        return replace(digest, id=reader.text("id", required=True) or "", source=_source(reader.nested("source")))
    return replace(digest, compared=_compared(reader.nested("compared")))


def _compared(reader: Reader) -> Compared | None:
    against, on = reader.text("against", required=True), reader.whole_date("on")
    copy = reader.choice("copy", COPIES)
    reader.finish()
    return Compared(against, on, copy or COPIES[0]) if against and on else None


def _source(reader: Reader) -> Source:
    seen = reader.whole_date("seen") if "seen" in reader.values else None  # what an archive holds has no such day
    source = Source(
        outlet=reader.text("outlet", required=True) or "",
        url=reader.text("url", required=True) or "",
        seen=seen,
        published=reader.date("published"),
        title=reader.text("title") or "",
        note=reader.text("note") or "",
    )
    reader.finish()
    return source


def _foreign_keys(translation: Page) -> Iterator[Finding]:
    for name in KEYS[2:]:
        if name in translation.front.values:
            details = key_details(name, KEYS[:2])
            yield Finding(translation.front.place(name), Code.FRONT_MATTER_KEY, details)


def _entries(digest: Digest, page: Page, translation: Page | None, findings: list[Finding]) -> Mapping[str, Entry]:
    texts = {"vi": dict(_texts(digest, page, findings))}
    if translation is not None:
        texts["en"] = dict(_texts(digest, translation, findings))
    found = {}
    for entry_id in texts["vi"]:
        in_languages = {language: of[entry_id] for language, of in texts.items() if entry_id in of}
        found[entry_id] = Entry(entry_id, in_languages)
    return found


def _texts(digest: Digest, page: Page, findings: list[Finding]) -> Iterator[tuple[str, EntryText]]:
    for section in page.sections:
        own = pin(section.id, report=digest.report)
        if section.level == ENTRY_LEVEL and section.id and not own:
            details = {"id": section.id, "title": plain(section.title)}
            findings.append(Finding(page.place(section.at), Code.DIGEST_PIN, details))
        if not own or section.level not in (ENTRY_LEVEL - 1, ENTRY_LEVEL):
            continue
        words = page.masked[section.text_at : page.under(section)[-1].end].replace(BLANK, " ").strip()
        place = page.place(section.at)
        if not words:
            findings.append(Finding(place, Code.DIGEST_EMPTY, {"title": plain(section.title)}))
        yield f"{digest.id}.{own}", EntryText(plain(section.title), words, page.path, place.line)


def _renamed(page: Page, digest: Digest) -> Page:
    """Return a page whose entries have the ids that browsers see: `d97-k4` becomes `blld-d97-k4`."""
    names = {
        section.id: anchor(f"{digest.id}.{pin(section.id, report=digest.report)}") for section in _own(page, digest)
    }
    sections: tuple[Section, ...] = tuple(
        replace(section, id=names.get(section.id, section.id)) for section in page.sections
    )
    return replace(page, sections=sections, anchors=tuple((names.get(name, name), at) for name, at in page.anchors))


def without_pin(page: Page) -> tuple[Section, ...]:
    """Return the sections of a digest or report that may be entries and whose id is missing or names no provision."""
    if page.metadata.kind not in KINDS:
        return ()
    report = page.metadata.kind == "report"
    begins = anchor(str(page.front.values.get("id" if report else "of", ""))) + "-"
    return tuple(
        section
        for section in page.sections
        if section.level in (ENTRY_LEVEL - 1, ENTRY_LEVEL)
        and not (section.id.startswith(begins) and pin(section.id.removeprefix(begins), report=report))
        and (section.level == ENTRY_LEVEL or not section.id)
    )


def lost(found: Mapping[str, Digest], pages: Mapping[str, Mapping[str, Page]], accepted: Set[str]) -> frozenset[str]:
    """Return the ids of entries that were there and may be one of the sections without a pin on their page.

    They were there by `accepted`, the ids of the lock, or are in the other language; `pages` has ids as browsers see
    them.
    """
    ids: set[str] = set()
    for digest in found.values():
        page, twin = (pages[language].get(digest.page) for language in ("vi", "en"))
        if page is None or not without_pin(page):
            continue
        begins = anchor(digest.id) + "-"
        named = (one.id.removeprefix(begins) for one in twin.sections if one.id.startswith(begins)) if twin else ()
        there = {f"{digest.id}.{own}" for one in named if (own := pin(one, report=digest.report))}
        of_lock = {one for one in accepted if one.partition(".")[0] == digest.id}
        ids |= (there | of_lock) - digest.entries.keys()
    return frozenset(ids)


def _own(page: Page, digest: Digest) -> Iterator[Section]:
    return (section for section in page.sections if digest.id and pin(section.id, report=digest.report))
