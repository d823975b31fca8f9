"""The version of a page: a fingerprint of its author's published words, and of nothing the build adds to them."""

import re
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass

from ..text import heading, mark, normalise, plain
from .model import Page
from .parts import Piece

LENGTH = 8
"""Hexadecimal digits of a version."""

_BLANK_CITATION = re.compile(r"\[\s*\]\(cite:([^()\s]+)\)")


@dataclass(frozen=True)
class Part:
    """A heading with the words under it."""

    title: str
    """Its plain words; empty for what stands before the first heading."""
    mark: str
    """Fingerprint of all its words."""


@dataclass(frozen=True)
class Version:
    """The words of a page as they are now."""

    id: str
    """Eight hexadecimal digits."""
    parts: tuple[Part, ...]
    """Its sections in order."""


def version(page: Page) -> Version:
    """Return the version of a page."""
    starts = [page.front.body_at, *(at for at, _ in page.headings)]
    titles = ["", *(heading(title) for _, title in page.headings)]
    pieces = deque(piece for piece in page.pieces if piece.kind != "literal")
    parts = []
    for title, at, end in zip(titles, starts, [*starts[1:], len(page.text)], strict=True):
        if page.text[at:end].strip():
            parts.append(Part(title, _mark(_words(page.text, at, end, pieces))))
    record = _record(page)
    if record:
        parts.append(Part("", _mark(normalise(record))))
    return Version(_mark(" ".join(part.mark for part in parts)), tuple(parts))


def _words(text: str, at: int, end: int, pieces: deque[Piece]) -> str:
    """Return what people read between two offsets; a citation without words is known by its id, code stays as it is.

    The pieces before `end` are taken from `pieces`.
    """
    shown, prose = [], ""
    while pieces and pieces[0].at < end:
        piece = pieces.popleft()
        prose += text[at : piece.at]
        if piece.kind in ("code", "fence"):
            shown += [_plain(prose), text[piece.at : piece.end]]
            prose = ""
        at = piece.end
    return normalise(" ".join([*shown, _plain(prose + text[at:end])]))


def _plain(markdown: str) -> str:
    return plain(_BLANK_CITATION.sub(r"\1", markdown))


def _mark(normalised: str) -> str:
    return mark(normalised)[:LENGTH]


def _record(page: Page) -> str:
    """Return the record that the page of a document shows, as words."""
    record = page.front.values.get("document")
    return _flat(record) if isinstance(record, Mapping) else ""


def _flat(value: object) -> str:
    if isinstance(value, Mapping):
        return " ".join(f"{key} {_flat(value[key])}" for key in sorted(value, key=str))
    if isinstance(value, list | tuple):
        return " ".join(_flat(one) for one in value)
    return str(value)
