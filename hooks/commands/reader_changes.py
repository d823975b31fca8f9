"""What readers will see changed: the texts of the published site beside those in `docs/`."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ..cache import FOLDER, Cache
from ..content import reading
from ..content.model import Page
from ..conventions import WARD, language_folder
from ..files import Files
from ..handbook import Handbook
from ..locks.passages import passages
from ..paper.edition import Site
from ..paper.editions import editions
from ..paper.posters import slogans
from ..paper.posters.page_sizes import PAGE_SIZES
from ..screen import ward_fields
from ..screen.imprint import imprint
from ..screen.urls import Urls
from ..settings import Settings
from ..text import heading
from .differences import Row, differing, shown

_COMMENT = "#"


@dataclass(frozen=True)
class SectionChange:
    """One section whose words differ."""

    title: str
    """Its heading; nothing for what stands before the first, and for what is no page."""
    id: str
    """Its id, or nothing."""
    rows: tuple[Row, ...]
    """The sentences that differ, old beside new."""


@dataclass(frozen=True)
class PageChange:
    """One page, or one file of values, that differs."""

    path: str
    """Its file from the project root."""
    kind: str
    """`+` new, `~` changed, `-` gone."""
    title: str
    """What the menu calls it; the path of a file that is no page."""
    sections: tuple[SectionChange, ...]
    """What differs; nothing for a page that is new or gone."""


def compare(before: Mapping[str, str], after: Mapping[str, str]) -> tuple[PageChange, ...]:
    """Return what differs between two sets of texts (path → text), Vietnamese pages first."""
    paths = sorted({*before, *after}, key=lambda path: (path.startswith(language_folder("en")), path))
    return tuple(_compared(path, before, after) for path in paths if before.get(path) != after.get(path))


def _compared(path: str, before: Mapping[str, str], after: Mapping[str, str]) -> PageChange:
    there = {side: texts[path] for side, texts in (("-", before), ("+", after)) if path in texts}
    if not path.endswith(".md"):
        values = (there.get(side, "").splitlines() for side in "-+")
        lines = [[line for line in of if line.strip() and not line.startswith(_COMMENT)] for of in values]
        return PageChange(path, "~", path, (SectionChange("", "", tuple(differing(*lines))),))
    pages = {side: _page(path, text) for side, text in there.items()}
    last = pages.get("+") or pages["-"]
    title = last.metadata.title or path
    if len(pages) < 2:
        return PageChange(path, next(iter(there)), title, ())
    sections = tuple(_sections(pages["-"], pages["+"]))
    if not sections:  # words are equal: something that no reader reads as words, such as a citation or its place
        lines = [pages[side].text.splitlines() for side in "-+"]
        sections = (SectionChange("", "", tuple(differing(*lines))),)
    return PageChange(path, "~", title, sections)


def _page(path: str, text: str) -> Page:
    read = reading.read(Files({path: text}))
    return next((page for of in read.pages.values() for page in of.values()), Page(path, "", "vi", text))


def _sections(before: Page, after: Page) -> Iterator[SectionChange]:
    old, new = passages(before, None), passages(after, None)
    titles = {section.id: heading(section.title) for page in (before, after) for section in page.sections}
    for own in dict.fromkeys([*new, *old]):
        words = [shown(of[own].words) if own in of else [] for of in (old, new)]
        if rows := tuple(differing(*words)):
            yield SectionChange(titles.get(own, "") if own else "", own, rows)


def pdfs(root: Path, handbook: Handbook, settings: Settings, changes: tuple[PageChange, ...]) -> tuple[str, ...]:
    """Return the paths below the site of the PDFs made of pages that differ; all where the ward's own details do."""
    urls = Urls(settings.site_url.rstrip("/") + "/")
    cache = Cache(root / FOLDER)
    official = ward_fields.publisher(handbook.ward).official
    about = Site(urls, official, lambda page: imprint(page, handbook, urls, cache, provisional=settings.placeholder))
    changed = {change.path: change for change in changes}
    differ = [
        (page, urls.file(key, language))
        for language, of in handbook.pages.items()
        for key, page in of.items()
        if WARD in changed or page.path in changed
    ]
    files = {file for _, file in differ}
    bound = [edition.job.pdf for edition in editions(handbook, about) if files.intersection(edition.job.pages)]
    return (*bound, *(path for page, _ in differ if page.language == "vi" for path in _posters(page, changed)))


def _posters(page: Page, changed: Mapping[str, PageChange]) -> Iterator[str]:
    change = changed.get(page.path)
    touched = {section.id for section in change.sections} if change else set()
    for slogan in page.slogans:
        if WARD in changed or slogan.section.id in touched or (change and change.kind == "+"):
            yield from (slogans.pdf_path(slogan.section.id, page_size) for page_size in PAGE_SIZES)
