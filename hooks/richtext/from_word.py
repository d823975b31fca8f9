"""The blocks of a Word file: what people would read in it with all changes accepted.

Read from its XML: python-docx leaves out what stands in tracked insertions and content controls; officials use both.
"""

import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from ..findings.finding import Reason
from .blocks import Block, Run

_HEADINGS = ("heading ", "title")
_GONE = ("del", "moveFrom", "Fallback", "txbxContent")
_TEXT = re.compile(r"https?://\S+#([\w-]+)")
_LOST = {
    "drawing": "word-lost-picture",
    "pict": "word-lost-picture",
    "footnoteReference": "word-lost-footnote",
    "commentReference": "word-lost-comment",
}


class WordError(Exception):
    """A file that is no Word file that can be read; its reason has words in messages.toml."""

    def __init__(self, reason: Reason) -> None:
        """Say why."""
        super().__init__(reason.name)
        self.reason = reason


@dataclass(frozen=True)
class WordFile:
    """What a Word file says."""

    blocks: tuple[Block, ...]
    """Its text in order."""
    text_id: str
    """Id of the text of this site that it was made from, as the URL at its foot says; nothing for any other file."""
    lost: Counter[str]
    """What is in it and cannot be taken over, by the name of how that is said, each with how many."""


def read(content: bytes) -> WordFile:
    """Return what a .docx file says; `WordError` where it cannot be read."""
    import docx
    from docx.opc.exceptions import PackageNotFoundError

    try:
        document = docx.Document(BytesIO(content))
    except (PackageNotFoundError, zipfile.BadZipFile, KeyError, ValueError):
        raise WordError(Reason("official-locked")) from None
    lost: Counter[str] = Counter()
    for element in document.element.body.iter():
        if (kind := _LOST.get(_name(element))) and not _within(element, "Fallback"):
            lost[kind] += 1
    reader = _Reader(document)
    blocks = tuple(block for block in reader.blocks(document.element.body) if block.words)
    if not blocks:
        raise WordError(Reason("empty"))
    feet = " ".join(one.text for section in document.sections for one in section.footer.paragraphs)
    found = _TEXT.search(feet)
    return WordFile(blocks, found[1] if found else "", lost)


class _Reader:
    def __init__(self, document: Any) -> None:
        self.styles = {style.style_id: str(style.name or "").lower() for style in document.styles}
        self.links = {key: one.target_ref for key, one in document.part.rels.items() if one.is_external}
        self.numbered = dict(_numbered(document))

    def blocks(self, parent: Any) -> Iterator[Block]:
        for element in parent:
            name = _name(element)
            if name == "p":
                yield self._paragraph(element)
            elif name == "tbl":
                yield from self._rows(element)
            elif name in ("sdt", "sdtContent", "customXml", "ins"):
                yield from self.blocks(element)

    def _paragraph(self, element: Any) -> Block:
        form = next((one for one in element if _name(one) == "pPr"), None)
        style = self.styles.get(_value(form, "pStyle"), "")
        runs = tuple(self._runs(element, ""))
        number = _value(form, "numId")
        if style.startswith(_HEADINGS):
            digits = "".join(filter(str.isdigit, style))
            return Block("heading", runs, int(digits or 1))
        if (number and number != "0") or style.startswith("list "):
            level = int(_value(form, "ilvl") or 0)
            return Block("item", runs, level, style == "list number" or self.numbered.get((number, level), False))
        return Block("quote" if style in ("quote", "intense quote") else "paragraph", runs)

    def _rows(self, table: Any) -> Iterator[Block]:
        for row in (one for one in table.iter() if _name(one) == "tr"):
            cells = [one for one in row.iter() if _name(one) == "tc" and not _within(one, "tc")]
            yield Block("row", cells=tuple(tuple(self._cell(cell)) for cell in cells))

    def _cell(self, cell: Any) -> Iterator[Run]:
        for paragraph in (one for one in cell.iter() if _name(one) == "p"):
            yield from self._runs(paragraph, "")
            yield Run(" ")

    def _runs(self, parent: Any, url: str) -> Iterator[Run]:
        for element in parent:
            name = _name(element)
            if name in _GONE:
                continue
            if name == "r":
                form = next((one for one in element if _name(one) == "rPr"), None)
                words = "".join(_words(element))
                if words:
                    yield Run(words, _on(form, "b"), _on(form, "i"), url)
            elif name == "hyperlink":
                target = next((value for key, value in element.attrib.items() if key.endswith("}id")), "")
                yield from self._runs(element, self.links.get(target, url))
            elif name not in ("pPr",):
                yield from self._runs(element, url)


def _words(run: Any) -> Iterator[str]:
    for element in run:
        name = _name(element)
        if name == "t":
            yield element.text or ""
        elif name in ("tab", "br", "cr"):
            yield " "
        elif name == "noBreakHyphen":
            yield "-"


def _numbered(document: Any) -> Iterator[tuple[tuple[str, int], bool]]:
    """Yield, for each level of each list of the file, whether it is numbered."""
    try:
        root = document.part.numbering_part.element
    except (KeyError, NotImplementedError):
        return
    kinds = {}
    for abstract in (one for one in root if _name(one) == "abstractNum"):
        for level in (one for one in abstract if _name(one) == "lvl"):
            kinds[_own(abstract, "abstractNumId"), int(_own(level, "ilvl") or 0)] = _value(level, "numFmt") != "bullet"
    for number in (one for one in root if _name(one) == "num"):
        for (abstract_id, depth), ordered in kinds.items():
            if abstract_id == _value(number, "abstractNumId"):
                yield (_own(number, "numId"), depth), ordered


def _name(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]


def _within(element: Any, name: str) -> bool:
    return any(_name(one) == name for one in element.iterancestors())


def _own(element: Any, name: str) -> str:
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "")


def _value(form: Any, name: str) -> str:
    """Return the value of a setting below an element, or nothing."""
    found = next((one for one in form.iter() if _name(one) == name), None) if form is not None else None
    return _own(found, "val") if found is not None else ""


def _on(form: Any, name: str) -> bool:
    found = next((one for one in form if _name(one) == name), None) if form is not None else None
    return found is not None and _own(found, "val") not in ("0", "false", "off")
