"""What the pages of a booklet are looked at with: its contents, its heads, how full they are, what they cite."""

import re
from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import pypdf
import pypdfium2 as pdfium

from hooks.screen.interface import say

from .booklet_pdfs import outline

_HEAD = 56.7
"""Height of the margins at head and foot, in points."""
_INK = 128
_SCALE = 0.5


@dataclass(frozen=True)
class Outline:
    """The two levels of a booklet's outline, without contents, indexes and notes."""

    first: tuple[tuple[str, int], ...]
    """Title and page of each entry of the first level."""
    second: tuple[tuple[str, int], ...]
    """Title and page of each entry of the second level."""
    end: int
    """The page on which what stands after the words of its pages begins."""
    levels: frozenset[int]
    """The levels it has."""


def outline_of(path: Path, language: str) -> Outline:
    """Return the outline of a booklet."""
    words = {name: say(language, name) for name in ("contents", "index_questions", "index_articles", "booklet_notes")}
    entries = outline(path)
    after = [page for title, page, _ in entries if title in words.values() and title != words["contents"]]
    chosen = [one for one in entries if one[0] not in words.values()]
    levels: dict[int, list[tuple[str, int]]] = defaultdict(list)
    for title, page, level in chosen:
        levels[level].append((title, page))
    return Outline(tuple(levels[0]), tuple(levels[1]), min(after), frozenset(levels))


def fills(path: Path) -> list[float]:
    """Return which share of its text area each page fills: the mean of how far down its two halves reach."""
    shares = []
    for page in pdfium.PdfDocument(path):
        drawn = page.render(scale=_SCALE).to_pil().convert("L").point(lambda value: 255 if value < _INK else 0)
        top, bottom = round(_HEAD * _SCALE), drawn.height - round(_HEAD * _SCALE)
        middle = drawn.width // 2
        halves = [drawn.crop((start, top, end, bottom)) for start, end in pairwise((0, middle, drawn.width))]
        reached = [half.getbbox()[3] if half.getbbox() else 0 for half in halves]
        shares.append(sum(reached) / 2 / (bottom - top))
    return shares


def cited_on(path: Path) -> dict[tuple[str, str], set[int]]:
    """Return id of a law and number of an article → the pages from which links lead to it or to a part of it."""
    found: dict[tuple[str, str], set[int]] = defaultdict(set)
    for number, page in enumerate(pypdf.PdfReader(path).pages, 1):
        for note in page.get("/Annots", ()):
            link: Any = note.get_object()
            target = str(link.get("/Dest", "")) or str(link.get("/A", {}).get("/URI", ""))
            if article := re.search(r"(?:#|^c\d+-)([a-z0-9]+)-d(\d+[a-z]?)(?:-|$)", target):
                found[article[1], article[2]].add(number)
    return found
