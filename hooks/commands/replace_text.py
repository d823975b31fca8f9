"""`replace FILE --id ID`: a newer version of a text that is held; what moves and what that touches is shown first."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from difflib import SequenceMatcher
from pathlib import Path

from ..analyse import analyse
from ..content.model import Page
from ..conventions import PROVISIONS_LOCK
from ..documents import numbering, outline
from ..documents.alignment import Alignment, align
from ..documents.document import Document, DocumentText
from ..documents.registry import current
from ..files import Files
from ..findings.finding import errors
from ..findings.wording import say_both, show
from ..handbook import Handbook
from ..locks import provisions
from ..settings import Settings
from ..text import normalise
from .drafting import DraftError, write
from .import_text import bring
from .progress import Progress
from .refusal import refused

_CITED = re.compile(r"(?<=cite:)[\w.]+")
_ALIKE = 0.6


def run(
    root: Path, files: Files, settings: Settings, handbook: Handbook, file: Path, document_id: str, *, writing: bool
) -> int:
    """Print what moves and what is touched when the text of a document becomes that of `file`.

    With `writing` also write its page, the citations that moved, and the lock with an alias for each id that is no
    more. `DraftError` where the text is not held or the file gives none. Returns 1 where something is to be looked at.
    """
    if refused(handbook.lock.findings):
        return 1
    document = handbook.registry.documents.get(document_id)
    if document is None or document.original is None:
        raise DraftError(f"{document_id}: {say_both('replace-not-held')}")
    page = handbook.pages["vi"][document.page_of_text]
    with Progress() as progress:
        body = _named(document.original, bring(file, progress).body)
    text = _origin(page, file, date.today()) + body
    newer = _numbered(document, page, text)
    if not newer.provisions:
        raise DraftError(f"{file}: {say_both('replace-nothing')}")
    alignment = align(document.original, newer)
    changed = {page.path: text, **dict(_citing(handbook, alignment, page.path))}
    aliases = _aliases(handbook, document, newer, alignment)
    documents = [one for one in handbook.registry.documents.values() if one is not document]
    lock = provisions.write([*documents, replace(document, texts={**document.texts, "vi": newer})], aliases)
    after = analyse(replace(files, pages={**files.pages, **changed}, lock=lock), settings)
    for line in (
        *_differences(document.original, newer, alignment),
        *_touched(alignment, changed, handbook, after),
    ):
        print(line)
    if document.record.blank:
        print(say_both("replace-blank"))
    before = {(one.code, one.place.path, str(one.details)) for one in handbook.findings}
    touched = [one for one in errors(after.findings) if (one.code, one.place.path, str(one.details)) not in before]
    for one in touched:
        print(show(one))
    if writing:
        write(root, {**changed, PROVISIONS_LOCK: lock}, after="replace-next")
    else:
        print(say_both("replace-dry"))
    return 1 if touched else 0


def _numbered(document: Document, page: Page, text: str) -> DocumentText:
    body = text.partition("\n---\n")[2]
    first = text[: len(text) - len(body)].count("\n") + 1
    blocks, _ = numbering.number(document.record.id, page.path, outline.parse(body, first))
    return DocumentText(page.path, blocks)


def _named(older: DocumentText, body: str) -> str:
    """Return a newer text whose paragraphs have the names that those of the older one have."""
    blocks = list(outline.parse(body))
    names = [one.block for one in older.blocks if one.provision and one.provision.kind == "named"]
    for name in names:
        words = normalise(name.text).split()
        scores = [SequenceMatcher(None, words, normalise(one.text).split(), autojunk=False).ratio() for one in blocks]
        best = max(range(len(blocks)), key=scores.__getitem__, default=-1)
        if best >= 0 and scores[best] > _ALIKE:
            gap = max(blocks[best].gap, 1)
            blocks[best] = replace(blocks[best], attributes=name.attributes, gap=gap)
    return outline.unparse(blocks)


def _origin(page: Page, file: Path, day: date) -> str:
    """Return the front matter of a page with where its text comes from now, which nobody has compared yet."""
    front = page.text[: page.front.body_at]
    named = file.name.replace('"', "")
    front = re.sub(r'copied_from: ("[^"\n]*"|[^,}\n]+)', lambda found: f'copied_from: "{named}"', front)
    front = re.sub(r"copied_on: [\d-]+", f"copied_on: {day.isoformat()}", front)
    front = re.sub(r"(copied_on: [^\n]*?(?:\n\s*)?verified: )true", r"\1false", front)
    return front.rstrip("\n") + "\n\n"


def _citing(handbook: Handbook, alignment: Alignment, own: str) -> Iterator[tuple[str, str]]:
    """Yield each page whose citations lead to something that has another id now, with its new text."""
    moved = alignment.moved
    for of_language in handbook.pages.values():
        for page in of_language.values():
            cites = any(handbook.registry.canonical(link.cited) in moved for link in page.citations if link.cited)
            if cites and page.path != own:
                yield page.path, _CITED.sub(lambda found: moved.get(found[0], found[0]), page.text)


def _aliases(handbook: Handbook, document: Document, newer: DocumentText, alignment: Alignment) -> Mapping[str, str]:
    """Return the aliases there are, and one for each id that is no more: to where its words are, else to its part."""
    found = dict(handbook.lock.aliases)
    for old in document.original.provisions if document.original else ():
        if old in newer.provisions:
            continue
        target = alignment.pairs.get(old)
        above = old
        while target is None and "." in above:
            above = above.rpartition(".")[0]
            target = alignment.pairs.get(above) or (above if above in newer.provisions else None)
        if target:
            found[old] = target
    known = {*newer.provisions}
    for old, new in list(found.items()):
        end = current(old, found)
        if old in known:
            del found[old]
        elif new in alignment.moved and end:
            found[old] = alignment.moved[new]
    return found


def _differences(older: DocumentText, newer: DocumentText, alignment: Alignment) -> Iterator[str]:
    """Yield what moved, has other words, came and went."""
    back = {new: old for old, new in alignment.pairs.items()}
    for old, new in alignment.moved.items():
        yield say_both("replace-moved", old=old, new=new)
        if old in newer.provisions:  # an id leads to one place, so no alias can bring its former readers along
            yield f"    ! {say_both('replace-reused', old=old, new=new)}"
    for new in alignment.changed:
        words = _short(older.own_words[back[new]]), _short(newer.own_words[new])
        yield f"{say_both('replace-changed', id=new)}\n    - {words[0]}\n    + {words[1]}"
    for new in alignment.added:
        yield f"{say_both('replace-added', id=new)}\n    + {_short(newer.own_words[new])}"
    for old in alignment.gone:
        yield f"{say_both('replace-gone', id=old)}\n    - {_short(older.own_words[old])}"


def _touched(alignment: Alignment, changed: Iterable[str], handbook: Handbook, after: Handbook) -> Iterator[str]:
    """Yield the citations, the entries of digests and the printed sheets that a newer text touches."""
    other_words = {old for old, new in alignment.pairs.items() if new in alignment.changed}
    touched = {*alignment.moved, *alignment.gone, *other_words}
    citing = [page for of in handbook.pages.values() for page in of.values() if page.path in handbook.versions]
    for page in {page.path: page for page in citing}.values():
        for link in page.citations:
            cited = handbook.registry.canonical(link.cited) if link.cited else ""
            if cited in touched:
                now = alignment.pairs.get(cited, "–")
                yield say_both("replace-cited", place=str(page.place(link.at)), old=link.cited or "", new=now)
    for entry_id, entry in handbook.registry.entries.items():
        if entry_id in touched:
            at = entry.texts["vi"]
            yield say_both("replace-told", place=f"{at.path}:{at.line}", id=entry_id)
    for path in changed:
        before, later = handbook.versions.get(path), after.versions.get(path)
        if before and later and before.id != later.id:
            yield say_both("replace-printed", path=path, before=before.id, now=later.id)


def _short(words: str) -> str:
    return " ".join(words.split())
