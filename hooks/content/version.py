"""The version of a page: a fingerprint of its author's published words, and of nothing the build adds to them."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..text import heading, mark, normalise, plain
from .model import Page

LENGTH = 8
"""Hexadecimal digits of a version."""

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_BLANK_CITATION = re.compile(r"\[\s*\]\(cite:([^()\s]+)\)")
_CODE = re.compile(
    r"^[ >]*(`{3,}|~{3,})[^\n]*\n.*?^[ >]*\1[ \t]*$|(?<!`)(`+)(?!`).+?(?<!`)\2(?!`)", re.DOTALL | re.MULTILINE
)
_HEADING = re.compile(r"#(?<=^#)#{0,5}[ \t]+(.*?)[ \t]*(?:\{[^{}\n]*\})?[ \t]*$", re.MULTILINE)


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
    body = page.text[page.front.body_at :]
    code = [found.span() for found in _code(body)]
    headings = [found for found in _HEADING.finditer(body) if not _within(code, found.start())]
    starts = [found.start() for found in headings]
    texts = [body[a:b] for a, b in zip([0, *starts], [*starts, len(body)], strict=True)]
    titles = ["", *(heading(found[1]) for found in headings)]
    record = _record(page)
    parts = [Part(title, _mark(words(text))) for title, text in zip(titles, texts, strict=True) if text.strip()]
    if record:
        parts.append(Part("", _mark(normalise(record))))
    return Version(_mark(" ".join(part.mark for part in parts)), tuple(parts))


def _within(spans: Sequence[tuple[int, int]], at: int) -> bool:
    """Return whether an offset stands in one of the spans, which are in order."""
    last = bisect_right(spans, at, key=lambda span: span[0]) - 1
    return last >= 0 and at < spans[last][1]


def words(markdown: str) -> str:
    """Return what people read of some Markdown; a citation without words is known by its id, code stays as it is."""
    pieces, at = [], 0
    for found in _code(markdown):
        pieces += [_prose(markdown[at : found.start()]), found[0]]
        at = found.end()
    return normalise(" ".join([*pieces, _prose(markdown[at:])]))


def _code(markdown: str) -> Iterator[re.Match[str]]:
    return _CODE.finditer(markdown) if "`" in markdown or "~~~" in markdown else iter(())


def _prose(markdown: str) -> str:
    return plain(_BLANK_CITATION.sub(r"\1", _COMMENT.sub("", markdown)))


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
