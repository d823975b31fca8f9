"""A Word file (.docx) as paragraphs and tables, with the numbers that Word itself makes, insertions and footnotes.

Read from the XML (ISO/IEC 29500): python-docx leaves out text inserted under review and in content controls.
"""

import zipfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from ...findings.finding import Reason
from ..official.readers import UnreadableError
from .source import Line, Source
from .word_typefaces import by_typeface

_OLE = b"\xd0\xcf\x11\xe0"
"""How files of Word before 2007 begin, and those under a password."""
_LEFT_OUT = ("del", "moveFrom", "Fallback", "txbxContent", "footnote")
_FORMATS = {"lowerLetter": "abcdefghijklmnopqrstuvwxyz", "upperLetter": "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}


def read(path: Path, progress: Callable[[int, int], None] = lambda done, of: None) -> Source:
    """Return the text of a Word file, or raise `UnreadableError`.

    `progress` is told how many paragraphs and tables are read, and how many there are.
    """
    import docx
    from docx.opc.exceptions import PackageNotFoundError

    if path.read_bytes()[:4] == _OLE:
        raise UnreadableError(Reason("import-old-word" if path.suffix.lower() == ".doc" else "official-locked"))
    try:
        document = docx.Document(str(path))
    except (PackageNotFoundError, zipfile.BadZipFile, KeyError, ValueError, SyntaxError):
        raise UnreadableError(Reason("official-broken")) from None
    numbers = _Numbers(document)
    body = document.element.body
    lines: list[Line] = []
    for done, child in enumerate(body, 1):
        lines += _blocks([child], numbers)
        progress(done, len(body))
    notes = list(_notes(document))
    typefaces = by_typeface([body, *notes], document.styles.element)
    return Source((*lines, *_footnotes(notes)), typefaces=typefaces)


def _blocks(element: Any, numbers: "_Numbers") -> Iterator[Line]:
    for child in element:
        name = _name(child)
        if name == "p":
            words = numbers.before(child) + _words(child)
            for part in words.split("\n"):
                yield Line(" ".join(part.split()), 1, whole=True)
        elif name == "tbl":
            yield Line("", 1, tuple(_rows(child)), whole=True)
        elif name in ("sdt", "sdtContent", "ins", "smartTag", "customXml"):
            yield from _blocks(child, numbers)


def _rows(table: Any) -> Iterator[tuple[str, ...]]:
    for row in table.iter(_tag(table, "tr")):
        cells = list(row.iter(_tag(table, "tc")))
        yield tuple("\n".join(_words(p).strip() for p in cell.iter(_tag(table, "p"))).strip() for cell in cells)


def _words(paragraph: Any) -> str:
    """Return the words of a paragraph; what a reviewer took out is out, what was put in is in."""
    found: list[str] = []

    def walk(element: Any) -> None:
        for child in element:
            name = _name(child)
            if name in _LEFT_OUT:
                continue
            if name == "t":
                found.append(child.text or "")
            elif name in ("br", "cr"):
                found.append("\n")
            elif name in ("tab", "ptab"):
                found.append(" ")
            elif name == "noBreakHyphen":
                found.append("-")
            elif name == "footnoteReference":
                found.append(f"[{child.get(_tag(child, 'id'))}]")
            else:
                walk(child)

    walk(paragraph)
    return "".join(found)


def _notes(document: Any) -> Iterator[Any]:
    from lxml import etree

    for relation in document.part.rels.values():
        if relation.reltype.endswith("/footnotes"):
            yield from etree.fromstring(relation.target_part.blob)


def _footnotes(notes: Iterable[Any]) -> Iterator[Line]:
    for note in notes:
        number = note.get(_tag(note, "id"))
        words = " ".join(_words(note).split())
        if words and note.get(_tag(note, "type")) is None:
            yield Line(f"[{number}] {words}", 1, whole=True)


class _Numbers:
    """The numbers that Word puts before the paragraphs of its lists."""

    def __init__(self, document: Any) -> None:
        self._counts: dict[str, list[int]] = {}
        self._levels: dict[str, dict[int, tuple[str, str, int]]] = {}
        try:
            numbering = document.part.numbering_part.element
        except (KeyError, NotImplementedError, AttributeError):
            return
        abstract = {one.get(_tag(one, "abstractNumId")): one for one in numbering if _name(one) == "abstractNum"}
        for one in numbering:
            if _name(one) == "num":
                target = next((child for child in one if _name(child) == "abstractNumId"), None)
                levels = abstract.get(target.get(_tag(target, "val"))) if target is not None else None
                if levels is not None:
                    self._levels[one.get(_tag(one, "numId"))] = dict(_levels(levels))

    def before(self, paragraph: Any) -> str:
        """Return the number of a paragraph with a space, or nothing."""
        mark = next(paragraph.iter(_tag(paragraph, "numPr")), None)
        if mark is None:
            return ""
        values = {_name(child): child.get(_tag(child, "val")) for child in mark}
        levels = self._levels.get(values.get("numId") or "", {})
        level = int(values.get("ilvl") or 0)
        if level not in levels:
            return ""
        form, pattern, first = levels[level]
        counts = self._counts.setdefault(values["numId"] or "", [0] * 9)
        counts[level] = counts[level] + 1 if counts[level] else first
        counts[level + 1 :] = [0] * (8 - level)
        if form == "bullet":
            return "- "
        for at in range(level + 1):
            own = levels.get(at, (form, "", 1))[0]
            pattern = pattern.replace(f"%{at + 1}", _written(counts[at] or 1, own))
        return f"{pattern} "


def _levels(abstract: Any) -> Iterator[tuple[int, tuple[str, str, int]]]:
    for level in abstract:
        if _name(level) == "lvl":
            values = {_name(child): child.get(_tag(child, "val")) for child in level}
            form, pattern = values.get("numFmt") or "decimal", values.get("lvlText") or ""
            yield int(level.get(_tag(level, "ilvl"))), (form, pattern, int(values.get("start") or 1))


def _written(number: int, form: str) -> str:
    if form in _FORMATS:
        return _FORMATS[form][(number - 1) % 26]
    if form.endswith("Roman"):
        pairs = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
        words = ""
        for value, sign in pairs:
            words, number = words + sign * (number // value), number % value
        return words if form == "upperRoman" else words.lower()
    return str(number)


def _name(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]


def _tag(element: Any, name: str) -> str:
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return f"{{{space}}}{name}"
