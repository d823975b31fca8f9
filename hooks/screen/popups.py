"""What opens over a page: the words behind a citation and, in the preview, the list of findings."""

import re
from collections.abc import Iterable, Mapping
from functools import partial

from ..content.parts import cells
from ..documents.provisions import anchor
from ..findings.finding import Finding
from ..findings.wording import sentences
from ..handbook import Handbook
from ..text import plain
from .interface import say
from .labels import short_citation
from .templates import render


def popup(cited: str, handbook: Handbook, language: str) -> str:
    """Return a `<template>` with the words that a known id names, in `language` or, where it has none, the original."""
    registry = handbook.registry
    document = registry.document_of(cited)
    digest, entry = registry.digest_of(cited), registry.entries.get(cited)
    words_in = language if language in document.texts else "vi"
    text = document.texts.get(words_in)
    paragraphs: list[str] = []
    if text and "." in cited:
        paragraphs = [" ".join(text.own_words[one].split()) for one in text.within(cited) if one in text.own_words]
    elif digest and digest.report and not entry:
        paragraphs, words_in = [digest.source.title if digest.source else ""], "vi"
    elif "." not in cited:
        paragraphs, words_in = [say(language, f"text_{document.held}")], language
    return render(
        "popup.html.j2",
        anchor=anchor(cited),
        label=short_citation(handbook.registry, cited, language),
        paragraphs=paragraphs,
        foreign="" if words_in == language else words_in,
        told=told_paragraphs(entry.in_language(language).words) if entry else (),
        told_foreign="" if not entry or language in entry.texts else "vi",
        told_label=say(language, "told_report" if digest and digest.report else "told_digest"),
    )


def told_paragraphs(markdown: str) -> list[str]:
    """Return the plain words of an entry, a paragraph, item or row of a table each."""
    parts = re.split(r"\n\s*\n|\n(?=\s*(?:[-*+]|\d+[.)])\s)|\n(?=\|)", markdown.strip())
    words = (" ".join(plain(_row(part) if part.startswith("|") else part).split()) for part in parts)
    return [part for part in words if part]


def _row(part: str) -> str:
    """Return the cells of a row of a table as words; the line between head and body has none."""
    words = cells(part)
    return "" if not "".join(words).strip("-: ") else "; ".join(filter(None, words))


def summary(here: Iterable[Finding], elsewhere: Mapping[str, int], language: str, explanation: str) -> str:
    """Return the preview's list of findings: those of this page, and how many each other file has."""
    listed = [
        {
            "place": finding.place,
            "code": finding.code,
            **dict(zip(("problem", "hint"), sentences(finding, language), strict=True)),
        }
        for finding in here
    ]
    return render(
        "findings.html.j2",
        t=partial(say, language),
        here=listed,
        elsewhere=elsewhere,
        elsewhere_count=sum(elsewhere.values()),
        explanation=explanation,
    )
