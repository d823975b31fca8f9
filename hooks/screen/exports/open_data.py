"""All that the site publishes for programs: tables, Akoma Ntoso, feeds, guides for crawlers, and cards to embed."""

from collections.abc import Mapping
from dataclasses import dataclass

from ...handbook import Handbook
from ...settings import Publisher
from ...unchanged import Unchanged
from ..urls import Urls
from . import akoma_ntoso, cards, changes, guides, tables


@dataclass(frozen=True)
class Site:
    """What is said of the site itself."""

    names: Mapping[str, str]
    """Language → its name."""
    publisher: Publisher
    """Who publishes it."""
    card_style: str
    """URL of the style sheet of cards below the site."""


def data(handbook: Handbook, urls: Urls, names: Mapping[str, str], unchanged: Unchanged) -> Mapping[str, str]:
    """Return path below the site → text of the files that the page of the data lists."""
    return {**tables.files(handbook, urls, unchanged), **akoma_ntoso.files(handbook, urls, names)}


def beside(handbook: Handbook, urls: Urls, site: Site, unchanged: Unchanged) -> Mapping[str, str]:
    """Return path below the site → text of what programs find by themselves, and of the cards."""
    draft = not site.publisher.official
    return {
        "robots.txt": guides.robots(urls),
        **guides.llms(handbook, urls, site.names, draft=draft),
        **changes.feeds(handbook, urls, site.names, site.publisher.name),
        **cards.cards(handbook, urls, site.card_style, site.names, unchanged, draft=draft),
    }
