"""`new digest ID`: the page of a digest, or an entry at its place in one, with the words still to be written."""

import re
from pathlib import Path

from ..content.model import Page
from ..conventions import language_folder
from ..documents.digest import Digest
from ..documents.digest import pin as pin_of
from ..documents.document import Document
from ..documents.suggest import closest
from ..findings.wording import say_both
from ..handbook import Handbook
from ..screen.document_names import document_name
from ..screen.pins import position
from .drafting import DraftError, as_heading, inserted, template, write

_FILE = "tom-luoc.md"


def run(root: Path, handbook: Handbook, named: str, title: str) -> int:
    """Write the digest page of a document (`blld`), or an entry (`blld.d97.k4`), and print where.

    `title` is the heading of an entry; without one it is the place of the provision in words. `DraftError` where the
    id is none or is taken: then nothing is written.
    """
    document_id, _, pin = named.partition(".")
    registry = handbook.registry
    document = registry.documents.get(document_id)
    if document is None:
        near = closest(document_id, registry.documents)
        raise DraftError(f"{document_id}: {say_both('new-no-document', near=near or '–')}")
    if document.texts:
        raise DraftError(f"{document_id}: {say_both('new-held')}")
    heading = pin.replace(".", "-").replace("đ", "dd")
    if "." in named and (not pin or pin_of(heading) != pin):
        raise DraftError(f"{named}: {say_both('new-pin')}")
    if named in registry.entries:
        entry = registry.entries[named].texts["vi"]
        raise DraftError(f"{named}: {say_both('new-taken', place=f'{entry.path}:{entry.line}')}")
    digest = registry.digests.get(document_id)
    if digest is None:
        return write(root, _pages(document, pin, heading, title), new=True)
    if not pin:
        raise DraftError(f"{document_id}: {say_both('new-taken', place=language_folder('vi') + digest.page)}")
    changed = {}
    for language in ("vi", "en"):
        page = handbook.pages[language].get(digest.page)
        if page and page.language == language:
            words = _entry(pin, heading, title, language)
            changed[page.path] = inserted(page, _place(page, digest, pin), words)
    return write(root, changed)


def _entry(pin: str, heading: str, title: str, language: str) -> str:
    named = as_heading(title) if title and language == "vi" else position(pin, language)
    return template("entry", language, title=f"{named[0].upper()}{named[1:]}", anchor=heading)


def _pages(document: Document, pin: str, heading: str, title: str) -> dict[str, str]:
    """Return path → text of a digest page in both languages, its facts and words still to be filled in."""
    made = {}
    for language in ("vi", "en"):
        name = document_name(document.record, language, first=False)
        entry = _entry(pin or "d1", heading or "d1", title, language).rstrip()
        path = f"{language_folder(language)}{document.record.page.removesuffix('.md')}/{_FILE}"
        made[path] = template("digest", language, document=name, id=document.record.id, entry=entry)
    return made


def _place(page: Page, digest: Digest, pin: str) -> int:
    """Return where an entry goes: behind the last one that comes before it in its document."""
    at = len(page.text.rstrip()) + 1
    entries = [
        (pin_of(section.id.removeprefix(f"{digest.id}-")), section) for section in page.sections if section.level == 3
    ]
    before = [section for own, section in entries if own and _order(own) < _order(pin)]
    if before:
        return page.under(before[-1])[-1].end
    first = next((section for own, section in entries if own), None)
    return first.at if first else at


def _order(pin: str) -> list[tuple[str, int, str]]:
    """Return what puts pins into the order of their document."""
    parts = (re.fullmatch(r"([a-zđ]+?)(\d*)(\D*)", part) for part in pin.split("."))
    return [(found[1] if found[2] else "", int(found[2] or 0), found[1] + found[3]) for found in parts if found]
