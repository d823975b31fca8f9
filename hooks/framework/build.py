"""One build of the site, as far as it can be told without MkDocs: what is read, added to pages, published."""

import gc
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from .. import analyse, files, settings
from ..cache import FOLDER, Cache
from ..content.model import Page
from ..content.parse import digests
from ..conventions import CHECKS_PAGE, DOCS, GLOSSARY_PAGE, INDEX
from ..documents.registry import Unknown
from ..findings import report
from ..findings.finding import Code, Finding, Place
from ..handbook import Handbook
from ..paper import page_marks
from ..paper.attachments import Attachments, attachments
from ..paper.posters.glyphs import lacking
from ..publishing.site import PublishError, Site
from ..screen import (
    assets,
    digest_pages,
    exports,
    finding_marks,
    frame,
    interface,
    moved,
    navigation,
    popups,
    templates,
    ward_fields,
)
from ..screen.additions import additions
from ..screen.extension import HandbookExtension, Rendering
from ..screen.glossary import Glossary, glossary
from ..screen.grammar import canonical
from ..screen.imprint import Imprint, has_pdf, imprint
from ..screen.urls import Urls
from ..search import index
from ..text import slug

_LAID_OUT = frozenset({"picture", *digests.KINDS})
"""Kinds of page whose sections are boxes."""


class Build:
    """State of one build; the adapter makes a new one each time."""

    warnings: Any
    """Counts the warnings of the framework, set by the adapter."""

    def __init__(
        self,
        root: Path,
        site_url: str | None,
        options: Mapping[str, Any],
        *,
        serving: bool = False,
        directory_urls: bool = True,
    ) -> None:
        """Prepare a build of the project at `root` with the options under `extra.handbook`.

        When `serving`, findings are shown in the pages; `directory_urls` is MkDocs' setting.
        """
        self.root = root
        self.cache = Cache(root / FOLDER)
        self.attachments = Attachments()
        self.serving = serving
        self.settings = settings.from_mapping(site_url, options, (root / "mkdocs.yml").read_text("utf-8"))
        self.urls = Urls(self.settings.site_url.rstrip("/") + "/", directory_urls)
        self.extension = HandbookExtension()
        self.assets = assets.assets(root / "overrides", settings.LANGUAGES, preview=serving)
        self.generated: dict[str, str | bytes] = dict(self.assets.files)
        self.handbook: Handbook = analyse.analyse(files.Files({}), self.settings, lacking)
        self.exports: Mapping[str, str] = {}
        self._site: Site | None = None
        self._workplace = root
        self._reported = False
        self._glossaries: dict[str, Glossary] = {}
        self._rendering: dict[tuple[str, str], Rendering] = {}
        self._not_rendered: set[Finding] = set()
        self._popups: dict[tuple[str, str], str] = {}
        self._menus: dict[str, navigation.Entry] = {}
        self._frames: dict[str, frame.Frame] = {}
        self._indexes: dict[str, tuple[str, ...]] = {}

    def read(self) -> None:
        """Read and judge all files."""
        gc.unfreeze()
        gc.disable()  # what is read stays for the whole build: walking over it again and again is the larger cost
        try:
            self.handbook = analyse.analyse(files.read(self.root), self.settings, lacking)
            pages = self.handbook.pages
            self._glossaries = {language: glossary(pages[language].get(GLOSSARY_PAGE)) for language in pages}
            if pages["en"].get(GLOSSARY_PAGE) is pages["vi"].get(GLOSSARY_PAGE):
                self._glossaries["en"] = Glossary({})  # not translated yet
            self.exports = exports.exports(self.handbook, self.urls)
            self.generated |= self.exports
            for language in settings.LANGUAGES:
                self._indexes[language] = self._index(language)
            made = attachments(self.handbook, self.urls, self.publisher, self.cache, printed=self._prints)
            self.attachments = made
            self.generated |= made.files
            gc.freeze()
        finally:
            gc.enable()

    def _index(self, language: str) -> tuple[str, ...]:
        """Add the two files of the search in a language to what is generated; return their URLs."""
        written = zip(("first", "later"), index.index(self.handbook, language, self.urls), strict=True)
        files = {assets.hashed(f"index.{language}.{name}.js", text): text for name, text in written}
        self.generated |= files
        return tuple(files)

    def unread(self, name: str) -> bool:
        """Return whether a file below docs/ is one that could not be read, or stands in such a folder."""
        path = f"{DOCS}/{name}"
        return any(path == lost or path.startswith(f"{lost}/") for lost in self.handbook.unpublished)

    def keeps(self, key: str, language: str) -> bool:
        """Return whether a page is built in a language: it is written in it, or marked as not translated yet."""
        return key in self.handbook.pages[language]

    def source(self, key: str, language: str) -> str:
        """Return the whole text of a page as it was read."""
        return self.handbook.pages[language][key].text

    def navigation(self, language: str) -> list[Any]:
        """Return the menu of a language as MkDocs' `nav` setting has it."""
        self._menus[language] = navigation.tree(self.handbook.pages[language])
        self._frames[language] = frame.site_frame(
            language, self._menus[language].children, self.assets, self._indexes[language], self.urls
        )
        return navigation.menu(self._menus[language].children, language, self.handbook.pages[language])

    def compiled_templates(self) -> Any:
        """Return where Jinja keeps what it compiled."""
        return templates.compiled()

    def word(self, language: str, key: str) -> str:
        """Return one of the interface's words."""
        return interface.say(language, key)

    def frame(self, language: str, key: str = "") -> frame.Frame:
        """Return what the frame around a page shows; around a page of no file, without `key`."""
        if not key:
            return self._frames[language]
        page = self.handbook.pages[language][key]
        shown, menu = self._frames[language], self._menus[language]
        around = frame.page_frame(shown, page, menu, self._imprint(page), self.urls)
        elsewhere = moved.sections(self.handbook, key, language, self.urls)
        return replace(around, pdf=self._prints and has_pdf(page, language), moved=elsewhere)

    def moved(self, language: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
        """Yield, for each URL of a page that is gone, its file below the site and what its template is filled with."""
        for page in moved.moved_pages(self.handbook, language, self.urls):
            starts = {one: self.urls.site(page.key, one) for one in settings.LANGUAGES}
            around = replace(self._frames[language], starts=starts, kind="moved", moved=page.sections)
            root = self.urls.root(page.key, language)
            yield self.urls.file(page.key, language), {"frame": around, "moved": page, "base_url": root, "page": None}

    @property
    def publisher(self) -> settings.Publisher:
        """Who publishes the site."""
        return ward_fields.publisher(self.handbook.ward)

    @property
    def _prints(self) -> bool:
        return self._site is not None and self.settings.pdf != settings.PDF[0]

    def print(self, tell: Callable[[str], None]) -> str:
        """Make the PDFs where they are wanted; return what the build must fail for, or nothing."""
        if not self._site or not self._prints:
            return ""
        from ..paper import editions, site_pdfs

        about = editions.Site(self.urls, self.publisher.official, self._imprint)
        missing, reason = site_pdfs.print_site(
            self.handbook, self._workplace, about, self.settings.pdf_only, self.cache, tell
        )
        if not missing:
            return ""
        line = f"{len(missing)} tệp PDF không tạo được / PDFs are left out ({reason}): {', '.join(missing)}"
        if self.settings.pdf == "require":
            return line
        tell(line)
        return ""

    def _imprint(self, page: Page) -> Imprint:
        return imprint(page, self.handbook, self.urls, self.cache, provisional=self.settings.placeholder)

    def markdown(self, key: str, language: str) -> str:
        """Return the Markdown of a page, and hand over to the extension what is added to it."""
        page = self.handbook.pages[language][key]
        found = self._of(page) if self.serving else []
        added = additions(
            page,
            self.handbook,
            language,
            finding_marks.by_line(found),
            self.attachments.offers.get(key, {}) if language == "vi" else {},
            self.exports,
            self.urls,
        )
        body, tokens = canonical(page, finding_marks.placed(page, found))
        rendering = Rendering(
            self.handbook.registry,
            key,
            self._words_in(page, language),
            added,
            self.urls,
            tokens,
            laid_out=key == INDEX or page.metadata.kind in _LAID_OUT,
            entries=digest_pages.written_ids(self.handbook.registry, key),
            rates={name: rate.entry for name, rate in self.handbook.rates.items()},
            ward=ward_fields.filled_in(self.handbook.ward, self._words_in(page, language)),
            glossary=Glossary({}) if page.full_text else self._glossaries[self._words_in(page, language)],
        )
        self._rendering[key, language] = rendering
        self.extension.hand_over(rendering)
        if page.full_text:
            return page.metadata.title or key  # for an empty page Markdown makes no tree to put the text into
        return body

    def content(self, key: str, language: str, html: str) -> str:
        """Return the HTML of a page with the words it cites; what was cited and not rendered is remembered."""
        page = self.handbook.pages[language][key]
        rendered = self._rendering.pop((key, language)).cited
        registry = self.handbook.registry
        cited = {registry.canonical(link.cited) for link in page.citations if link.cited}
        known = {one for one in cited if not isinstance(registry.resolve(one), Unknown)}
        self._not_rendered |= {
            Finding(Place(page.path), Code.CITE_NOT_RENDERED, {"words": f"cite:{lost}"})
            for lost in known - set(rendered)
        }
        words_in = self._words_in(page, language)
        html = page_marks.marked_for_paper(
            html,
            self.urls.published(page.key, page.language),
            self.urls.root_url,
            interface.say(words_in, "references", root=self.urls.root_url),
        )
        html += "".join(self._popup(cited, words_in) for cited in dict.fromkeys(rendered))
        return html + self._summary(page, language) if self.serving and self._errors else html

    @property
    def _errors(self) -> tuple[Finding, ...]:
        """What analysis found, and what was cited and could not be rendered."""
        return (*self.handbook.errors, *sorted(self._not_rendered))

    @staticmethod
    def _words_in(page: Page, language: str) -> str:
        return page.language if page.metadata.pending else language

    def _popup(self, cited: str, language: str) -> str:
        if (cited, language) not in self._popups:
            self._popups[cited, language] = popups.popup(cited, self.handbook, language)
        return self._popups[cited, language]

    def _of(self, page: Page) -> list[Finding]:
        return [finding for finding in self._errors if finding.place.path == page.path]

    def _summary(self, page: Page, language: str) -> str:
        elsewhere = Counter(f.place.path for f in self._errors if f.place.path != page.path)
        return popups.summary(self._of(page), elsewhere, language, self.urls.relative(CHECKS_PAGE, "", page.key))

    def report(self) -> list[tuple[bool, str]]:
        """Return, once a build, what is to be said: whether it is an error, and the line."""
        said, self._reported = self._reported, True
        return [] if said else report.lines(sorted({*self.handbook.findings, *self._not_rendered}))

    def failure(self) -> str:
        """Return what ends a build that found something, in one line; nothing when it found nothing."""
        return report.ending(self._errors)

    @staticmethod
    def slugify(text: str, separator: str) -> str:
        """Return the id of a heading that has none of its own."""
        return slug(text).replace("-", separator)

    def workplace(self, published: Path) -> Path:
        """Return the folder in which the site is built before it goes into `published`; `PublishError`."""
        self._site = Site(self.root, published)
        self._workplace = self._site.begin()
        return self._workplace

    def publish(self, tell: Callable[[str], None]) -> str:
        """Publish what was built; return what the build must fail for, or nothing."""
        self.cache.prune()
        if not self._site:
            return ""
        try:
            self._site.publish(tell)
        except PublishError as error:
            return str(error)
        return ""

    def discard(self) -> None:
        """Throw away what was built so far."""
        if self._site:
            self._site.discard()
