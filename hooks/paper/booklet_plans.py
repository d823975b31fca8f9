"""Which booklets there are, and which pages each is made of."""

from collections.abc import Iterator, Sequence

from ..conventions import DATA_PAGE, EDITING_FOLDER, INDEX, SEARCH_PAGE
from ..screen.interface import say
from ..screen.navigation import Entry, tree
from . import booklet
from .booklet import Booklet, Chapter, Part
from .cited_articles import cited_articles
from .edition import Edition, Maker

_LEFT_OUT = (EDITING_FOLDER, SEARCH_PAGE, DATA_PAGE)
"""Not in the booklet of the whole site: how to edit it is for its editors; looking things up by letter and fetching
files need a screen."""
_ICON, _ICON_OF_ALL = "scale-balance", "account-group"
"""The pictogram of a booklet without a leaflet, and of the whole site's."""


class Booklets(Maker):
    """The booklets in one language."""

    def every(self) -> Iterator[Edition]:
        """Yield all of them, at last that of the whole site: a folder with a page of its own and questions is one."""
        entries = tree(self.pages).children
        inside: set[str] = set()
        for entry in entries:
            keys = self._within(entry)
            asked = any(self.pages[key].questions for key in keys)
            if keys and keys[0].endswith(f"/{INDEX}") and asked:
                inside.update(keys)
                alone = [Part("", tuple(map(self._chapter, keys)))]
                yield self._booklet("booklet", alone, keys, keys)
        if INDEX in self.pages:
            parts = list(self._parts(entries))
            keys = [key for entry in sorted(entries, key=lambda one: bool(one.children)) for key in self._within(entry)]
            yield self._booklet("whole", parts, keys, [key for key in self.pages if key not in inside])

    def _parts(self, entries: Sequence[Entry]) -> Iterator[Part]:
        """Yield the parts of the whole site: what stands beside its folders, and each folder."""
        beside = [entry.key for entry in entries if not entry.children]
        yield Part(say(self.language, "booklet_beside"), tuple(map(self._chapter, beside)))
        for entry in entries:
            chapters = tuple(map(self._chapter, self._within(entry)))
            if entry.children and chapters:
                yield Part(entry.title, chapters)

    def _within(self, entry: Entry) -> list[str]:
        """Return the pages of an entry of the menu in order, those left out aside."""
        own = [] if any(child.key == entry.key for child in entry.children) else [entry.key]
        keys = [*own, *(key for child in entry.children for key in self._within(child))]
        return [key for key in keys if not key.startswith(_LEFT_OUT)]

    def _chapter(self, key: str) -> Chapter:
        page = self.pages[key]
        asked = tuple(question.section.id for question in page.questions)
        return Chapter(self.file(key), self.url(key), page.metadata.title, asked)

    def _booklet(self, kind: str, parts: Sequence[Part], keys: list[str], linked: list[str]) -> Edition:
        plans = self.handbook.leaflets
        icons = (plan.icon for plan in plans if kind == "booklet" and plan.pages and plan.pages[0] == keys[0])
        icon = next(icons, _ICON if kind == "booklet" else _ICON_OF_ALL)
        cited = {link.cited for key in keys for link in self.pages[key].citations if link.cited}
        articles = cited_articles(self.handbook.registry, cited, self.language)
        about = self.pages[keys[0]].metadata.description
        root, imprint = self.site.urls.root_url, self.imprint(keys)
        made = Booklet(self.language, root, tuple(parts), kind == "whole", about, icon, articles, imprint)
        return self.compiled(kind, "tap-sach", keys, repr(made), lambda pages: [booklet.compose(made, pages)], linked)
