"""Keeping the English in step: what has changed in the Vietnamese since it was translated."""

import re
import subprocess
from collections.abc import Collection, Iterator, Sequence
from difflib import SequenceMatcher
from pathlib import Path

from ..analyse import Handbook
from ..atomic import atomically
from ..content import reading
from ..conventions import TRANSLATIONS_LOCK
from ..files import Files
from ..locks.translations import Memory, Part, Passage, passages, stale, unrecorded, write

_SENTENCE = re.compile(r"(?<=[.!?;:])\s+|\n\s*\n|\n(?=\s*(?:[-*+|#]|\d+[.)])\s)")
_ALL = "all"


class UnknownSectionError(Exception):
    """A name that is no section of an English page."""


def outdated(analysed: Handbook) -> tuple[Part, ...]:
    """Return the English sections to be read again: their original has changed, or nobody said what it was."""
    of, memory = analysed.translated, analysed.memory or Memory()
    return (*stale(of, memory), *unrecorded(of, memory))


def accept(root: Path, analysed: Handbook, names: Sequence[str]) -> tuple[str, ...]:
    """Record that sections say what their originals say now; return the names of those that did not before.

    A name is `docs/en/page.md#id`, `docs/en/page.md` for a whole page, or `all`; `UnknownSectionError` for any other.
    """
    of, memory = analysed.translated, analysed.memory or Memory()
    reviewed = {part.name for name in names for part in _named(name, of)}
    atomically(root / TRANSLATIONS_LOCK, write(memory, of, reviewed))
    return tuple(part.name for part in outdated(analysed) if part.name in reviewed)


def _named(name: str, of: Collection[Part]) -> list[Part]:
    wanted = name.removeprefix("./")
    found = [part for part in of if wanted in (_ALL, part.name, part.name.partition("#")[0])]
    if not found:
        raise UnknownSectionError(
            f"{name}: không phải phần nào của một trang tiếng Anh; viết docs/en/trang.md#mã, docs/en/trang.md hoặc all"
            f" / no section of an English page; write docs/en/page.md#id, docs/en/page.md or all"
        )
    return found


def describe(root: Path, part: Part, memory: Memory | None) -> str:
    """Return a section's name and, sentence by sentence, its original as it was translated and as it is now."""
    here, there = part.original.place, part.translation.place
    lines = [
        part.name,
        f"  tiếng Việt / Vietnamese  {here.path}:{here.line}",
        f"  tiếng Anh / English      {there.path}:{there.line}",
    ]
    mark = memory.marks.get(part.name) if memory else None
    if not mark:
        return "\n".join([*lines, "  chưa ghi nhận lần nào / never recorded"])
    before = _before(root, part, mark)
    if before is None:
        unknown = "  không còn lời cũ, chỉ có lời mới / the old words are not to be had, only the new"
        return "\n".join([*lines, unknown, *(f"  + {sentence}" for sentence in _sentences(part.original.words))])
    return "\n".join([*lines, *_differences(_sentences(before.words), _sentences(part.original.words))])


def _sentences(words: str) -> list[str]:
    return [" ".join(sentence.split()) for sentence in _SENTENCE.split(words) if sentence.strip()]


def _differences(before: Sequence[str], after: Sequence[str]) -> Iterator[str]:
    for kind, i, k, j, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind != "equal":
            yield from (f"  - {sentence}" for sentence in before[i:k])
            yield from (f"  + {sentence}" for sentence in after[j:m])


def _before(root: Path, part: Part, mark: str) -> Passage | None:
    """Return the original as it was translated, looked for in the history of its page; nothing without history."""
    path = part.original.place.path
    for commit in _git(root, "log", "--format=%H", "--", path).split():
        passage = _original(path, _git(root, "show", f"{commit}:./{path}")).get(part.section)
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
