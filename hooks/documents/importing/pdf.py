"""A PDF with text as lines by page, without heads and numbers of pages; a scan or a locked file is refused."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from ...findings.finding import Reason
from ..official.readers import UnreadableError
from .source import Line, Source, letters

_LEAST_LETTERS = 20
"""A page with fewer and with a picture on it is a scan."""
GAZETTE = re.compile(r"\s*CÔNG BÁO/Số \d.*", re.IGNORECASE)
"""Head of a page of the official gazette."""
_NUMBER = re.compile(r"\s*[-–]?\s*\d{1,4}\s*[-–]?\s*")
STAMP = re.compile(r"\s*(?:Ký bởi|Cơ quan|Ngày ký|Thời gian ký|Người ký|Email)\s*:")
"""Lines that an electronic signature prints on a page."""
_PICTURE = 3
"""Kind of an object in pdfium."""
_NOTE = re.compile(r"\[?(\d{1,3})\]?\s(?=\S)")
_RAISED = 0.8
"""Figures smaller than this share of their line's letters refer to a note."""
_Sized = tuple[float, str]
"""Size of the letters of a line in points, and its words."""
_EDGE = 4


def read(path: Path, progress: Callable[[int, int], None] = lambda done, of: None) -> Source:
    """Return the lines of a PDF, or raise `UnreadableError` naming the pages that have none.

    `progress` is told how many pages are read, and how many there are.
    """
    import pypdfium2

    try:
        with pypdfium2.PdfDocument(path) as document:
            texts, scanned = [], []
            for number, page in enumerate(document, 1):
                texts.append(list(_sized(page.get_textpage())))
                words = "".join(line for _, line in texts[-1] if not GAZETTE.fullmatch(line))
                if len(letters(words)) < _LEAST_LETTERS and any(page.get_objects([_PICTURE], max_depth=3)):
                    scanned.append(number)
                progress(number, len(document))
    except pypdfium2.PdfiumError as error:
        locked = "assword" in str(error) or "ecurity" in str(error)
        raise UnreadableError(Reason("official-locked" if locked else "official-broken")) from None
    if scanned or not any(letters(line) for page in texts for _, line in page):
        pages = ", ".join(map(str, scanned)) or f"1–{len(texts)}"
        raise UnreadableError(Reason("import-scan", {"pages": pages}))
    return _without_heads(texts)


def _sized(page: Any) -> Iterator[_Sized]:
    """Yield the lines of a page with the size of their letters; small raised figures stand in brackets, `[1]`."""
    import pypdfium2.raw

    text, at = page.get_text_range(), 0
    for raw in text.split("\n"):
        sizes = [
            pypdfium2.raw.FPDFText_GetFontSize(page, at + place) if not letter.isspace() else 0.0
            for place, letter in enumerate(raw)
        ]
        at += len(raw) + 1
        size = max(sizes, default=0.0)
        words, raised = "", False
        for letter, own in zip(raw, sizes, strict=True):
            small = letter.isdigit() and own < _RAISED * size
            words += ("[" if small and not raised else "]" if raised and not small else "") + letter
            raised = small
        yield round(size, 1), (words + ("]" if raised else "")).rstrip("\r").replace("\x02", "-").replace("\ufffe", "-")


def _without_heads(pages: list[list[_Sized]]) -> Source:
    """Return the text without heads of pages and stamps; notes at the foot of pages follow behind it, `[1] …`."""
    edges = Counter(words.strip() for page in pages for _, words in {*page[:_EDGE], *page[-_EDGE:]} if words.strip())
    repeated = {line for line, count in edges.items() if count > max(len(pages) / 2, 2)}
    letters_of = Counter[float]()
    for size, words in (line for page in pages for line in page):
        letters_of[size] += len(words)
    body = letters_of.most_common(1)[0][0]
    kept: list[Line] = []
    notes: list[Line] = []
    dropped: list[Line] = []
    last = 0
    for number, page in enumerate(pages, 1):
        stamped = False
        ours: list[tuple[float, Line]] = []
        for at, (size, words) in enumerate(page):
            reference = words.strip().isdigit() and size < _RAISED * body
            line = Line(f"[{words.strip()}]" if reference else " ".join(words.split()), number)
            at_edge = min(at, len(page) - 1 - at) < _EDGE
            stamp = bool(STAMP.match(words)) and (stamped or words.lstrip().startswith("Ký bởi"))
            stamped = stamp
            head = line.text in repeated or GAZETTE.fullmatch(words) or _NUMBER.fullmatch(words)
            if line.text and not reference and (stamp or (at_edge and head)):
                dropped.append(line)
            else:
                ours.append((size, line))
        foot = _foot(ours, body, going_on=bool(notes))
        kept += [line for _, line in ours[:foot]]
        for _, line in ours[foot:]:
            found = _NOTE.match(line.text)
            last += bool(found and int(found[1]) == last + 1)
            begins = found is not None and int(found[1]) == last and found[0][0] != "[" and line is ours[foot][1]
            notes.append(replace(line, text=f"[{last}] {line.text[found.end() :]}") if begins and found else line)
    return Source((*kept, *notes), tuple(dropped), paper=True)


def _foot(lines: list[tuple[float, Line]], body: float, *, going_on: bool) -> int:
    """Return where the notes at the foot of a page begin: lines in smaller letters, the first with its number."""
    start = len(lines)
    while start and (not lines[start - 1][1].text or lines[start - 1][0] <= body - 1):
        start -= 1
    while start < len(lines) and not (_NOTE.match(lines[start][1].text) or (going_on and lines[start][1].text)):
        start += 1
    return start
