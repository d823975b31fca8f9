"""What the frame around a page shows: menu, path, assets, and the words of the interface."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial

from markupsafe import escape

from ..content.model import TOOL_NAMES, Page
from ..conventions import ABOUT_PAGE, DATA_PAGE, EDITING_PAGE, INDEX, LOOKUP_PAGE, SEARCH_PAGE
from ..settings import LANGUAGES
from .assets import Assets
from .imprint import Imprint
from .interface import say
from .moved import Arrival
from .navigation import Entry
from .urls import Urls

_SHOWN = frozenset({"theme", "topic", "qa", "overview", "slogans", "picture"})
"""Kinds of page that can be shown on a projector, beside the official texts."""
_FOOT = (ABOUT_PAGE, LOOKUP_PAGE, DATA_PAGE, EDITING_PAGE)
"""Pages the foot of every page leads to, where they exist."""
_AROUND = 12
"""How many neighbours of a page the menu lists on either side, so that it does not grow with the site."""


@dataclass(frozen=True)
class Link:
    """An entry of the menu as one page shows it."""

    title: str
    """Its words, as HTML."""
    url: str
    """Its URL below the site."""
    current: bool = False
    """Whether it is the page itself."""
    children: tuple["Link", ...] = ()
    """What is unfolded below it."""


@dataclass(frozen=True)
class Frame:
    """Everything the templates of the frame need beside what MkDocs gives them."""

    language: str
    """Language of the interface."""
    t: Callable[..., str] = field(compare=False)
    """Gives the words of the interface."""
    start: str
    """URL of the language's home page."""
    starts: Mapping[str, str]
    """Language → URL of its home page, where there is no same page in it."""
    search: str
    """URL of the page that helps to find things."""
    search_files: tuple[str, ...] = field(compare=False)
    """URLs of what is searched: the index, and the rest of the index. They change with each word of the site."""
    style: str
    """URL of the style sheet of the screen."""
    paper: str
    """URL of the style sheet of paper."""
    script: str
    """URL of the script of this language."""
    tool_scripts: Mapping[str, str]
    """Name of a tool → URL of its script."""
    page_styles: Mapping[str, str]
    """URLs of the style sheets that only some pages need, by the prefix of the inserts or the form that needs them."""
    page_papers: Mapping[str, str]
    """URLs of their style sheets of paper."""
    fonts: tuple[str, ...]
    """URLs of the font files that the first screen needs."""
    icon: str
    """URL of the picture in the browser's tab."""
    tool: str = ""
    """Name of the tool that the page has."""
    own_styles: tuple[str, ...] = ()
    """URLs of the style sheets that this page needs beside that of all pages."""
    own_papers: tuple[str, ...] = ()
    """The same for paper."""
    entries: tuple[Link, ...] = ()
    """The menu, unfolded where the page stands."""
    path: tuple[Link, ...] = ()
    """Home page and folders above the page."""
    foot: tuple[Link, ...] = ()
    """Links at the foot of the page."""
    kind: str = "reference"
    """Kind of the page."""
    home: bool = False
    """Whether it is the home page."""
    shown: bool = False
    """Whether it can be shown on a projector."""
    imprint: Imprint | None = None
    """What it says of itself."""
    pdf: bool = False
    """Whether it gets a PDF in this build."""
    moved: tuple[Arrival, ...] = ()
    """Where sections are now that stood on the page before."""
    cards: str = ""
    """Folder of the cards of the language below the site."""
    linked_data: str = ""
    """What it says of itself to search engines."""
    feed: str = ""
    """URL of the feed of changes below the site, where the page tells of it."""
    embedded: tuple[str, ...] = ()
    """Ids of its questions that other sites can show."""


def site_frame(
    language: str, entries: tuple[Entry, ...], assets: Assets, indexes: tuple[str, ...], urls: Urls
) -> Frame:
    """Return the frame that all pages of a language share, and pages of no file (404) have."""
    link = partial(_link, language=language, urls=urls)
    every = {entry.key: entry for entry in _walk(entries)}
    return Frame(
        language=language,
        t=partial(say, language),
        start=link(Entry("", INDEX)).url,
        starts={one: urls.site(INDEX, one) or "." for one in LANGUAGES},
        search=link(Entry("", SEARCH_PAGE)).url,
        search_files=indexes,
        style=assets.style,
        paper=assets.paper,
        script=assets.scripts[language],
        tool_scripts={name: url for (name, of), url in assets.tools.items() if of == language},
        page_styles=assets.page_styles,
        page_papers=assets.page_papers,
        fonts=assets.preloaded,
        icon=assets.icon,
        entries=tuple(link(entry) for entry in entries),
        foot=tuple(link(every[key]) for key in _FOOT if key in every),
    )


def page_frame(frame: Frame, page: Page, menu: Entry, imprint: Imprint, urls: Urls) -> Frame:
    """Return the frame of one page."""
    link = partial(_link, language=frame.language, urls=urls)
    above = list(_above(menu, page.key))
    home = page.key == INDEX
    asked = {imprint.form, *(name.partition("-")[0] for name, _ in page.inserts)}
    start = [entry for entry in menu.children if entry.key == INDEX and not home]
    return replace(
        frame,
        entries=_unfolded(menu, page.key, link),
        path=tuple(link(entry) for entry in [*start, *above]),
        kind="home" if home else page.metadata.kind,
        home=home,
        imprint=imprint,
        own_styles=tuple(url for name, url in frame.page_styles.items() if name in asked),
        own_papers=tuple(url for name, url in frame.page_papers.items() if name in asked),
        tool=next((name for name in TOOL_NAMES if f"tool-{name}" in dict(page.inserts)), ""),
        shown=not home and (page.full_text or page.metadata.kind in _SHOWN),
    )


def _link(entry: Entry, current: bool = False, children: tuple[Link, ...] = (), *, language: str, urls: Urls) -> Link:
    return Link(escape(entry.title), urls.site(entry.key, language) or ".", current, children)


def _unfolded(menu: Entry, key: str, link: Callable[..., Link]) -> tuple[Link, ...]:
    at = menu.places.get(key)
    near = menu.children if at is None else menu.children[max(at - _AROUND, 0) : at + _AROUND + 1]
    return tuple(
        link(entry, entry.key == key, _unfolded(entry, key, link) if key == entry.key or key in entry.places else ())
        for entry in near
    )


def _above(menu: Entry, key: str) -> tuple[Entry, ...]:
    at = menu.places.get(key)
    entry = None if at is None else menu.children[at]
    return (entry, *_above(entry, key)) if entry and entry.children and entry.key != key else ()


def _walk(entries: tuple[Entry, ...]) -> list[Entry]:
    return [one for entry in entries for one in (entry, *_walk(entry.children))]
