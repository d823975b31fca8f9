"""One build of the site, as far as it can be told without MkDocs: what is read, added to pages, published."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from . import files, handbook, publish, settings
from .diagnostics import Code, Finding, Place, Severity, show
from .render import assets, fragments, navigation
from .render.extension import CitationExtension, Citing
from .text import slug


class Build:
    """State of one build; the adapter makes a new one each time."""

    warnings: Any
    """Counts the warnings of the framework, set by the adapter."""

    def __init__(self, root: Path, site_url: str | None, options: Mapping[str, Any]) -> None:
        """Prepare a build of the project at `root` with the options under `extra.handbook`."""
        self.root = root
        self.settings = settings.from_mapping(site_url, options)
        self.extension = CitationExtension()
        self.assets = assets.joined(root / "overrides" / "styles")
        self.handbook: handbook.Handbook = handbook.analyse(files.Files({}), self.settings)
        self._site: publish.Site | None = None

    def read(self) -> None:
        """Read and judge all files."""
        self.handbook = handbook.analyse(files.read(self.root), self.settings)

    def navigation(self, language: str) -> list[Any]:
        """Return the menu of a language as MkDocs' `nav` setting has it."""
        return navigation.menu(self.handbook.pages[language])

    def markdown(self, key: str, language: str, markdown: str) -> str:
        """Return the Markdown of a page with what the build adds, ready to be rendered."""
        page = self.handbook.pages[language][key]
        words_in = page.language if page.metadata.pending else language
        self.extension.citing = Citing(self.handbook.registry, key, words_in)
        return fragments.complete(markdown, page, self.handbook, language)

    def content(self, key: str, language: str, html: str) -> str:
        """Return the HTML of a page with the words it cites; a citation that was read but not rendered is an error."""
        page = self.handbook.pages[language][key]
        citing = self.extension.citing
        rendered = citing.rendered if citing else []
        resolved = {
            link.cited for link in page.citations if link.cited and link.cited in self.handbook.registry.provisions
        }
        for lost in sorted(resolved - set(rendered)):
            self._report(Finding(Place(page.path), Code.CITE_NOT_RENDERED, {"words": f"cite:{lost}"}))
        return html + fragments.popups(rendered, page, self.handbook, language)

    def _report(self, finding: Finding) -> None:
        found = tuple(sorted({*self.handbook.findings, finding}))
        self.handbook = replace(self.handbook, findings=found)

    def errors(self) -> list[str]:
        """Return the findings that fail the build, a line each."""
        return [show(finding) for finding in self.handbook.errors]

    def notes(self) -> list[str]:
        """Return what a build says of its notes: the stand-in address, and how many others `make check` lists."""
        notes = [finding for finding in self.handbook.findings if finding.severity is Severity.NOTE]
        address = [show(finding) for finding in notes if finding.code is Code.SITE_URL_PLACEHOLDER]
        others = len(notes) - len(address)
        return (
            [*address, f"{others} ghi chú, xem bằng make check / {others} notes, listed by make check"]
            if others
            else address
        )

    def summary(self) -> str:
        """Return what ends a build that found something, in one line."""
        count = len(self.handbook.errors)
        kept = "trang đã xuất bản lần trước được giữ nguyên / the last good site is kept"
        return f"{count} chỗ cần sửa / {count} findings; {kept}"

    @staticmethod
    def slugify(text: str, separator: str) -> str:
        """Return the id of a heading that has none of its own."""
        return slug(text).replace("-", separator)

    def workplace(self, site: Path) -> Path:
        """Return the folder in which the site is built before it takes the place of `site`."""
        self._site = publish.Site(site)
        return self._site.workplace

    def publish(self) -> None:
        """Put the built site in its place."""
        if self._site:
            self._site.publish()

    def discard(self) -> None:
        """Throw away what was built so far."""
        if self._site:
            self._site.discard()
