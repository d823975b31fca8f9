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


def judge(edit: Edit, *, lock: str | None = None) -> Handbook:
    """Return the handbook with one file changed, and with another lock of translations if there is one."""
    kept = project().translations if lock is None else lock
    changed = replace(project(), pages={**project().pages, edit.path: edit.text}, translations=kept)
    return analyse.analyse(changed, SETTINGS, lacking)


def translated_anew(edit: Edit, judged: Handbook) -> Handbook:
    """Return the handbook after somebody has read the translation of a changed original again."""
    parts = judged.translated
    lock = translations.write(judged.memory or translations.Memory(), parts, [part.name for part in parts])
    return judge(edit, lock=lock)


def verdict(edit: Edit) -> str:
    """Return nothing when an edit is judged as it should be, else what was found instead.

    A harmless edit of an original makes one section of its translation stale at most, until that is read again.
    """
    judged = judge(edit)
    found = judged.errors
    if not edit.codes:
        translation = edit.path.replace("docs/vi/", "docs/en/", 1)
        if [(finding.code, finding.place.path) for finding in found] == [(Code.TRANSLATION_STALE, translation)]:
            found = translated_anew(edit, judged).errors
        right = not found
    else:
        right = len(found) == 1 and (found[0].place.path, found[0].place.line) == (edit.path, edit.line)
        right = right and found[0].code.value in edit.codes
    if right:
        return ""
    wanted = f"{edit.path}:{edit.line} {sorted(edit.codes)}" if edit.codes else f"{edit.path}: silence"
    return "\n  ".join([f"wanted {wanted}; found {len(found)}", *(show(finding, "en") for finding in found[:5])])


def edit_at(page: Page, start: int, end: int, words: str, *codes: str, mark: int | None = None) -> Edit:
    """Return the edit that puts `words` in the place of a piece of a page; the finding belongs to `mark`."""
    at = page.place(start if mark is None else mark)
    return Edit(page.path, page.text[:start] + words + page.text[end:], at.line, frozenset(codes))


def paragraphs(page: Page, kinds: frozenset[str] = frozenset({"paragraph", "item"})) -> list[Block]:
    """Return the blocks of some kinds on a page."""
    return [block for block in page.blocks if block.kind in kinds]


def edits(chance: random.Random, count: int, kinds: tuple[Kind, ...]) -> Iterator[Edit]:
    """Yield `count` random edits of random pages."""
    found = 0
    while found < count:
        edit = chance.choice(kinds)(chance.choice(pages()), chance)
        if edit is not None:
            found += 1
            yield edit


def misjudged(chosen: Iterable[Edit]) -> list[str]:
    """Return what was judged wrongly."""
    return [words for edit in chosen if (words := verdict(edit))]
