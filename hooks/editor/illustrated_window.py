"""A part of the editor's own page (`overrides/editor/editor.html`) as a picture in HTML: its words, and no controls."""

from collections.abc import Collection, Mapping, Sequence
from functools import cache
from pathlib import Path

from lxml import html

from ..findings.finding import Code, Finding, Severity
from ..findings.wording import sentences
from .words import words

_PAGE = Path(__file__).resolve().parents[2] / "overrides" / "editor" / "editor.html"
_NOT_SHOWN = frozenset(
    ("dialog", "choose", "mirror", "marks", "checked", "status", "preview-state", "again", "language", "fields")
)
"""Ids of what is not seen, or says nothing, while a page is open."""
_KINDS = {
    **dict.fromkeys(("button", "summary"), "button"),
    **dict.fromkeys(("textarea", "input"), "field"),
    **dict.fromkeys(("h1", "h2", "h3"), "name"),
}
"""Element → what it looks like; others by their class, where it is one of these."""
_BOXES = frozenset(("bar", "tabs", "tools", "head", "pages", "main", "preview", "body"))
_STALE = frozenset((Code.TRANSLATION_STALE, Code.TRANSLATION_UNRECORDED))
"""Findings that a button of their own settles."""


def window(
    part: str, marked: Collection[str], filled: Mapping[str, str], found: Sequence[Finding], language: str
) -> str:
    """Return the element of the editor's page that has the name or class `part` as HTML of words alone.

    The controls with the ids `marked` have a ring; `filled` has, by id, the words that the editor's script writes
    (one without any is not there), and `found` what it lists as found on the page.
    """
    elements = [one for one in _editor().iter(html.etree.Element) if part in (one.tag, one.get("class"))]
    drawn = _drawn(elements[0], marked, filled, found, language)
    return str(html.tostring(drawn, encoding="unicode"))


def word_of(control: str, language: str) -> str:
    """Return the word on a control by its id; nothing where the script writes it."""
    named = _editor().get_element_by_id(control).xpath("descendant-or-self::*[@data-word]")
    return words(language)[named[0].get("data-word")] if named else ""


@cache
def _editor() -> html.HtmlElement:
    return html.document_fromstring(_PAGE.read_bytes())


def _drawn(
    element: html.HtmlElement,
    marked: Collection[str],
    filled: Mapping[str, str],
    found: Sequence[Finding],
    language: str,
) -> html.HtmlElement:
    name, word = element.get("id", ""), element.get("data-word", "")
    looks = {_KINDS.get(element.tag, ""), *({element.tag, element.get("class")} & _BOXES)} - {"", None}
    drawn = _new("div", *sorted(looks), *(["ringed"] if name in marked else []))
    drawn.text = filled.get(name) or (words(language)[word] if word else None)
    for child in element.iterchildren(html.etree.Element):
        folded = element.tag == "details" and child.tag != "summary"
        if child.get("id") not in _NOT_SHOWN and filled.get(child.get("id"), "…") and not folded:
            drawn.append(_drawn(child, marked, filled, found, language))
    if name == "findings":
        drawn.extend(_found(one, language) for one in found)
    return drawn


def _found(finding: Finding, language: str) -> html.HtmlElement:
    """Return a finding as the editor lists it."""
    say = words(language)
    kind = say["error" if finding.severity is Severity.ERROR else "note"]
    item = _new("div", "found")
    buttons = ["explain", *(["reviewed"] if finding.code in _STALE else [])]
    item.append(_new("span", "button", words=say["line"].format(line=finding.place.line)))
    item.append(_new("strong", words=f" {kind}: "))
    item[-1].tail = f"{' '.join(sentences(finding, language))} "
    item.extend(_new("span", "button", words=say[name]) for name in buttons)
    return item


def _new(tag: str, *looks: str, words: str | None = None) -> html.HtmlElement:
    element = html.Element(tag, {"class": " ".join(f"lc-screen__{look}" for look in looks)} if looks else {})
    element.text = words
    return element
