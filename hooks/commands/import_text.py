"""`import FILE --id ID`: an official text from a file becomes a page, and what is to be looked at is listed."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ..conventions import language_folder
from ..documents import guard, numbering, outline
from ..documents.document import Document, DocumentText
from ..documents.importing import differences, drafting, formats, letterhead, paragraphs
from ..documents.importing.paragraph_markdown import without_attributes
from ..documents.importing.paragraphs import Paragraph
from ..documents.importing.source import Source, letters
from ..documents.official.readers import UnreadableError
from ..documents.records import TYPES
from ..findings.finding import Finding, Reason
from ..findings.wording import reason_in_both, say, say_both, show
from ..screen.document_names import document_name
from .drafting import DraftError, write
from .progress import Progress

FILE = "toan-van.md"
"""Name of the page of a text, in the folder of its document."""
_LEVELS = {
    "phan": "level-phan",
    "chuong": "level-chuong",
    "muc": "level-muc",
    "tieu-muc": "level-tieu-muc",
    "dieu": "level-dieu",
    "letter": "level-letter",
    "roman": "level-roman",
    "item": "level-item",
    "khoan": "level-khoan",
    "diem": "level-diem",
    "dash": "level-dash",
    "plus": "level-plus",
    "phu-luc": "level-phu-luc",
}


@dataclass(frozen=True)
class Brought:
    """A text that was read from a file and numbered."""

    source: Source
    """What the file gave."""
    paragraphs: tuple[Paragraph, ...]
    """Its paragraphs."""
    body: str
    """The Markdown of its page."""
    renumbered: tuple[str, ...]
    """Chapters that got the next number."""


def run(
    root: Path, documents: Mapping[str, Document], file: Path, document_id: str, beside: Path | None, day: date
) -> int:
    """Write the page of a text, with a record where the document has none, and print what was read and what is odd.

    `DraftError` where the file gives no text or the text is held already: then nothing is written. Returns 1 where
    something is to be looked at.
    """
    document = documents.get(document_id)
    if document is not None and document.texts:
        raise DraftError(f"{document_id}: {say_both('import-held')}")
    if not document_id.isalnum() or not document_id.islower() or not document_id.isascii():
        raise DraftError(f"{document_id}: {say_both('import-id')}")
    with Progress() as progress:
        brought = bring(file, progress)
        other = bring(beside, progress) if beside else None
    folder = document.record.page.removesuffix(".md") if document else f"van-ban/{document_id}"
    path = f"{language_folder('vi')}{folder}/{FILE}"
    front, records = _front(brought, document_id, file, day), {}
    if document is None:
        records[f"{language_folder('vi')}{folder}.md"] = _record(brought, document_id)
        name = letterhead.guess(brought.paragraphs).name or document_id
    else:
        name = document_name(document.record, "vi", first=False)
    text = front.replace("{name}", name) + brought.body
    with Progress() as progress:
        progress.show(say_both("import-structure"))
        numbered, found = _numbered(document_id, path, text)
        if not numbered.provisions:
            raise DraftError(f"{file}: {reason_in_both(Reason('import-nothing'))}")
        compared = []
        if beside and other:
            progress.show(say_both("import-comparing"))
            compared = list(_compared(numbered, _numbered(document_id, str(beside), other.body)[0], beside))
    write(root, {**records, path: text}, new=True, after="import-next")
    for line in [*_accounts(brought), *_counts(numbered), *compared]:
        print(line)
    for one in sorted(found):
        print(show(one))
    return 1 if found else 0


def bring(file: Path, progress: Progress) -> Brought:
    """Return the text of a file, all its letters and digits in the order of the file; else `DraftError`."""
    unit = "import-pages" if file.suffix.lower() == ".pdf" else "import-paragraphs"
    progress.show(say_both("import-reading"))
    try:
        source = formats.read(file, lambda done, of: progress.count(say_both(unit, done=str(done), of=str(of))))
    except UnreadableError as error:
        raise DraftError(f"{file}: {reason_in_both(error.reason)}") from None
    progress.show(say_both("import-structure"))
    joined = paragraphs.join(source)
    body, renumbered = drafting.body(joined)
    there, here = letters("".join(line.words for line in source.lines)), letters(without_attributes(body))
    if there != here:
        at = next((at for at, pair in enumerate(zip(there, here, strict=False)) if pair[0] != pair[1]), len(here))
        raise DraftError(f"{file}: {reason_in_both(Reason('import-lost', {'words': there[at : at + 30]}))}")
    return Brought(source, joined, body, renumbered)


def _numbered(document_id: str, path: str, text: str) -> tuple[DocumentText, list[Finding]]:
    head, _, body = text.partition("\n---\n") if text.startswith("---\n") else ("", "", text)
    first = head.count("\n") + 3 if head else 1
    blocks, findings = numbering.number(document_id, path, outline.parse(body, first))
    return DocumentText(path, blocks), [*findings, *guard.check(path, blocks)]


def _front(brought: Brought, document_id: str, file: Path, day: date) -> str:
    named = file.name.replace('"', "")
    return say("import-page", "vi", called="{name}", id=document_id, file=named, day=day.isoformat())


def _record(brought: Brought, document_id: str) -> str:
    found = letterhead.guess(brought.paragraphs)
    known = {"symbol": found.symbol, "date": found.day}
    name = found.name or document_id
    fields = "".join(f"  {key}: {value}\n" for key, value in known.items() if value)
    sources = "".join(
        f"    {key}: {{source: outside, verified: false}}\n" for key in ("name", *filter(known.get, known))
    )
    kind = found.type or "quyet-dinh"
    return say(
        "import-record",
        "vi",
        called=name,
        id=document_id,
        type=kind,
        fields=fields,
        sources=sources,
        kind=TYPES[kind]["vi"],
    )


def _accounts(brought: Brought) -> Iterator[str]:
    """Yield letters and digits in and out by page, and each line that is no part of the text."""
    counts, dropped = brought.source.counted(), Counter[int]()
    for line in brought.source.dropped:
        dropped[line.page] += len(letters(line.words))
    pages = sorted({*counts, *dropped})
    if len(pages) > 1:
        for page in pages:
            yield say_both(
                "import-account",
                page=str(page),
                all=str(counts[page] + dropped[page]),
                kept=str(counts[page]),
                dropped=str(dropped[page]),
            )
    whole, gone = sum(counts.values()), sum(dropped.values())
    yield say_both("import-account-all", all=str(whole + gone), kept=str(whole), dropped=str(gone))
    alike: dict[str, list[str]] = {}
    for line in brought.source.dropped:
        alike.setdefault(re.sub(r"\d+\Z|\A\d+", "", line.text).strip(), []).append(line.text)
    for same in alike.values():
        words = same[0] if len(set(same)) == 1 else f"{same[0]} … {same[-1]}"
        yield say_both("import-dropped", words=words, times=str(len(same)))
    for printed in brought.renumbered:
        yield say_both("import-renumbered", printed=printed)


def _counts(text: DocumentText) -> Iterator[str]:
    numbers: dict[str, list[str]] = {}
    for provision in text.provisions.values():
        numbers.setdefault(provision.kind, []).append(provision.number)
    for kind, named in _LEVELS.items():
        if kind in numbers:
            of = numbers[kind]
            yield f"{say_both(named)}: {len(of)}" + (f" ({of[0]} – {of[-1]})" if kind not in _INNER else "")


_INNER = frozenset({"khoan", "diem", "dash", "plus"})


def _compared(text: DocumentText, other: DocumentText, beside: Path) -> Iterator[str]:
    """Yield where two copies differ: the articles first, then each provision with both wordings."""
    found = list(differences.between(text, other))
    yield say_both("import-beside", file=beside.name, places=", ".join(_articles(found, text, other)) or "–")
    for one in found:
        yield f"  {one.id}\n    - {one.other or '–'}\n    + {one.one or '–'}"


def _articles(found: Iterable[differences.Difference], *texts: DocumentText) -> Mapping[str, None]:
    names: dict[str, None] = {}
    for one in found:
        provision = next((text.provisions[one.id] for text in texts if one.id in text.provisions), None)
        for text in texts:
            while provision and provision.kind not in ("dieu", "chuong", "muc") and provision.parent:
                provision = text.provisions.get(provision.parent)
        if provision:
            names[provision.marker.rstrip(".: ")] = None
    return names
