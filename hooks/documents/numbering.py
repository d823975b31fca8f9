"""From the blocks of a document to its provisions."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from ..findings.finding import Code, Finding, Place
from ..text import plain
from . import framing, markers
from .outline import Block
from .provisions import Provision
from .recognition import LETTER, NUMBER, Mark, Open

_NAME = re.compile(r"provision=([\w-]+)")
_OURNUMBER = re.compile(r"number=([\w]+)")
_KEPT = re.compile(r"\.vb-[\w-]+")
OF_LAWS = frozenset({"phan", "chuong", "muc", "tieu-muc", "dieu"})
"""Parts that only texts with articles have: what stands before the first of them is no provision."""


@dataclass(frozen=True)
class Numbered:
    """A block and what it is in its document."""

    block: Block
    """The block as written."""
    provision: Provision | None = None
    """The provision it starts, if any; otherwise it continues one or is kept text."""
    kept: bool = False
    """Whether it is text without a number on purpose: letterhead, recipients, signature."""
    role: str = ""
    """Class of kept text that has none of its own: `vb-dau` above the provisions, `vb-cuoi` below them."""


def number(document: str, path: str, blocks: Iterable[Block]) -> tuple[tuple[Numbered, ...], tuple[Finding, ...]]:
    """Return each block with its provision, and a finding for text that has no number or one that is taken."""
    found = list(_Numbering(document, tuple(blocks)).blocks())
    return tuple(numbered for numbered, _ in found), tuple(_findings(path, found))


class _Numbering:
    """One pass through the blocks of a document."""

    def __init__(self, document: str, blocks: Sequence[Block]) -> None:
        self.document = document
        self.all = blocks
        self.open = Open(document)
        self.dashes: dict[str, int] = {}

    def blocks(self) -> Iterator[tuple[Numbered, bool]]:
        """Yield each block with what it is, and whether it may stand where it does."""
        kept, role = False, ""
        head = self._head()
        for at, block in enumerate(self.all):
            name = _NAME.search(block.attributes)
            if _KEPT.search(block.attributes):
                self.open.stack, kept, role = [], True, ""
                yield Numbered(block, kept=True), True
                continue
            if not name and block.text.strip() and (at < head or self._opens(block)):
                yield Numbered(block, kept=True, role="vb-dau"), True
                continue
            closes = not name and bool(self.open.last) and not block.marker and framing.closes(block.text)
            mark = None if closes else Mark("named", "", 0, name[1], "", block.text) if name else self.open.mark(block)
            if closes:
                self.open.stack, kept, role = [], True, "vb-cuoi"
            if mark is None or (kept and mark.rank >= NUMBER):
                inside = bool(self.open.stack) or block.table or not block.text.strip()
                accounted = inside or (kept and bool(block.marker or role))
                yield Numbered(block, kept=kept, role=role if kept else ""), accounted
                continue
            kept = False
            ours = _OURNUMBER.search(block.attributes)
            mark = replace(mark, number=ours[1]) if ours else mark
            yield Numbered(block, self._provision(block, mark)), True

    def _head(self) -> int:
        """Return how many blocks stand before the first part of a law; none where the text is no law."""
        for at, block in enumerate(self.all):
            words = block.text.split("\n")[0]
            found = markers.structure(words, heading=block.heading) if block.heading or not block.marker else None
            if (found and found[0] in OF_LAWS) or (not block.marker.strip("#* ") and markers.is_article(words)):
                return at
            if found or block.heading:
                return 0
        return 0

    def _opens(self, block: Block) -> bool:
        """Return whether a block before the first provision is letterhead."""
        if self.open.last or block.marker or markers.structure(block.text.split("\n")[0]):
            return False
        return framing.opens(block.text)

    def _provision(self, block: Block, mark: Mark) -> Provision:
        leaf = mark.kind == "named" and bool(self.open.stack)
        while self.open.stack and not leaf and self.open.stack[-1][0] >= mark.rank:
            self.open.stack.pop()
        annex = next((one for _, one in self.open.stack if one.kind in ("phu-luc", "mau")), None)
        parent = None if mark.kind == "named" else self.open.stack[-1][1] if self.open.stack else None
        above = self.document if mark.kind == "named" else parent.id if parent else self.document
        if mark.kind == "dieu":
            above = annex.id if annex else self.document
        if mark.kind in ("dash", "plus"):
            self.dashes[above] = self.dashes.get(above, 0) + 1
            mark = replace(mark, number=str(self.dashes[above]))
        provision = Provision(
            id=f"{above}.{mark.prefix}{mark.number}",
            document=self.document,
            kind=mark.kind,
            number=mark.number,
            parent=parent.id if parent else None,
            marker=mark.marker,
            text=mark.text,
            line=block.line,
        )
        self.open.last[above, mark.kind] = mark.number
        if not leaf:
            self.open.stack.append((max(mark.rank, LETTER) if mark.kind == "named" else mark.rank, provision))
        return provision


def _findings(path: str, found: Iterable[tuple[Numbered, bool]]) -> Iterator[Finding]:
    first: dict[str, int] = {}
    for numbered, accounted in found:
        block, provision = numbered.block, numbered.provision
        place = Place(path, block.line, block.indent + 1)
        if not accounted:
            words = " ".join(plain(block.text).split()[:6])
            yield Finding(place, Code.DOCUMENT_UNNUMBERED, {"words": words})
        if provision and provision.id in first:
            details = {"id": provision.id, "line": str(first[provision.id])}
            yield Finding(place, Code.DOCUMENT_NUMBERED_TWICE, details)
        elif provision:
            first[provision.id] = provision.line
