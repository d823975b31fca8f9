"""The slogans of the site as files: pictures to look at, and sheets for the print shop."""

import os
from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import sha256
from importlib import metadata
from pathlib import Path

from ..pages.items import Slogan, slogans
from ..pages.page import Page
from ..settings import Publisher
from . import layout, outlines, places, print_shop
from .drawings import picture
from .layout import A3, SHEETS, Sheet, poster
from .print_shop import pdf


def pictures(pages: Iterable[Page], foot: str) -> Iterator[tuple[str, str]]:
    """Yield path below the site and SVG of the posters of all slogans; the line `foot` stands at their foot."""
    for page in pages:
        made = {slogan.section.id: poster(slogan.lines, A3, foot) for slogan in _named(page)}
        if made:
            yield places.gallery(page), picture(made)
        for name, one in made.items():
            yield places.picture(name), picture({name: one})


def sheets(pages: Iterable[Page], foot: str, kept_in: Path | None = None) -> Iterator[tuple[str, bytes]]:
    """Yield path below the site and PDF of the posters and banners of all slogans.

    Those in the folder `kept_in`, if there is one, are not made anew.
    """
    for page in pages:
        for slogan in _named(page):
            for sheet in SHEETS:
                made = _kept(slogan, sheet, foot, kept_in) if kept_in else pdf(poster(slogan.lines, sheet, foot))
                yield places.print_sheet(slogan.section.id, sheet.name), made


def foot(publisher: Publisher, draft: str) -> str:
    """Return what stands at the foot of a poster: who publishes it, and `draft` until that is official."""
    return " · ".join(filter(None, (publisher.name, "" if publisher.official else draft)))


def _kept(slogan: Slogan, sheet: Sheet, foot: str, folder: Path) -> bytes:
    key = sha256(f"{_recipe()} {slogan.lines} {sheet} {foot}".encode()).hexdigest()[:32]
    path = folder / f"{key}.pdf"
    if not path.is_file():
        folder.mkdir(parents=True, exist_ok=True)
        temporary = path.with_suffix(f".{os.getpid()}")
        temporary.write_bytes(pdf(poster(slogan.lines, sheet, foot)))
        temporary.replace(path)
    return path.read_bytes()


@cache
def _recipe() -> str:
    """Return a mark of everything that decides how a slogan is drawn."""
    programs = [metadata.version(name) for name in ("pydyf", "uharfbuzz")]
    sources = [Path(str(module.__file__)).read_bytes() for module in (layout, outlines, print_shop)]
    return sha256(b"".join([*map(str.encode, programs), *sources, outlines.FONT.read_bytes()])).hexdigest()


def _named(page: Page) -> Iterator[Slogan]:
    return (slogan for slogan in slogans(page) if slogan.section.id and slogan.words.strip())
