"""The files of docs/ as texts: the only place of the domain that reads the disk."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from . import decoding, file_names
from .conventions import (
    DIGESTS_LOCK,
    DOCS,
    HISTORY_LOCK,
    LEAFLETS,
    PROVISIONS_LOCK,
    RATES,
    SYNONYMS,
    TERMS,
    TOOLS,
    TRANSLATIONS_LOCK,
    WARD,
)
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
    digests: str | None = None
    """Text of the lock of digests, or nothing when there is none."""
    rates: str | None = None
    """Text of the table of rates, or nothing when there is none."""
    tools: str | None = None
    """Text of the table of constants, or nothing when there is none."""
    synonyms: str | None = None
    """Text of the list of synonyms, or nothing when there is none."""
    leaflets: str | None = None
    """Text of the list of leaflets, or nothing when there is none."""
    ward: str | None = None
    """Text of what only the ward knows, or nothing when there is none."""
    unreadable: tuple[Finding, ...] = field(default=())
    """A finding for each Markdown file that cannot be read."""
    misnamed: Mapping[str, Finding] = field(default_factory=dict)
    """Path → finding of each file whose name, or whose folder's, cannot stand in a URL; none of them is read."""
    strays: tuple[Finding, ...] = field(default=())
    """A note for each file that is no part of the site."""

    @property
    def texts(self) -> Mapping[str, str]:
        """Path → text of everything whose words readers see."""
        beside = {RATES: self.rates, WARD: self.ward}
        return {**self.pages, **{path: text for path, text in beside.items() if text is not None}}


def read(root: Path) -> Files:
    """Return the files of the project at `root`, those that cannot be read as findings."""
    pages: dict[str, str] = {}
    assets: set[str] = set()
    unreadable: list[Finding] = []
    walked = os.walk(root / DOCS)  # unlike rglob it passes over a folder that is deleted meanwhile
    found = {
        path.relative_to(root).as_posix(): path
        for path in sorted(Path(above, name) for above, folders, names in walked for name in (*folders, *names))
    }
    strays = tuple(file_names.strays(name for name, path in found.items() if path.is_file()))
    left_out = {stray.place.path for stray in strays}
    visible = {name: path for name, path in found.items() if "/." not in name and name not in left_out}
    misnamed = file_names.check([name for name, path in visible.items() if path.is_file() or path.is_symlink()])
    for name, path in visible.items():
        if path.is_symlink():
            unreadable.append(_finding(Place(name), "link"))
        elif not path.is_file() or name in misnamed:
            continue
        elif path.suffix == ".md":
            text = _text(path, name)
            if isinstance(text, Finding):
                unreadable.append(text)
            else:
                pages[name] = text
        else:
            assets.add(name)
    first = (PROVISIONS_LOCK, HISTORY_LOCK, TRANSLATIONS_LOCK, TERMS, DIGESTS_LOCK)
    names = (*first, RATES, SYNONYMS, WARD, LEAFLETS, TOOLS)
    texts = (_kept(root / name, name, unreadable) for name in names)
    lock, history, made_from, terms, digests, rates, synonyms, ward, leaflets, tools = texts
    return Files(
        pages,
        frozenset(assets),
        lock=lock,
        history=history,
        translations=made_from,
        terms=terms,
        digests=digests,
        rates=rates,
        tools=tools,
        synonyms=synonyms,
        ward=ward,
        leaflets=leaflets,
        unreadable=tuple(unreadable),
        misnamed=misnamed,
        strays=strays,
    )


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
        place = Place(name, good.count("\n") + 1, len(good) - good.rfind("\n"))
        if decoding.marked(data) is not None:
            return _finding(place, "marked", decoding.guess(data))
        likely = decoding.guess(data)
        return _finding(place, "encoding", likely) if likely else _finding(place, "bytes")
    return text if text.strip().strip("\ufeff") else _finding(Place(name), "empty")


def _finding(place: Place, kind: str, encoding: str = "") -> Finding:
    return Finding(place, Code.PAGE_UNREADABLE, {"reason": Reason(kind, {"encoding": encoding})})


def recoded(root: Path) -> Mapping[str, str]:
    """Return path → text of each Markdown file that is not UTF-8 and says by a mark at its start what it is instead."""
    found = {}
    for finding in read(root).unreadable:
        path = root / finding.place.path
        text = None if path.is_symlink() or not path.is_file() else decoding.marked(path.read_bytes())
        if text is not None and text.strip():
            found[finding.place.path] = text
    return found
