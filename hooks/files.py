"""The files of docs/ as texts: the only place of the domain that reads the disk."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from .conventions import DOCS, HISTORY_LOCK, PROVISIONS_LOCK, TERMS, TRANSLATIONS_LOCK
from .findings.finding import Code, Finding, Place, Reason


@dataclass(frozen=True)
class Files:
    """Everything the checks read."""

    pages: Mapping[str, str]
    """Path from the project root → text of each Markdown file below docs/."""
    assets: frozenset[str] = frozenset()
    """Paths of all other files below docs/, from the project root."""
    lock: str | None = None
    """Text of the lock, or nothing when there is none."""
    history: str | None = None
    """Text of the history of the pages, or nothing when there is none."""
    translations: str | None = None
    """Text of the lock of translations, or nothing when there is none."""
    terms: str | None = None
    """Text of the list of terms, or nothing when there is none."""
    unreadable: tuple[Finding, ...] = field(default=())
    """A finding for each Markdown file that cannot be read."""


def read(root: Path) -> Files:
    """Return the files of the project at `root`, those that cannot be read as findings."""
    pages: dict[str, str] = {}
    assets: set[str] = set()
    unreadable: list[Finding] = []
    for path in sorted((root / DOCS).rglob("*")):
        name = path.relative_to(root).as_posix()
        if any(part.startswith(".") for part in path.relative_to(root).parts):
            continue
        if path.is_symlink():
            unreadable.append(_finding(Place(name), "link"))
        elif path.is_file() and path.suffix == ".md":
            text = _text(path, name)
            if isinstance(text, Finding):
                unreadable.append(text)
            else:
                pages[name] = text
        elif path.is_file():
            assets.add(name)
    names = (PROVISIONS_LOCK, HISTORY_LOCK, TRANSLATIONS_LOCK, TERMS)
    lock, history, made_from, terms = (_kept(root / name, name, unreadable) for name in names)
    return Files(pages, frozenset(assets), lock, history, made_from, terms, tuple(unreadable))


def _kept(path: Path, name: str, unreadable: list[Finding]) -> str | None:
    if not path.is_file():
        return None
    text = _text(path, name)
    if isinstance(text, Finding):
        unreadable.append(text)
        return ""
    return text


def _text(path: Path, name: str) -> str | Finding:
    try:
        data = path.read_bytes()
    except OSError:
        return _finding(Place(name), "denied")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        good = data[: error.start].decode("utf-8")
        return _finding(Place(name, good.count("\n") + 1, len(good) - good.rfind("\n")), "bytes")
    return text if text.strip().strip("\ufeff") else _finding(Place(name), "empty")


def _finding(place: Place, kind: str) -> Finding:
    return Finding(place, Code.PAGE_UNREADABLE, {"reason": Reason(kind)})
