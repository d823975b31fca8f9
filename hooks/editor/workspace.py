"""The pages on disk as the editor sees them: listed, judged with words nobody has saved yet, and saved whole."""

import threading
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from .. import files, settings
from ..analyse import analyse
from ..atomic import write_atomically
from ..commands import translations
from ..content.parse.characters import tidy
from ..conventions import DOCS
from ..documents import front_matter
from ..findings.finding import Finding, Severity, one_by_one
from ..findings.wording import sentences
from ..handbook import Handbook
from ..paper.posters.glyphs import lacking
from ..screen.urls import Urls
from ..text import mark

Asked = Mapping[str, Any]
"""What the browser asks."""
Answer = dict[str, Any]
"""What it gets."""
LONGEST = 2_000_000
"""Characters of a page that is saved: twenty times the longest there is."""


class EditError(Exception):
    """Why something was not done: the name of a message in `words.toml`, and what fills it."""

    def __init__(self, name: str, said: str = "") -> None:
        """Take the name, and what is said beside it."""
        super().__init__(name)
        self.name = name
        self.said = said


@dataclass(frozen=True)
class Listed:
    """A page in the list of pages."""

    path: str
    """From the project root."""
    title: str
    """What the menu calls it."""
    kind: str
    """Its kind."""
    language: str
    """vi or en."""
    errors: int
    """How many findings it has that keep it from being published."""
    notes: int
    """How many notes."""


class Workspace:
    """The project at one root; one reading at a time."""

    def __init__(self, root: Path) -> None:
        """Take the project's folder."""
        self.root = root
        self.lock = threading.RLock()
        self._last: tuple[files.Files, Handbook] | None = None

    def handbook(self) -> Handbook:
        """Return what is known of the files as they are on disk."""
        with self.lock:
            read = files.read(self.root)
            if self._last is None or self._last[0] != read:
                self._last = read, analyse(read, settings.read(self.root), lacking)
            return self._last[1]

    def pages(self) -> list[Listed]:
        """Return every page there is, and what cannot be read under its path."""
        book = self.handbook()
        errors = Counter(finding.place.path for finding in one_by_one(book.errors))
        every = Counter(finding.place.path for finding in one_by_one(book.findings))
        found = [
            Listed(page.path, page.metadata.title or page.name, page.metadata.kind, page.language, 0, 0)
            for language, of in book.pages.items()
            for page in of.values()
            if page.language == language
        ]
        return [replace(one, errors=errors[one.path], notes=every[one.path] - errors[one.path]) for one in found]

    def text(self, path: str) -> str:
        """Return the text of a page; `EditError` where there is no such page."""
        text = files.read(self.root).pages.get(path)
        if text is None:
            raise EditError("no-page", path)
        return text

    def judged(self, path: str, text: str) -> tuple[list[Finding], int]:
        """Return what is found wrong in a page with this text, and how many errors other files have with it."""
        with self.lock:
            read = files.read(self.root)
            if path not in read.pages:
                raise EditError("no-page", path)
            if read.pages[path] == text:
                book = self.handbook()
            else:
                book = analyse(replace(read, pages={**read.pages, path: text}), settings.read(self.root), lacking)
        own = [one for one in one_by_one(book.findings) if one.place.path == path]
        told = translations.with_sentences(self.root, book, own)
        own = [told.get(one, one) for one in own]
        return sorted(own), sum(one.place.path != path for one in one_by_one(book.errors))

    def save(self, path: str, text: str, seen: str) -> str:
        """Write a page whole and return its text as it is now.

        `seen` is the digest of the text that the editor began with: if the file has another, somebody else has saved
        it, and nothing is written. `EditError`.
        """
        if not text.strip() or len(text) > LONGEST:
            raise EditError("no-text")
        with self.lock:
            if mark(self.text(path)) != seen:
                raise EditError("changed-elsewhere", path)
            whole = tidy(text).rstrip("\n") + "\n"
            write_atomically(self.root / path, whole)
            return whole

    def url(self, path: str) -> str:
        """Return where a page stands below the preview."""
        _, language, name = path.split("/", 2)
        page = next((one for one in self.handbook().pages[language].values() if one.path == path), None)
        return Urls().site(page.key if page else name, language)


def as_values(finding: Finding, language: str) -> dict[str, Any]:
    """Return a finding for the browser."""
    problem, hint = sentences(finding, language)
    return {
        "line": finding.place.line,
        "column": finding.place.column,
        "code": finding.code,
        "error": finding.severity is Severity.ERROR,
        "problem": problem,
        "hint": hint,
    }


def front_lines(path: str, text: str) -> int:
    """Return how many lines the settings at the top of a page take; 0 where they cannot be told from the text."""
    return text.count("\n", 0, front_matter.read(path, text)[0].body_at)


def is_page(path: str) -> bool:
    """Return whether a path is one that a page can have at all."""
    return path.startswith(f"{DOCS}/") and path.endswith(".md") and ".." not in path.split("/")


def language_of(asked: Asked) -> str:
    """Return the language in which whoever asks wants to be told what is wrong."""
    return "en" if asked.get("language") == "en" else "vi"
