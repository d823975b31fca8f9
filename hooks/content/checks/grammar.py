"""What Markdown may have and a page of this site may not: readers would see what no check can judge."""

import re
from collections.abc import Iterator

from ...findings.finding import Code, Detail, Finding, Reason
from ..model import Page

_SHOWN = re.compile(r"</?[^<>\s]{1,30}|&[#\w]+;|[^\n]{1,40}")
"""What is shown of a place: a tag up to its attributes, an entity, or the beginning of the line."""
_TAG = re.compile(r"<(/?)([A-Za-z][\w-]*)")
_CODES = {
    "html": Code.HTML_RAW,
    "comment": Code.COMMENT_OPEN,
    "reference": Code.LINK_REFERENCE,
    "indented": Code.TEXT_INDENTED,
    "row": Code.TABLE_CELLS,
    "rows": Code.TABLE_CELLS,
    "list": Code.LIST_JOINED,
    "quotation": Code.QUOTE_UNPAIRED,
}
_REASONS = {"row": "row-cells", "rows": "rows-without-rule"}
_NO_SPACE = re.compile(r"^#{1,6}(?=[^#\s])[^\n]*", re.MULTILINE)
_ATTRIBUTES = re.compile(r"\{:?([^{}\n]*)\}")
_QUOTED = re.compile(r'"[^"]*"')


def check(page: Page) -> Iterator[Finding]:
    """Yield raw HTML and entities, comments without end, definitions of links, indented text, marks without partner.

    An element is found where it begins, and its end is not found again.
    """
    begun: list[str] = []
    for kind, at in sorted(page.foreign, key=lambda one: one[1]):
        tag = _TAG.match(page.text, at) if kind == "html" else None
        if tag and tag[1] and tag[2].lower() in begun:
            begun.remove(tag[2].lower())
            continue
        if tag and not tag[1]:
            begun.append(tag[2].lower())
        words = _SHOWN.match(page.text, at)[0].strip()  # type: ignore[index]
        details: dict[str, Detail] = {"words": words}
        if kind in _REASONS:
            details["reason"] = Reason(_REASONS[kind])
        yield Finding(page.place(at), _CODES[kind], details)


def headings(page: Page) -> Iterator[Finding]:
    """Yield lines that are meant as headings and are none, and headings whose attributes cannot be read."""
    for found in _NO_SPACE.finditer(page.masked, page.front.body_at):
        words, reason = found[0].strip()[:40], Reason("heading-space")
        yield Finding(page.place(found.start()), Code.HEADING_FORM, {"words": words, "reason": reason})
    for at, words in page.headings:
        named = [one for found in _ATTRIBUTES.finditer(words) for one in _QUOTED.sub("", found[1]).split()]
        unread = any(not one.startswith(("#", ".")) and "=" not in one for one in named)
        if unread or re.search(r"[{}]", _ATTRIBUTES.sub("", words)):
            reason = Reason("heading-braces")
            yield Finding(page.place(at), Code.HEADING_FORM, {"words": words.strip()[:40], "reason": reason})
