"""The slogans of the site as files: pictures to look at, and sheets for the print shop."""

from collections.abc import Iterable, Iterator

from ..pages.items import Slogan, slogans
from ..pages.page import Page
from ..settings import Publisher
from . import places
from .drawings import picture
from .layout import A3, SHEETS, poster
from .print_shop import pdf


def pictures(pages: Iterable[Page], foot: str) -> Iterator[tuple[str, str]]:
    """Yield path below the site and SVG of the posters of all slogans; the line `foot` stands at their foot."""
    for page in pages:
        made = {slogan.section.id: poster(slogan.lines, A3, foot) for slogan in _named(page)}
        if made:
            yield places.gallery(page), picture(made)
        for name, one in made.items():
            yield places.picture(name), picture({name: one})


def sheets(pages: Iterable[Page], foot: str) -> Iterator[tuple[str, bytes]]:
    """Yield path below the site and PDF of the posters and banners of all slogans."""
    for page in pages:
        for slogan in _named(page):
            for sheet in SHEETS:
                yield places.print_sheet(slogan.section.id, sheet.name), pdf(poster(slogan.lines, sheet, foot))


def foot(publisher: Publisher, draft: str) -> str:
    """Return what stands at the foot of a poster: who publishes it, and `draft` until that is official."""
    return " · ".join(filter(None, (publisher.name, "" if publisher.official else draft)))


def _named(page: Page) -> Iterator[Slogan]:
    return (slogan for slogan in slogans(page) if slogan.section.id and slogan.words.strip())
