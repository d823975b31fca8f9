"""The text of a document as nested elements, ready for a template: headings, named paragraphs, lists, kept text."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ..documents.numbering import Numbered
from ..documents.provisions import Provision
from ..documents.records import DocumentRecord
from .document_names import BLANK, date_in_words, symbol

_KEPT_CLASS = re.compile(r"\.(vb-[\w-]+)")
_LIST_KINDS = frozenset({"dash", "plus", "khoan", "diem"})
_BLANK_DATES = {"vi": re.compile(r"ngày\s+tháng\s+năm\s+\d{4}"), "en": re.compile(r"day\s+month\s+\d{4}")}


@dataclass
class Element:
    """One element of the page; children are filled in while the blocks are read."""

    kind: str
    """heading, named, list, item, kept, group or text."""
    text: str = ""
    """Its Markdown."""
    provision: Provision | None = None
    """The provision it shows, if any."""
    name: str = ""
    """Level of a heading, kind of a list, class of kept text."""
    children: list["Element"] = field(default_factory=list)
    """What stands in it."""
    original: "Element | None" = None
    """On the page of a translation, what it is translated from."""

    @property
    def paragraphs(self) -> list[str]:
        """Its Markdown, one string a paragraph; line breaks as Markdown breaks."""
        return [part.replace("\n", "  \n") for part in re.split(r"\n\s*\n", self.text) if part.strip()]


def elements(blocks: Iterable[Numbered], record: DocumentRecord, language: str) -> list[Element]:
    """Return the elements of a document in `language`; blanks of its letterhead are filled from the record."""
    root = Element("group")
    open_items: list[Element] = []
    levels: dict[str, int] = {}
    for numbered in blocks:
        block, provision = numbered.block, numbered.provision
        if not block.text.strip():
            continue
        if numbered.kept:
            open_items = []
            _kept(root, numbered, record, language)
        elif provision is None:
            target = open_items[-1] if open_items else root
            target.children.append(Element("text", block.marker + block.text))
        elif provision.kind in _LIST_KINDS:
            while open_items and open_items[-1].provision and open_items[-1].provision.id != provision.parent:
                open_items.pop()
            item = Element("item", provision.text, provision, provision.marker)
            _list(open_items[-1] if open_items else root, provision.kind).append(item)
            open_items.append(item)
        else:
            open_items = []
            if provision.kind == "named":  # on its own, and no part of the item before it
                root.children.append(Element("named", provision.text, provision))
                continue
            above = levels.get(provision.parent or "", 1)
            levels[provision.id] = len(block.marker.strip()) if block.heading else above + 1
            title, _, rest = provision.text.partition("\n") if provision.kind == "dieu" else (provision.text, "", "")
            words = " ".join(f"{provision.marker} {title}".split())
            root.children.append(Element("heading", words, provision, str(min(levels[provision.id], 6))))
            if rest.strip():
                root.children.append(Element("text", rest.strip()))
    return root.children


def _list(parent: Element, kind: str) -> list[Element]:
    """Return the items of the list at the end of `parent`, a new one where the last is of another kind."""
    if not parent.children or (parent.children[-1].kind, parent.children[-1].name) != ("list", kind):
        parent.children.append(Element("list", name=kind))
    return parent.children[-1].children


def _kept(root: Element, numbered: Numbered, record: DocumentRecord, language: str) -> None:
    block = numbered.block
    if not root.children or root.children[-1].kind != "kept":
        root.children.append(Element("kept"))
    group = root.children[-1]
    named = _KEPT_CLASS.search(block.attributes)
    role = named[1] if named else "" if block.marker and group.children else numbered.role
    if role:
        group.children.append(Element("text", _filled(block.marker + block.text, record, language), name=role))
    elif group.children:
        group.children[-1].children.append(Element("item", block.text))


def _filled(text: str, record: DocumentRecord, language: str) -> str:
    """Return letterhead text with its blank number and date shown as blanks, or as the record has them."""
    own = (record.symbol or "").rpartition("/")[2]
    if own:
        text = re.sub(rf"(?<!\S)/{re.escape(own)}", symbol(record), text)
    if record.date:
        blank = f"day {BLANK} month {BLANK} {record.date.year}"
        words = date_in_words(record.date, language) if language == "vi" or record.date.whole else blank
        text = _BLANK_DATES[language].sub(words, text)
    return text


def put_beside(translated: Iterable[Element], originals: Iterable[Element]) -> None:
    """Give each provision and each block of kept text of a translation the element it is translated from."""
    of_text = list(walk(originals))
    by_id = {element.provision.id: element for element in of_text if element.provision}
    kept = iter([element for element in of_text if element.kind == "kept"])
    for element in walk(translated):
        if element.provision:
            element.original = by_id.get(element.provision.id)
        elif element.kind == "kept":
            element.original = next(kept, None)


def walk(found: Iterable[Element]) -> Iterator[Element]:
    """Yield elements and all that stands in them."""
    for element in found:
        yield element
        yield from walk(element.children)
