"""Random edits of the real pages, for testing the checks themselves, and whether they are judged as they should be."""

import random
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from hooks import analyse, files
from hooks.content import reading
from hooks.content.model import Page
from hooks.content.parts import Block
from hooks.files import Files
from hooks.findings.finding import Code, Severity
from hooks.findings.wording import show
from hooks.handbook import Handbook
from hooks.locks import translations
from hooks.paper.posters.glyphs import lacking
from hooks.settings import Settings
from hooks.unchanged import Unchanged

from .projects import ROOT

SETTINGS = Settings(site_url="https://sotay.lechan.vn/", coverage=Severity.NOTE)


@dataclass(frozen=True)
class Edit:
    """One edit of one file."""

    path: str
    """The file."""
    text: str
    """What it becomes."""
    line: int = 0
    """Where the finding belongs."""
    codes: frozenset[str] = frozenset()
    """What it may be called; nothing for a harmless edit."""


Kind = Callable[[Page, random.Random], Edit | None]
"""Yields an edit of a random page, or nothing where the page has no place for it."""


@cache
def project() -> Files:
    """The real files."""
    return files.read(ROOT)


@cache
def pages() -> tuple[Page, ...]:
    """The real pages but those of full texts, and of entries whose words a lock of their own holds."""
    read = reading.read(project())
    return tuple(
        page
        for of in read.pages.values()
        for page in of.values()
        if not page.full_text and page.metadata.kind not in ("digest", "report")
    )


def judge(*edits: Edit, lock: str | None = None, unchanged: Unchanged | None = None) -> Handbook:
    """Return the handbook with some files changed, and with another lock of translations if there is one.

    What is as it was when it was judged with the same `unchanged` is not judged again.
    """
    kept = project().translations if lock is None else lock
    texts = {edit.path: edit.text for edit in edits}
    changed = replace(project(), pages={**project().pages, **texts}, translations=kept)
    return analyse.analyse(changed, SETTINGS, lacking, unchanged=unchanged)


def translated_anew(edits: Iterable[Edit], judged: Handbook, unchanged: Unchanged) -> Handbook:
    """Return the handbook after somebody has read the translations of changed originals again."""
    parts = judged.translated
    lock = translations.write(judged.memory or translations.Memory(), parts, [part.name for part in parts])
    return judge(*edits, lock=lock, unchanged=unchanged)


def verdict(*edits: Edit) -> str:
    """Return nothing when edits of different files are judged as they should be, else what was found instead.

    A harmless edit of an original makes one section of its translation stale at most, until that is read again.
    """
    unchanged = Unchanged()
    judged = judge(*edits, unchanged=unchanged)
    found = judged.errors
    translated = {edit.path.replace("docs/vi/", "docs/en/", 1) for edit in edits if not edit.codes}
    stale = [finding.place.path for finding in found if finding.code == Code.TRANSLATION_STALE]
    if stale and len(stale) == len(translated.intersection(stale)):
        found = translated_anew(edits, judged, unchanged).errors
    wanted = {(edit.path, edit.line): edit.codes for edit in edits if edit.codes}
    places = [(finding.place.path, finding.place.line) for finding in found]
    codes = [finding.code.value for finding in found]
    if sorted(places) == sorted(wanted) and all(code in wanted[at] for at, code in zip(places, codes, strict=True)):
        return ""
    said = [f"wanted {path}:{line} {sorted(codes)}" for (path, line), codes in wanted.items()]
    said += [f"wanted {edit.path}: silence" for edit in edits if not edit.codes]
    return "\n  ".join([*said, f"found {len(found)}", *(show(finding, "en") for finding in found[:5])])


def edit_at(page: Page, start: int, end: int, words: str, *codes: str, mark: int | None = None) -> Edit:
    """Return the edit that puts `words` in the place of a piece of a page; the finding belongs to `mark`."""
    at = page.place(start if mark is None else mark)
    return Edit(page.path, page.text[:start] + words + page.text[end:], at.line, frozenset(codes))


def paragraphs(page: Page, kinds: frozenset[str] = frozenset({"paragraph", "item"})) -> list[Block]:
    """Return the blocks of some kinds on a page."""
    return [block for block in page.blocks if block.kind in kinds]


def both(edit: Edit) -> str:
    """Return the name of the edited page in both languages."""
    return edit.path.partition("/vi/")[2] or edit.path.partition("/en/")[2]


def edits(chance: random.Random, count: int, kinds: tuple[Kind, ...]) -> Iterator[Edit]:
    """Yield `count` random edits of random pages."""
    found = 0
    while found < count:
        edit = chance.choice(kinds)(chance.choice(pages()), chance)
        if edit is not None:
            found += 1
            yield edit


def misjudged(chosen: Iterable[Edit], *, at_once: bool = False) -> list[str]:
    """Return what was judged wrongly.

    With `at_once` the edits are judged in one go, and each by itself only if that goes wrong or two are of one page.
    """
    chosen = list(chosen)
    pages_changed = {both(edit) for edit in chosen}
    if at_once and len(pages_changed) == len(chosen) and not verdict(*chosen):
        return []
    return [words for edit in chosen if (words := verdict(edit))]
