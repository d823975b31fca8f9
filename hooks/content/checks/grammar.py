"""What Markdown may have and a page of this site may not: readers would see what no check can judge."""

import re
from collections.abc import Iterator

from ...findings.finding import Code, Finding
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
    "quotation": Code.QUOTE_UNPAIRED,
}


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
        yield Finding(page.place(at), _CODES[kind], {"words": words})
