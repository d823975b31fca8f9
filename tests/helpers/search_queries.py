"""The committed questions of readers, and whether a search answers them."""

import tomllib
from collections.abc import Callable

from playwright.sync_api import Page

from . import projects, typing_forms

_QUERIES = projects.ROOT / "tests/cases/search"
Ask = Callable[[str], list[str]]
Asked = list[tuple[str, list[str]]]
"""Queries with the addresses that answer them."""


def asked() -> dict[str, Asked]:
    """Return form → queries with their answers, from the committed set."""
    committed = tomllib.loads((_QUERIES / "queries.toml").read_text("utf-8"))
    queries = {
        form: [(typing_forms.as_typed(one["words"], form), one["answers"]) for one in committed["query"]]
        for form in typing_forms.FORMS
    }
    queries["short"] = [(one["words"], one["answers"]) for one in committed["abbreviation"]]
    return queries


def asked_in_english() -> Asked:
    """Return the English queries with their answers."""
    committed = tomllib.loads((_QUERIES / "queries.en.toml").read_text("utf-8"))
    return [(one["words"], one["answers"]) for one in committed["query"]]


def questions(name: str) -> Asked:
    """Return what people come for, in their own words, with the ids of the questions that answer it, from one file."""
    committed = tomllib.loads((_QUERIES / f"{name}.toml").read_text("utf-8"))
    return [(one["words"], one["answers"]) for one in committed["question"]]


def ask(page: Page, query: str) -> list[str]:
    """Return the addresses of the first five hits on a page that a search was opened on."""
    return list(page.evaluate("query => window.ask(query)", query))


def right(found: str, answers: list[str]) -> bool:
    """Return whether a hit is an answer, given as its address or its id, or stands below one."""
    page, _, anchor = found.partition("#")
    return any(answer in (found, page, anchor) for answer in answers)


def judged(ask: Ask, queries: Asked) -> tuple[float, float]:
    """Return recall among five and the share of right first hits, in per cent."""
    hits = [[right(found, answers) for found in ask(words) if found] for words, answers in queries]
    return (
        100 * sum(any(hit[:5]) for hit in hits) / len(hits),
        100 * sum(bool(hit and hit[0]) for hit in hits) / len(hits),
    )
