"""Plain text or Markdown as lines; a table of Markdown is a table, other bars divide a letterhead into lines."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from ... import decoding
from ...findings.finding import Reason
from ..official.readers import UnreadableError
from .pdf import GAZETTE, STAMP
from .source import Line, Source

_MARKS = re.compile(r"\*\*|__|^\s*(?:#{1,6}\s+|>\s?)+|(?<!\w)\*(?=\S)|(?<=\S)\*(?!\w)|^\s*(?:```|---\s*$).*")
_RULE = re.compile(r"[|:\-\s]+")


def read(path: Path) -> Source:
    """Return the text of a file, or raise `UnreadableError` where its bytes are no Unicode."""
    data = path.read_bytes()
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        raise UnreadableError(_reason(data)) from None
    lines = [_MARKS.sub("", line).strip() for line in text.splitlines()]
    heads = set(_heads(lines))
    dropped = tuple(Line(lines[at], 1) for at in sorted(heads))
    lines = [line for at, line in enumerate(lines) if at not in heads]
    found = (found for table, of in groupby(lines, _is_row) for found in _lines(list(of), table=table))
    return Source(tuple(found), dropped)


def _reason(data: bytes) -> Reason:
    """Return what is wrong with bytes that are no Unicode, and what they look like."""
    old, likely = decoding.old_encoding(data), decoding.guess(data)
    if old:
        return Reason("typeface", {"encoding": old})
    return Reason("encoding", {"encoding": likely}) if likely else Reason("bytes")


def _heads(lines: Sequence[str]) -> Iterator[int]:
    """Yield the lines of a text copied from a gazette that are heads of its pages, their numbers and its stamps."""
    for at, line in enumerate(lines):
        if STAMP.match(line):
            yield at
        if not GAZETTE.fullmatch(line):
            continue
        yield at
        yield from (
            near for near in range(max(at - 2, 0), min(at + 3, len(lines))) if re.fullmatch(r"\d{1,4}", lines[near])
        )


def _is_row(line: str) -> bool:
    return line.startswith("|") and line.endswith("|") and len(line) > 1


def _lines(lines: Sequence[str], *, table: bool) -> Iterator[Line]:
    if table:
        cells = [
            tuple(cell.strip() for cell in line.strip("|").split("|")) for line in lines if not _RULE.fullmatch(line)
        ]
        if cells:
            yield Line("", 1, tuple(cells))
        return
    for line in lines:
        for part in line.split(" | ") if " | " in line else [line.strip("|")]:
            yield Line(" ".join(part.split()), 1)
