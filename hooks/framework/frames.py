"""What stands around the words of each page: the menu, the files it loads, what its foot says."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from ..content.model import Page
from ..handbook import Handbook
from ..screen import frame, moved, navigation
from ..screen.assets import Assets
from ..screen.imprint import Imprint, has_pdf
from ..screen.urls import Urls
from ..settings import LANGUAGES


class Frames:
    """The frames of one build."""

    def __init__(
        self,
        handbook: Handbook,
        urls: Urls,
        assets: Assets,
        indexes: Mapping[str, Sequence[str]],
        imprint: Callable[[Page], Imprint],
        *,
        prints: bool,
    ) -> None:
        """Frame the pages of `handbook`.

        `indexes` has the files of the search by language; `imprint` gives what the foot of a page says; `prints` tells
        whether pages have their PDFs.
        """
        self._handbook = handbook
        self._urls = urls
        self._imprint = imprint
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
        return replace(around, pdf=self._prints and has_pdf(page, language), moved=elsewhere)

    def moved(self, language: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
        """Yield, for each URL of a page that is gone, its file below the site and what its template is filled with."""
        for page in moved.moved_pages(self._handbook, language, self._urls):
            starts = {one: self._urls.site(page.key, one) for one in LANGUAGES}
            around = replace(self._frames[language], starts=starts, kind="moved", moved=page.sections)
            root = self._urls.root(page.key, language)
            data = {"frame": around, "moved": page, "base_url": root, "page": None}
            yield self._urls.file(page.key, language), data
