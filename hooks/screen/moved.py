"""Where readers of a former URL arrive: the page that took the old one over, and the new place of each section."""

from dataclasses import dataclass

from ..content.aliases import Alias
from ..content.model import Page
from ..conventions import language_folder
from ..handbook import Handbook
from ..locks.history import Past
from ..text import heading
from .imprint import Told, told
from .urls import Urls


@dataclass(frozen=True)
class Arrival:
    """A place that took a former one over."""

    former: str
    """Id of the section as it was published; nothing for the whole page."""
    title: str
    """What it is called now."""
    url: str
    """Its URL below the site."""
    language: str
    """Language of its words."""


@dataclass(frozen=True)
class MovedPage:
    """The page that stands at the URL of one that is gone."""

    key: str
    """Key of the page that is gone."""
    arrival: Arrival
    """Where its words are now."""
    canonical: str
    """Published URL of the page that has them."""
    sections: tuple[Arrival, ...]
    """Where its sections are now."""
    history: tuple[Told, ...]
    """The versions it had, the newest first."""


def sections(handbook: Handbook, key: str, language: str, urls: Urls) -> tuple[Arrival, ...]:
    """Return where the sections that stood on a page are now."""
    pages = handbook.pages[language]
    return tuple(
        _arrival(pages[one.page], one, language, urls) for one in handbook.aliases.of(key) if one.page in pages
    )


def moved_pages(handbook: Handbook, language: str, urls: Urls) -> tuple[MovedPage, ...]:
    """Return what stands at the URLs of pages that are gone."""
    found = []
    for old, key in handbook.aliases.pages.items():
        page = handbook.pages[language].get(key)
        if page is None:
            continue
        past = handbook.history.pages.get(language_folder(page.language) + old, Past())
        found.append(
            MovedPage(
                old,
                Arrival("", page.metadata.title, urls.site(key, language), page.language),
                urls.published(key, page.language),
                sections(handbook, old, language, urls),
                told(past),
            )
        )
    return tuple(found)


def _arrival(page: Page, alias: Alias, language: str, urls: Urls) -> Arrival:
    title = next((section.title for section in page.sections if section.id == alias.id), page.metadata.title)
    return Arrival(alias.section, heading(title), f"{urls.site(page.key, language)}#{alias.id}", page.language)
