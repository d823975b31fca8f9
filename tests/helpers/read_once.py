"""The real files read and judged once, however often they are judged again beside one that is changed.

Checks are pure: given equal arguments they find the same. So whatever a check said of a page the first time is taken
for what it says now, unless the page, or anything else that it is given, has changed.
"""

from collections.abc import Callable, Iterator, Mapping, Set
from contextlib import ExitStack, contextmanager
from functools import lru_cache
from typing import Any
from unittest.mock import patch

from hooks import analyse
from hooks.content import claims, ward
from hooks.content import synonyms as synonym_list
from hooks.content.checks import (
    bare_urls,
    citations,
    constants,
    drafts,
    figures,
    genres,
    grammar,
    links,
    parity,
    quotes,
    rates,
    section_ids,
    sentences,
    structure,
    supported,
    synonyms,
    terms,
)
from hooks.content.checks.supported import StatedFigures
from hooks.content.parse import page as reader
from hooks.documents.registry import Registry
from hooks.locks import digests, history, passages, translations

from . import random_edits

_OF_PAGES = (
    (bare_urls, "check"),
    (citations, "check"),
    (constants, "check_page"),
    (drafts, "check"),
    (figures, "check"),
    (genres, "check"),
    (grammar, "check"),
    (grammar, "headings"),
    (links, "check"),
    (parity, "compare"),
    (passages, "passages"),
    (quotes, "check"),
    (rates, "check_page"),
    (section_ids, "check"),
    (sentences, "check"),
    (structure, "check"),
    (terms, "check"),
    (ward, "check"),
    (analyse, "version"),
)
"""What is worked out for each page: a module, and its function, whose first argument is the page."""
_OF_TEXTS = (
    (claims, "references"),
    (digests, "claims_mark"),
    (digests, "read"),
    (history, "read"),
    (supported, "keys_of"),
    (synonym_list, "read"),
    (synonyms, "run_together"),
    (terms, "read"),
    (translations, "read"),
)
"""What is worked out of texts alone."""


@contextmanager
def unchanged_files() -> Iterator[None]:
    """Let every analysis take over what the first one, of the real files, found out; a changed page is read anew."""
    with ExitStack() as patched:
        patched.enter_context(patch.object(reader, "read", _reading(reader.read)))
        for module, name in _OF_PAGES:
            patched.enter_context(patch.object(module, name, _as_first(getattr(module, name))))
        for module, name in _OF_TEXTS:
            patched.enter_context(patch.object(module, name, lru_cache(20_000)(getattr(module, name))))
        random_edits.judge()
        random_edits.pages()
        yield


def _as_first(work: Callable[..., Any]) -> Callable[..., Any]:
    """Return a function that gives what `work` gave the first time for a page, where all arguments are equal."""
    first: dict[str, tuple[tuple[Any, ...], Any]] = {}

    def once(page: Any, *others: Any) -> Any:
        before, found = first.get(page.path, ((), None))
        if len(before) == 1 + len(others) and all(map(_same, before, (page, *others))):
            return found
        found = work(page, *others)
        found = tuple(found) if isinstance(found, Iterator) else found
        first.setdefault(page.path, ((page, *others), found))
        return found

    return once


def _same(one: Any, other: Any) -> bool:
    """Return whether two arguments are equal; what many checks are given is compared once."""
    if one is other or type(one) is not type(other):
        return one is other
    if isinstance(one, Registry | StatedFigures | links.Tree | dict):
        return _equal(_Kept(one), _Kept(other))
    return bool(one == other)


class _Kept:
    """An object known by itself, which stays as long as it is known."""

    def __init__(self, held: Any) -> None:
        self.held = held

    def __hash__(self) -> int:
        return id(self.held)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Kept) and self.held is other.held


@lru_cache(40)
def _equal(one: _Kept, other: _Kept) -> bool:
    here, there = one.held, other.held
    if isinstance(here, StatedFigures):
        return here._unsettled == there._unsettled and _same(here._registry, there._registry)
    if isinstance(here, Registry):
        return all(getattr(here, name) == getattr(there, name) for name in ("documents", "aliases", "digests"))
    return bool(here == there)


def _reading(read: Callable[..., Any]) -> Callable[..., Any]:
    known: dict[object, Any] = {}

    def once(
        path: str,
        key: str,
        language: str,
        text: str,
        full_texts: Set[str] = frozenset(),
        rates: Mapping[str, str] | None = None,
    ) -> Any:
        asked = path, key in full_texts, tuple(sorted((rates or {}).items()))
        if random_edits.project().pages.get(path) != text:
            return read(path, key, language, text, full_texts, rates)
        if asked not in known:
            known[asked] = read(path, key, language, text, full_texts, rates)
        return known[asked]

    return once
