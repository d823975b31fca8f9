"""The slogans of the site as files: pictures to look at, and sheets for the print shop."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from ..content.model import Page
from ..content.parse.items import Slogan, slogans
from ..settings import Publisher
from . import drawings, layout, outlines, places, print_shop
from .kept import kept, program
from .layout import A3, SHEETS, Sheet, poster


def pictures(pages: Iterable[Page], foot: str) -> Iterator[tuple[str, str]]:
    """Yield path below the site and SVG of the posters of all slogans; the line `foot` stands at their foot."""
    for page in pages:
        slogans = {slogan.section.id: slogan.lines for slogan in _named(page)}
        if slogans:
            yield places.gallery(page), _picture(slogans, foot)
        for name, lines in slogans.items():
            yield places.picture(name), _picture({name: lines}, foot)


def sheets(pages: Iterable[Page], foot: str) -> Iterator[tuple[str, bytes]]:
    """Yield path below the site and PDF of the posters and banners of all slogans."""
    for page in pages:
        for slogan in _named(page):
            for sheet in SHEETS:
                yield places.print_sheet(slogan.section.id, sheet.name), _sheet(slogan, sheet, foot)


def foot(publisher: Publisher, draft: str) -> str:
    """Return what stands at the foot of a poster: who publishes it, and `draft` until that is official."""
    return " · ".join(filter(None, (publisher.name, "" if publisher.official else draft)))


def _picture(slogans: Mapping[str, Sequence[str]], foot: str) -> str:
    def draw() -> bytes:
        return drawings.picture({name: poster(lines, A3, foot) for name, lines in slogans.items()}).encode()

    shows = (_drawn_by(), foot, *(f"{name}|{'|'.join(lines)}" for name, lines in slogans.items()))
    return kept(shows, draw).decode()


def _sheet(slogan: Slogan, sheet: Sheet, foot: str) -> bytes:
    shows = (_drawn_by(), foot, str(sheet), *slogan.lines)
    return kept(shows, lambda: print_shop.pdf(poster(slogan.lines, sheet, foot)))


@cache
def _drawn_by() -> str:
    sources = (str(module.__file__) for module in (drawings, layout, outlines, print_shop))
    return program(outlines.FONT, *sources, packages=("pydyf", "uharfbuzz"))


def _named(page: Page) -> Iterator[Slogan]:
    return (slogan for slogan in slogans(page) if slogan.section.id and slogan.words.strip())
