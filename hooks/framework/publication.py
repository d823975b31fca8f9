"""How a built site gets to its readers: from a folder beside the last good one, with its PDFs and what hosts need."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from ..cache import Cache
from ..findings import system_errors
from ..findings.wording import say_both
from ..handbook import Handbook
from ..hosting import host_files
from ..publishing import sources
from ..publishing.site import PublishError, Site
from ..screen.urls import Urls
from ..settings import PDF, Settings

if TYPE_CHECKING:
    from ..paper import edition


class Publication:
    """One site on its way."""

    def __init__(self, root: Path, published: Path, chosen: Settings, cache: Cache) -> None:
        """Begin the site of the project at `root` that goes into `published`; `PublishError`."""
        self._root = root
        self._settings = chosen
        self._cache = cache
        self._site = Site(root, published)
        self.workplace = self._site.begin()
        """Where it is built."""

    @property
    def prints(self) -> bool:
        """Whether PDFs are made of it."""
        return self._settings.pdf != PDF[0]

    def print(self, handbook: Handbook, about: "edition.Site", tell: Callable[[str], None]) -> str:
        """Make the PDFs; return what the build must fail for, or nothing."""
        from .printing import print_pdfs  # loads what lays out pages

        return print_pdfs(handbook, about, self._settings, self._root, self.workplace, self._cache, tell)

    def complete(self, handbook: Handbook, urls: Urls, kept: host_files.Kept | None) -> None:
        """Add what hosts need, once all other files stand in it, and what browsers keep for reading offline."""
        overrides = self._root / "overrides"
        host_files.finish(self.workplace, overrides, handbook, self._settings, urls, kept, self._cache)

    def publish(self, texts: Mapping[str, str], tell: Callable[[str], None]) -> str:
        """Put it in the place of the last one, with the `texts` it is made of; return what went wrong, or nothing."""
        try:
            self._site.publish(tell)
        except PublishError as error:
            return str(error)
        try:
            sources.keep(self._site.state, texts)
        except OSError as error:
            tell(f"{system_errors.sentence(error)}; {say_both('publish-words-lost')}")
        return ""

    def discard(self) -> None:
        """Throw away what was built so far."""
        self._site.discard()
