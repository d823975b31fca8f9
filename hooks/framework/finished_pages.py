"""Pages of the preview that are as they were in its last build: no template is filled for them again."""

from pathlib import Path
from typing import Any

from ..screen.frame import Frame
from ..screen.templates import state
from ..unchanged import Unchanged

_SHOWN = ("title", "content", "toc", "url", "canonical_url", "meta")
"""What the templates show of a page, its neighbours and its other languages aside."""


class FinishedPages:
    """The pages of one build of the preview."""

    def __init__(self, unchanged: Unchanged, root: Path) -> None:
        """Keep pages in `unchanged` as long as the templates and settings of the project at `root` stay the same."""
        self._unchanged = unchanged
        self._settings = (state(root / "overrides" / "theme"), (root / "mkdocs.yml").read_text("utf-8"))
        self._made_from: dict[str, tuple[Frame, tuple[object, ...]]] = {}

    def html(self, page: Any, frame: Frame, publisher: object) -> str:
        """Return the HTML of a page in its frame where both are as in the last build, or nothing."""
        neighbours = [(one.title, one.url) if one else None for one in (page.previous_page, page.next_page)]
        languages = {language: file.url for language, file in page.file.alternates.items()}
        shown = [getattr(page, name) for name in _SHOWN]
        of_file = (page.file.src_uri, page.file.inclusion, languages)  # a translation that comes is another file
        given = (frame, shown, neighbours, of_file, publisher, self._settings)
        self._made_from[page.url] = frame, given
        html, index = self._unchanged.known(("finished", page.url), given) or ("", ())
        for before, now in zip(index, frame.search_files, strict=False):
            html = html.replace(before, now)
        return html

    def keep(self, page: Any, html: str) -> None:
        """Keep the HTML of a page for the next build."""
        frame, given = self._made_from.pop(page.url)
        self._unchanged.keep(("finished", page.url), given, (html, frame.search_files))
