"""What stands around the words of each page: the menu, the files it loads, what its foot says."""

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from html import unescape
from typing import Any
from urllib.parse import urlsplit

from ..content.model import Page
from ..conventions import DATA_PAGE, INDEX
from ..handbook import Handbook
from ..hosting.offline import PAGE
from ..locks import history
from ..screen import frame, moved, navigation
from ..screen.assets import Assets
from ..screen.exports import cards, changes, linked_data
from ..screen.imprint import Imprint, has_pdf
from ..screen.urls import Urls, folder
from ..settings import LANGUAGES
from ..unchanged import Unchanged

_WITH_FEED = frozenset({INDEX, DATA_PAGE})
"""Pages that tell browsers of the feed of changes."""


class Frames:
    """The frames of one build."""

    def __init__(
        self,
        handbook: Handbook,
        urls: Urls,
        assets: Assets,
        indexes: Mapping[str, Sequence[str]],
        imprint: Callable[[Page], Imprint],
        beside: Container[str],
        unchanged: Unchanged,
        *,
        prints: bool,
    ) -> None:
        """Frame the pages of `handbook`.

        `indexes` has the files of the search by language; `imprint` gives what the foot of a page says; `beside`
        has the paths of the feeds and cards that are published; of the pages of `unchanged` nothing is written again;
        `prints` tells whether pages have their PDFs.
        """
        self._handbook = handbook
        self._urls = urls
        self._imprint = imprint
        self._beside = beside
        self._unchanged = unchanged
        self._indexes = indexes
        self._prints = prints
        self._menus = {language: navigation.tree(handbook.pages[language]) for language in LANGUAGES}
        self._frames = {
            language: frame.site_frame(language, menu.children, assets, tuple(indexes[language]), urls)
            for language, menu in self._menus.items()
        }

    def navigation(self, language: str) -> list[Any]:
        """Return the menu of a language as MkDocs' `nav` setting has it."""
        return navigation.menu(self._menus[language].children, language, self._handbook.pages[language])

    def around(self, language: str, key: str = "") -> frame.Frame:
        """Return what the frame around a page shows; around a page of no file, without `key`."""
        if not key:
            return self._frames[language]
        page = self._handbook.pages[language][key]
        around = frame.page_frame(self._frames[language], page, self._menus[language], self._imprint(page), self._urls)
        elsewhere = moved.sections(self._handbook, key, language, self._urls)
        around = replace(around, pdf=self._prints and has_pdf(page, language), moved=elsewhere)
        return around if page.language != language else self._told(around, page)

    def _told(self, around: frame.Frame, page: Page) -> frame.Frame:
        """Return the frame of a page with what it tells programs, and what other sites can show of it."""
        language, feed = page.language, changes.path(page.language)
        above = [(unescape(link.title), link.url) for link in around.path]
        asked = (question.section.id for question in page.questions)
        given = self._handbook.basis, self._urls, page, above
        told = partial(linked_data.linked_data, page, above, self._handbook, self._urls, self._unchanged)
        return replace(
            around,
            linked_data=self._unchanged.get(("linked data", page.path), given, told),
            feed=feed if page.key in _WITH_FEED and feed in self._beside else "",
            cards=cards.folder_of(language),
            embedded=tuple(one for one in asked if cards.path(one, language) in self._beside),
        )

    def recorded(self, language: str, key: str) -> str:
        """Return the day, as YYYY-MM-DD, on which the words of a page as they are now were recorded, or nothing."""
        page = self._handbook.pages[language].get(key)
        return history.recorded(self._handbook.history, page.path, self._handbook.versions) if page else ""

    def moved(self, language: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
        """Yield, for each URL of a page that is gone, its file below the site and what its template is filled with."""
        for page in moved.moved_pages(self._handbook, language, self._urls):
            starts = {one: self._urls.site(page.key, one) for one in LANGUAGES}
            around = replace(self._frames[language], starts=starts, kind="moved", moved=page.sections)
            root = self._urls.root(page.key, language)
            data = {"frame": around, "moved": page, "base_url": root, "page": None}
            yield self._urls.file(page.key, language), data

    def standing_in(self, language: str) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
        """Yield file, template and data of pages that stand in for others at any URL: their links begin at the host."""
        data = {"frame": self._frames[language], "base_url": urlsplit(self._urls.root_url).path, "page": None}
        yield folder(language) + "404.html", "404.html", data
        if language == LANGUAGES[0]:
            yield PAGE, PAGE, data

    def useful_first(self) -> dict[str, list[str]]:
        """Return, by language, the URLs below the site of its search and its pages, the most useful first."""
        return {
            one: [*self._indexes[one], *(self._urls.site(key, one) or "./" for key in navigation.order(menu))]
            for one, menu in self._menus.items()
        }
