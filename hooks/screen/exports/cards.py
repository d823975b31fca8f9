"""A question as a small page of its own, which other sites show in a frame."""

from collections.abc import Mapping, Sequence
from functools import partial

from ...content.model import Page
from ...conventions import INDEX
from ...handbook import Handbook
from ...settings import LANGUAGES
from ...text import plain
from ...unchanged import Unchanged
from ..answers import answers
from ..interface import say
from ..templates import render, state
from ..urls import Urls, folder

FOLDER = "the"
"""Folder of the cards below the site, and below that of each further language: these alone may stand in frames."""


def path(question: str, language: str) -> str:
    """Return the file of a question's card below the site.

    >>> path("q-tl-01", "en")
    'en/the/q-tl-01.html'
    """
    return f"{folder_of(language)}{question}.html"


def folder_of(language: str) -> str:
    """Return the folder of a language's cards below the site, with the slash at its end."""
    return f"{folder(language)}{FOLDER}/"


def cards(
    handbook: Handbook, urls: Urls, style: str, site_names: Mapping[str, str], unchanged: Unchanged, *, draft: bool
) -> dict[str, str]:
    """Return path below the site → HTML of the card of every question, in each language that it is written in.

    A question that took another over has its card under the former id too: frames on other sites stay filled.
    `style` is the URL of the cards' style sheet below the site; of a `draft` they say so. Those of the pages of
    `unchanged` are not made again.
    """
    found: dict[str, str] = {}
    former: dict[tuple[str, str], list[str]] = {}
    for alias in handbook.aliases.stated:
        former.setdefault((alias.page, alias.id), []).append(alias.section)
    site = (handbook.basis, urls, style, dict(site_names), draft, state())
    for language in LANGUAGES:
        for key, page in handbook.pages[language].items():
            if page.language != language or not page.questions:
                continue
            said = answers(page, handbook, unchanged)
            show = partial(_of_page, page, said, handbook, urls, style, site_names.get(language, ""), draft=draft)
            for name, card in unchanged.get(("cards", page.path), (*site, page), show).items():
                for one in (name, *former.get((key, name), ())):
                    found.setdefault(path(one, language), card)
    return found


def _of_page(
    page: Page,
    answered: Mapping[int, Sequence[str]],
    handbook: Handbook,
    urls: Urls,
    style: str,
    site_name: str,
    *,
    draft: bool,
) -> Mapping[str, str]:
    """Return id of each question of a page → its card."""
    language = page.language
    found: dict[str, str] = {}
    for question in page.questions:
        name = question.section.id
        up = "../" * path(name, language).count("/")
        found[name] = render(
            "card.html.j2",
            language=language,
            t=partial(say, language),
            title=plain(question.section.title),
            paragraphs=answered[question.section.at],
            style=up + style,
            home=up + urls.site(INDEX, language),
            question=f"{up}{urls.site(page.key, language)}#{name}",
            canonical=f"{urls.published(page.key, language)}#{name}",
            site_name=site_name,
            version=handbook.versions[page.path].id,
            draft=draft,
        )
    found.pop("", None)
    return found
