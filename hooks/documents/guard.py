"""What can go silently wrong with the text of a document: each a finding at its line, with its remedy.

Numbers that do not follow each other, parts and articles swallowed by other text, quotation marks without their pair,
recipients and signatures among the provisions, lines broken by paper.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ..findings.finding import Code, Detail, Finding, Place, Reason
from . import markers
from .numbering import Numbered
from .provisions import Provision

_COUNTED = frozenset(
    {"phan", "chuong", "muc", "tieu-muc", "dieu", "letter", "roman", "item", "khoan", "diem", "phu-luc", "mau"}
)
_PART = re.compile(r"(?P<kind>Điều|Chương|Mục|CHƯƠNG|MỤC)\s+(?P<number>\d+[a-zđ]?|[IVXLC]+)\b[ .:,–-]*(?P<rest>.*)")
_WITHIN = re.compile(
    r"(?<=[.;:!?”A-ZĐÀ-Ý\u1ea0-\u1ef9])\s+\**(?P<words>(?P<kind>Điều|Chương)\s+(?P<number>\d+[a-zđ]?|[IVXLC]+)\b(?P<rest>.*))"
)
_KINDS = {"điều": "dieu", "chương": "chuong", "mục": "muc"}
_CLOSING = re.compile(r"(?:Lưu\s*:?\s*(?:VT|Văn thư)|Như trên\b|Như Điều \d+|\(?(?:để )?b/c\b)", re.IGNORECASE)
_NO_END = re.compile(r"[\w,)]\Z")


def check(path: str, blocks: Sequence[Numbered]) -> Iterator[Finding]:
    """Yield what looks wrong in the numbered text of a document."""
    yield from _sequences(path, blocks)
    yield from _quotations(path, blocks)
    yield from _closing(path, blocks)
    yield from _wrapped(path, blocks)


def _sequences(path: str, blocks: Sequence[Numbered]) -> Iterator[Finding]:
    """Yield numbers that leap or do not fit, at the line of what was swallowed where that is found."""
    last: dict[tuple[str, str, str], str] = {}
    came: dict[tuple[str, str, str], int] = {}
    seen: set[str] = set()
    for at, numbered in enumerate(blocks):
        provision = numbered.provision
        if provision is None or provision.kind not in _COUNTED or provision.id in seen:
            continue
        seen.add(provision.id)
        row = _row(provision)
        before = last.get(row)
        last[row] = provision.number
        if provision.kind == "dieu" and not before and row[0] == provision.document and len(seen) < 4:
            pass  # an extract may begin with any article
        elif not _fits(provision, before):
            swallowed = _swallowed(path, blocks[came.get(row, 0) : at + 1], provision, before)
            yield swallowed or _gap(path, numbered, provision, before)
        came[row] = at
    yield from _not_taken(path, blocks, last)


def _row(provision: Provision) -> tuple[str, str, str]:
    """Return what a number is counted in: articles run through a document or an annex, others in what they stand in."""
    above = provision.id.rpartition(".")[0]
    style = provision.marker.strip("*").rstrip()[-1:] if provision.kind == "khoan" else ""
    return above, provision.kind, "/" if style in "/)" and style else ""


def _fits(provision: Provision, before: str | None) -> bool:
    if provision.kind in ("phu-luc", "mau") and before is None:
        return True
    if provision.kind == "diem" and (before, provision.number) == ("d", "e") and ".d" not in provision.id[:-2]:
        return True  # plans and letters often leave đ out; laws never do
    return not provision.number or markers.follows(before or None, provision.number)


def _gap(path: str, numbered: Numbered, provision: Provision, before: str | None) -> Finding:
    place = Place(path, numbered.block.line, numbered.block.indent + 1)
    named = provision.marker.strip("*. ") or provision.number
    details: dict[str, Detail] = {"before": before or Reason("gap-start"), "after": named}
    return Finding(place, Code.DOCUMENT_GAP, details)


def _swallowed(path: str, since: Sequence[Numbered], provision: Provision, before: str | None) -> Finding | None:
    """Return where the number that is missing stands inside other text, if it does."""
    if provision.kind not in ("dieu", "chuong", "muc"):
        return None
    for numbered in since:
        for line, column, kind, number, words in _parts_inside(numbered):
            wanted = markers.arabic(number) if kind != "dieu" else number
            if kind == provision.kind and wanted != provision.number and markers.follows(before or None, wanted):
                return Finding(Place(path, line, column), Code.DOCUMENT_SWALLOWED, {"words": words})
    return None


def _not_taken(path: str, blocks: Sequence[Numbered], last: dict[tuple[str, str, str], str]) -> Iterator[Finding]:
    """Yield what looks like the article or chapter after the very last one, but stands inside other text."""
    for wanted in ("dieu", "chuong"):
        begun = [at for at, one in enumerate(blocks) if one.provision and one.provision.kind in (wanted, "phu-luc")]
        ends = next((number for (_, kind, _), number in reversed(last.items()) if kind == wanted), None)
        for numbered in blocks[begun[-1] :] if begun and ends else ():
            for line, column, kind, number, words in () if numbered.kept else _parts_inside(numbered):
                if kind == wanted and markers.follows(ends, markers.arabic(number)):
                    yield Finding(Place(path, line, column), Code.DOCUMENT_SWALLOWED, {"words": words})


def _parts_inside(numbered: Numbered) -> Iterator[tuple[int, int, str, str, str]]:
    """Yield line, column, kind, number and words of what looks like the beginning of a part inside a block."""
    block = numbered.block
    for at, line in enumerate(block.text.split("\n")):
        own = at == 0 and numbered.provision is not None and numbered.provision.kind in ("dieu", "chuong", "muc")
        found = None if own else _PART.match(markers.bare(line.lstrip('“"')))
        if found and (found["rest"][:1].isupper() or not found["rest"]):
            yield block.line + at, 1, _KINDS[found["kind"].lower()], found["number"], " ".join(line.split()[:6])
        for inner in _WITHIN.finditer(line):
            rest = inner["rest"].lstrip(" .:-–")
            if rest[:1].isupper() or not rest:
                words = " ".join(inner["words"].split()[:6])
                yield block.line + at, inner.start("words") + 1, _KINDS[inner["kind"].lower()], inner["number"], words


def _quotations(path: str, blocks: Sequence[Numbered]) -> Iterator[Finding]:
    """Yield blocks whose quotation marks have no pair, and quotations that run over an article of the document."""
    for numbered in blocks:
        depth, opened = 0, (0, 0)
        for at, line in enumerate(numbered.block.text.split("\n")):
            for found in re.finditer("[“”]", line):
                if found[0] == "“":
                    opened = (at, found.start()) if depth == 0 else opened
                    depth += 1
                elif depth:
                    depth -= 1
                else:
                    yield _unpaired(path, numbered, at, found.start())
        if depth:
            yield _unpaired(path, numbered, *opened)


def _unpaired(path: str, numbered: Numbered, at: int, column: int) -> Finding:
    line = numbered.block.text.split("\n")[at]
    words = " ".join(line[column : column + 40].split()[:5])
    return Finding(Place(path, numbered.block.line + at, 1), Code.DOCUMENT_QUOTATION, {"words": words})


def _closing(path: str, blocks: Sequence[Numbered]) -> Iterator[Finding]:
    """Yield recipients and signatures that stand among the provisions."""
    begun: Numbered | None = None
    seen = False
    for numbered in blocks:
        provision = numbered.provision
        if numbered.kept and numbered.role == "vb-cuoi" and seen:
            begun = begun or numbered
        elif provision and provision.kind in ("phu-luc", "mau", "named"):
            begun = None
        elif provision and begun:
            words = " ".join(begun.block.text.split()[:6])
            yield Finding(Place(path, begun.block.line), Code.DOCUMENT_CLOSING, {"words": words})
            begun = None
        if provision:
            seen = True
            if provision.kind in ("dash", "khoan") and _CLOSING.match(provision.text) and len(provision.text) < 60:
                words = " ".join(numbered.block.text.split()[:6])
                yield Finding(Place(path, numbered.block.line), Code.DOCUMENT_CLOSING, {"words": words})


def _wrapped(path: str, blocks: Sequence[Numbered]) -> Iterator[Finding]:
    """Yield the first line that ends where the paper ended, and how many there are; one alone is somebody's own."""
    found: list[int] = []
    before = ""
    for numbered in blocks:
        block = numbered.block
        if numbered.kept or block.table or not block.text.strip():
            before = "" if numbered.kept or block.table else before
            continue
        lines = block.text.split("\n")
        broken = [block.line + at + 1 for at, pair in enumerate(pairwise(lines)) if _broken(*pair)]
        found += broken if len(broken) > 1 else []
        if not block.marker and not numbered.provision and _broken(before, lines[0]):
            found.append(block.line)
        before = lines[-1] if not block.attributes else ""
    if found:
        yield Finding(Place(path, min(found)), Code.DOCUMENT_WRAPPED, {"count": str(len(found))})


def _broken(one: str, other: str) -> bool:
    return bool(_NO_END.search(one.rstrip())) and other.lstrip()[:1].islower()
