"""The files of docs/ as texts: the only place of the domain that touches the disk."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from .diagnostics import Code, Finding, Place
from .source.lock import LOCK


@dataclass(frozen=True)
class Files:
    """Everything the checks read."""

    pages: Mapping[str, str]
    """Path from the project root → text of each Markdown file below docs/."""
    assets: frozenset[str] = frozenset()
    """Paths of all other files below docs/, from the project root."""
    lock: str | None = None
    """Text of the lock, or nothing when there is none."""
    findings: tuple[Finding, ...] = field(default=())
    """Files that cannot be read."""


def read(root: Path) -> Files:
    """Return the files of the project at `root`, those that cannot be read as findings."""
    pages: dict[str, str] = {}
    assets: set[str] = set()
    findings: list[Finding] = []
    for path in sorted((root / "docs").rglob("*")):
        name = path.relative_to(root).as_posix()
        if not path.is_file() or any(part.startswith(".") for part in path.relative_to(root).parts):
            continue
        if path.suffix != ".md":
            assets.add(name)
            continue
        text, finding = _text(path, name)
        if finding:
            findings.append(finding)
        else:
            pages[name] = text
    lock = (root / LOCK).read_text("utf-8") if (root / LOCK).is_file() else None
    return Files(pages, frozenset(assets), lock, tuple(findings))


def _text(path: Path, name: str) -> tuple[str, Finding | None]:
    data = path.read_bytes()
    try:
        text = data.decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        good = data[: error.start].decode("utf-8")
        place = Place(name, good.count("\n") + 1, len(good) - (good.rfind("\n") + 1) + 1)
        reason = {"reason": "không phải chữ UTF-8", "reason_en": "it is not UTF-8 text"}
        return "", Finding(place, Code.PAGE_UNREADABLE, reason)
    if not text.strip():
        return "", Finding(Place(name), Code.PAGE_UNREADABLE, {"reason": "tệp trống", "reason_en": "it is empty"})
    return text, None
