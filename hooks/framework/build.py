"""One build of the site, as far as it can be told without MkDocs: what is read, added to pages, published."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from .. import analyse, collector, files, settings
from ..cache import FOLDER, Cache
from ..content.model import Page
from ..conventions import DOCS
from ..findings import report
from ..handbook import Handbook
from ..hosting import host_files, policy
from ..paper.attachments import attachments
from ..paper.posters.glyphs import lacking
from ..screen import assets, templates, ward_fields
from ..screen.exports import open_data
from ..screen.extension import HandbookExtension
from ..screen.imprint import Imprint, imprint
from ..screen.urls import Urls
from ..search import index
from ..text import slug
from ..unchanged import Unchanged
from .finished_pages import FinishedPages
from .frames import Frames
from .page_renderer import PageRenderer
from .publication import Publication


class Build:
    """State of one build; the adapter makes a new one each time."""

    warnings: Any
    """Counts the warnings of the framework, set by the adapter."""
    frames: Frames
    """What stands around the pages, once they are read."""

    def __init__(
        self,
        root: Path,
        site_url: str | None,
        options: Mapping[str, Any],
        *,
        serving: bool = False,
        unchanged: Unchanged | None = None,
        directory_urls: bool = True,
        site_names: Mapping[str, str] | None = None,
    ) -> None:
        """Prepare a build of the project at `root` with the options under `extra.handbook`.

        When `serving`, findings are shown in the pages; what is as it was in the last build with the same `unchanged`
        is not made again; `directory_urls` is MkDocs' setting; `site_names` has the
        name of the site in each language.
        """
        self.root = root
        self.cache = Cache(root / FOLDER)
        self.serving = serving
        self._unchanged = unchanged or Unchanged()
        self._site_names = dict(site_names or {})
        self.settings = settings.from_mapping(site_url, options, (root / "mkdocs.yml").read_text("utf-8"))
        carried = self.settings.carried
        self.urls = Urls(self.settings.site_url.rstrip("/") + "/", directory_urls and not carried, carried)
        self.extension = HandbookExtension()
        overrides = root / "overrides"
        make = partial(assets.assets, overrides, settings.LANGUAGES, preview=serving, offline=self._offline)
        given = templates.state(overrides) if serving else ()
        self.assets = self._unchanged.get("assets", (given, self._offline), make)
        self.generated: dict[str, str | bytes] = dict(self.assets.files)
        self.handbook: Handbook = analyse.analyse(files.Files({}), self.settings, lacking)
        self.pages: PageRenderer | None = None
        self.finished: FinishedPages | None = None
        self._texts: Mapping[str, str] = {}
        self._publication: Publication | None = None
        self._reported = False

    def read(self) -> None:
        """Read and judge all files."""
        templates.read_anew()
        with collector.spared():
            read = files.read(self.root)
            self._texts = read.texts
            self.handbook = analyse.analyse(read, self.settings, lacking, unchanged=self._unchanged)
            data_files = open_data.data(self.handbook, self.urls, self._site_names, self._unchanged)
            about = open_data.Site(self._site_names, self.publisher, self.assets.card)
            beside = open_data.beside(self.handbook, self.urls, about, self._unchanged)
            made = attachments(
                self.handbook, self.urls, self.publisher, self.cache, printed=self._prints, bleed=self.settings.bleed
            )
            self.generated |= {**data_files, **beside, **made.files}
            indexes = {language: self._index(language) for language in settings.LANGUAGES}
            self.frames = Frames(
                self.handbook,
                self.urls,
                self.assets,
                indexes,
                self._imprint,
                beside,
                self._unchanged,
                prints=self._prints,
            )
            self.pages = PageRenderer(
                self.handbook,
                self.urls,
                data_files,
                made,
                self.extension,
                self._unchanged if self.serving else None,
            )
            self.finished = FinishedPages(self._unchanged, self.root) if self.serving else None

    def _index(self, language: str) -> tuple[str, ...]:
        """Add the files of the search in a language to what is generated; return their URLs."""
        files = index.index(self.handbook, language, self.urls, self.cache, self._unchanged)
        self.generated |= files
        return tuple(files)

    def unread(self, name: str) -> bool:
        """Return whether a file below docs/ is one that could not be read, or stands in such a folder."""
        path = f"{DOCS}/{name}"
        return any(path == lost or path.startswith(f"{lost}/") for lost in self.handbook.unpublished)

    def keeps(self, key: str, language: str) -> bool:
        """Return whether a page is built in a language: it is written in it, or marked as not translated yet."""
        return key in self.handbook.pages[language]

    def front(self, key: str, language: str) -> Mapping[str, Any]:
        """Return the front matter of a page as it was read."""
        return self.handbook.pages[language][key].front.values

    def published_url(self, key: str, language: str) -> str:
        """Return the URL at which the words of a page are published; of one not translated yet, the original's."""
        return self.urls.published(key, self.handbook.pages[language][key].language)

    @property
    def publisher(self) -> settings.Publisher:
        """Who publishes the site."""
        return ward_fields.publisher(self.handbook.ward)

    @property
    def _prints(self) -> bool:
        return self._publication is not None and self._publication.prints

    def print(self, tell: Callable[[str], None]) -> str:
        """Make the PDFs where they are wanted; return what the build must fail for, or nothing."""
        if not self._publication or not self._publication.prints:
            return ""
        from ..paper import edition  # loads what lays out pages

        return self._publication.print(
            self.handbook, edition.Site(self.urls, self.publisher.official, self._imprint), tell
        )

    def _imprint(self, page: Page) -> Imprint:
        book, provisional = self.handbook, self.settings.placeholder
        given = page, book.versions[page.path], book.history.pages.get(page.path), book.basis, provisional, self.urls
        make = partial(imprint, page, book, self.urls, self.cache, provisional=provisional)
        return self._unchanged.get(("imprint", page.path), given, make)

    def report(self) -> list[tuple[bool, str]]:
        """Return, once a build, what is to be said: whether it is an error, and the line."""
        said, self._reported = self._reported, True
        return (
            []
            if said
            else report.lines(sorted({*self.handbook.findings, *(self.pages.not_rendered if self.pages else ())}))
        )

    def failure(self) -> str:
        """Return what ends a build that found something, in one line; nothing when it found nothing."""
        return report.ending(self.pages.errors if self.pages else self.handbook.errors)

    @staticmethod
    def slugify(text: str, separator: str) -> str:
        """Return the id of a heading that has none of its own."""
        return slug(text).replace("-", separator)

    def workplace(self, published: Path) -> Path:
        """Return the folder in which the site is built before it goes into `published`; `PublishError`."""
        self._publication = Publication(self.root, published, self.settings, self.cache)
        return self._publication.workplace

    @property
    def page_policy(self) -> str:
        """The policy that a page carries in itself; none in the preview, whose reloading is a script in the page."""
        return "" if self.serving or self.settings.carried else policy.page_policy()

    @property
    def _offline(self) -> bool:
        """Whether browsers keep the site; neither in the preview nor on a memory stick."""
        return self.settings.offline and not (self.serving or self.settings.carried)

    def complete(self) -> None:
        """Add to the built site what its hosts need, once all other files stand in it."""
        if self._publication:
            kept = host_files.Kept(self.assets.shared, self.frames.useful_first()) if self._offline else None
            self._publication.complete(self.handbook, self.urls, kept)

    def publish(self, tell: Callable[[str], None]) -> str:
        """Publish what was built; return what the build must fail for, or nothing."""
        self.cache.prune()
        return self._publication.publish(self._texts, tell) if self._publication else ""

    def discard(self) -> None:
        """Throw away what was built so far."""
        if self._publication:
            self._publication.discard()
