"""The notes of a page: what it cites in short, once by its official name; for sheets, and for copying from popups."""

from collections.abc import Iterable
from functools import partial

from ..documents.registry import Registry
from .interface import say
from .labels import sources
from .templates import render


def notes(registry: Registry, cited: Iterable[str], language: str) -> str:
    """Return the notes on the documents of known ids as HTML; nothing where all are called as they are officially."""
    named = list(sources(registry, cited, language))
    return render("document-notes.html.j2", t=partial(say, language), sources=named).strip() if named else ""
