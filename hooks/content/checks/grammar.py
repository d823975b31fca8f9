"""What Markdown may have and a page of this site may not: readers would see what no check can judge."""

import re
from collections.abc import Iterator

from ...findings.finding import Code, Detail, Finding, Reason
from ..model import Page
from ..parse.misread import ATTRIBUTES

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
    "list-mark": Code.LIST_JOINED,
    "list-below": Code.LIST_JOINED,
    "attributes": Code.ATTRIBUTES_FORM,
    "quotation": Code.QUOTE_UNPAIRED,
    "box": Code.BOX_FORM,
    "strong": Code.STRONG_UNPAIRED,
}
_REASONS = {"row": "row-cells", "rows": "rows-without-rule"}
_HOW = {"list": "list-how", "list-mark": "list-mark-how", "list-below": "list-below-how"}
_ATTRIBUTES = re.compile(r"\{:?([^{}\n]*)\}")
_LONGEST = 80
"""Characters that are shown of braces."""
_CURLY = re.compile("[“”„‟«»‘’＂]")
_QUOTED = re.compile(r'"[^"]*"')


def check(page: Page) -> Iterator[Finding]:
    """Yield raw HTML and entities, comments without end, definitions of links, indented text, marks without partner.

    An element is found where it begins, and its end is not found again.
    """
    settings = page.text.startswith("---") and not page.front.body_at  # a block without end is read as text
    begun: list[str] = []
    for kind, at in sorted(page.foreign, key=lambda one: one[1]):
        if kind not in _CODES or (settings and kind not in ("html", "comment")):
            continue  # an address that makes no link: judged with the links
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
        elif kind in _HOW:
            details |= {"reason": Reason(kind), "how": Reason(_HOW[kind])}
        elif kind == "attributes":
            details |= _of_attributes(page, at)
        elif kind == "box":
            details["reason"] = _of_box(page, at)
        yield Finding(page.place(at), _CODES[kind], details)


def headings(page: Page) -> Iterator[Finding]:
    """Yield headings whose attributes cannot be read."""
    for at, words in page.headings:
        named = [one for found in _ATTRIBUTES.finditer(words) for one in _QUOTED.sub("", found[1]).split()]
        unread = any(not one.startswith(("#", ".")) and "=" not in one for one in named)
        if unread or re.search(r"[{}]", _ATTRIBUTES.sub("", words)):
            details: dict[str, Detail] = {
                "words": words.strip()[:40],
                "reason": Reason("heading-braces"),
                "how": Reason("heading-how"),
            }
            yield Finding(page.place(at), Code.HEADING_FORM, details)


def _of_attributes(page: Page, at: int) -> dict[str, Detail]:
    """Return what is shown of an attribute list that cannot be read, and why it cannot."""
    words = ATTRIBUTES.match(page.text, at)[0]  # type: ignore[index]
    shown = words if len(words) <= _LONGEST else f"{words[:_LONGEST]} …"
    inline = page.text[page.text.rfind("\n", 0, at) + 1 : at].strip() and page.text[at - 1] == " "
    if _CURLY.search(words):
        reason = "attributes-curly"
    elif inline and not page.text.startswith("#", page.text.rfind("\n", 0, at) + 1):
        reason = "attributes-apart"
    else:
        reason = "attributes-other"
    return {"words": shown, "reason": Reason(reason)}


def _of_box(page: Page, at: int) -> Reason:
    """Return why a line that is meant as the first of a box is none."""
    end = page.text.find("\n", at)
    line = page.text[at : end if end >= 0 else len(page.text)]
    start = page.text.rfind("\n", 0, at) + 1
    above = page.text[page.text.rfind("\n", 0, max(start - 1, 0)) + 1 : max(start - 1, 0)]
    if not re.match(r"(?:!!!|\?\?\?\+?)[ ]", line):
        return Reason("box-mark")
    if _CURLY.search(line):
        return Reason("box-curly")
    if above.strip():
        return Reason("box-joined")
    return Reason("box-name")
