"""From the blocks of a document to its provisions."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..findings.finding import Code, Finding, Place
from ..text import plain
from .outline import Block
from .provisions import Provision

_ORDINALS = "nhất hai ba tư năm sáu bảy tám chín mười".split()
_STRUCTURES = (
    ("phan", "p", 0, re.compile(r"((?:PHẦN|Phần)\s+(?:(?:THỨ|thứ)\s+)?(\w+)[.:]?)\s*(.*)", re.DOTALL)),
    ("chuong", "c", 1, re.compile(r"((?:CHƯƠNG|Chương)\s+([IVXLC]+|\d+)[.:]?)\s*(.*)", re.DOTALL)),
    ("tieu-muc", "t", 3, re.compile(r"((?:TIỂU MỤC|Tiểu mục)\s+(\d+)[.:]?)\s*(.*)", re.DOTALL)),
    ("muc", "m", 2, re.compile(r"((?:MỤC|Mục)\s+(\d+)[.:]?)\s*(.*)", re.DOTALL)),
    ("dieu", "d", 4, re.compile(r"\**(Điều\s+(\d+[a-zđ]?)(?:\.|(?=\s*\Z)))\s*(.*)", re.DOTALL)),
    ("roman", "", 1, re.compile(r"(([IVXLC]+)[.\-–])\s+(.*)", re.DOTALL)),
    ("item", "", 2, re.compile(r"((\d+[a-z]?)[.\-–])\s+(.*)", re.DOTALL)),
)
_NAME = re.compile(r"provision=([\w-]+)")
_KEPT = re.compile(r"\.vb-[\w-]+")
_NAMED_RANK, _NUMBER_RANK, _LETTER_RANK, _DASH_RANK = 0, 5, 6, 7


@dataclass(frozen=True)
class Numbered:
    """A block and what it is in its document."""

    block: Block
    """The block as written."""
    provision: Provision | None = None
    """The provision it starts, if any; otherwise it continues one or is kept text."""
    kept: bool = False
    """Whether it is text without a number on purpose: letterhead, recipients, signature."""


@dataclass(frozen=True)
class _Mark:
    kind: str
    prefix: str
    rank: int
    number: str
    marker: str
    text: str


def number(document: str, path: str, blocks: Iterable[Block]) -> tuple[tuple[Numbered, ...], tuple[Finding, ...]]:
    """Return each block with its provision, and a finding for text that has no number or one that is taken."""
    found = list(_number(document, blocks))
    return tuple(numbered for numbered, _ in found), tuple(_findings(path, found))


def _number(document: str, blocks: Iterable[Block]) -> Iterator[tuple[Numbered, bool]]:
    stack: list[tuple[int, Provision]] = []
    counts: dict[tuple[str | None, str], int] = {}
    in_kept = False
    for block in blocks:
        name = _NAME.search(block.attributes)
        if _KEPT.search(block.attributes):
            stack, in_kept = [], True
            yield Numbered(block, kept=True), True
            continue
        mark = _Mark("named", "", _NAMED_RANK, name[1], "", block.text) if name else _mark(block, stack)
        if mark is None or (in_kept and mark.rank >= _NUMBER_RANK):
            continues = any(p.kind == "dieu" for _, p in stack) or block.table or not block.text.strip()
            yield Numbered(block, kept=in_kept), (in_kept and bool(block.marker)) or continues
            continue
        in_kept = False
        while stack and stack[-1][0] >= mark.rank:
            stack.pop()
        parent = None if mark.kind in ("named", "dieu") else (stack[-1][1] if stack else None)
        above = parent.id if parent else document
        if mark.kind in ("dash", "plus"):
            key = (above, "dash")
            counts[key] = counts.get(key, 0) + 1
            mark = _Mark(mark.kind, "", mark.rank, str(counts[key]), mark.marker, mark.text)
        outer = stack[-1][1].id if stack else None
        provision = Provision(
            id=f"{above}.{mark.prefix}{mark.number}",
            document=document,
            kind=mark.kind,
            number=mark.number,
            parent=outer,
            marker=mark.marker,
            text=mark.text,
            line=block.line,
        )
        stack.append((max(mark.rank, _LETTER_RANK) if mark.kind == "named" else mark.rank, provision))
        yield Numbered(block, provision), True


def _mark(block: Block, stack: list[tuple[int, Provision]]) -> _Mark | None:
    sign = block.marker.strip()
    in_article = any(provision.kind == "dieu" for _, provision in stack)
    if sign and sign in "-–—+•":
        kind = "plus" if sign == "+" else "dash"
        rank = _DASH_RANK + 2 * (block.indent // 4) + (kind == "plus")
        return _Mark(kind, "", rank, "", sign, block.text)
    if sign and not block.heading:
        own = sign.rstrip(".)-–")
        if own[0].isdigit():
            return _Mark("khoan", "k" if in_article else "", _NUMBER_RANK, own, sign, block.text)
        return _Mark("diem", "", _LETTER_RANK, own, sign, block.text)
    for kind, prefix, rank, pattern in _STRUCTURES:
        found = pattern.fullmatch(block.text.rstrip()) if block.heading or kind == "dieu" else None
        if found:
            text = found[3].strip().removesuffix("**") if "**" in block.text else found[3].strip()
            return _Mark(kind, prefix, rank, _arabic(found[2]) if prefix else found[2], found[1], text)
    return None


def _arabic(own: str) -> str:
    """Return a number of a Phần or Chương in digits: `II` and `thứ hai` give `2`."""
    if own.lower() in _ORDINALS:
        return str(_ORDINALS.index(own.lower()) + 1)
    if re.fullmatch("[IVXLC]+", own):
        return str(roman_value(own))
    return own


def roman_value(numeral: str) -> int:
    """Return the value of a Roman numeral in capitals (1 to 399)."""
    values = [{"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}[letter] for letter in numeral]
    return sum(-v if v < max(values[i:]) else v for i, v in enumerate(values))


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
