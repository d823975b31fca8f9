"""The slogans of a page as files: pictures to look at, and PDFs of several page sizes for the print shop."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ...cache import Cache, key, program
from ...content.model import Page
from ...content.parts import Slogan
from ...screen.downloads import Download, Offer
from ...screen.interface import size
from ...screen.visual_language import SHEET
from ...settings import Publisher
from . import pdf, svg
from .glyphs import FONT
from .page_sizes import A3, PAGE_SIZES, PageSize
from .typesetting import poster

_DRAWN_BY = program(FONT, SHEET, *sorted(Path(__file__).parent.glob("*.py")), packages=("pydyf", "uharfbuzz"))


@dataclass(frozen=True)
class Posters:
    """What is made of the slogans of a page."""

    files: Mapping[str, str | bytes]
    """Path below the site → content."""
    offers: Mapping[str, Offer]
    """Id of a slogan → the files made of it."""


def attach(page: Page, foot: str, cache: Cache, *, printed: bool, bleed: float = 0) -> Posters:
    """Return the posters of all slogans of a page with the line `foot` at their foot; as PDFs too when `printed`."""
    slogans = {slogan.section.id: slogan for slogan in page.slogans if slogan.section.id and slogan.words.strip()}
    if not slogans:
        return Posters({}, {})
    gallery = f"ap-phich/{page.key.removesuffix('.md').replace('/', '-')}.svg"
    lines = {name: slogan.lines for name, slogan in slogans.items()}
    files: dict[str, str | bytes] = {gallery: _picture(lines, foot, cache)}
    offers = {}
    for name, slogan in slogans.items():
        made: dict[str, tuple[str, str | bytes]] = {}
        made[picture_path(name)] = ("poster_svg", _picture({name: slogan.lines}, foot, cache))
        for page_size in PAGE_SIZES if printed else ():
            made[pdf_path(name, page_size)] = f"poster_{page_size.name}", _pdf(slogan, page_size, foot, cache, bleed)
        files |= {path: content for path, (_, content) in made.items()}
        downloads = tuple(Download(kind, path, size(content)) for path, (kind, content) in made.items())
        offers[name] = Offer(downloads, f"{gallery}#{name}", slogan.words, A3.width, A3.height)
    return Posters(files, offers)


def foot(publisher: Publisher, draft: str) -> str:
    """Return what stands at the foot of a poster: who publishes it, and `draft` until that is official."""
    return " · ".join(filter(None, (publisher.name, "" if publisher.official else draft)))


def picture_path(slogan: str) -> str:
    """Return the path of the picture of a slogan's poster, by its id."""
    return f"ap-phich/{slogan}.svg"


def pdf_path(slogan: str, page_size: PageSize) -> str:
    """Return the path of a slogan as PDF, by its id."""
    return f"ap-phich/{slogan}-{page_size.name}.pdf"


def _picture(slogans: Mapping[str, Sequence[str]], foot: str, cache: Cache) -> str:
    def draw() -> bytes:
        return svg.picture({name: poster(lines, A3, foot) for name, lines in slogans.items()}).encode()

    return cache.get(key(_DRAWN_BY, foot, repr(slogans)), draw).decode()


def _pdf(slogan: Slogan, page_size: PageSize, foot: str, cache: Cache, bleed: float) -> bytes:
    def draw() -> bytes:
        return pdf.pdf(poster(slogan.lines, page_size, foot), bleed)

    return cache.get(key(_DRAWN_BY, foot, str(page_size), str(bleed), *slogan.lines), draw)
