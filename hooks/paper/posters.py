"""The slogans of the site as files: pictures to look at, and sheets for the print shop."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from ..pages.items import Slogan, slogans
from ..pages.page import Page
from ..settings import Publisher
from . import places
from .drawings import picture
from .kept import kept, program
from .layout import A3, SHEETS, poster
from .outlines import FONT
from .print_shop import pdf


def pictures(pages: Iterable[Page], foot: str) -> Iterator[tuple[str, str]]:
    """Yield path below the site and SVG of the posters of all slogans; the line `foot` stands at their foot."""
    for page in pages:
        slogans = {slogan.section.id: slogan.lines for slogan in _named(page)}
        if slogans:
            yield places.gallery(page), _picture(slogans, foot)
        for name, lines in slogans.items():
            yield places.picture(name), _picture({name: lines}, foot)


def _picture(slogans: Mapping[str, Sequence[str]], foot: str) -> str:
    shows = [_drawn_by(), foot, *(f"{name}|{'|'.join(lines)}" for name, lines in slogans.items())]
    return kept(shows, lambda: picture({name: poster(lines, A3, foot) for name, lines in slogans.items()}))


@cache
def _drawn_by() -> str:
    here = Path(__file__)
    return program(FONT, *(here.with_name(f"{name}.py") for name in ("outlines", "layout", "drawings")))


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
