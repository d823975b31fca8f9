"""Keeping the English in step: what has changed in the Vietnamese since it was translated."""

import subprocess
import sys
from collections.abc import Collection, Sequence
from functools import lru_cache
from pathlib import Path

from ..atomic import write_atomically
from ..content import reading
from ..conventions import TRANSLATIONS_LOCK
from ..files import Files
from ..findings.finding import Code, Finding
from ..findings.wording import say_both
from ..handbook import Handbook
from ..locks.passages import Part, Passage, passages
from ..locks.translations import Memory, stale, unrecorded, write
from . import stale_sentences
from .differences import differing, shown
from .refusal import refused

_ALL = "all"
_MOST_LOOKED_UP = 4
"""Findings whose old words are looked for in the history."""
_VERSIONS = 40
"""How many versions of a page are looked through for its old words."""
_FEW = 2
"""Changed sentences that are told in a finding."""


class UnknownSectionError(Exception):
    """A name that is no section of an English page."""


def run(root: Path, handbook: Handbook, reviewed: Sequence[str]) -> int:
    """Without names, print what is to be read again, and return 1 when there is something; with names, record them."""
    if reviewed:
        return _record(root, handbook, reviewed)
    found = outdated(handbook)
    for part in found:
        print(_describe(root, part, handbook.memory), end="\n\n")
    if found:
        print(f"{say_both('record-when-fixed')}: python -m hooks translations --reviewed …")
    return 1 if found else 0


def outdated(handbook: Handbook) -> tuple[Part, ...]:
    """Return the English sections to be read again: their original has changed, or nobody said what it was."""
    of, memory = handbook.translated, handbook.memory or Memory()
    return (*stale(of, memory), *unrecorded(of, memory))


def _record(root: Path, handbook: Handbook, names: Sequence[str]) -> int:
    """Record that sections say what their originals say now, and print those that did not before.

    A name is `docs/en/page.md#id`, `docs/en/page.md` for a whole page, or `all`; with any other nothing is recorded.
    """
    of, memory = handbook.translated, handbook.memory or Memory()
    if refused(memory.findings):
        return 1
    try:
        reviewed = {part.name for name in names for part in _named(name, of)}
    except UnknownSectionError as error:
        print(error, file=sys.stderr)
        return 2
    write_atomically(root / TRANSLATIONS_LOCK, write(memory, of, reviewed))
    for part in outdated(handbook):
        if part.name in reviewed:
            print(part.name)
    return 0


def _named(name: str, of: Collection[Part]) -> list[Part]:
    wanted = name.removeprefix("./")
    found = [part for part in of if wanted in (_ALL, part.name, part.name.partition("#")[0])]
    if not found:
        raise UnknownSectionError(f"{name}: {say_both('unknown-section')}")
    return found


def _describe(root: Path, part: Part, memory: Memory | None) -> str:
    """Return a section's name and, sentence by sentence, its original as it was translated and as it is now."""
    here, there = part.original.place, part.translation.place
    lines = [
        part.name,
        f"  {say_both('vietnamese')}  {here.path}:{here.line}",
        f"  {say_both('english')}  {there.path}:{there.line}",
    ]
    mark = memory.marks.get(part.name) if memory else None
    if not mark:
        return "\n".join([*lines, f"  {say_both('never-recorded')}"])
    before = _before(root, here.path, part.section, mark)
    if before is None:
        unknown = f"  {say_both('words-lost')}"
        return "\n".join([*lines, unknown, *(f"  + {sentence}" for sentence in shown(part.original.words))])
    for old, new in differing(shown(before.words), shown(part.original.words)):
        lines += [f"  {sign} {words}" for sign, words in (("-", old), ("+", new)) if words]
    return "\n".join(lines)


def with_sentences(root: Path, handbook: Handbook, findings: Sequence[Finding]) -> dict[Finding, Finding]:
    """Return findings of translations out of date → the same with the sentences that have changed, where they are few.

    Of many findings only the first are looked up: each asks git for the page as it was.
    """
    stale = [finding for finding in findings if finding.code is Code.TRANSLATION_STALE]
    parts = {part.name: part for part in handbook.translated} if stale else {}
    found: dict[Finding, Finding] = {}
    for finding in stale[:_MOST_LOOKED_UP]:
        part = parts[str(finding.details["name"])]
        mark = handbook.memory.marks[part.name] if handbook.memory else ""
        before = _before(root, part.original.place.path, part.section, mark)
        now = shown(part.original.words)
        rows = list(differing(shown(before.words), now)) if before else []
        if 0 < len(rows) <= _FEW:
            found[finding] = stale_sentences.told(finding, part, rows, now, handbook.pages)
    return found


@lru_cache(maxsize=32)  # the editor asks again and again
def _before(root: Path, path: str, section: str, mark: str) -> Passage | None:
    """Return the original as it was translated, looked for in the history of its page; nothing without history."""
    for commit in _git(root, "log", f"--max-count={_VERSIONS}", "--format=%H", "--", path).split():
        passage = _original(path, _git(root, "show", f"{commit}:./{path}")).get(section)
        if passage and passage.mark == mark:
            return passage
    return None


def _original(path: str, text: str) -> dict[str, Passage]:
    read = reading.read(Files({path: text}))
    document = next(iter(read.documents.values()), None)
    return {section: one for page in read.pages["vi"].values() for section, one in passages(page, document).items()}


def _git(root: Path, *arguments: str) -> str:
    """Return what git says, nothing where there is no git or no history."""
    try:
        done = subprocess.run(  # noqa: S603 - the arguments are ours
            ["git", *arguments],  # noqa: S607 - whichever git the editor has
            cwd=root,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
    except OSError:
        return ""
    return done.stdout if done.returncode == 0 else ""
